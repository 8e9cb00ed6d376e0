"""A yes that somebody offers: shown what it means first, noted on a clear yes, listed, taken back in one message."""

from datetime import timedelta

import pytest

from bot.model.position import Question
from bot.records.consent import WORDINGS, Purpose
from bot.stages import reminder
from bot.store.tables.people import ConsentRow
from bot.understanding import offers
from tests.unit.stages.talking import at, share_with

I = "utter_improve_more_"  # noqa: E741  (as in the other tables, the first letter of the topic)
OFFERED = [(offers.COUNT, Purpose.IMPROVE), (offers.CONTACT, Purpose.CONTACT)]
each_offer = pytest.mark.parametrize(("offer", "purpose"), OFFERED)


def offer_it(talk, offer):
    return talk.presses(f"{offers.CHOICE}{offer}")


def agrees_to(talk, offer):
    offer_it(talk, offer)
    return talk.types("yes")


def stands(talk, purpose):
    with talk.begin(reading=True) as records:
        return records.consents.stands(talk.person, purpose)


@each_offer
def test_nothing_is_noted_before_a_yes_to_what_it_means(talk, offer, purpose):
    at(talk, None)
    assert offer_it(talk, offer) == [f"{I}ask_consent_{offer}"]
    assert not stands(talk, purpose)
    assert agrees_to(talk, offer)[0] == f"{I}{offer}_given"
    with talk.begin(reading=True) as records:
        row = records._session.query(ConsentRow).order_by(ConsentRow.number.desc()).first()
        assert (row.purpose, row.wording, row.decision) == (purpose, WORDINGS[purpose], "given")


@each_offer
def test_the_open_question_is_come_back_to(talk, offer, purpose):
    at(talk, Question.FOCUS_WHY)
    offer_it(talk, offer)
    assert talk.types("yes")[-1].startswith("utter_focus_ask_why")
    assert talk.question is Question.FOCUS_WHY


@each_offer
def test_a_yes_to_it_answers_no_other_question(talk, offer, purpose):
    at(talk, Question.SHARE_CONSENT)
    agrees_to(talk, offer)
    assert talk.question is Question.SHARE_CONSENT
    assert talk.shares == ()
    assert stands(talk, purpose)


@each_offer
def test_it_is_taken_back_in_one_message_and_was_no_yes_before(talk, offer, purpose):
    at(talk, None)
    back = f"not_{offer}"
    assert offer_it(talk, back)[0] == f"{I}{offer}_never"
    agrees_to(talk, offer)
    assert offer_it(talk, offer)[0] == f"{I}{offer}_already"
    assert offer_it(talk, back)[0] == f"{I}{offer}_taken_back"
    assert not stands(talk, purpose)
    assert talk.kept is not None


@each_offer
def test_taking_it_back_while_it_is_asked_is_a_no(talk, offer, purpose):
    at(talk, Question.FOCUS_WHY)
    offer_it(talk, offer)
    offer_it(talk, f"not_{offer}")
    assert talk.question is Question.FOCUS_WHY
    assert not stands(talk, purpose)


def test_whoever_is_reminded_can_stop_that_too(talk):
    at(talk, None)
    agrees_to(talk, offers.CONTACT)
    with talk.begin() as records:
        records.reminders.set(talk.person, records.clock.now() + timedelta(days=3))
        records.commit()
    offer_it(talk, offers.NOT_CONTACT)
    assert f"choose:{reminder.STOP}" in talk.buttons()


# --- what was said yes to ---------------------------------------------------------------------------------------------


def test_nothing_was_said_yes_to(talk):
    assert f"{I}agreed_nothing" in offer_it(talk, offers.AGREED)


def test_every_yes_that_stands_is_listed_and_none_that_does_not(talk):
    at(talk, None)
    share_with(talk, "Aunt May")
    agrees_to(talk, offers.COUNT)
    offer_it(talk, offers.AGREED)
    told = talk.value(f"{I}agreed", "yeses")
    assert [line.partition(",")[0] for line in told.splitlines()] == [
        "• keeping my summary",
        "• sharing with Aunt May",
        "• counting my summary with others",
    ]
    assert "withdraw_consent" in talk.buttons()
    offer_it(talk, offers.NOT_COUNT)
    talk.does("withdraw_consent")
    offer_it(talk, offers.AGREED)
    assert talk.value(f"{I}agreed", "yeses").startswith("• keeping my summary, on ")
    assert "\n" not in talk.value(f"{I}agreed", "yeses")
