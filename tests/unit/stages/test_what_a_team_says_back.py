"""What a team says back: told once, in its own words; its questions may be answered, put off or left."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.model.position import Door, Question, Unsent
from bot.model.safety import Asked, Told
from bot.model.teamwork import Progress
from tests.unit.stages.talking import ask_from_team, at
from tests.unit.team_store import CARE, OTHER, staff

I = "utter_improve_"  # noqa: E741
DUE = date(2026, 12, 1)


@pytest.fixture
def sharing(talk):
    """Somebody who shares with the care team and is doing nothing just now."""
    at(talk, None)
    with talk.begin() as records:
        kept = records.summaries.latest(talk.person)
        sections = tuple({line.heading: None for line in kept.lines})
        until = records.clock.now() + timedelta(days=30)
        records.teamwork.share(talk.person, CARE, "May", sections, until, kept.door)
        records.commit()
    return talk


def share_of(talk):
    with talk.begin() as records:
        return next(share.id for share in records.teamwork.of(talk.person) if share.stands)


def promise(pages, talk, words="A bench by the door", due=DUE):
    share = share_of(talk)
    line = pages.open(staff("a1"), share).sections[0].lines[0].id
    return pages.promise(staff("a1"), share, line, words, due)


def commitment(pages, talk):
    return pages.open(staff("a1"), share_of(talk)).commitments[0].id


def question(pages, talk):
    return pages.open(staff("a1"), share_of(talk)).questions[0]


# --- what it will do, and what became of it ---------------------------------------------------------------------------


def test_what_will_be_done_is_told_once_in_the_words_of_the_team(sharing, pages):
    promise(pages, sharing)
    said = sharing.does("resume")
    assert said == [I + "about", I + "planned", "utter_session_what_next"]
    assert sharing.value(I + "about", "about") == "my garden"
    assert sharing.value(I + "planned", "words") == "A bench by the door"
    assert sharing.value(I + "planned", "team") == "The Garden Team"
    assert sharing.value(I + "planned", "due") == "1 December 2026"
    assert sharing.does("resume") == ["utter_session_what_next"]


@pytest.mark.parametrize(
    ("state", "response"),
    [(Progress.DONE, "done"), (Progress.PARTLY, "partly"), (Progress.NOT_POSSIBLE, "not_possible")],
)
def test_what_became_of_it_is_told(sharing, pages, state, response):
    promise(pages, sharing)
    sharing.does("resume")
    pages.change(staff("a2"), share_of(sharing), commitment(pages, sharing), state, "The path is too steep")
    said = sharing.does("resume")
    assert I + response in said
    assert sharing.value(I + response, "words") == "The path is too steep"
    assert sharing.value(I + "promised", "promised") == "A bench by the door"


def test_a_greeting_that_is_not_held_for_a_repeat_says_only_that_there_is_news(sharing, pages):
    promise(pages, sharing)
    for _ in range(2):
        assert sharing.does("arrive") == [I + "news", "utter_session_what_next"]
    assert "resume" in sharing.buttons()
    assert I + "planned" in sharing.does("resume")
    assert sharing.does("arrive") == ["utter_session_what_next"]


def test_nothing_is_told_to_somebody_who_came_because_a_person_died(sharing, pages):
    promise(pages, sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, door=Door.GRIEVING))
        records.commit()
    assert not [said for said in sharing.does("resume") if said.startswith(I)]
    with sharing.begin() as records:
        records.people.place(sharing.person, here)
        records.commit()
    assert I + "planned" in sharing.does("resume")


def test_without_a_day_no_day_is_named(sharing, pages):
    promise(pages, sharing, due=None)
    assert I + "planned_some_time" in sharing.does("resume")


def test_news_comes_before_the_next_ordinary_reply_and_the_question_is_asked_again(sharing, pages):
    sharing.does("focus_on_what_matters")
    promise(pages, sharing)
    said = sharing.types("the sea")
    assert said == [I + "about", I + "planned", "utter_focus_ask_why_quoting"]
    assert sharing.question is Question.FOCUS_WHY


def test_until_the_reply_was_given_out_it_is_not_told(sharing, pages):
    promise(pages, sharing)
    for _ in range(2):
        with sharing.begin() as records:
            from bot.model.saying import Said
            from bot.stages.conversation import Conversation

            lost = Conversation(records, sharing.person, sharing.facts)
            sharing.actions["action_ask"].decide(lost, Said("resume"))
            assert I + "planned" in [say.response for say in lost.says]
            lost.store()
            records.commit()
    assert I + "planned" in sharing.does("resume")
    assert sharing.does("resume") == ["utter_session_what_next"]


@pytest.mark.parametrize("danger", [{"asked": next(iter(Asked))}, {"told": next(iter(Told))}])
def test_nothing_is_told_while_a_reply_about_danger_is_the_latest(sharing, pages, danger):
    promise(pages, sharing)
    ask_from_team(sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, **danger))
        records.commit()
    assert sharing.does("resume") == ["utter_session_what_next"]
    with sharing.begin() as records:
        records.people.place(sharing.person, replace(records.people.position(sharing.person), asked=None, told=None))
        records.commit()
    assert I + "planned" in sharing.does("resume")


def test_a_pause_is_left_in_peace(sharing, pages):
    promise(pages, sharing)
    assert not [name for name in sharing.does("pause") if name.startswith(I)]


# --- a question of the team -------------------------------------------------------------------------------------------


def test_with_nothing_open_the_question_is_opened(sharing, pages):
    ask_from_team(sharing, "Shall we ring before we come?")
    assert sharing.does("resume") == [I + "ask_answer"]
    assert sharing.value(I + "ask_answer", "question") == "Shall we ring before we come?"
    assert sharing.question is Question.IMPROVE_ANSWER


def test_an_answer_is_checked_and_then_reaches_the_team(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types("  in the morning, after ten ")
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    assert question(pages, sharing).answer is None
    assert sharing.types("yes")[0] == I + "sent"
    assert sharing.value(I + "sent", "within") == "3 days"
    assert question(pages, sharing).answer == "in the morning, after ten"
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")
    assert sharing.does("resume") == ["utter_session_what_next"]


@pytest.mark.parametrize("words", ["yes", "no", "I don't know"])
def test_short_words_are_answers_and_are_still_checked(sharing, pages, words):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types(words)
    assert question(pages, sharing).answer is None
    sharing.presses("send")
    assert question(pages, sharing).answer == words


def test_not_now_keeps_it_within_reach_and_does_not_ask_again(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    assert sharing.presses("later") == [I + "later", "utter_session_what_next"]
    assert "choose:answer_team" in sharing.buttons()
    assert sharing.does("resume") == ["utter_session_what_next"]
    assert sharing.presses("answer_team") == [I + "ask_answer"]
    sharing.types("after ten")
    sharing.presses("send")
    assert question(pages, sharing).answer == "after ten"
    assert "choose:answer_team" not in sharing.buttons()


def test_rather_not_is_an_answer_that_the_team_sees(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    assert sharing.presses("leave")[0] == I + "left"
    seen = question(pages, sharing)
    assert (seen.answer, seen.left) == (None, True)
    assert "choose:answer_team" not in sharing.buttons()


def test_in_the_middle_of_something_the_question_waits(sharing, pages):
    sharing.does("focus_on_what_matters")
    ask_from_team(sharing)
    said = sharing.types("the sea")
    assert said == [I + "question", "utter_focus_ask_why_quoting"]
    assert sharing.question is Question.FOCUS_WHY
    assert sharing.presses("answer_team") == [I + "ask_answer"]
    sharing.types("after ten")
    said = sharing.presses("send")
    assert said == [I + "sent", "utter_focus_ask_why_quoting"]
    assert sharing.question is Question.FOCUS_WHY


@pytest.mark.parametrize("step", ["again", "go back"])
def test_an_answer_can_be_written_again(sharing, pages, step):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types("after tne")
    sharing.types(step) if step == "go back" else sharing.presses(step)
    sharing.types("after ten")
    sharing.presses("send")
    assert question(pages, sharing).answer == "after ten"


def test_not_sent_is_not_sent(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types("leave me be")
    assert sharing.presses("do_not_send")[0] == I + "not_sent"
    assert question(pages, sharing).answer is None
    assert sharing.draft.to_send == ""


def test_once_sharing_has_stopped_there_is_nothing_to_answer(sharing):
    ask_from_team(sharing)
    sharing.does("resume")
    with sharing.begin() as records:
        for share in records.teamwork.of(sharing.person):
            records.teamwork.stop(share.id)
        records.commit()
    said = sharing.types("after ten")
    assert said[0] == I + "closed"
    assert sharing.question is None


@pytest.mark.parametrize("when", ["before it is told", "while it is open"])
def test_once_the_team_has_closed_no_answer_is_asked_for(sharing, when):
    ask_from_team(sharing)
    if when == "while it is open":
        sharing.does("resume")
    sharing.facts = replace(sharing.facts, teams=lambda: ())
    said = sharing.types("after ten") if when == "while it is open" else sharing.does("resume")
    assert (I + "closed" in said) == (when == "while it is open")
    assert not {I + "ask_answer", I + "question", I + "ask_send"} & set(said)
    assert sharing.question is None
    assert "choose:answer_team" not in sharing.buttons()


def test_two_questions_come_one_after_the_other(sharing, pages):
    ask_from_team(sharing, "First?")
    ask_from_team(sharing, "Second?")
    sharing.does("resume")
    assert sharing.value(I + "ask_answer", "question") == "First?"
    sharing.types("one")
    sharing.presses("send")
    assert sharing.value(I + "ask_answer", "question") == "Second?"


def test_a_button_for_a_question_that_is_gone_says_so(sharing):
    assert sharing.presses("answer_team")[0] == I + "nothing_asked"


# --- an answer that was left before it was sent -----------------------------------------------------------------------


def leaves(talk, intent="find_support"):
    """Somebody types an answer and, asked whether to send it, goes off to something else."""
    ask_from_team(talk)
    if talk.question is not Question.IMPROVE_ANSWER:
        talk.does("resume")
    talk.types("in the morning, after ten")
    assert talk.question is Question.IMPROVE_SEND
    return talk.does(intent)


def test_going_to_find_support_keeps_the_answer_and_says_so(sharing, pages):
    said = leaves(sharing)
    assert said[:-1] == [I + "kept"]
    assert sharing.question is Question.SIGNPOSTING_NEED
    assert sharing.draft.to_send == "in the morning, after ten"

    said = sharing.types("skip") if sharing.question is Question.SIGNPOSTING_NEED else []
    while sharing.question is not Question.IMPROVE_SEND:
        assert I + "kept" not in said, "it is said once"
        said = sharing.types("skip")

    assert said[-2:] == [I + "not_sent_yet", I + "ask_send"]
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    assert sharing.presses("send")[0] == I + "sent"
    assert question(pages, sharing).answer == "in the morning, after ten"
    assert sharing.does("resume") == ["utter_session_what_next"]


def test_what_was_open_before_is_finished_first_and_then_the_answer_is_come_back_to(sharing, pages):
    sharing.does("focus_on_what_matters")
    ask_from_team(sharing)
    sharing.types("the sea")
    sharing.presses("answer_team")
    sharing.types("after ten")
    sharing.does("find_support")
    while sharing.question is not Question.FOCUS_WHY:
        sharing.types("skip")
    said = sharing.types("it is calm")
    assert not [name for name in said if name.startswith(I)]
    assert sharing.draft.to_send == "after ten"
    assert sharing.presses("answer_team") == [I + "ask_send"]
    sharing.presses("send")
    assert question(pages, sharing).answer == "after ten"
    assert sharing.question is not Question.IMPROVE_SEND


def test_a_second_question_does_not_take_the_place_of_the_answer(sharing, pages):
    leaves(sharing)
    ask_from_team(sharing, "And which chair?")
    while sharing.question is not Question.IMPROVE_SEND:
        sharing.types("skip")
    sharing.presses("send")
    asked = pages.open(staff("a1"), share_of(sharing)).questions
    assert {each.question: each.answer for each in asked} == {
        "When is a good time to ring you?": "in the morning, after ten",
        "And which chair?": None,
    }


def test_changing_and_keeping_a_summary_meanwhile_loses_nothing_of_the_answer(sharing, pages):
    leaves(sharing, "edit_summary")
    assert sharing.question is Question.RECORD_CHECK
    sharing.presses("right")
    assert sharing.question is Question.RECORD_CONSENT
    sharing.presses("keep")
    assert sharing.question is Question.IMPROVE_SEND
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    sharing.presses("send")
    assert question(pages, sharing).answer == "in the morning, after ten"


def test_asked_whether_to_delete_everything_nothing_is_said_to_be_kept(sharing):
    assert I + "kept" not in leaves(sharing, "delete_my_data")
    assert sharing.types("no")[-1] == I + "ask_send"
    assert sharing.draft.to_send == "in the morning, after ten"


def test_an_answer_that_would_reach_nobody_any_more_is_let_go_and_that_is_said(sharing):
    leaves(sharing)
    with sharing.begin() as records:
        for share in records.teamwork.of(sharing.person):
            records.teamwork.stop(share.id)
        records.commit()
    assert I + "closed" in sharing.types("skip")
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")


def test_nothing_of_it_is_told_to_somebody_who_grieves_and_it_stays(sharing):
    leaves(sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, door=Door.GRIEVING, question=None))
        records.commit()
    assert not [name for name in sharing.does("resume") if name.startswith(I)]
    assert sharing.presses("answer_team") == [I + "ask_send"]


# --- two teams: an answer to one never becomes an answer to another ---------------------------------------------------


@pytest.fixture
def two_teams(sharing):
    """An answer to the care team is written and not sent; then another team asks something too."""
    leaves(sharing)
    with sharing.begin() as records:
        (mine,) = records.teamwork.of(sharing.person)
        records.teamwork.share(sharing.person, OTHER, "May", mine.sections, mine.expires_at, mine.door)
        (theirs,) = [share for share in records.teamwork.of(sharing.person) if share.team == OTHER]
        records.teamwork.questions.ask(theirs, "b1", "Which tea?")
        records.commit()
    return sharing


def stop_care(talk):
    with talk.begin() as records:
        records.teamwork.stop(next(share.id for share in records.teamwork.of(talk.person) if share.team == CARE))
        records.commit()


def asked_of(talk, team):
    with talk.begin() as records:
        share = next(share for share in records.teamwork.of(talk.person) if share.team == team)
        return records.teamwork.questions.of(share)[0]


def test_once_its_question_has_closed_an_answer_is_let_go_before_another_is_asked(two_teams):
    stop_care(two_teams)
    assert two_teams.presses("answer_team") == [I + "closed", I + "ask_answer"]
    assert two_teams.value(I + "ask_answer", "question") == "Which tea?"
    assert two_teams.draft.to_send == ""

    said = two_teams.does("find_support")
    assert I + "kept" not in said, "nothing was written to this team"
    while two_teams.question is not None:
        assert two_teams.question is not Question.IMPROVE_SEND
        two_teams.types("skip")
    two_teams.presses("answer_team")
    two_teams.types("a strong one")
    two_teams.presses("send")
    assert asked_of(two_teams, OTHER).answer == "a strong one"
    assert asked_of(two_teams, CARE).answer is None


@pytest.mark.parametrize("question", [Question.IMPROVE_SEND, Question.IMPROVE_ANSWER])
def test_when_it_closes_while_it_is_open_that_is_said_once(sharing, question):
    leaves(sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, question=question, returning_to=Question.FOCUS_MORE))
        records.commit()
    stop_care(sharing)
    said = sharing.presses("answer_team")
    assert said[:2] == [I + "closed", I + "nothing_asked"]
    assert said.count(I + "closed") == 1
    assert (sharing.question, sharing.position.asks, sharing.draft.to_send) == (Question.FOCUS_MORE, "", "")


def test_with_two_teams_the_answer_that_waits_comes_first_and_that_is_said(two_teams):
    assert two_teams.presses("answer_team") == [I + "not_sent_yet", I + "ask_send"]
    assert two_teams.value(I + "ask_send", "team") == "The Garden Team"
    two_teams.presses("send")
    assert asked_of(two_teams, CARE).answer == "in the morning, after ten"
    assert asked_of(two_teams, OTHER).answer is None


# --- written, gone back from the check, and put off -------------------------------------------------------------------


def put_off(talk, step="later"):
    """The answer that waits is opened, gone back from, and left for later."""
    while talk.question is not Question.IMPROVE_SEND:
        talk.types("skip")
    assert talk.types("go back")[-1] == I + "ask_answer"
    return talk.types("skip") if step == "skip" else talk.presses(step)


@pytest.mark.parametrize("step", ["later", "skip"])
def test_putting_it_off_after_going_back_keeps_what_was_written(sharing, pages, step):
    leaves(sharing)
    assert put_off(sharing, step) == [I + "later", "utter_session_what_next"]
    assert sharing.draft.to_send == "in the morning, after ten"
    assert sharing.does("resume") == ["utter_session_what_next"], "it is not pressed on them"
    assert "choose:answer_team" in sharing.buttons()
    assert sharing.presses("answer_team") == [I + "ask_send"]
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    sharing.presses("send")
    assert question(pages, sharing).answer == "in the morning, after ten"
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")


def test_what_is_put_off_never_answers_a_question_that_comes_later(sharing, pages):
    leaves(sharing)
    put_off(sharing)
    ask_from_team(sharing, "And which chair?")
    assert sharing.does("resume") == [I + "question", "utter_session_what_next"]
    assert sharing.presses("answer_team") == [I + "not_sent_yet", I + "ask_send"]
    sharing.presses("send")
    answers = {each.question: each.answer for each in pages.open(staff("a1"), share_of(sharing)).questions}
    assert answers == {"When is a good time to ring you?": "in the morning, after ten", "And which chair?": None}


def test_what_is_put_off_is_let_go_when_its_question_closes_and_that_is_said(sharing):
    leaves(sharing)
    put_off(sharing)
    stop_care(sharing)
    assert sharing.does("resume") == [I + "closed", "utter_session_what_next"]
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")


def test_the_button_names_the_team_of_the_answer_that_waits(sharing):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.presses("later")
    with sharing.begin() as records:
        (mine,) = records.teamwork.of(sharing.person)
        records.teamwork.share(sharing.person, OTHER, "May", mine.sections, mine.expires_at, mine.door)
        (theirs,) = [share for share in records.teamwork.of(sharing.person) if share.team == OTHER]
        asked = records.teamwork.questions.ask(theirs, "b1", "Which tea?")
        records.drafts.put(sharing.person, replace(records.drafts.get(sharing.person), to_send="a strong one"))
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, asks=asked, unsent=Unsent.LATER))
        records.commit()
    sharing.does("resume")
    last = sharing.heard[-1]
    assert [button.title for button in last.buttons if "Answer" in button.title] == ["Answer Harbour Nurses"]
    sharing.presses("answer_team")
    assert sharing.value(I + "ask_send", "team") == "Harbour Nurses"
