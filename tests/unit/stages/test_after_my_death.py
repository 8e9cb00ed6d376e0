"""Somebody sets up who may read their notes after their death, sees how it stands, stops it, and comes back alive."""

from dataclasses import replace

import pytest

from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.model.release import Say, Stage
from bot.model.safety import Told
from bot.model.saying import Said
from bot.records.sharing import ShareClosedError
from bot.stages.share_pages import SharedPages
from bot.stages.trusted_pages import TrustedPages
from tests.unit.fakes import RULES
from tests.unit.stages.talking import at, share_with

pytestmark = pytest.mark.usefixtures("quick_pins")
Q = Question
S = "utter_share_after_"


@pytest.fixture
def kept(talk):
    return at(talk, None)


def set_up(talk, readers="Aunt May", trusted="Jo and Sam"):
    """Set it up by talking; return token and PIN of each link, by name."""
    talk.does("share_summary")
    talk.presses("after_my_death")
    talk.types(readers)
    talk.presses("everything")
    talk.types(trusted)
    talk.presses("no_end")
    talk.presses("share")
    given = [say for say in talk.heard if say.links]
    pins = [say.values["pin"].replace(" ", "") for say in talk.heard if say.response == S + "pin"]
    urls = [say.links[0][1].rsplit("/", 2) for say in given]
    names = [say.values["recipient"] for say in given]
    return {name: (url[1], url[2], pin) for name, url, pin in zip(names, urls, pins, strict=True)}


def says(talk, links, name, what=Say.DIED):
    return TrustedPages(talk.begin).say(*links[name][1:], what)


def reads(talk, links, name="Aunt May"):
    return SharedPages(talk.begin).open(*links[name][1:])


def released(talk):
    with talk.begin() as records:
        return records.releases.of(talk.person)


def test_the_whole_way(kept, clock):
    links = set_up(kept, "Aunt May and Ravi", "my sister Jo, Sam")
    assert {name: kind for name, (kind, _, _) in links.items()} == {
        "your sister Jo": "trusted",
        "Sam": "trusted",
        "Aunt May": "shared",
        "Ravi": "shared",
    }
    assert kept.question is None
    assert (kept.draft.readers, kept.draft.trusted, kept.draft.recipient) == ((), (), "")
    clock.move(minutes=1)
    says(kept, links, "your sister Jo")
    assert says(kept, links, "Sam").stage is Stage.WAITING
    with pytest.raises(ShareClosedError):
        reads(kept, links)
    clock.move(days=7)
    assert [section.heading for section in reads(kept, links).sections] == [
        Heading.MOST_IMPORTANT.label,
        Heading.SUPPORT.label,
    ]


def test_what_is_said_yes_to_says_all_of_it(kept):
    kept.does("share_summary")
    kept.presses("after_my_death")
    kept.types("Aunt May")
    kept.presses("support")
    kept.presses("done")
    kept.types("Jo")
    assert kept.value(S + "ask_second", "first") == "Jo"
    kept.types("Sam")
    kept.presses("365")

    say = next(say for say in kept.heard if say.response == S + "ask_consent")
    assert say.values == {
        "recipient": "Aunt May",
        "Recipient": "Aunt May",
        "sections": Heading.SUPPORT.label,
        "trusted": "Jo and Sam",
        "Trusted": "Jo and Sam",
        "wait": "7 days",
        "until": "21 November 2027",
    }
    assert released(kept) == ()
    kept.presses("do_not_share")
    assert released(kept) == ()


@pytest.mark.parametrize("second", ["Jo", "jo", "JO."])
def test_the_two_are_two_people(kept, second):
    kept.does("share_summary")
    kept.presses("after_my_death")
    kept.types("Aunt May")
    kept.presses("everything")
    kept.types("Jo")
    assert kept.types(second)[0] == S + "say_trusted"
    assert kept.draft.trusted == ("Jo",)


@pytest.mark.parametrize("words", ["share it after I die", "share my summary only when I'm gone"])
def test_it_is_reached_by_saying_so(kept, words):
    assert kept.types(words)[-1] == S + "ask_who"
    assert kept.question is Q.SHARE_AFTER_WHO


def test_a_reader_named_with_it_is_taken(kept):
    kept.types("share my summary with Aunt May after I die")
    assert kept.question is Q.SHARE_AFTER_PARTS
    assert kept.draft.readers == ("Aunt May",)


def test_with_nothing_kept_there_is_nothing_to_set_up(talk):
    talk.does("arrive")
    talk.presses("me")
    assert talk.presses("after_my_death")[0] == "utter_share_nothing_kept"


def test_names_that_expire_with_the_draft_are_asked_for_again(kept):
    kept.does("share_summary")
    kept.presses("after_my_death")
    kept.types("Aunt May")
    kept.presses("everything")
    with kept.begin() as records:
        records.drafts.drop(kept.person)
        records.commit()
    assert kept.does("resume")[-1] == S + "ask_who"


