"""Somebody looks for support: at most two questions, at most three services, and codes alone are kept."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.model.directory import Found, Looking, Loss, Need, Relationship, Way
from bot.model.position import Question
from tests.unit.stages.fake_support import CRUSE, MOSAIC, match
from tests.unit.stages.talking import at

P = "utter_signposting_"
B = "utter_bereavement_"


def looked(support):
    return support.looked[-1]


# --- what the words say already ---------------------------------------------------------------------------------------


def test_words_that_say_it_all_need_no_question(talk, support):
    at(talk, None)
    said = talk.does("bereaved_suicide", "my brother took his own life in March, I'm in Poole")
    assert said[:2] == [B + "suicide", P + "service"]
    assert talk.question is None
    found = looked(support)
    assert (found.losses, found.relationships, found.district) == ((Loss.SUICIDE,), (Relationship.SIBLING,), "BH15")
    assert "brother" in found.text


def test_a_first_message_is_welcomed_and_its_question_is_asked(talk):
    said = talk.does("bereavement_support", "my dad died")
    assert said == [B + "parent", "utter_welcome_hello", P + "ask_place"]


@pytest.mark.parametrize(
    ("intent", "words", "grief", "question"),
    [
        ("bereavement_support", "", "any", Question.SIGNPOSTING_WHO),
        ("bereavement_support", "my husband died", "partner", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my mum died", "parent", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my son died", "child", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my friend died", "friend", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my dad died ten years ago", "years_ago", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my dad died when i was 9", "years_ago", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my dad died of bowel cancer", "expected", Question.SIGNPOSTING_PLACE),
        ("bereavement_support", "my dad died, it was not expected", "parent", Question.SIGNPOSTING_PLACE),
        ("bereaved_child", "my granddaughter is grieving", "young", Question.SIGNPOSTING_PLACE),
        ("bereaved_suicide", "", "suicide", Question.SIGNPOSTING_PLACE),
        ("bereaved_sudden", "", "sudden", Question.SIGNPOSTING_PLACE),
        ("baby_loss", "I had a miscarriage", "pregnancy", Question.SIGNPOSTING_PLACE),
        ("anticipatory_grief", "", "before", Question.SIGNPOSTING_PLACE),
        ("bereaved_suicide", "my brother took his own life five years ago", "suicide", Question.SIGNPOSTING_PLACE),
    ],
)
def test_each_kind_of_grief_is_met_with_its_own_words(talk, intent, words, grief, question):
    at(talk, None)
    said = talk.does(intent, words)
    assert said[0] == B + grief
    assert talk.question is question


@pytest.mark.parametrize(
    ("intent", "first"), [("find_support", P + "ask_need"), ("volunteer_help", P + "volunteer_help")]
)
def test_without_a_need_that_is_asked_first(talk, intent, first):
    at(talk, None)
    assert talk.does(intent)[0] == first
    assert talk.question is Question.SIGNPOSTING_NEED


# --- two questions ----------------------------------------------------------------------------------------------------


def test_two_questions_and_then_services(talk, support):
    at(talk, None)
    talk.does("find_support")
    talk.presses("bereavement")
    said = talk.presses("sibling")
    assert said[:2] == [B + "sibling", P + "service"]
    assert said[-1] == "utter_session_what_next"
    assert looked(support).relationships == (Relationship.SIBLING,)


@pytest.mark.parametrize("words", ["find support", "Find me help!", "please find support"])
def test_the_words_of_the_command_alone_tell_of_no_need(talk, support, monkeypatch, words):
    monkeypatch.setattr(support, "read", lambda _words: Looking(needs=(Need.CARERS,)))
    at(talk, None)
    talk.does("find_support", words)
    assert talk.question is Question.SIGNPOSTING_NEED


@pytest.mark.parametrize("answers", [["skip", "skip"], ["I don't know", "no"], ["money", "skip"]])
def test_everything_can_be_skipped(talk, answers):
    at(talk, None)
    talk.does("find_support")
    for words in answers:
        said = talk.types(words)
    assert P + "service" in said
    assert talk.question is None


def test_going_back_asks_the_first_question_again_and_lets_its_answer_go(talk, support):
    at(talk, None)
    talk.does("bereavement_support")
    talk.presses("sibling")
    assert talk.question is Question.SIGNPOSTING_PLACE
    assert talk.types("go back") == [P + "ask_who"]
    talk.presses("friend")
    talk.types("DT1")
    assert (looked(support).relationships, looked(support).district) == ((Relationship.FRIEND,), "DT1")
    assert talk.question is None


def test_going_back_keeps_what_was_told_before_the_question(talk, support):
    support.next_question = lambda looking, asked: ["who", "place", ""][len(asked)]
    at(talk, None)
    talk.does("bereaved_suicide", "it was suicide")
    talk.presses("friend")
    talk.types("go back")
    talk.presses("sibling")
    talk.types("DT1")
    assert looked(support).losses == (Loss.SUICIDE,)
    assert looked(support).relationships == (Relationship.SIBLING,)


def test_a_volunteer_is_asked_about_the_one_who_grieves(talk, support):
    talk.does("arrive")
    talk.presses("helping")
    said = talk.presses("bereavement")
    assert said == [B + "helping", P + "ask_young"]
    assert P + "service" in talk.presses("young")
    assert looked(support).for_child


def test_the_open_question_is_asked_again_after_the_search(talk):
    at(talk, Question.FOCUS_WHY)
    talk.does("find_support")
    assert talk.question is Question.SIGNPOSTING_NEED
    talk.presses("money")
    said = talk.types("DT1")
    assert said[-1] == "utter_focus_ask_why_quoting"
    assert talk.question is Question.FOCUS_WHY


def test_a_search_that_needs_no_question_leaves_the_open_question_open(talk):
    at(talk, Question.FOCUS_WHY)
    said = talk.does("find_support", "money, I'm in Poole")
    assert said[-1] == "utter_focus_ask_why_quoting"
    assert talk.question is Question.FOCUS_WHY


def test_a_way_of_contact_is_kept_through_the_questions(talk, support):
    at(talk, None)
    talk.does("find_support", "someone I can text about money")
    talk.types("skip")
    assert looked(support).ways == {Way.TEXT}


def test_no_word_is_kept_and_the_search_is_over_when_it_is_over(talk):
    at(talk, None)
    talk.does("bereaved_suicide", "my brother took his own life by the old slipway")
    kept = json.dumps(talk.position.to_json())
    assert "slipway" not in kept
    assert '"suicide"' in kept
    talk.types("DT1")
    assert talk.position.to_json().get("search") == {"shown": ("s1", "s2", "s3")}


# --- what is shown ----------------------------------------------------------------------------------------------------


def shown(talk, name="Cruse"):
    return next(say for say in talk.heard if say.response == P + "service" and say.values["name"] == name)


def test_a_service_says_why_what_next_how_when_and_who_checked(talk):
    at(talk, None)
    talk.does("find_support", "money, I'm in Poole")
    say = shown(talk)
    assert say.values["why"] == "It is for anyone bereaved."
    assert say.values["next"] == "Somebody trained will answer."
    assert say.values["contact"] == "0808 808 1677\ntext HELP to 85258\nhelp@example.org"
    assert say.values["open"] == "Day and night."
    assert say.values["checked"] == "No person has checked this yet."
    assert say.links == (("Call 0808 808 1677", "tel:08088081677"), ("Website of Cruse", "https://example.org/cruse"))
    assert shown(talk, "The Page").values["contact"] == "https://example.org/page"
    assert "report_directory_error" in talk.buttons()


@pytest.mark.parametrize(
    ("open_now", "said"), [(True, "Open now."), (False, "Closed just now."), (None, "Hours not known.")]
)
def test_whether_it_is_open_is_always_said(talk, support, open_now, said):
    support.found = Found((replace(match(CRUSE, open_now=open_now), opens=""),))
    at(talk, None)
    talk.does("find_support", "money, I'm in Poole")
    assert shown(talk).values["open"] == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found(), [P + "nothing"]),
        (Found(unclear="Narnia"), [P + "unclear_place", P + "nothing"]),
        (Found((match(CRUSE),), next_best=True), [P + "next_best", P + "service", P + "if_wrong"]),
        (Found((match(MOSAIC),)), [P + "service", P + "alert", P + "if_wrong"]),
    ],
)
def test_what_does_not_fit_is_said(talk, support, found, said):
    support.found = found
    at(talk, None)
    assert talk.does("find_support", "money, I'm in Poole")[:-1] == said


# --- a wrong number ---------------------------------------------------------------------------------------------------


def find(talk):
    talk.does("find_support", "money, I'm in Poole")


def test_a_wrong_number_is_reported_once_and_not_shown_to_this_person_again(talk, support):
    at(talk, None)
    find(talk)
    assert talk.does("report_directory_error", "that number is wrong") == [P + "ask_wrong"]
    assert talk.buttons() == ["choose:s1", "choose:s2", "deny"]
    assert talk.presses("s1")[0] == P + "wrong_reported"
    ((service, reporter),) = support.reports
    assert service == "s1"
    assert len(reporter) == 64
    assert talk.person not in reporter
    find(talk)
    say = shown(talk)
    assert "1677" not in str(say)
    assert "85258" not in str(say)
    assert "website" in say.values["next"]


def test_once_somebody_has_checked_it_the_number_is_shown_again(talk, support, clock):
    at(talk, None)
    find(talk)
    talk.does("report_directory_error", "the number for Cruse is wrong")
    support.check("s1", date(2026, 11, 21))
    find(talk)
    assert "1677" not in str(shown(talk)), "it may have been checked before it was reported"
    support.check("s1", date(2026, 11, 22))
    find(talk)
    assert "1677" in str(shown(talk))


def test_a_service_that_is_named_is_reported_without_a_question(talk, support):
    at(talk, None)
    find(talk)
    assert talk.does("report_directory_error", "the number for Cruse is dead")[0] == P + "wrong_reported"
    assert [service for service, _ in support.reports] == ["s1"]


def test_without_a_service_shown_nothing_is_reported(talk, support):
    at(talk, None)
    assert talk.does("report_directory_error", "your number is wrong")[0] == P + "wrong_none_shown"
    assert support.reports == []


def test_what_the_directory_hides_for_everybody_is_not_shown(talk, support):
    support.found = Found((match(replace(CRUSE, number_wrong=True, phones=())),))
    at(talk, None)
    find(talk)
    assert "may be wrong" in shown(talk).values["contact"]


# --- a card from a volunteer ------------------------------------------------------------------------------------------


def test_a_card_shows_what_was_chosen_and_leaves_the_open_question(talk):
    at(talk, Question.FOCUS_WHY)
    said = talk.presses("card:BCD234")
    assert said[:2] == [P + "card", P + "service"]
    assert talk.question is Question.FOCUS_WHY
    assert talk.does("report_directory_error")[0] == P + "wrong_reported"


def test_somebody_new_with_a_card_is_welcomed(talk):
    said = talk.presses("card:BCD234")
    assert said[:2] == ["utter_welcome_hello", P + "card"]
    assert said[-1] == "utter_session_what_next"


def test_an_old_code_gets_a_kind_line(talk):
    at(talk, None)
    assert talk.presses("card:ZZZ999")[0] == P + "card_unknown"


def test_needs_of_the_buttons_are_those_of_the_directory(talk, support):
    at(talk, None)
    talk.does("find_support")
    for value, need in [("carers", Need.CARERS), ("before", Need.END_OF_LIFE), ("volunteering", Need.VOLUNTEERING)]:
        talk.does("find_support")
        talk.presses(value)
        talk.types("skip")
        assert looked(support).needs == (need,)


def test_what_was_shown_is_shown_again_without_the_questions(talk):
    talk.does("find_support", "dad died and I live in Poole")
    shown = [say.values["name"] for say in talk.heard if say.response == P + "service"]
    assert shown
    for _ in range(2):
        assert P + "ask_who" not in talk.does("bereaved_suicide", "what was that number again?")
        assert [say.values["name"] for say in talk.heard if say.response == P + "service"] == shown


def test_a_need_told_instead_of_a_place_is_noted(talk):
    talk.does("bereavement_support", "my brother died")
    talk.presses("support_for_me")
    assert talk.question is Question.SIGNPOSTING_PLACE
    said = talk.types("it is about money")
    assert said[0] == P + "noted"
    assert P + "service" in said  # where was asked twice before


def test_whoever_lost_a_partner_is_not_asked_whether_they_are_a_child(talk):
    talk.does("arrive")
    talk.presses("helping")
    assert P + "ask_young" not in talk.does("bereavement_support", "he told me his husband died")
