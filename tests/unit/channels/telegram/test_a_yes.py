"""A yes to an act counts once, as the last word on the question that it was given to; what follows may take it back."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.telegram import patience, trying_again
from bot.channels.telegram.mailbox import Mailbox
from tests.unit.channels.telegram.sent import count
from tests.unit.channels.telegram.test_a_conversation import TO_THE_END, talk

pytestmark = pytest.mark.usefixtures("quick", "channel")

SURE = "delete everything?"
DELETED = "Everything is deleted"
STAYS = "Nothing is deleted"
WAIT = "Your words are safe"
SOFTWARE = "I am software"


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(trying_again, "LONGEST_WAIT", 0.2)
    monkeypatch.setattr(patience, "PATIENCE", 0.3)


async def asked_to_delete(ada):
    await talk(ada, *TO_THE_END[:2])
    await ada.says("delete my data", SURE)


def yes_of(ada):
    last = next(one for one in reversed(ada.person.sees()) if one.by_bot and one.rows)
    return next(title for title in last.choices if title.startswith("Yes"))


async def gives(ada, how):
    if how == "typed":
        ada.person.says("yes")
    else:
        ada.person.presses(yes_of(ada))


def waiting(begin):
    """How much of what Ada sent has no answer yet."""
    with begin(reading=True) as records:
        return len(records.telegram.updates.waiting(records.telegram.id_of(1001), 9))


@pytest.mark.parametrize("how", ["typed", "pressed"])
async def test_it_is_done_although_the_engine_was_away_for_long(ada, rules, how):
    await asked_to_delete(ada)
    rules.down = True
    await gives(ada, how)
    await ada.sees(WAIT)
    rules.down = False
    await ada.sees(DELETED)
    assert count(ada, SURE) == 1, "it was not asked again in between"


@pytest.mark.parametrize("how", ["typed", "pressed"])
@pytest.mark.parametrize("words", ["no, please keep it", "no", "wait", "my sister"])
async def test_what_is_said_while_it_waits_takes_it_back(ada, rules, begin, until, how, words):
    await asked_to_delete(ada)
    rules.down = True
    await gives(ada, how)
    await ada.sees(WAIT)
    ada.person.says(words)
    await until(lambda: waiting(begin) == 2)
    rules.down = False
    await ada.sees(SURE, count=2)
    await ada.says("who are you", SOFTWARE)
    assert count(ada, DELETED) == 0


@pytest.mark.parametrize("how", ["typed", "pressed"])
async def test_what_is_said_right_after_it_takes_it_back(ada, server, how):
    await asked_to_delete(ada)
    with server.holding_updates():
        await gives(ada, how)
        ada.person.says("no wait")
    await ada.sees(SURE, count=2)
    await ada.says("who are you", SOFTWARE)
    assert count(ada, DELETED) == 0


@pytest.mark.parametrize("words", ["thank you", "yes", "bye"])
async def test_manners_take_nothing_back(ada, server, words):
    await asked_to_delete(ada)
    with server.holding_updates():
        ada.person.says("yes")
        ada.person.says(words)
    await ada.sees(DELETED)


async def test_a_yes_to_a_question_that_asks_for_no_act_is_an_answer(ada, server):
    await talk(ada, *TO_THE_END[:4])
    with server.holding_updates():
        ada.person.says("yes")
        ada.person.says("my sister")
    await ada.sees("\u201cmy sister\u201d")


async def test_deleted_is_said_although_a_fault_came_before_the_reply(ada, monkeypatch):
    await asked_to_delete(ada)
    real, failures = Mailbox.answer, iter([True])

    def answer(mailbox, *given, **named):
        if named.get("leaving") and next(failures, False):
            raise OperationalError("", {}, Exception("database is locked"))
        return real(mailbox, *given, **named)

    monkeypatch.setattr(Mailbox, "answer", answer)
    ada.person.presses(yes_of(ada))
    await ada.sees("Everything I held about you is deleted")
    await ada.says("hello", "Who is this for?")
    told = ada.told()
    place = next(place for place, text in enumerate(told) if "I held about you is deleted" in text)
    assert not any("That button" in text for text in told)
    assert all("Hello. I am" not in text for text in told[place - 1 : place + 1])
