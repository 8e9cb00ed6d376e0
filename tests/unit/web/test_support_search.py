"""The search page: what fits and why, big numbers, and no word about anybody in an address or a log."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.model.dates import UK
from bot.model.directory import Loss, Need, Relationship, Way
from tests.unit.web.support_fakes import AFTER, LINE, ODD

BY_SCRIPT = {"HX-Request": "true"}


def put(clock, moment):
    clock.move(seconds=(moment - clock.now()).total_seconds())


def test_the_page_opens_with_searches_that_need_no_typing_and_finds_nothing_yet(visitor, support):
    page = visitor.get("/support").text

    assert support.finder.asked == []
    assert 'href="/support?need=bereavement"' in page
    assert 'method="post" action="/support"' in page
    assert "set-cookie" not in visitor.get("/support").headers


@pytest.mark.parametrize("headers", [{}, BY_SCRIPT])
def test_words_are_answered_with_and_without_the_script(visitor, support, headers):
    answer = visitor.post("/support", data={"q": " husband  died ", "district": "dt1"}, headers=headers)

    assert [(each.text, each.district) for each in support.finder.asked] == [("husband died", "dt1")]
    assert "3 services found." in answer.text
    assert ("<html" in answer.text) is not headers
    assert answer.status_code == 200


def test_the_script_gets_the_number_of_results_for_the_status_that_is_read_out(visitor):
    answer = visitor.post("/support", data={"q": "died"}, headers=BY_SCRIPT).text

    assert '<p hx-swap-oob="innerHTML:#found">3 services found.</p>' in answer
    assert 'role="status"' in visitor.get("/support").text


def test_a_result_says_all_that_a_volunteer_reads_out(visitor, clock):
    put(clock, datetime(2026, 11, 23, 10, tzinfo=UTC))  # a Monday
    page = visitor.post("/support", data={"q": "died"}).text

    for words in (
        "Example Grief Line",
        "Example Grief Trust",
        "For anyone who grieves.",
        "Open now",
        "A volunteer answers and listens.",
        "9am to 5pm, Monday to Friday. Closed on bank holidays.",
        "Nobody has checked this yet.",
        "Checked on 5 January 2026.",
        "By pat@example.org.",
        "They ring back within a day.",
    ):
        assert words in page
    assert 'href="tel:08081570123"' in page
    assert 'href="sms:85258?body=EXAMPLE"' in page
    assert 'href="mailto:help@grief.example"' in page
    assert 'href="https://www.grief.example/help" target="_blank" rel="noopener noreferrer"' in page
    assert ">Nobody has checked this yet.</strong>" in page
    assert ">Checked long ago</strong>" in page


def test_a_number_printed_as_one_is_shown_in_groups_that_do_not_break(visitor):
    page = visitor.post("/support", data={"q": "died"}).text

    groups = " ".join(f'<span class="number__group">{each}</span>' for each in ("01632", "960", "456"))
    assert groups in page


def test_what_is_closed_says_when_it_opens_and_another_time_can_be_asked_for(visitor, support, clock):
    put(clock, datetime(2026, 11, 22, 10, tzinfo=UTC))  # a Sunday
    now = visitor.post("/support", data={"q": "died"}).text
    then = visitor.post("/support", data={"q": "died", "when": "2026-11-23T10:00"}).text

    assert "Closed now" in now
    assert "Opens at 9am tomorrow." in now
    assert "Open then" in then
    assert support.finder.asked[1].when == datetime(2026, 11, 23, 10, tzinfo=UK)


@pytest.mark.parametrize("typed", ["tomorrow", "2026-11-23", "25:00", "2026-13-01T10:00", "x" * 200])
@pytest.mark.parametrize("headers", [{}, BY_SCRIPT])
def test_a_time_that_cannot_be_read_is_said_and_nothing_is_searched(visitor, support, typed, headers):
    answer = visitor.post("/support", data={"q": "died", "when": typed}, headers=headers)

    assert answer.status_code == 422
    assert "Write the day and the time like 2026-11-21T14:30" in answer.text
    assert support.finder.asked == []
    if not headers:
        assert "<title>Error: " in answer.text
        assert 'value="died"' in answer.text


def test_choices_are_kept_and_passed_on_as_an_address_without_the_words(visitor, support):
    ticked = {"need": ["bereavement"], "who": ["partner"], "how": ["suicide"], "way": ["text"], "child": "yes"}
    page = visitor.post("/support", data={"q": "the heron on the slipway", "district": "DT1", **ticked}).text

    (asked,) = support.finder.asked
    assert (asked.needs, asked.losses, asked.relationships) == (
        (Need.BEREAVEMENT,),
        (Loss.SUICIDE,),
        (Relationship.PARTNER,),
    )
    assert asked.ways == {Way.TEXT}
    assert asked.for_child
    address = page.partition('<p class="found__address no-print"><a href="')[2].partition('"')[0].replace("&amp;", "&")
    assert "heron" not in address
    visitor.get(address)
    assert support.finder.asked[1] == replace(asked, text="")
    assert page.count("checked>") == 5


def test_choices_nobody_offers_are_left_out(visitor, support):
    assert visitor.get("/support?need=magic&how=spell&way=owl&need=faith").status_code == 200
    assert support.finder.asked[0].needs == (Need.FAITH,)


def test_every_choice_at_once_is_read(visitor, support):
    form = {
        "need": [*Need],
        "who": [*Relationship],
        "how": [*Loss],
        "way": [*Way],
        "q": "x",
        "district": "",
        "when": "",
    }

    assert visitor.post("/support", data=form).status_code == 200
    assert support.finder.asked[0].needs == tuple(Need)


def test_a_way_to_get_in_touch_alone_asks_for_more(visitor, support):
    assert "Say what they need, or tick a choice." in visitor.get("/support?way=text").text
    assert support.finder.asked == []


def test_a_place_alone_finds_what_there_is(visitor, support):
    assert "3 services found." in visitor.get("/support?district=Dorchester").text
    assert support.finder.asked[0].district == "Dorchester"


def test_the_card_gets_what_the_words_meant_and_not_the_words(visitor):
    page = visitor.post("/support", data={"q": "her husband died", "district": "Dorchester"}).text

    form = page.partition('action="/support/card"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="needs" value="bereavement">' in form
    assert "husband" not in form


def test_nothing_found_says_so_and_what_then(visitor, support):
    support.finder.finds = ()
    page = visitor.post("/support", data={"q": "died"}).text

    assert "Nothing was found." in page
    assert "Try fewer or other words" in page
    assert "Make a card" not in page


def test_the_next_best_is_called_that_and_an_unknown_place_is_named(visitor, support):
    support.finder.next_best, support.finder.unclear = True, "XX9 <b>"
    page = visitor.post("/support", data={"q": "died", "district": "XX9 <b>"}).text

    assert "Nothing fits all of it. These are the nearest." in page
    assert "We do not know the place “XX9 &lt;b&gt;”." in page


def test_the_crisis_numbers_are_on_every_page(visitor, support):
    support.finder.finds = ()
    pages = [visitor.get("/support"), visitor.post("/support", data={"q": "x"}), visitor.get("/support/card/none")]

    for page in pages:
        for number in ("tel:999", "tel:111", "tel:116123"):
            assert f'href="{number}"' in page.text


def test_a_number_that_two_reported_is_not_shown(visitor, support):
    for reporter in ("one", "two"):
        support.directory.report_number(LINE.id, reporter)
    page = visitor.post("/support", data={"q": "died"}).text

    assert "tel:08081570123" not in page
    assert "sms:85258" not in page
    assert "Two people said that this number is wrong." in page


def test_an_entry_runs_nothing(visitor, support):
    support.finder.finds = (ODD.id,)
    page = visitor.post("/support", data={"q": "<script>alert(1)</script>"}).text

    assert "<script>alert" not in page
    assert "{{7*7}}" in page


@pytest.mark.parametrize("headers", [{}, BY_SCRIPT])
def test_words_are_in_no_log_and_no_header(visitor, support, caplog, headers):
    caplog.set_level(0)
    answer = visitor.post("/support", data={"q": "the heron on the slipway"}, headers=headers)
    support.finder.find = lambda _looking: 1 / 0
    failed = visitor.post("/support", data={"q": "the heron on the slipway"}, headers=headers)

    assert failed.status_code == 500
    assert "heron" not in caplog.text + str(answer.headers) + str(failed.headers)
    assert answer.headers["cache-control"] == "no-store"


def test_a_result_without_a_number_offers_no_report(visitor, support):
    support.finder.finds = (ODD.id,)

    assert "That number is wrong" not in visitor.post("/support", data={"q": "x"}).text


def test_the_page_carries_what_the_script_must_not_do(visitor):
    page = visitor.get("/support").text

    config = page.partition('<meta name="htmx-config" content=\'')[2].partition("'")[0]
    for said in ('"allowEval": false', '"includeIndicatorStyles": false', '"historyEnabled": false'):
        assert said in config


def test_at_most_one_set_of_everything_has_a_key(visitor):
    page = visitor.post("/support", data={"q": "x"}).text

    assert [page.count(f'id="result-{rank}"') for rank in (1, 2, 3, 4)] == [1, 1, 1, 0]
    assert AFTER.name in page
