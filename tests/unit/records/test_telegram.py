"""Chats on Telegram: taken in once, in order, sealed, let go without a trace."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.jobs.retention import retain
from bot.records.telegram import HELD
from bot.records.telegram_messages import Outgoing, State
from bot.store.tables.telegram import ChatRow, OutgoingRow, UpdateRow
from tests.unit.fakes import everywhere, holds

NUMBER = 5_900_123_456
CANARY = "the heron on the slipway at Mousehole – 1961"
BUTTONS = (("Keep the heron at Mousehole", "choice-1"),)


def content(update, words="hello"):
    return {"update": update, "kind": "words", "chat": NUMBER, "words": words}


def take_in(begin, *updates, number=NUMBER, words="hello"):
    """Write updates down; return what came of each."""
    with begin() as records:
        taken = [
            records.telegram.updates.take_in(update, number, content(update, words), (update * 10, words))
            for update in updates
        ]
        records.commit()
    return taken


def write(begin, *made):
    """Do something to the chats and keep it; return what comes of the last."""
    with begin() as records:
        came = None
        for each in made:
            came = each(records.telegram)
        records.commit()
    return came


def ask(begin, question):
    with begin(reading=True) as records:
        return question(records.telegram)


@pytest.fixture
def chat(begin):
    (chat,) = take_in(begin, 7)
    return chat


@pytest.fixture
def spoken(begin, chat, person):
    """The chat, in which the person speaks."""
    with begin() as records:
        records.sessions.open(person, "telegram", records.telegram.token_of(NUMBER))
        records.commit()
    return chat


def count(database):
    with database.connect() as connection:
        tables = ("telegram_chats", "telegram_updates", "telegram_messages")
        return tuple(connection.execute(text(f"select count(*) from {table}")).scalar() for table in tables)


# --- in ---------------------------------------------------------------------------------------------------------------


def test_an_update_is_taken_in_once(begin, database):
    first, second = take_in(begin, 7, 7)
    assert first is not None
    assert second is None
    assert take_in(begin, 7) == [None]
    assert count(database) == (1, 1, 0)


def test_also_after_its_answer(begin, chat):
    assert write(begin, lambda chats: chats.updates.answered(7)) is True
    assert take_in(begin, 7) == [None]
    assert ask(begin, lambda chats: chats.updates.waiting(chat, 9)) == []


def test_they_wait_in_the_order_of_their_numbers(begin):
    (chat, *_) = take_in(begin, 9, 7, 8)
    assert [each["update"] for each in ask(begin, lambda chats: chats.updates.waiting(chat, 9))] == [7, 8, 9]
    assert [each["update"] for each in ask(begin, lambda chats: chats.updates.waiting(chat, 2))] == [7, 8]
    write(begin, lambda chats: chats.updates.answered(7))
    assert [each["update"] for each in ask(begin, lambda chats: chats.updates.waiting(chat, 9))] == [8, 9]


def test_each_chat_has_its_own(begin, chat):
    (other,) = take_in(begin, 8, number=NUMBER + 1)
    assert other != chat
    assert [each["update"] for each in ask(begin, lambda chats: chats.updates.waiting(other, 9))] == [8]


def test_of_two_answers_the_first_counts(begin, chat):
    assert write(begin, lambda chats: chats.updates.answered(7)) is True
    assert write(begin, lambda chats: chats.updates.answered(7)) is False
    assert write(begin, lambda chats: chats.updates.answered(99)) is False


def test_what_was_sent_is_let_go_with_its_answer_unless_it_is_held(begin, chat):
    take_in(begin, 8, words=CANARY)
    write(begin, lambda chats: chats.updates.answered(7), lambda chats: chats.updates.answered(8, hold=True))
    assert ask(begin, lambda chats: chats.updates.held(chat, 7)) is None
    assert ask(begin, lambda chats: chats.updates.held(chat, 8))["words"] == CANARY
    with begin(reading=True) as records:
        assert records._session.get(UpdateRow, 7).sealed_update is None


def test_it_is_known_what_a_message_said_first_but_not_told(begin, chat):
    assert ask(begin, lambda chats: chats.updates.wrote(chat, 70, "hello"))
    assert not ask(begin, lambda chats: chats.updates.wrote(chat, 70, "goodbye"))
    assert not ask(begin, lambda chats: chats.updates.wrote(chat, 80, "hello"))


def test_a_chat_is_busy_while_something_waits(begin, chat):
    assert ask(begin, lambda chats: chats.busy()) == [chat]
    write(begin, lambda chats: chats.updates.answered(7))
    assert ask(begin, lambda chats: chats.busy()) == []
    number = write(begin, lambda chats: chats.messages.put(chat, Outgoing("Yes.")))
    assert ask(begin, lambda chats: chats.busy()) == [chat]
    write(begin, lambda chats: chats.messages.move(number, State.SENT, 5))
    assert ask(begin, lambda chats: chats.busy()) == []
    write(begin, lambda chats: chats.mark(chat, leaving=True))
    assert ask(begin, lambda chats: chats.busy()) == [chat]


# --- out --------------------------------------------------------------------------------------------------------------


def test_messages_wait_in_order_with_all_that_they_are(begin, chat):
    made = [Outgoing("One."), Outgoing("Two?", BUTTONS, quiet=True), Outgoing("Call 999.", urgent=True)]
    for each in made:
        write(begin, lambda chats, each=each: chats.messages.put(chat, each))
    found = ask(begin, lambda chats: chats.messages.outgoing(chat))
    assert [(one.text, one.buttons, one.urgent, one.quiet) for one in found] == [
        (one.text, one.buttons, one.urgent, one.quiet) for one in made
    ]
    assert found == sorted(found, key=lambda one: one.number)


def test_of_two_who_would_send_a_message_one_does(begin, chat):
    number = write(begin, lambda chats: chats.messages.put(chat, Outgoing("Yes.")))
    got = []
    both = [
        threading.Thread(target=lambda: got.append(write(begin, lambda chats: chats.messages.claim(chat, number))))
        for _ in range(2)
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(got) == [False, True]


def test_what_a_message_says_is_let_go_once_it_is_sent(begin, chat):
    sent, refused, unsure = (write(begin, lambda chats: chats.messages.put(chat, Outgoing("Yes."))) for _ in range(3))
    write(
        begin,
        lambda chats: chats.messages.move(sent, State.SENT, 5),
        lambda chats: chats.messages.move(refused, State.REFUSED),
        lambda chats: chats.messages.move(unsure, State.UNSURE),
    )
    with begin(reading=True) as records:
        held = [records._session.get(OutgoingRow, each).sealed_message is None for each in (sent, refused, unsure)]
    assert held == [True, True, False]
    assert [one.number for one in ask(begin, lambda chats: chats.messages.outgoing(chat, State.UNSURE))] == [unsure]


def test_after_a_fault_what_was_being_sent_is_in_doubt_but_danger_is_sent_again(begin, chat):
    waits, sending, urgent = (
        write(begin, lambda chats, each=each: chats.messages.put(chat, each))
        for each in (Outgoing("Later."), Outgoing("Now."), Outgoing("Call 999.", urgent=True))
    )
    write(
        begin,
        lambda chats: chats.messages.move(sending, State.SENDING),
        lambda chats: chats.messages.move(urgent, State.SENDING),
    )
    assert write(begin, lambda chats: chats.messages.recover(())) == [chat]
    assert [one.number for one in ask(begin, lambda chats: chats.messages.outgoing(chat))] == [waits, urgent]
    assert [one.number for one in ask(begin, lambda chats: chats.messages.outgoing(chat, State.UNSURE))] == [sending]
    assert write(begin, lambda chats: chats.messages.recover(())) == []


def test_buttons_of_earlier_messages_are_taken_once(begin, chat):
    numbers = [
        write(begin, lambda chats, buttons=buttons: chats.messages.put(chat, Outgoing("Yes?", buttons)))
        for buttons in (BUTTONS, (), BUTTONS, BUTTONS)
    ]
    for number in numbers[:3]:
        write(begin, lambda chats, number=number: chats.messages.move(number, State.SENT, number + 100))
    gone = [numbers[0] + 100]
    assert write(begin, lambda chats: chats.messages.take_old_buttons(chat, numbers[2])) == gone
    assert write(begin, lambda chats: chats.messages.take_old_buttons(chat, numbers[2])) == []


# --- whose it is ------------------------------------------------------------------------------------------------------


def test_a_person_can_be_written_to_in_their_chat(begin, spoken, person):
    found = ask(begin, lambda chats: chats.of_person(person))
    assert (found.id, found.number) == (spoken, NUMBER)


def test_not_where_they_blocked_the_bot(begin, spoken, person):
    write(begin, lambda chats: chats.block(spoken, blocked=True))
    assert ask(begin, lambda chats: chats.of_person(person)) is None
    write(begin, lambda chats: chats.block(spoken, blocked=False))
    assert ask(begin, lambda chats: chats.of_person(person)) is not None


def test_not_where_everything_is_deleted(begin, spoken, person):
    write(begin, lambda chats: chats.mark(spoken, leaving=True))
    assert ask(begin, lambda chats: chats.of_person(person)) is None


def test_nobody_else_is_there(begin, spoken):
    with begin() as records:
        other = records.people.create()
        records.commit()
    assert ask(begin, lambda chats: chats.of_person(other)) is None


def test_what_was_on_its_way_goes_when_the_bot_is_blocked(begin, chat):
    write(
        begin, lambda chats: chats.messages.put(chat, Outgoing("Yes.")), lambda chats: chats.block(chat, blocked=True)
    )
    assert ask(begin, lambda chats: chats.messages.outgoing(chat)) == []


def test_a_token_comes_from_the_number_and_the_key_alone(begin, chat):
    assert ask(begin, lambda chats: chats.get(chat)).token == ask(begin, lambda chats: chats.token_of(NUMBER))
    assert ask(begin, lambda chats: chats.id_of(NUMBER)) == chat
    assert ask(begin, lambda chats: chats.token_of(NUMBER)) != ask(begin, lambda chats: chats.token_of(NUMBER + 1))


# --- no trace ---------------------------------------------------------------------------------------------------------


def test_no_words_no_number_and_no_token_can_be_read_in_any_file(begin, store_folder):
    (chat,) = take_in(begin, 7, words=CANARY)
    write(begin, lambda chats: chats.messages.put(chat, Outgoing(CANARY, BUTTONS)))
    token = ask(begin, lambda chats: chats.token_of(NUMBER))
    planted = (CANARY, "heron", BUTTONS[0][0], str(NUMBER), token)
    assert not any(holds(store_folder, each) for each in planted)


def test_no_column_holds_the_number(begin, database, chat):
    assert not everywhere(database, str(NUMBER))


def test_a_chat_that_is_let_go_leaves_numbers_of_updates_alone(begin, database, chat):
    write(begin, lambda chats: chats.messages.put(chat, Outgoing(CANARY)), lambda chats: chats.updates.answered(7))
    write(begin, lambda chats: chats.drop(chat))
    assert count(database) == (0, 1, 0)
    assert not everywhere(database, chat)
    assert ask(begin, lambda chats: chats.get(chat)) is None
    assert take_in(begin, 7) == [None], "it comes again, and counts no second time"


def test_letting_go_twice_does_nothing(begin, database, chat):
    write(
        begin, lambda chats: chats.updates.answered(7), lambda chats: chats.drop(chat), lambda chats: chats.drop(chat)
    )
    assert count(database) == (0, 1, 0)


def test_what_came_in_meanwhile_begins_anew_under_another_key(begin, chat):
    write(begin, lambda chats: chats.updates.answered(7), lambda chats: chats.mark(chat, told=True, leaving=True))
    take_in(begin, 8, words=CANARY)
    with begin(reading=True) as records:
        before = records._session.get(ChatRow, chat).wrapped_key
    write(begin, lambda chats: chats.drop(chat))
    found = ask(begin, lambda chats: chats.get(chat))
    assert (found.told, found.leaving, found.number) == (False, False, NUMBER)
    assert [each["words"] for each in ask(begin, lambda chats: chats.updates.waiting(chat, 9))] == [CANARY]
    with begin(reading=True) as records:
        assert records._session.get(ChatRow, chat).wrapped_key != before


# --- retention --------------------------------------------------------------------------------------------------------


def test_after_two_days_numbers_and_messages_go(begin, database, clock, spoken):
    sent, unsure = (write(begin, lambda chats: chats.messages.put(spoken, Outgoing("Yes."))) for _ in range(2))
    write(
        begin,
        lambda chats: chats.updates.answered(7),
        lambda chats: chats.messages.move(sent, State.SENT, 5),
        lambda chats: chats.messages.move(unsure, State.UNSURE),
    )
    clock.move(seconds=(HELD - timedelta(minutes=1)).total_seconds())
    retain(begin, 45)
    assert count(database) == (1, 1, 2)
    clock.move(minutes=2)
    retain(begin, 45)
    assert count(database) == (1, 0, 0)


def test_what_waits_does_not_go(begin, database, clock, chat):
    write(begin, lambda chats: chats.messages.put(chat, Outgoing("Yes.")))
    clock.move(days=5)
    retain(begin, 45)
    assert count(database) == (1, 1, 1)


def test_a_chat_goes_with_its_person(begin, database, clock, spoken, person):
    write(begin, lambda chats: chats.updates.answered(7))
    clock.move(days=3)
    retain(begin, 45)
    assert count(database) == (1, 0, 0)
    with begin() as records:
        records.people.forget(person, "person")
        records.commit()
    retain(begin, 45)
    assert count(database) == (0, 0, 0)


def forget(begin, person):
    """Delete everything, as a conversation on another device does."""
    with begin() as records:
        records.telegram.leave(person)
        records.sessions.begin_anew(person, records.people.create)
        records.people.forget(person, "person")
        records.commit()


def test_who_deletes_everything_elsewhere_is_let_go_here_too(begin, spoken, person):
    write(begin, lambda telegram: telegram.updates.answered(7))
    forget(begin, person)
    retain(begin, 45)
    assert ask(begin, lambda telegram: telegram.get(spoken)) is None


@pytest.mark.parametrize("waits", ["a message", "an update"])
def test_a_last_reply_is_sent_before_that(begin, spoken, person, waits):
    write(begin, lambda telegram: telegram.updates.answered(7))
    if waits == "a message":
        write(begin, lambda telegram: telegram.messages.put(spoken, Outgoing("Everything is deleted.")))
    else:
        take_in(begin, 8)
    forget(begin, person)
    retain(begin, 45)
    assert ask(begin, lambda telegram: telegram.get(spoken)).leaving
