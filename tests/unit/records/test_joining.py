"""Join codes: of one person, for one channel, once, for a quarter of an hour; only a hash is held."""

import re
import threading
from datetime import timedelta

import pytest

from bot.jobs.retention import retain
from bot.records.joining import GOOD_FOR, JoinChannel
from tests.unit.fakes import every_byte, everywhere

TELEGRAM, WEB = JoinChannel.TELEGRAM, JoinChannel.WEB
PATIENCE = 30


def made(begin, person, channel=TELEGRAM):
    with begin() as records:
        code = records.joining.make(person, channel)
        records.commit()
    return code


def take(begin, code, channel=TELEGRAM):
    with begin() as records:
        person = records.joining.take(code, channel)
        records.commit()
    return person


def test_a_code_fits_into_a_link_to_telegram(begin, person):
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", made(begin, person))


def test_a_code_is_good_once(begin, person):
    code = made(begin, person)
    assert take(begin, code) == person
    assert take(begin, code) is None


def test_a_code_works_for_its_channel_only(begin, person):
    code = made(begin, person, WEB)
    assert take(begin, code, TELEGRAM) is None
    assert take(begin, code, "api") is None
    assert take(begin, code, WEB) == person


@pytest.mark.parametrize("code", ["", "x", "A" * 22, "\N{BLACK HEART SUIT}" * 22])
def test_an_unknown_code_is_nobodys(begin, person, code):
    made(begin, person)
    assert take(begin, code) is None


def test_a_code_is_good_for_a_quarter_of_an_hour(begin, person, clock):
    code, later = made(begin, person), made(begin, person, WEB)
    clock.move(seconds=(GOOD_FOR - timedelta(seconds=1)).total_seconds())
    assert take(begin, code) == person
    clock.move(seconds=1)
    assert take(begin, later, WEB) is None


def test_a_new_code_ends_the_one_before_in_its_channel_alone(begin, person):
    first, web, second = made(begin, person), made(begin, person, WEB), made(begin, person)
    assert take(begin, first) is None
    assert take(begin, second) == person
    assert take(begin, web, WEB) == person


def test_one_persons_new_code_ends_nobody_elses(begin, person):
    code = made(begin, person)
    with begin() as records:
        records.joining.make(records.people.create(), TELEGRAM)
        records.commit()
    assert take(begin, code) == person


def test_the_code_itself_is_in_no_file(begin, person, store_folder):
    code = made(begin, person)
    assert code.encode() not in every_byte(store_folder)


def test_forgetting_somebody_ends_their_codes(begin, person, database):
    code = made(begin, person)
    assert "join_codes" in everywhere(database, person)
    with begin() as records:
        records.people.forget(person, "person")
        records.commit()
    assert take(begin, code) is None
    assert "join_codes" not in everywhere(database, person)


def test_looking_uses_nothing_up(begin, person):
    code = made(begin, person)
    for _ in range(2):
        with begin(reading=True) as records:
            found = records.joining.find(code, TELEGRAM)
            assert (found.person, found.good) == (person, True)
            assert code not in repr(found)
    assert take(begin, code) == person


def test_whether_a_code_was_used_is_known_for_a_while(begin, person, clock):
    code = made(begin, person)
    for use, known in ((None, False), (code, True)):
        if use:
            take(begin, use)
        with begin(reading=True) as records:
            assert records.joining.was_used(person, TELEGRAM) is known
            assert not records.joining.was_used(person, WEB)
    clock.move(minutes=15)
    with begin(reading=True) as records:
        assert not records.joining.was_used(person, TELEGRAM)


def test_a_used_code_is_held_for_a_while_and_then_goes(begin, person, clock, database):
    code = made(begin, person)
    take(begin, code)
    with begin() as records:
        assert records.joining.find(code, TELEGRAM).good is False
    retain(begin, 45)
    assert "join_codes" in everywhere(database, person)
    clock.move(minutes=15)
    retain(begin, 45)
    assert "join_codes" not in everywhere(database, person)


def test_of_several_who_take_a_code_at_once_one_wins(begin, person):
    code, ready, taken = made(begin, person), threading.Barrier(4), []

    def hurry():
        ready.wait(PATIENCE)
        taken.append(take(begin, code))

    threads = [threading.Thread(target=hurry) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert [each for each in taken if each is not None] == [person]
    assert len(taken) == 4


def test_a_session_speaks_as_somebody_else_from_now_on(begin, person):
    with begin() as records:
        other = records.people.create()
        token, stays = records.sessions.open(person, "telegram"), records.sessions.open(person, "web")
        records.sessions.speak_as(token, other)
        records.sessions.speak_as("no such session", other)
        assert (records.sessions.person(token), records.sessions.person(stays)) == (other, person)
        assert (records.sessions.channel(token), records.sessions.channel("no such session")) == ("telegram", "")
        assert records.sessions.any_of(person)
        assert records.sessions.any_of(person, besides=token)
        assert not records.sessions.any_of(person, besides=stays)
        records.sessions.close(stays)
        assert not records.sessions.any_of(person)
