"""Somebody shares with a team: offered beside a name, a yes of its own, who opened it, and stopping."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.staff import Team
from bot.records.consent import Purpose
from bot.records.team_access import NotSharedError
from bot.store.tables.accounts import TeamRow
from tests.unit.fakes import RESPONSES
from tests.unit.stages.fake_support import TEAMS
from tests.unit.stages.talking import Talk, at
from tests.unit.team_store import CARE, OTHER, staff

S = "utter_share_"


@pytest.fixture
def kept(talk):
    return at(talk, None)


def share_with_team(talk, team=CARE, called="Nan Jean", sections="everything"):
    talk.does("share_summary")
    talk.presses(f"team:{team}")
    talk.types(called)
    talk.presses(sections)
    if sections != "everything":
        talk.presses("done")
    talk.presses("30")
    return talk.presses("share")


def shares(talk):
    with talk.begin() as records:
        return records.teamwork.of(talk.person)


def open_it(pages, talk, account="a1"):
    return pages.open(staff(account), shares(talk)[0].id)


def test_teams_are_offered_beside_typing_a_name(kept):
    assert kept.does("share_summary") == [S + "ask_who_or_team"]
    assert kept.buttons() == [*(f"choose:team:{team.id}" for team in TEAMS), "choose:after_my_death"]
    assert kept.types("Aunt May") == [S + "ask_sections"]
    assert kept.position.team == ""


HOSPICE = (Team(CARE, "Bramble Hospice community team", 3), Team(OTHER, "Rose Ward", 1))


@pytest.mark.parametrize(
    ("words", "team"),
    [("the hospice team", CARE), ("Bramble team", CARE), ("the community team", CARE), ("my hospice", CARE),
     ("Bramble Hospice", CARE), ("the rose team", OTHER), ("Rose Ward", OTHER),
     ("Rose", ""), ("Bramble", ""), ("Ward", ""), ("my hospice nurse Jo", ""), ("the Meadow team", ""),
     ("Jo from the hospice", "")],
)  # fmt: skip
def test_part_of_the_name_of_a_team_means_it_where_it_can_be_no_person(begin, facts, words, team):
    kept = at(Talk(begin, replace(facts, teams=lambda: HOSPICE)), None)
    kept.does("share_summary")
    assert kept.types(words)[-1] == S + ("ask_called" if team else "ask_sections")
    assert kept.position.team == team


def test_part_of_the_names_of_two_teams_means_neither(begin, facts):
    two = (Team(CARE, "Bramble Hospice day team", 3), Team(OTHER, "Bramble Hospice night team", 1))
    kept = at(Talk(begin, replace(facts, teams=lambda: two)), None)
    kept.does("share_summary")
    kept.types("the hospice team")
    assert kept.position.team == ""


def test_without_teams_only_a_name_is_asked_for(begin, facts, talk):
    alone = at(Talk(begin, replace(facts, teams=lambda: ())), None)
    assert alone.does("share_summary") == [S + "ask_who"]


def test_the_whole_way(kept, pages, clock):
    assert share_with_team(kept)[0] == S + "team_done"
    (share,) = shares(kept)
    assert (share.team, share.called, share.stands) == (CARE, "Nan Jean", True)
    assert share.sections == (Heading.MOST_IMPORTANT, Heading.SUPPORT)
    assert share.expires_at == clock.now() + timedelta(days=30)
    with kept.begin() as records:
        assert records.consents.stands(kept.person, Purpose.SHARE_TEAM, share.id)
    assert open_it(pages, kept).sections[0].lines[0].words == "my garden"
    assert (kept.draft.recipient, kept.draft.called, kept.position.team) == ("", "", "")
    assert kept.shares == (), "no link and no PIN"


def test_what_is_agreed_to_is_said_in_full(kept):
    kept.does("share_summary")
    kept.types("Harbour Nurses")
    kept.types("May")
    kept.presses("support")
    kept.presses("done")
    kept.presses("7")
    (say,) = kept.heard
    assert say.response == S + "ask_consent_team"
    assert say.values == {
        "recipient": "Harbour Nurses",
        "Recipient": "Harbour Nurses",
        "sections": Heading.SUPPORT.label,
        "called": "May",
        "until": "28 November 2026",
        "within": "1 day",
    }


@pytest.mark.parametrize("answer", ["skip", "no", "I don't know"])
def test_no_name_is_an_answer_too(kept, answer):
    share_with_team(kept, called=answer)
    assert shares(kept)[0].called == ""


def test_without_a_yes_nothing_is_shared(kept):
    kept.does("share_summary")
    kept.presses(f"team:{CARE}")
    kept.types("May")
    kept.presses("everything")
    kept.presses("7")
    assert kept.types("thats right") == [S + "clear_yes", S + "ask_consent_team"]
    kept.types("no")
    assert shares(kept) == ()
    assert (kept.draft.recipient, kept.draft.called) == ("", "")


def test_going_back_from_each_question(kept):
    kept.does("share_summary")
    kept.presses(f"team:{CARE}")
    kept.types("May")
    kept.presses("everything")
    kept.presses("7")
    for question in (Question.SHARE_EXPIRY, Question.SHARE_SECTIONS, Question.SHARE_CALLED, Question.SHARE_WHO):
        kept.types("go back")
        assert kept.question is question
    kept.types("Aunt May")
    kept.presses("everything")
    kept.presses("7")
    assert kept.question is Question.SHARE_CONSENT, "not the team's"


def test_a_team_that_closes_meanwhile_is_not_shared_with(begin, facts, talk):

    there = list(TEAMS)
    person = at(Talk(begin, replace(facts, teams=lambda: tuple(there))), None)
    person.does("share_summary")
    person.presses(f"team:{CARE}")
    person.types("May")
    person.presses("everything")
    person.presses("7")
    there.clear()
    assert person.types("yes") == [S + "ask_who"]
    assert shares(person) == ()


def test_a_team_that_closes_at_the_moment_of_the_yes_is_not_shared_with(kept):
    """The conversation still sees the team; the store does not any more."""
    kept.does("share_summary")
    kept.presses(f"team:{CARE}")
    kept.types("May")
    kept.presses("everything")
    kept.presses("7")
    with kept.begin() as records:
        records._session.get(TeamRow, CARE).closed_at = records.clock.now()
        records.commit()

    assert kept.presses("share") == [S + "team_gone", S + "ask_who_or_team"]
    assert kept.value(S + "team_gone", "recipient") == "The Garden Team"
    assert shares(kept) == ()
    assert (kept.draft.recipient, kept.draft.called, kept.position.team) == ("", "", "")


def test_what_is_agreed_to_says_that_later_changes_are_seen_too(kept):
    assert "they see the changes too" in RESPONSES[S + "ask_consent_team"][0]["text"]


# --- who has looked ---------------------------------------------------------------------------------------------------


def test_who_has_looked_names_the_team_and_the_day(kept, pages, clock):
    share_with_team(kept)
    kept.presses("menu_sharing")
    assert "ask_who_viewed" in kept.buttons()
    assert kept.does("ask_who_viewed")[:2] == [S + "team_not_viewed", S + "team_open_until"]
    open_it(pages, kept)
    kept.does("ask_who_viewed")
    assert kept.value(S + "team_viewed_once", "recipient") == "The Garden Team"
    assert kept.value(S + "team_viewed_once", "last") == "21 November 2026 at 09:30"
    clock.move(days=1)
    open_it(pages, kept, "a2")
    kept.does("ask_who_viewed")
    assert kept.value(S + "team_viewed", "times") == "2"
    assert kept.value(S + "team_viewed", "last") == "22 November 2026 at 09:30"


def test_a_team_that_has_closed_can_read_it_no_more(kept):

    share_with_team(kept)
    kept.facts = replace(kept.facts, teams=lambda: ())
    assert kept.does("ask_who_viewed")[:2] == [S + "team_not_viewed", S + "team_closed"]


def test_links_and_teams_are_told_of_together(kept):
    from tests.unit.stages.talking import share_with

    share_with(kept, "Aunt May")
    share_with_team(kept)
    said = kept.does("ask_who_viewed")
    assert said[:4] == [S + "team_not_viewed", S + "team_open_until", S + "not_viewed", S + "open_until"]


def test_the_same_team_asked_again_is_told_of_once(kept):
    share_with_team(kept)
    share_with_team(kept, sections="support")
    assert kept.does("ask_who_viewed")[:-1] == [S + "team_not_viewed", S + "team_open_until"]
    assert [share.stands for share in shares(kept)].count(True) == 1


# --- stopping ---------------------------------------------------------------------------------------------------------


def test_one_message_stops_it(kept, pages):
    share_with_team(kept)
    open_it(pages, kept)
    assert kept.does("withdraw_consent")[0] == S + "team_stopped_seen"
    with pytest.raises(NotSharedError):
        open_it(pages, kept)
    assert "withdraw_consent" not in kept.buttons()
    assert kept.does("ask_who_viewed")[:2] == [S + "team_viewed_once", S + "team_closed"]


def test_what_was_never_opened_is_stopped_as_such(kept):
    share_with_team(kept)
    assert kept.does("withdraw_consent")[0] == S + "team_stopped_unseen"


def test_opening_it_again_soon_is_told_once_with_the_first_moment(kept, pages, clock):
    share_with_team(kept)
    open_it(pages, kept)
    kept.does("ask_who_viewed")
    assert kept.value(S + "team_viewed_once", "last") == "21 November 2026 at 09:30"
    clock.move(minutes=20)
    open_it(pages, kept)
    assert kept.does("ask_who_viewed")[0] == S + "team_viewed_once"
    assert kept.value(S + "team_viewed_once", "last") == "21 November 2026 at 09:30", "what was told does not change"
    clock.move(minutes=10)
    open_it(pages, kept)
    kept.does("ask_who_viewed")
    assert kept.value(S + "team_viewed", "times") == "2"
    assert kept.value(S + "team_viewed", "last") == "21 November 2026 at 10:00"


def test_what_is_said_after_stopping_names_the_very_last_opening(kept, pages, clock):
    share_with_team(kept)
    open_it(pages, kept)
    clock.move(minutes=5)
    open_it(pages, kept, "a2")
    clock.move(minutes=5)
    open_it(pages, kept)
    kept.does("withdraw_consent")
    assert kept.value(S + "team_stopped_seen", "last") == "21 November 2026 at 09:40"


@pytest.mark.parametrize(
    ("what", "left"), [("the garden team", {OTHER}), ("Aunt May", {CARE, OTHER}), ("all of them", set())]
)
def test_one_of_several_is_stopped_by_name(kept, what, left):
    from tests.unit.stages.talking import share_with

    share_with(kept, "Aunt May")
    share_with_team(kept)
    share_with_team(kept, OTHER)
    kept.does("withdraw_consent")
    assert kept.question is Question.SHARE_STOP_WHICH
    kept.types(what)
    assert {share.team for share in shares(kept) if share.stands} == left


def test_deleting_everything_takes_it_away_from_the_team(kept, pages):
    share_with_team(kept)
    share = shares(kept)[0].id
    kept.does("delete_my_data")
    kept.presses("delete")
    with pytest.raises(NotSharedError):
        pages.open(staff("a1"), share)
