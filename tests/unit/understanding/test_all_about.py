"""What names the lines that are to go by what they are about: never a wish to have everything deleted."""

import pytest

from bot.understanding.all_about import all_about
from bot.understanding.context import act_on

GOES = (
    ("take everything about ken out", "ken"),
    ("take everything about tony and mark out", "tony and mark"),
    ("delete everything about Ken", "ken"),
    ("remove all mention of ken", "ken"),
    ("can you delete everything about Ken?", "ken"),
    ("delete all the stuff about the hospital", "the hospital"),
    ("please get rid of anything that mentions my sister", "my sister"),
    ("take both lines about Ken out please", "ken"),
    ("delete all the bits about the dog from my summary", "the dog"),
    ("wipe everything to do with church", "church"),
    ("everything about ken has to go", "ken"),
    ("i want anything about ken left out", "ken"),
    ("leave everything about ken out", "ken"),
    ("forget everything i told you about ken", "ken"),
    ("remove anything with ken in it", "ken"),
    ("delete everything about my son", "my son"),
)
GOES_NOT = (
    "delete everything about me",
    "delete everything",
    "delete everything you hold on me",
    "remove everything about me and my family",
    "remove all trace of me",
    "delete everything about this",
    "delete everything about my account",
    "delete everything i have written",
    "delete all the information about me",
    "take everything about me off your computer",
    "delete everything about us",
    "take out the bit about ken",
    "leave everything about ken in",
    "keep everything about ken",
    "take everything about ken seriously",
    "i like everything about the sea",
    "i forget everything about the war",
    "i want everything about the funeral to be simple",
)


@pytest.mark.parametrize(("words", "about"), GOES)
def test_what_the_lines_name_that_go(words, about):
    assert all_about(words) == about


@pytest.mark.parametrize("words", GOES_NOT)
def test_what_names_nothing_that_goes(words):
    assert all_about(words) == ""


@pytest.mark.parametrize("state", ["open", "choosing", "answering"])
@pytest.mark.parametrize(("words", "about"), GOES)
def test_it_is_a_change_to_lines_whatever_is_open(words, about, state):
    assert act_on([("delete_my_data", 0.99)], words, state) == ("edit_summary", 1.0)


@pytest.mark.parametrize("words", ["delete everything about me", "delete everything you hold on me", "delete it all"])
def test_all_that_is_held_is_still_asked_about(words):
    assert act_on([("delete_my_data", 0.99)], words, "choosing")[0] == "delete_my_data"
