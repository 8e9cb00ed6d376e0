"""A link is opened for the first time: told once, at the person's own next message, naming nobody."""

from dataclasses import replace

import pytest

from bot.model.bereft import Bereft
from bot.model.position import Door
from bot.model.safety import Asked, Told
from bot.stages.share_pages import SharedPages
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import at, share_with

LOOK = "utter_share_first_look"


@pytest.fixture
def shared(talk):
    """Somebody who has shared with one reader by link."""
    at(talk, None)
    talk.link = share_with(talk, "Aunt May")
    return talk


def opened(talk):
    SharedPages(talk.begin).open(*talk.link)


def stands(talk, **changes):
    with talk.begin() as records:
        records.people.place(talk.person, replace(records.people.position(talk.person), **changes))
        records.commit()


def test_it_is_told_once_at_the_next_message_and_names_nobody(shared):
    assert LOOK not in shared.does("resume")
    opened(shared)
    assert LOOK in shared.does("resume")
    assert "ask_who_viewed" in shared.buttons()
    assert "{" not in RESPONSES[LOOK][-1]["text"]
    assert LOOK not in shared.does("resume")
    opened(shared)
    assert LOOK not in shared.does("resume")


def test_a_greeting_that_may_be_lost_does_not_tell_it(shared):
    opened(shared)
    assert LOOK not in shared.does("arrive")
    assert LOOK in shared.types("hello")


def test_whoever_asks_who_has_looked_has_been_told(shared):
    opened(shared)
    assert "utter_share_viewed_once" in shared.does("ask_who_viewed")
    assert LOOK not in shared.does("ask_who_viewed")
    assert LOOK not in shared.does("resume")


def test_each_link_is_told_of_by_itself_and_two_together(shared):
    opened(shared)
    shared.does("resume")
    shared.link = share_with(shared, "Jo")
    opened(shared)
    assert shared.does("resume").count(LOOK) == 1
    for reader in ("Ann", "Ben"):
        shared.link = share_with(shared, reader)
        opened(shared)
    assert shared.does("resume").count(LOOK) == 1
    assert LOOK not in shared.does("resume")


def test_after_sharing_has_stopped_or_ended_it_is_told_no_more(shared, clock):
    opened(shared)
    shared.types("stop sharing")
    assert LOOK not in shared.does("resume")
    shared.link = share_with(shared, "Jo")
    opened(shared)
    clock.move(days=8)
    assert LOOK not in shared.does("resume")


def test_after_everything_is_deleted_there_is_nothing_to_tell(shared):
    opened(shared)
    shared.does("delete_my_data")
    shared.presses("delete")
    assert LOOK not in shared.types("hello")


@pytest.mark.parametrize("death", [{"door": Door.GRIEVING}, {"told": Told.DEATH_JUST_HAPPENED}])
def test_after_a_death_it_is_not_told(shared, death):
    opened(shared)
    stands(shared, **death)
    assert LOOK not in shared.does("resume")


def test_while_a_reply_about_danger_is_the_latest_it_waits(shared):
    opened(shared)
    stands(shared, told=Told.SUICIDAL, asked=Asked.SAFE_NOW)
    assert LOOK not in shared.does("resume")
    stands(shared, told=None, asked=None)
    assert LOOK in shared.does("resume")


def test_nobody_who_never_shared_hears_of_it(talk):
    at(talk, None)
    assert LOOK not in talk.does("resume")
    assert talk.position.bereft == Bereft()
