"""Two teams ask something: an answer to one never becomes an answer to the other."""

from dataclasses import replace

import pytest

from bot.model.position import Question, Unsent
from tests.unit.stages.hearing_back import I, leaves, stop_care
from tests.unit.stages.talking import ask_from_team
from tests.unit.team_store import CARE, OTHER


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


def test_with_two_teams_the_answer_that_waits_comes_first_and_that_is_said(two_teams):
    assert two_teams.presses("answer_team") == [I + "not_sent_yet", I + "ask_send"]
    assert two_teams.value(I + "ask_send", "team") == "The Garden Team"
    two_teams.presses("send")
    assert asked_of(two_teams, CARE).answer == "in the morning, after ten"
    assert asked_of(two_teams, OTHER).answer is None


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
