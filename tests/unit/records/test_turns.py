"""Turns: written down before anything is done, acted on once, said again after a fault, let go when answered."""

from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from bot.model.saying import Button, Said, Say
from bot.store.tables.people import TurnRow

SAYS = [
    Say("utter_focus_earlier", {"words": "my “garden” {x}"}, (Button("Yes", "affirm"),), (("Open", "https://e.org"),)),
    Say("utter_focus_ask_what"),
]


def row(records, turn):
    return records._session.query(TurnRow).filter_by(id=turn).one()


def test_words_are_held_until_the_turn_is_applied(begin, person):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "my garden"), understood=False)
        records.commit()
    with begin() as records:
        (waiting,) = records.turns.waiting(person)
        assert (waiting.id, waiting.words, waiting.choice, waiting.intent) == (turn, "my garden", "", None)
        assert records.turns.said(turn) is None
        records.turns.apply(turn, "inform", SAYS)
        records.commit()
    with begin() as records:
        assert records.turns.get(turn).words == ""
        assert row(records, turn).sealed_input is None


def test_a_button_is_held_with_its_intent(begin, person):
    with begin() as records:
        records.turns.begin(person, "m1", Said("choose", choice="keep"), understood=True)
        records.commit()
    with begin() as records:
        (waiting,) = records.turns.waiting(person)
        assert (waiting.intent, waiting.choice, waiting.words) == ("choose", "keep", "")


def test_an_applied_turn_says_the_same_again(begin, person):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "my garden"), understood=False)
        records.turns.apply(turn, "inform", SAYS)
        records.commit()
    for _ in range(2):
        with begin() as records:
            assert records.turns.said(turn) == SAYS
    with begin() as records:
        assert [t.intent for t in records.turns.waiting(person)] == ["inform"]


def test_an_answered_turn_waits_no_more_and_holds_only_its_reply(begin, person):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "my garden"), understood=False)
        records.turns.apply(turn, "inform", SAYS)
        records.turns.answer(turn, [["Why?", [], []]])
        records.commit()
    with begin() as records:
        assert records.turns.waiting(person) == []
        assert records.turns.reply(turn) == [["Why?", [], []]]
        assert records.turns.find(person, "m1").answered
        assert row(records, turn).sealed_input is row(records, turn).sealed_said is None
        assert records.turns.said(turn) == []


def test_the_next_turn_lets_the_held_reply_go(begin, person):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "one"), understood=False)
        records.turns.answer(turn, [])
        records.turns.begin(person, "m2", Said("", "two"), understood=False)
        assert records.turns.reply(turn) is None


def test_one_message_is_one_turn(begin, person):
    with begin() as records:
        records.turns.begin(person, "m1", Said("", "one"), understood=False)
        with pytest.raises(IntegrityError):
            records.turns.begin(person, "m1", Said("", "one"), understood=False)


def test_two_people_may_number_their_messages_alike(begin, person):
    with begin() as records:
        other = records.people.create()
        records.turns.begin(person, "m1", Said("", "one"), understood=False)
        records.turns.begin(other, "m1", Said("", "two"), understood=False)
        assert [turn.words for turn in records.turns.waiting(other)] == ["two"]
        assert records.turns.find(other, "m1").words == "two"


def test_joined_words_are_one_answer(begin, person):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "my garden"), understood=False)
        records.turns.join(turn, "and the bees")
        assert [t.words for t in records.turns.waiting(person)] == ["my garden\nand the bees"]


def test_they_wait_in_the_order_they_came(begin, person, clock):
    with begin() as records:
        for number in range(12):
            records.turns.begin(person, f"m{number}", Said("", str(number)), understood=False)
        assert [t.words for t in records.turns.waiting(person)] == [str(number) for number in range(12)]


def test_tries_are_counted(begin, person):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "one"), understood=False)
        for _ in range(3):
            records.turns.tried(turn)
        assert records.turns.get(turn).tries == 3


@pytest.mark.parametrize("call", ["tried", "join", "apply"])
def test_a_turn_that_is_not_there_is_not_dealt_with(begin, person, call):
    with begin() as records, pytest.raises(KeyError):
        getattr(records.turns, call)("no-such-turn", *{"tried": (), "join": ("x",), "apply": ("inform", [])}[call])


def test_a_turn_that_is_not_there_has_nothing_to_say(begin, person):
    with begin() as records:
        assert records.turns.get("") is None
        assert records.turns.said("") is None
        assert records.turns.reply("") is None
        records.turns.answer("", [])


# answered how long ago: (its reply is still held, the turn is still there)
AGES = [
    (timedelta(minutes=9), True, True),
    (timedelta(minutes=11), False, True),
    (timedelta(hours=23), False, True),
    (timedelta(hours=25), False, False),
]


@pytest.mark.parametrize(("age", "held", "there"), AGES)
def test_tidying(begin, person, clock, age, held, there):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "one"), understood=False)
        records.turns.answer(turn, [["Why?", [], []]])
        records.commit()
    clock.move(seconds=age.total_seconds())
    with begin() as records:
        records.turns.tidy(clock.now() - timedelta(minutes=10), clock.now() - timedelta(days=1))
        records.commit()
    with begin() as records:
        assert (records.turns.get(turn) is not None) is there
        assert (records.turns.reply(turn) is not None) is held


def test_tidying_again_writes_nothing(database, begin, person, clock):
    """It is done each minute, while others wait to write: what was let go is not written once more."""
    with begin() as records:
        records.turns.answer(records.turns.begin(person, "m1", Said("", "one"), understood=False), [["Why?", [], []]])
        records.commit()
    clock.move(minutes=11)
    written = []

    def note(_connection, cursor, statement, *_more):
        if statement.startswith(("UPDATE", "DELETE")):
            written.append(cursor.rowcount)

    event.listen(database, "after_cursor_execute", note)
    for _ in range(2):
        with begin() as records:
            records.turns.tidy(clock.now() - timedelta(minutes=10), clock.now() - timedelta(days=1))
            records.commit()
    assert written == [1, 0, 0, 0]


def test_tidying_leaves_what_still_waits(begin, person, clock):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "one"), understood=False)
        records.commit()
    clock.move(days=30)
    with begin() as records:
        records.turns.tidy(clock.now(), clock.now())
        assert records.turns.get(turn).words == "one"
