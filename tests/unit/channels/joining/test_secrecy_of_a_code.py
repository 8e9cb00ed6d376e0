"""A code ends with its person, and stands in no log and in no table."""

import logging

from tests.unit.channels.joining.devices import TELEGRAM, code_for, joins, links, text
from tests.unit.fakes import everywhere


async def test_deleting_everything_ends_a_standing_code(begin, talking, first, chat):
    code = code_for(begin, first)
    with begin() as records:
        person = records.sessions.person(first)
        records.sessions.begin_anew(person, records.people.create)
        records.people.forget(person, "person")
        records.commit()
    assert "does not work" in text(await talking.join(chat, code))


async def test_no_log_holds_a_code(begin, talking, rules, caplog, first, chat):
    caplog.set_level(logging.DEBUG)
    (link,) = links(await talking.receive(first, text="use telegram"))
    code = link.removeprefix(TELEGRAM)
    rules.down = True
    await joins(talking, chat, code)
    await talking.join(chat, code)
    await talking.join(await talking.open_session("telegram"), code)
    assert caplog.text
    assert code not in caplog.text


async def test_nothing_of_a_code_is_kept_but_its_hash(talking, database, first):
    (link,) = links(await talking.receive(first, text="use telegram"))
    assert everywhere(database, link.removeprefix(TELEGRAM)) == {}
