"""Reading the texts of data/information: whoever made a slip is told in which file and line, and how to mend it."""

import pytest

from bot.information.loader import InformationError, read_information
from bot.model.directory import Nation
from bot.model.information import QUESTIONS, Contact, LeadsTo, Page, Pathway

WHOLE = f"""\
title: Planning ahead
need: How do I plan?
answers: [{", ".join(QUESTIONS)}]

messages:
  - You can plan.
  - |-
    You can choose:
    • this
    • that
easy_read:
  - You can plan.
  - You can choose.
differences:
  Scotland: It is not the same there.

ask:
  - name: Your GP surgery
  - name: Compassion in Dying
    phone: "0800 999 2434"
read_more:
  - name: Compassion in Dying
    address: https://compassionindying.org.uk
leads_to: [what_matters]

sources:
  - name: Compassion in Dying
    address: https://compassionindying.org.uk/advice
written_by: the people who make What Matters
reviewed_by: not yet reviewed by a clinician
reviewed_on: 2026-11-23
review_by: 2027-11-23
"""
OTHER = WHOLE.replace(f"answers: [{', '.join(QUESTIONS)}]\n", "")


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, "planning/ahead.yml", WHOLE)
    return tmp_path


def write(folder, name, words):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def faults(folder):
    with pytest.raises(InformationError) as raised:
        read_information(folder)
    return str(raised.value).splitlines()


def test_a_text_is_read_whole(folder):
    (text,) = read_information(folder).texts
    assert (text.id, text.stage, text.title) == ("ahead", Pathway.PLANNING, "Planning ahead")
    assert text.messages == ("You can plan.", "You can choose:\n• this\n• that")
    assert text.differences == {Nation.SCOTLAND: "It is not the same there."}
    assert text.ask == (Contact("Your GP surgery"), Contact("Compassion in Dying", "0800 999 2434"))
    assert text.sources == (Page("Compassion in Dying", "https://compassionindying.org.uk/advice"),)
    assert text.leads_to == (LeadsTo.WHAT_MATTERS,)


def test_texts_stand_in_the_order_of_the_pathway(folder):
    for stage in ("after_death", "talking", "last_days"):
        write(folder, f"{stage}/of_{stage}.yml", OTHER)
    stages = [text.stage for text in read_information(folder).texts]
    assert stages == [Pathway.TALKING, Pathway.PLANNING, Pathway.LAST_DAYS, Pathway.AFTER_DEATH]


