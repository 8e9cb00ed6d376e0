"""Reading one service reads what belongs to it, and not the rest of a large directory."""

from sqlalchemy import event

from bot.signposting.documents import pull
from tests.unit.signposting.invented import LINE


def test_only_who_runs_it_is_read_of_all_organisations(directory, open_transaction, database):
    assert {entry.organisation for entry in directory.all_entries()} > {LINE.organisation}
    asked = []
    event.listen(database, "before_cursor_execute", lambda *call: asked.append((call[2], call[3])))
    with open_transaction(reading=True) as transaction:
        (found,) = pull(transaction.session, [LINE.id])
    assert found["organization"]["name"] == LINE.organisation
    (statement,) = [pair for pair in asked if "FROM organizations" in " ".join(pair[0].split())]
    assert "WHERE" in statement[0]
    assert statement[1] == (found["organization"]["id"],)
