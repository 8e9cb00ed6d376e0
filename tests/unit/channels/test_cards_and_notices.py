"""A code on a card works from every channel; what a team wrote counts as told once the reply is on its way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.engine import EngineDownError, EngineMessage
from bot.channels.inbound import Inbound
from bot.channels.lines import Lines
from bot.channels.turn_store import TurnStore
from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door, Position
from bot.model.safety import SafetyIntent, Verdict
from bot.records.consent import Purpose
from tests.unit.fakes import RuleEngine
from tests.unit.stages.fake_support import TEAMS, FakeSupport
from tests.unit.team_store import CARE, open_teams


@pytest.fixture
def facts(facts):
    return replace(facts, support=FakeSupport(), teams=lambda: TEAMS)


@pytest.fixture
async def sharing(begin, talking):
    """The token of somebody who shares with the care team, which asks them something."""
    open_teams(begin)
    token = await talking.open_session("test")
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(door=Door.ME, welcomed=True))
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, (Line("l1", Heading.SUPPORT, Kind.SUPPORT, 0, "a chair"),))
        until = records.clock.now() + timedelta(days=30)
        records.teamwork.share(person, CARE, "", (Heading.SUPPORT,), until, Door.ME)
        records.teamwork.questions.ask(records.teamwork.of(person)[0], "a1", "Which chair?")
        records.commit()
    return token


def untold(begin, token):
    with begin() as records:
        return len(records.teamwork.notices(records.sessions.person(token)))


def text(reply):
    return "\n".join(message.text for message in reply.messages)


@pytest.mark.parametrize("typed", ["code BCD234", "Code: bcd-234"])
async def test_a_typed_code_opens_the_card(talking, rules, typed):
    token = await talking.open_session("test")
    reply = await talking.receive(token, text=typed)
    assert "This is what was chosen for you." in text(reply)
    assert "Cruse" in text(reply)
    assert (rules.heard[-1].intent, rules.heard[-1].text) == ("choose", ""), "nothing has to be understood"


async def test_a_code_is_no_cry_for_help_however_it_looks(begin, rules):
    def alarmed(_text, _where):
        return Verdict(SafetyIntent.EMERGENCY, "the trained reader")

    inbound = Inbound(TurnStore(begin), rules, Lines(), alarmed)
    token = await inbound.open_session("test")
    assert "Call 999 now" in text(await inbound.receive(token, text="code blue"))
    assert "Call 999 now" not in text(await inbound.receive(token, text="code 9B7DJ4"))


async def test_an_unknown_code_gets_a_kind_line(talking):
    token = await talking.open_session("test")
    assert "I cannot find that card." in text(await talking.receive(token, text="code ZZZ999"))


async def test_a_code_sent_twice_opens_one_card(talking):
    token = await talking.open_session("test")
    first, second = [await talking.receive(token, text="code BCD234", message_id="m1") for _ in range(2)]
    assert text(first) == text(second)


async def test_what_a_team_asks_is_told_once(begin, talking, sharing):
    assert untold(begin, sharing) == 1
    assert "Which chair?" in text(await talking.arrive(sharing))
    assert untold(begin, sharing) == 0


async def test_what_did_not_arrive_is_told_again(begin, talking, rules, sharing):
    hear = rules.hear

    async def break_off(person, heard):
        await hear(person, heard)
        raise EngineDownError

    rules.hear = break_off
    await talking.receive(sharing, text="hello")
    assert untold(begin, sharing) == 1
    rules.hear = hear
    assert "Which chair?" in text(await talking.receive(sharing, text="hello"))
    assert untold(begin, sharing) == 0


async def test_a_reply_without_news_marks_nothing_as_told(begin, lines, facts, sharing):
    class Silent(RuleEngine):
        async def hear(self, person, heard):
            return [EngineMessage("Yes.")]

    await Inbound(TurnStore(begin), Silent(begin, facts), lines).receive(sharing, text="hello")
    assert untold(begin, sharing) == 1


async def test_danger_is_answered_without_news_and_so_is_what_follows_it(begin, talking, sharing):
    reply = await talking.receive(sharing, text="she can't breathe and she is going blue")
    assert "Which chair?" not in text(reply)
    assert "Which chair?" not in text(await talking.receive(sharing, text="hello"))
    assert "Which chair?" in text(await talking.receive(sharing, text="hello"))
    assert untold(begin, sharing) == 0