# what is put in place of what -> where it is said to be, and what is said
SLIPS = {
    "a slip in a name": ("title:", "tittle:", "line 1, tittle: is no field of a text. Mend: look for a slip"),
    "a field left out": ("need: How do I plan?\n", "", "line 1, need: is not there. Mend: add it"),
    "one message": ("  - You can plan.\n  - |-\n    You", "  - |-\n    You", "messages: has 1 in its list, and needs"),
    "three messages": ("easy_read:\n", "  - One more.\neasy_read:\n", "has 3 in its list, and needs at most 2"),
    "no list": ("easy_read:\n  - You can plan.\n  - You can choose.\n", "easy_read: You can plan.\n", "is not a list"),
    "an empty message": ("  - You can choose.\n", '  - ""\n', "line 13, easy_read.2: is empty"),
    "a third message inside": ("    • this\n", "    • this\n\n", "line 7, messages.2: holds an empty line"),
    "a value": ("  - You can choose.\n", "  - You can choose {this}.\n", "line 13, easy_read.2: holds a { or }"),
    "a question": ("  - You can choose.\n", "  - What do you choose?\n", "line 13, easy_read.2: ends with a question"),
    "an unknown intent": ("[ask_how", "[ask_hwo", "line 3, answers.1: is none of the questions that people ask"),
    "a nation with a slip": ("  Scotland:", "  Scottland:", "line 15, differences.Scottland: is not one of these"),
    "England": ("  Scotland:", "  England:", "differences names England"),
    "a phone as a number": ('"0800 999 2434"', "999", "line 20, ask.2.phone: is not a text. Mend: put it in quotes"),
    "a phone with letters": ('"0800 999 2434"', "0800 GRIEF", "line 20, ask.2.phone: is not a phone number"),
    "nobody to ask": ("ask:\n  - name: Your GP surgery\n", "asks:\n  - name: Your GP surgery\n", "ask: is not there"),
    "no https": ("https://compassionindying.org.uk\n", "http://compassion.org.uk\n", "line 23, read_more.1.address"),
    "an address of words": ("https://compassionindying.org.uk\n", "their site\n", "is not an address that begins"),
    "an address that carries more": ("uk/advice", "uk/advice?from=us", "line 28, sources.1.address: is not an address"),
    "a page without a name": ("  - name: Compassion in Dying\n    address: https://compassionindying.org.uk\n",
                              "  - address: https://compassionindying.org.uk\n", "line 22, read_more.1.name: is not"),
    "a day that is none": ("2027-11-23", "2027-11-33", "line 32, review_by: is not a date"),
    "a day in words": ("2027-11-23", "next autumn", "review_by: is not a date. Mend: write it as 2026-11-22"),
    "a day before": ("2027-11-23", "2026-11-23", "review_by is not after reviewed_on"),
    "more than two ways on": ("[what_matters]", "[what_matters, find_support, after_death_steps]", "more than 2"),
    "a way on of no kind": ("[what_matters]", "[share]", "leads_to.1: is not one of these"),
    "a way on to nowhere": ("leads_to: [what_matters]", "leads_on_to: [gone]", "line 24, leads_on_to.1: no other"),
    "a way on to itself": ("leads_to: [what_matters]", "leads_on_to: [ahead]", "line 24, leads_on_to.1: no other"),
    "written twice": ("need: How do I plan?\n", "need: How do I plan?\nneed: Why?\n", "line 3, need: is written 2"),
    "a title that is too long": ("Planning ahead", "P" * 51, "line 1, title: is longer than 50 signs"),
    "a tab": ("  - You can choose.\n", "\t- You can choose.\n", "line 13: "),
    "a quote left open": ("title: Planning", 'title: "Planning', "Mend: compare it with the other files"),
    "a question that nobody answers": ("ask_lpa, ", "", "No file answers ask_lpa."),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_place(folder, slip):
    before, after, told = SLIPS[slip]
    assert before in WHOLE
    write(folder, "planning/ahead.yml", WHOLE.replace(before, after, 1))
    found = "\n".join(faults(folder))
    assert told in found
    assert "planning/ahead.yml" in found or "No file answers" in found
    assert "pydantic" not in found


@pytest.mark.parametrize("words", ["", "- a list", "just words", "# nothing\n"])
def test_a_file_without_fields_is_told(folder, words):
    write(folder, "planning/other.yml", words)
    assert "planning/other.yml has no fields. Mend: begin with `title:`" in faults(folder)[0]


def test_a_file_in_another_encoding_is_told(folder):
    (folder / "planning" / "other.yml").write_bytes("title: Café".encode("latin-1"))
    assert faults(folder)[0] == "planning/other.yml is not saved as UTF-8. Mend: save it with that encoding."


@pytest.mark.parametrize("name", ["other.yml", "plannning/other.yml", "planning/deeper/other.yml"])
def test_a_file_in_no_stage_is_told(folder, name):
    write(folder, name, OTHER)
    assert faults(folder)[0].startswith(
        f"{name} is in no stage. Mend: put it into one of the folders talking, planning"
    )


@pytest.mark.parametrize("name", ["Other.yml", "other-one.yml", "other one.yml", "other2.yml", f"{'o' * 41}.yml"])
def test_a_name_that_no_button_can_carry_is_told(folder, name):
    write(folder, f"planning/{name}", OTHER)
    assert faults(folder)[0].startswith(f"planning/{name} has a name that no button can carry. Mend: ")


def test_a_sign_that_no_text_can_have_is_told(folder):
    write(folder, "planning/other.yml", OTHER + "\x07")
    assert faults(folder)[0].startswith("planning/other.yml has a sign in it")


def test_two_files_for_one_question_or_of_one_name_are_told(folder):
    write(folder, "talking/ahead.yml", WHOLE)
    found = "\n".join(faults(folder))
    assert "talking/ahead.yml: another folder has a file of this name" in found
    assert "talking/ahead.yml, line 3, answers.1: another file answers ask_how_to_start_talking" in found


def test_all_slips_are_told_at_once(folder):
    write(folder, "planning/ahead.yml", WHOLE.replace("title:", "tittle:").replace("0800 999", "0800 GRI"))
    write(folder, "talking/other.yml", OTHER.replace("2027", "2025"))
    assert len([line for line in faults(folder) if ".yml" in line]) == 4
