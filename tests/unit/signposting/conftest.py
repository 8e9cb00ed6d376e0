"""A directory with a few invented services in it."""

import pytest

from bot.signposting.directory import Directory
from tests.unit.signposting.invented import ALL


@pytest.fixture
def directory(open_transaction):
    directory = Directory(open_transaction)
    directory.add(ALL, "seed")
    return directory