# --- seeing and stopping ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("times", "said"), [(0, "next"), (1, "viewed_once"), (2, "viewed")])
def test_it_is_told_under_who_has_looked_with_who_read_it(kept, clock, times, said):
    links = set_up(kept)
    clock.move(minutes=1)
    says(kept, links, "Jo")
    says(kept, links, "Sam")
    clock.move(days=7)
    for _ in range(times):
        reads(kept, links)
    responses = kept.does("ask_who_viewed")
    assert responses[0] == S + "set"
    assert (f"{S}{said}" in responses) is bool(times)


def test_nobody_else_is_said_to_read_it(kept):
    set_up(kept)
    assert kept.types("can my sister read it?", "ask_privacy")[0] == "utter_privacy_read_by_nobody"


def test_what_happens_after_death_is_told_as_it_was_set_up(kept):
    kept.types("what happens to it when I die?", "ask_privacy")
    assert "choose:after_my_death" in kept.buttons()
    set_up(kept)
    assert kept.types("what happens to it when I die?", "ask_privacy")[0] == S + "set"


def test_it_is_stopped_in_one_message(kept):
    links = set_up(kept)
    kept.presses("menu_sharing")
    assert "withdraw_consent" in kept.buttons()
    assert kept.does("withdraw_consent")[0] == S + "stopped"
    for name in ("Jo", "Sam"):
        with pytest.raises(ShareClosedError):
            says(kept, links, name)
    assert kept.does("ask_who_viewed")[0] == S + "over"


@pytest.mark.parametrize("what", ["after my death", "Aunt May", "<all>"])
def test_it_is_one_of_what_can_be_stopped(kept, what):
    share_with(kept, "Ravi")
    set_up(kept)
    assert kept.does("withdraw_consent") == ["utter_share_ask_stop_which"]
    said = kept.presses(what[1:-1]) if what[0] == "<" else kept.types(what)
    assert S + "stopped" in said
    assert not released(kept)[0].stands
    with kept.begin() as records:
        assert bool(records.shares.open_now(kept.person)) is (what != "<all>")


def test_deleting_everything_closes_every_link(kept):
    links = set_up(kept)
    kept.does("delete_my_data")
    kept.presses("delete")
    for name in ("Jo", "Sam"):
        with pytest.raises(ShareClosedError):
            says(kept, links, name)


# --- whoever writes is alive ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("does", ["resume", "help", "greet", "find_support", "review_summary"])
def test_any_message_stops_it_and_tells_who_said_so_once(kept, clock, does):
    links = set_up(kept)
    clock.move(minutes=1)
    says(kept, links, "Jo")
    says(kept, links, "Sam")
    clock.move(days=6)
    assert S + "told" in kept.does(does)
    assert kept.value(S + "told", "names") == "Jo and Sam"
    assert S + "told" not in kept.does(does)
    clock.move(days=30)
    with pytest.raises(ShareClosedError):
        reads(kept, links)


def test_a_reply_that_was_lost_is_told_again(kept, clock):
    links = set_up(kept)
    clock.move(minutes=1)
    says(kept, links, "Jo")
    lost = [say.response for action in RULES["resume"] for say in kept.runs(action, Said("resume"), kept.person)]
    assert S + "told" in lost
    assert S + "told" in kept.does("resume")
    assert S + "told" not in kept.does("resume")


def test_what_was_read_then_is_told_apart_from_other_links(kept, clock):
    links = set_up(kept)
    clock.move(minutes=1)
    says(kept, links, "Jo")
    says(kept, links, "Sam")
    clock.move(days=8)
    reads(kept, links)
    assert S + "viewed_once" in kept.does("ask_who_viewed")
    assert "utter_share_viewed_once" not in [say.response for say in kept.heard]


def test_they_are_told_that_it_was_read(kept, clock):
    links = set_up(kept)
    clock.move(minutes=1)
    says(kept, links, "Jo")
    says(kept, links, "Sam")
    clock.move(days=8)
    reads(kept, links)
    clock.move(days=1)
    assert S + "told_read" in kept.does("resume")
    assert "withdraw_consent" in kept.buttons()
    with pytest.raises(ShareClosedError):
        reads(kept, links)


@pytest.mark.parametrize(("door", "told"), [(Door.WRITING, True), (Door.CLOSE, False)])
def test_a_death_told_in_the_chat_opens_nothing_and_says_so(kept, clock, door, told):
    links = set_up(kept)
    with kept.begin() as records:
        here = records.people.position(kept.person)
        records.people.place(kept.person, replace(here, door=door, told=Told.DEATH_JUST_HAPPENED))
        records.commit()

    assert (S + "not_by_chat" in kept.does("greet")) is told
    clock.move(days=30)
    with pytest.raises(ShareClosedError):
        reads(kept, links)
    assert released(kept)[0].stage is Stage.SET
