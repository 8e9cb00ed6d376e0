"""`what-matters audit verify`: whole and its head, or the first row that is not right; never a word."""

import re

import pytest
from typer.testing import CliRunner

from bot.bootstrap import build
from bot.cli import app
from bot.model.clock import SystemClock
from bot.settings import Settings
from tests.unit.records.tampering import behind_our_back
from tests.unit.records.test_forgetting import CANARY, live_a_little

HEAD = re.compile(r"^Head: (\d+:[0-9a-f]{64})$", re.MULTILINE)


@pytest.fixture
def parts(data_dir):
    parts = build(Settings(data_dir=data_dir))
    with parts.begin() as records:
        person = records.people.create()
        records.commit()
    live_a_little(parts.begin, person, SystemClock())
    yield parts
    parts.database.dispose()


def verify(*more):
    return CliRunner().invoke(app, ["audit", "verify", *more])


def test_a_whole_audit_is_said_to_be_with_its_head(parts):
    shown = verify()
    assert shown.exit_code == 0
    assert "All 9 rows of the audit are whole, and 3 decisions about consent among them." in shown.stdout
    head = HEAD.search(shown.stdout).group(1)
    again = verify("--noted", head)
    assert again.exit_code == 0
    assert "goes through the head that was noted" in again.stdout


def test_a_store_with_nothing_in_it_is_whole(data_dir):
    shown = verify()
    assert shown.exit_code == 0
    assert "All 0 rows" in shown.stdout
    assert "Head: none yet" in shown.stdout


def test_the_first_row_that_is_not_right_is_named_and_what_to_do(parts):
    behind_our_back(parts.database, "update audit set subject = 'version 9' where number = 3")
    shown = verify()
    assert shown.exit_code == 1
    assert "Row 3 of the audit is the first that is not right." in shown.stdout
    assert "docs/operating.md" in shown.stdout
    assert CANARY not in shown.output


def test_a_consent_that_was_changed_is_named_by_the_row_that_notes_it(parts):
    behind_our_back(parts.database, "update consents set expires_at = null where number = 4")
    shown = verify()
    assert shown.exit_code == 1
    assert "Row 4 of the audit is the first that is not right. The decision that it notes" in shown.stdout


def test_a_head_that_is_no_head_of_this_chain_is_found(parts):
    shown = verify("--noted", f"3:{'0' * 64}")
    assert shown.exit_code == 1
    assert "Row 3 of the audit" in shown.stdout


def test_rows_from_before_the_chain_are_told_apart(parts, data_dir):
    behind_our_back(parts.database, "delete from audit_links", "delete from audit_head")
    assert verify().exit_code == 1
    assert CliRunner().invoke(app, ["migrate"]).exit_code == 0
    shown = verify()
    assert shown.exit_code == 0
    assert "The first 9 are as they were when the chain began" in shown.stdout


@pytest.mark.parametrize("noted", ["x", "3", "3:abc", f"-1:{'0' * 64}"])
def test_what_is_no_head_is_said(parts, noted):
    shown = verify("--noted", noted)
    assert shown.exit_code == 2
    assert "a number, a colon and 64" in shown.stderr


def test_without_a_store_it_says_what_comes_first(data_dir):
    (data_dir / "what-matters.db").unlink()
    shown = verify()
    assert shown.exit_code == 2
    assert "what-matters migrate" in shown.stderr
    assert not (data_dir / "what-matters.db").exists()


def test_with_the_key_of_another_store_it_says_so(parts, data_dir):
    (data_dir / "key").write_bytes(b"k" * 32)
    shown = verify()
    assert shown.exit_code == 2
    assert "belongs to another store" in shown.stderr
