"""A request put politely is the request, wherever lines are changed or put in order."""

import pytest

from bot.understanding.editing import Change
from bot.understanding.in_view import in_view
from bot.understanding.naming import asks_to_send, rather
from bot.understanding.plainly import plainly
from bot.understanding.requests import put_plainly

POLITE = [
    "can you {}",
    "can u {} pls",
    "could u please {}",
    "would you {} please?",
    "Could you just {}, thanks",
    "cld u {}",
]


@pytest.mark.parametrize("polite", POLITE)
def test_only_what_is_asked_for_is_left(polite):
    assert put_plainly(polite.format("put the Pigeons first")) == "put the Pigeons first"
    asked = in_view(polite.format("change pigeons to racing pigeons"))
    assert asked
    assert (asked.change, asked.old, asked.new) == (Change.REPLACE, "pigeons", "racing pigeons")


@pytest.mark.parametrize("polite", ["{}", *POLITE])
@pytest.mark.parametrize(("state", "meant"), [("open", "edit_summary"), ("choosing", "inform"), ("answering", None)])
def test_an_order_asked_for_is_one_where_no_answer_waits(polite, state, meant):
    assert plainly(polite.format("put the pigeons first"), state) == meant


@pytest.mark.parametrize("words", ["my can of beans", "could it be the drip", "I could put it first", "you can"])
def test_other_words_stay_as_they_are(words):
    assert put_plainly(words) == words


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("actually no my brother", "my brother"), ("not her, my brother", "my brother"), ("make it my son", "my son"),
        ("no not my sister, my GP", "my GP"), ("sorry i meant my daughter", "my daughter"), ("not her, Jan", "Jan"),
        ("change it to Jan", "Jan"), ("wait, for the doctor", "the doctor"),
        ("Actually no, my brother Tom", "my brother Tom"),
        ("actually a month", ""), ("no just a week", ""), ("no not my brother", ""), ("not my sister", ""),
        ("No thanks", ""), ("actually Everything", ""), ("my brother", ""), ("actually no", ""), ("no my dog", ""),
    ],
)  # fmt: skip
def test_who_is_to_read_it_instead(words, who):
    assert rather(words) == who


@pytest.mark.parametrize(
    "words", ["can u send it to my doctor", "could you show it to my wife?", "can you send this to Jan"]
)
def test_asked_to_send_it(words):
    assert asks_to_send(words)


@pytest.mark.parametrize(
    "words", ["do you send it to my doctor", "can you send it to me", "will you send it to my boss?"]
)
def test_not_asked_to_send_it(words):
    assert not asks_to_send(words)
