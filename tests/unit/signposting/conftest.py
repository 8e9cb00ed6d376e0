"""A directory with a few invented services in it."""

import pytest

from bot.signposting.directory import Directory
from tests.unit.signposting.exchange import take
from tests.unit.signposting.invented import ALL, FOREIGN, LINE


@pytest.fixture
def directory(open_transaction):
    directory = Directory(open_transaction)
    directory.add(ALL, "seed")
    return directory


@pytest.fixture
def filled(directory, open_transaction, tmp_path):
    """A store with our own services and one of somebody else's."""
    assert take(open_transaction, tmp_path, [FOREIGN]).is_done
    directory.report_number(LINE.id, "one")
    directory.report_number(LINE.id, "two")
    return open_transaction
