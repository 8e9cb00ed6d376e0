"""The card for an ambulance crew: one page, five lines at most, whole words, and nothing left out in silence."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.exports.card import ROOMS, card_as_text, present_card
from bot.exports.files import card_in_print
from bot.model.draft import Kind, Line, in_order
from bot.model.headings import Heading
from bot.model.own_copy import Agreed, OwnCopy
from bot.model.position import Door

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
ALL = (
    (Heading.MOST_IMPORTANT, Kind.WHAT, "Sunday lunch"),
    (Heading.MOST_IMPORTANT, Kind.WHAT, "my garden"),
    (Heading.COMMUNICATION, Kind.ADDED, "speak slowly"),
    (Heading.COMMUNICATION, Kind.ADDED, "sit on my right"),
    (Heading.PLEASE_DO, Kind.DO, "knock first"),
    (Heading.PLEASE_DO, Kind.DO_NOT, "call me love"),
    (Heading.WELLNESS, Kind.ADDED, "I sleep after lunch"),
)


def copy(*said, called="Mrs Lovell", door=Door.ME):
    lines = tuple(Line(f"l{place}", heading, kind, place, words) for place, (heading, kind, words) in enumerate(said))
    return OwnCopy(in_order(lines), door, 3, NOW, Agreed("keep/2", NOW), called=called)


def rows(made, room=ROOMS[0]):
    return {row.name: (row.words, row.rest) for row in present_card(made, room).rows}


def card(made):
    return card_in_print(made, "Bramble Hospice", NOW)


def pages(file):
    assert (file.name, file.kind) == ("what-matters-card.pdf", "application/pdf")
    return PdfReader(io.BytesIO(file.content)).pages


def told(file):
    return " ".join(" ".join(page.extract_text() for page in pages(file)).split())


def test_five_lines_in_their_own_words_and_order():
    assert rows(copy(*ALL)) == {
        "Please call me": (("Mrs Lovell",), ""),
        "Most important to me": (("Sunday lunch",), ""),
        "How to communicate with me": (("speak slowly", "sit on my right"), ""),
        "Please do": (("knock first",), ""),
        "Please do not": (("call me love",), ""),
    }


def test_what_was_not_said_takes_up_no_line():
    assert set(rows(copy(*ALL[:1], called=""))) == {"Most important to me"}
    assert "My notes have nothing for this card yet." in told(card(copy(ALL[-1], called="")))


def test_why_it_matters_is_left_to_the_full_notes():
    lines = (
        Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "Sunday lunch"),
        Line("l2", Heading.MOST_IMPORTANT, Kind.WHY, 0, "she makes me laugh"),
    )
    made = replace(copy(), lines=lines)

    assert rows(made)["Most important to me"] == (("Sunday lunch",), "")


def test_words_that_do_not_say_whether_to_do_it_never_stand_under_one_of_the_two():
    both = copy(*ALL[4:6], (Heading.PLEASE_DO, Kind.ADDED, "my tea without sugar"), called="")

    assert rows(both) == {
        "Please do and please do not": (
            ("Please do: knock first", "Please do not: call me love", "my tea without sugar"),
            "",
        )
    }


def test_somebody_elses_view_is_named_as_that():
    page = told(card(copy(*ALL, called="", door=Door.CLOSE)))

    assert "About someone close to me, for an ambulance crew" in page
    assert "It is not in that person's own words." in page
    assert "How to communicate with them" in page


def test_it_says_what_it_is_when_it_was_made_and_that_a_newer_one_may_exist():
    page = told(card(copy(*ALL)))

    for words in (
        "This card is from my notes about what matters, in my own words. It is not an advance decision.",
        "It is not a legal or clinical document.",
        "This card is short. The full notes may say more.",
        "From notes last updated on 22 November 2026, version 3. There may be a newer version.",
        "Made on 22 November 2026 at 10:15 with What Matters, which is run by Bramble Hospice.",
        "Page 1 of 1",
    ):
        assert words in page


def test_it_is_tagged_for_screen_readers_and_its_title_tells_nobodys_name():
    reader = PdfReader(io.BytesIO(card(copy(*ALL)).content))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert "pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert reader.metadata.title == "About me, for an ambulance crew"


def test_a_line_that_does_not_fit_ends_with_a_whole_word_and_says_where_the_rest_is():
    words, rest = rows(copy((Heading.MOST_IMPORTANT, Kind.WHAT, "one two three four"), called=""), 9)[
        "Most important to me"
    ]

    assert (words, rest) == (("one two …",), "The rest is in the full notes.")


def test_a_word_is_not_cut_even_where_it_is_all_there_is():
    words, rest = rows(copy((Heading.COMMUNICATION, Kind.ADDED, "w" * 400)))["How to communicate with me"]

    assert (words, rest) == ((), "This is in the full notes.")


@pytest.mark.parametrize("words", ["W" * 29 + " ", "I need somebody beside me. ", "no\n", "﷽ ", "👩‍👩‍👧‍👦 "])
def test_it_is_one_page_however_much_was_written(words):
    headings = [(heading, kind) for heading, kind, _ in ALL if heading is not Heading.WELLNESS]
    file = card(copy(*((heading, kind, words * 300) for heading, kind in headings), called=words * 300))

    assert len(pages(file)) == 1
    assert "in the full notes." in told(file)


def test_what_cannot_be_printed_whole_is_given_as_text():
    file = card(copy((Heading.MOST_IMPORTANT, Kind.WHAT, "my 漢字 garden")))

    assert (file.name, file.kind) == ("what-matters-card.txt", "text/plain")
    assert "Most important to me:\nmy 漢字 garden" in file.content.decode()
    assert "There may be a newer version." in file.content.decode()


@given(st.lists(st.text(min_size=1, max_size=60), max_size=5), st.sampled_from(ROOMS))
def test_all_of_what_was_said_is_there_or_it_says_that_it_is_not(said, room):
    made = copy(*((Heading.COMMUNICATION, Kind.ADDED, words) for words in said), called="")
    for row in present_card(made, room).rows:
        whole = row.words if not row.rest else row.words[:-1]
        assert whole == tuple(said[: len(whole)])
        assert row.rest or len(row.words) == len(said)


@given(
    st.lists(st.tuples(st.sampled_from(list(Heading)), st.sampled_from(list(Kind)), st.text(max_size=80)), max_size=6)
)
def test_whatever_was_written_there_is_a_card(said):
    file = card(copy(*said))

    assert file.name in {"what-matters-card.pdf", "what-matters-card.txt"}
    assert len(present_card(copy(*said), ROOMS[0]).rows) <= 5
    assert "for an ambulance crew".upper() in card_as_text(present_card(copy(*said), ROOMS[0]), "Made.")
