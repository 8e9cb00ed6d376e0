"""Reflecting: seven statements in words of our own, beside the person's words, for learning and not for blame."""

from dataclasses import replace

import pytest

from bot.model.statements import STATEMENTS, statement
from tests.unit.web.team_fakes import NASTY, SHARED

PATH = "/staff/shared/s1/reflect"
FORM = {
    "statement": "4",
    "together": "together",
    "people": "3",
    "helped": "Asking early",
    "hindered": "",
    "next": "Ask",
}


def test_there_are_seven_statements_in_order_and_none_is_empty():
    assert [each.number for each in STATEMENTS] == [1, 2, 3, 4, 5, 6, 7]
    assert all(each.name and each.sentence.endswith(".") for each in STATEMENTS)
    assert len({each.sentence for each in STATEMENTS}) == 7
    assert all(len(each.sentence.split()) <= 20 for each in STATEMENTS)
    assert statement(7).name == "Those close"


def test_the_page_has_the_persons_words_the_seven_statements_and_their_source(desk):
    page = desk.opens(PATH).text

    assert (
        page.index("My garden")
        < page.index("It is quiet there")
        < page.index("Mornings are hard")
        < page.index("What helped?")
    )
    for each in STATEMENTS:
        assert each.name in page
        assert each.sentence in page
    assert "Results through relationships" in page
    assert "The wording here is our own." in page
    for question in ("What helped?", "What got in the way?", "What next?"):
        assert question in page


def test_together_is_a_number_of_people_and_no_names(desk, team):
    answer = desk.sends(PATH, FORM, follow_redirects=False)

    assert answer.status_code == 303
    words = "What helped?\nAsking early\n\nWhat next?\nAsk"
    assert team.team_pages.kept == [("reflect", 4, True, words, 3)]
    assert "A number is enough. No names." in desk.opens(PATH).text
    assert "Your reflection is saved." in desk.opens(answer.headers["location"]).text


def test_alone_counts_one_whatever_the_number_says(desk, team):
    desk.sends(PATH, FORM | {"together": "alone", "people": "9"})

    assert team.team_pages.kept[0][2::2] == (False, 1)


@pytest.mark.parametrize(
    ("wrong", "told", "field"),
    [
        ({"statement": "8"}, "Choose one of the seven.", "statement"),
        ({"statement": ""}, "Choose one of the seven.", "statement"),
        ({"together": ""}, "Choose alone or together.", "together"),
        ({"people": ""}, "Enter how many people were there", "people"),
        ({"people": "1"}, "Enter how many people were there", "people"),
        ({"people": "51"}, "Enter how many people were there", "people"),
        ({"people": "Ann and Bob"}, "Enter how many people were there", "people"),
        ({"helped": " ", "next": ""}, "Write something in one of the three boxes.", "helped"),
        ({"next": "x" * 2001}, "Use 2,000 characters or fewer.", "next"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, team, wrong, told, field):
    page = desk.sends(PATH, FORM | {"hindered": "No van"} | wrong if "helped" not in wrong else FORM | wrong)

    assert page.status_code == 422
    assert team.team_pages.kept == []
    assert f'<a href="#reflect-{field}">' in page.text
    assert page.text.count(told) == 2
    assert f'id="reflect-{field}"' in page.text
    if "helped" not in wrong:
        assert ">No van</textarea>" in page.text


def test_earlier_ones_are_listed_newest_first_with_who_was_there(desk):
    page = desk.opens(PATH).text.partition("Earlier</h2>")[2]

    assert page.index("1. Recognise") < page.index("4. What matters")
    assert "Alone, written by Lee Lead, today at 08:00." in page
    assert "3 people together, written by Sam Reviewer, yesterday at 09:00." in page
    assert "Asking early" in page


def test_without_earlier_ones_there_is_no_empty_list(desk, team):
    team.team_pages.shared = replace(SHARED, reflections=())

    assert "Earlier</h2>" not in desk.opens(PATH).text


def test_when_sharing_stops_nothing_is_kept_and_no_words_are_shown(desk, team):
    team.team_pages.stopped = True

    for form in (FORM, {}):
        answer = desk.sends(PATH, form)
        assert answer.status_code == 404
        assert "My garden" not in answer.text
    assert team.team_pages.kept == []


def test_words_are_shown_and_never_run(desk):
    page = desk.sends(PATH, FORM | {"statement": "", "helped": NASTY}).text

    assert "<script>alert" not in page
    assert ">&lt;script&gt;alert(1)&lt;/script&gt;" in page.partition('id="reflect-helped"')[2]
