"""What comes before any service: 999 in danger, loud and first; after a death, the reviewed words of the chat."""

import pytest
import yaml

from bot.model.directory import Looking, Nation
from bot.responses import FOLDER, ResponsesError
from bot.signposting.finder import Finder
from bot.stages.after_death_steps import STEPS
from bot.web.support import first_hours
from bot.web.support.first import read_first
from bot.web.support.first_presenters import DANGER, DANGER_MORE, IN_THE_CHAT

BY_SCRIPT = {"HX-Request": "true"}
SEARCH = "/api/support/search"
DIED = "mum died 10 minutes ago at home"


def said(topic, name):
    responses = yaml.safe_load((FOLDER / f"{topic}.yml").read_text(encoding="utf-8"))["responses"]
    return [part.strip() for part in responses[name][0]["text"].split("\n\n")]


def before(page, earlier, later):
    return 0 <= page.index(earlier) < page.index(later)


def test_in_danger_999_stands_before_the_form_and_the_services_stay(visitor):
    page = visitor.post("/support", data={"q": "in danger"}).text

    assert before(page, DANGER, 'class="crisis"')
    assert before(page, 'class="danger__call" href="tel:999"', "<form")
    assert "Example Grief Line" in page
    assert f"<title>{DANGER} 3 services found. " in page


def test_the_script_puts_999_above_the_form_and_takes_it_away_again(visitor):
    alarmed = visitor.post("/support", data={"q": "in danger"}, headers=BY_SCRIPT).text
    calm = visitor.post("/support", data={"q": "lonely"}, headers=BY_SCRIPT).text

    above = alarmed.partition('<div hx-swap-oob="innerHTML:#first">')[2].partition("</div>")[0]
    assert "Call 999" in above
    assert f"{DANGER} 3 services found." in alarmed
    assert '<div hx-swap-oob="innerHTML:#first"></div>' in calm.replace("\n", "")
    assert 'id="first"' in visitor.get("/support").text
    assert "Call 999" not in visitor.get("/support").text


def test_danger_is_said_even_when_the_time_cannot_be_read(visitor):
    page = visitor.post("/support", data={"q": "in danger", "when": "soon"}).text

    assert "Call 999" in page
    assert "Write the day and the time" in page


def test_the_words_for_danger_are_those_of_the_safety_texts():
    reviewed = (FOLDER / "safety.yml").read_text(encoding="utf-8")

    for sentence in (
        "Not being sure is reason enough to call.",
        "if you cannot speak, press 55 when you are asked to.",
    ):
        assert sentence in DANGER_MORE
        assert sentence in reviewed
    assert "in danger now, call 999" in reviewed
    assert "in danger now, call 999" in DANGER


@pytest.mark.parametrize("headers", [{}, BY_SCRIPT])
def test_after_a_death_what_to_do_stands_before_the_services_in_the_words_of_the_conversation(visitor, headers):
    page = visitor.post("/support", data={"q": DIED}, headers=headers).text

    steps = said("bereavement", STEPS[0].says)
    assert len(steps) == 4
    for earlier, later in zip(steps, [*steps[1:], "Example Grief Line"], strict=True):
        assert before(page, earlier, later)
    assert "What to do first is below. 3 services found." in page
    assert before(page, IN_THE_CHAT, "Example Grief Line")
    assert '<a href="/" target="_blank" rel="noopener">Open the chat' in page
    assert "<details" not in page.partition("<h2")[2]


def test_in_northern_ireland_it_is_the_other_number_at_night(visitor):
    page = visitor.post("/support", data={"q": DIED, "district": "BT7"}).text

    assert "GP out-of-hours service" in page
    assert "ring NHS 111. Say that the death was expected." not in page


def test_where_it_may_have_been_long_ago_what_to_do_is_folded(visitor):
    for words in ("lately", "her sister has died"):
        page = visitor.post("/support", data={"q": words}, headers=BY_SCRIPT).text
        folded = page.partition("<details")[2].partition("</details>")[0]
        assert "If the death was expected" in folded
        assert "What to do first" not in page


@pytest.mark.parametrize("words", ["mum died last year", "grieving", ""])
def test_nothing_comes_first_where_nothing_has_just_happened(visitor, words):
    page = visitor.post("/support", data={"q": words, "district": "DT1"}).text

    assert "If the death was expected" not in page
    assert "Call 999" not in page


def test_the_chat_has_the_buttons_that_the_page_names():
    assert "“Someone has died”" in IN_THE_CHAT
    assert "title: Someone has died" in (FOLDER / "welcome.yml").read_text(encoding="utf-8")
    assert "“What to do after a death”" in IN_THE_CHAT


def test_the_api_says_the_same(visitor):
    assert visitor.get(f"{SEARCH}?q=grieving").json()["first"] == []
    (danger,) = visitor.get(f"{SEARCH}?q=in+danger").json()["first"]
    assert danger == {"kind": "danger", "text": [DANGER, DANGER_MORE], "phone": "999"}
    (died,) = visitor.get(f"{SEARCH}?q={DIED.replace(' ', '+')}").json()["first"]
    assert died == {"kind": "just_died", "text": said("bereavement", STEPS[0].says), "phone": ""}
    both = visitor.get(f"{SEARCH}?q=in+danger+lately").json()
    assert [each["kind"] for each in both["first"]] == ["danger", "perhaps_just_died"]
    assert len(both["results"]) == 3


@pytest.mark.parametrize(("words", "kind"), [(DIED, "just_died"), ("her sister has died", "perhaps_just_died")])
def test_the_api_tells_a_death_of_just_now_from_one_that_may_be_long_ago(visitor, words, kind):
    (died,) = visitor.get(SEARCH, params={"q": words}).json()["first"]
    assert (died["kind"], died["text"]) == (kind, said("bereavement", STEPS[0].says))


@pytest.mark.parametrize("words", ["i think my baby is dead", "i think he's dead"])
def test_where_a_death_is_not_sure_999_is_said_with_what_to_do(support, words):
    first = read_first(Finder(tuple, None, support.clock), Looking(text=words))
    assert first.danger
    assert first.steps
    assert first.perhaps


@pytest.mark.parametrize(
    "nations", [frozenset(), {Nation.ENGLAND, Nation.SCOTLAND}, {Nation.WALES}, {Nation.NORTHERN_IRELAND}]
)
def test_the_first_hours_are_told_for_every_place(nations):
    told = first_hours.first_hours(frozenset(nations))
    assert any("999" in words for words in told)
    assert any("out-of-hours" in words for words in told) is (nations == {Nation.NORTHERN_IRELAND})


@pytest.mark.parametrize(
    "content",
    ["", "responses: {}", "responses: {utter_bereavement_step_first_hours: [{text: A}, {text: B}]}", "- a", "a: [b"],
)
def test_a_broken_file_stops_the_start(tmp_path, monkeypatch, content):
    path = tmp_path / "bereavement.yml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(first_hours, "FILE", path)
    with pytest.raises(ResponsesError, match=r"bereavement\.yml"):
        first_hours.load.__wrapped__()
