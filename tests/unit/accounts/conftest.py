"""Every test here has the accounts of a real store, and passwords that are quick to hash."""

import pytest

from tests.unit.colleagues import join


@pytest.fixture(autouse=True)
def _quick(quick_passwords):
    pass


@pytest.fixture
def ada(accounts, clock):
    return join(accounts, clock)
