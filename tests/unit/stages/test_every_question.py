"""Every question of the conversation: it has a table of answers; an interruption, a pause or leaving answers none."""

from dataclasses import replace

import pytest

from bot.model.felt import Felt
from bot.model.heard import Heard
from bot.model.position import Question
from bot.stages.heard_in_grief import ASKED_FOR_HELP
from bot.stages.questions import ANSWERS, ASKS
from tests.unit.stages.answering import asked
from tests.unit.stages.test_answers_about_offers import TABLE as OFFERS
from tests.unit.stages.test_answers_about_what_was_not_right import TABLE as NOT_RIGHT
from tests.unit.stages.test_answers_after_a_death import TABLE as AFTER_A_DEATH
from tests.unit.stages.test_answers_coming_and_going import TABLE as COMING_AND_GOING
from tests.unit.stages.test_answers_finding_support import TABLE as FINDING_SUPPORT
from tests.unit.stages.test_answers_looking_back import TABLE as LOOKING_BACK
from tests.unit.stages.test_answers_planning import TABLE as PLANNING
from tests.unit.stages.test_answers_sharing import TABLE as SHARING
from tests.unit.stages.test_answers_to_a_team import TABLE as TO_A_TEAM
from tests.unit.stages.test_answers_what_matters import TABLE as WHAT_MATTERS
from tests.unit.stages.test_answers_writing_it_down import TABLE as WRITING_IT_DOWN

Q = Question
TABLES = (
    COMING_AND_GOING,
    PLANNING,
    WHAT_MATTERS,
    WRITING_IT_DOWN,
    SHARING,
    LOOKING_BACK,
    TO_A_TEAM,
    NOT_RIGHT,
    OFFERS,
    FINDING_SUPPORT,
    AFTER_A_DEATH,
)


@pytest.fixture
def facts(facts):
    """A channel can write to the person first, so a reminder can be set."""
    return replace(facts, can_write_first=lambda person: True)


def test_every_question_can_be_asked_and_answered():
    assert set(ASKS) == set(ANSWERS) == set(Q)


def test_the_tables_know_every_question():
    assert sorted(question for table in TABLES for question in table) == sorted(Q)


# A pause, a question of the person's own, a feeling: none of them answers what is open.
ASIDE = [
    "pause", "stop", "goodbye", "ask_privacy", "help", "thank", "express_fear", "report_directory_error", "ask_clarify",
    "ask_who_are_you", "chitchat", "nlu_fallback", "resume", "greet", "arrive", "review_summary", "ask_who_viewed",
]  # fmt: skip


LEAVING = ("pause", "stop", "goodbye")
ASKED_ASIDE = (
    Q.RECORD_DELETE, Q.RECORD_COPY, Q.PLAN_CLEAR, Q.SHARE_STOP_WHICH, Q.SESSION_START_OVER, Q.REMINDER_KEEP,
    Q.IMPROVE_COUNT, Q.IMPROVE_CONTACT,
)  # fmt: skip


@pytest.mark.parametrize("intent", LEAVING)
@pytest.mark.parametrize("question", ASKED_ASIDE)
def test_leaving_is_a_no_to_what_is_asked_aside(talk, question, intent):
    asked(talk, question)
    kept, shares, draft = talk.kept, len(talk.shares), talk.draft
    assert talk.does(intent)[0] == "utter_session_nothing_changed"
    assert talk.question is not question, "a dangerous question would stay open for weeks"
    assert (talk.kept, len(talk.shares), talk.draft) == (kept, shares, draft)


PUT_DOWN = {Q.SIGNPOSTING_WRONG, Q.BEREAVEMENT_NATION, *ASKED_FOR_HELP}
"""Which number is wrong is asked once, and what is asked of whoever grieves twice: what else is said lets them go."""


@pytest.mark.parametrize("question", [q for q in Q if q not in PUT_DOWN])
def test_an_interruption_answers_nothing(talk, question):
    asked(talk, question)
    before = (replace(talk.position, felt=Felt()), talk.draft, talk.kept, len(talk.shares))
    for intent in ASIDE:
        if intent in LEAVING and question in ASKED_ASIDE:
            continue
        if intent == "review_summary" and question is Q.PLAN_CHANGE:
            continue  # it is a way out of the list of parts, back to the plan
        responses = talk.does(intent)
        assert responses, intent
        where = replace(talk.position, misses=0, again=None, felt=Felt())
        assert (where, talk.draft, talk.kept, len(talk.shares)) == before, intent
        if intent not in LEAVING:
            assert responses[-1] != "utter_session_what_next", intent


@pytest.mark.parametrize("question", [q for q in Q if q not in {*ASKED_ASIDE, *PUT_DOWN}])
@pytest.mark.parametrize("words", ["not today", "maybe later", "I need a break"])
def test_a_pause_is_not_an_answer(talk, question, words):
    asked(talk, question)
    before = (talk.position, talk.draft)

    assert talk.types(words)[0].startswith("utter_session_pause")
    assert (replace(talk.position, heard=Heard()), talk.draft) == before
    assert talk.does("resume")
    assert (replace(talk.position, heard=Heard()), talk.draft) == before
