"""The open APIs: the search in its fixed shape, and the directory as open data with nothing in it that is not shown."""

import pytest

from bot.model.dates import UK
from bot.model.directory import Loss
from bot.signposting.vocabulary import our_id
from tests.unit.web.support_fakes import AFTER, CLOSED, HELD, LINE, ODD

SEARCH = "/api/support/search"


def names(answer) -> list[str]:
    return [each["name"] for each in answer.json()["contents"]]


def test_the_search_answers_in_its_fixed_shape(visitor, support):
    answer = visitor.get(f"{SEARCH}?q=my+husband+died&district=dt1+1aa&when=2026-11-23T10:00")

    assert answer.status_code == 200
    assert answer.json()["results"][0] == {
        "name": "Example Grief Line",
        "phone": "0808 157 0123",
        "url": "https://www.grief.example/help",
        "why": "For anyone who grieves.",
        "open_now": True,
    }
    assert [each["open_now"] for each in answer.json()["results"]] == [True, None, True]
    (asked,) = support.finder.asked
    assert (asked.text, asked.district, asked.when.tzinfo) == ("my husband died", "DT1", UK)


def test_everything_is_optional(visitor, support):
    assert visitor.get(SEARCH).status_code == 200
    assert visitor.get(f"{SEARCH}?q=&district=&when=").status_code == 200
    assert support.finder.asked[1].when is None


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("district=QQ99", "first part of one, such as DT1"),
        ("when=soon", "like 2026-11-21T14:30"),
        ("when=2026-11-23", "like"),
    ],
)
def test_a_place_or_a_time_that_is_none_is_said_kindly(visitor, query, told):
    answer = visitor.get(f"{SEARCH}?q=x&{query}")

    assert answer.status_code == 422
    assert told in answer.json()["detail"]


def test_any_site_may_read_it_and_nothing_keeps_it(visitor):
    answer = visitor.get(f"{SEARCH}?q=the+heron")

    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers


def test_a_number_that_two_reported_is_in_no_answer(visitor, support):
    for reporter in ("one", "two"):
        support.directory.report_number(LINE.id, reporter)

    assert visitor.get(SEARCH).json()["results"][0]["phone"] == ""
    assert "0808 157 0123" not in visitor.get(f"/services/{LINE.id}").text


def test_services_come_in_pages_of_the_standard(visitor):
    first = visitor.get("/services?per_page=2")
    second = visitor.get("/services?per_page=2&page=2").json()

    assert {name: value for name, value in first.json().items() if name != "contents"} == {
        "total_items": 3,
        "total_pages": 2,
        "page_number": 1,
        "size": 2,
        "first_page": True,
        "last_page": False,
        "empty": False,
    }
    assert names(first) == [AFTER.name, LINE.name]
    assert first.json()["contents"][1]["organization"]["name"] == "Example Grief Trust"
    assert (second["size"], second["first_page"], second["last_page"]) == (1, False, True)
    assert visitor.get("/services?page=9").json()["empty"] is True


def test_what_is_held_back_or_closed_is_never_in_it(visitor):
    page = visitor.get("/services").text

    for entry in (HELD, CLOSED):
        assert entry.name not in page
        assert visitor.get(f"/services/{entry.id}").status_code == 404
    assert visitor.get("/services/none").json()["detail"]


def test_one_service_has_all_that_belongs_to_it(visitor):
    service = visitor.get(f"/services/{LINE.id}").json()

    assert [phone["number"] for phone in service["contacts"][0]["phones"]] == ["0808 157 0123", "85258"]
    assert service["schedules"][0]["byday"] == "MO,TU,WE,TH,FR"
    assert service["attributes"][0]["taxonomy_term"]["taxonomy_detail"]["name"] == "need"
    assert service["status"] == "active"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("search=grief+line", [LINE.name]),
        ("search=GRIEVES+trust", [LINE.name]),
        ("search=%25", []),
        (f"taxonomy_term_id={our_id('term', 'loss', Loss.SUICIDE)}", [AFTER.name]),
        (f"taxonomy_id={our_id('taxonomy', 'loss')}", [AFTER.name]),
        ("taxonomy_id=none", []),
        ("maximum_age=17", [AFTER.name, LINE.name]),
        ("minimum_age=18", [AFTER.name, LINE.name, ODD.name]),
        ("day=MO&start_time=09:00&end_time=17:00", [LINE.name, ODD.name]),
        ("day=SA", []),
        ("start_time=08:59", []),
        ("end_time=17:01", []),
    ],
)
def test_services_can_be_narrowed_as_the_standard_says(visitor, query, found):
    assert names(visitor.get(f"/services?{query}")) == found


@pytest.mark.parametrize("query", ["page=0", "per_page=101", "day=XX", "start_time=9", "minimum_age=-1", "page=x"])
def test_a_question_that_makes_no_sense_is_refused(visitor, query):
    assert visitor.get(f"/services?{query}").status_code == 422


@pytest.mark.parametrize(("many", "one"), [("/taxonomies", "need"), ("/taxonomy_terms", "Bereavement")])
def test_vocabularies_can_be_read(visitor, many, one):
    found = next(each for each in visitor.get(many).json()["contents"] if each["name"] == one)

    assert visitor.get(f"{many}/{found['id']}").json() == found
    assert visitor.get(f"{many}/none").status_code == 404


@pytest.mark.parametrize("path", ["/services", f"/services/{LINE.id}", "/taxonomies", "/taxonomy_terms"])
def test_any_site_may_read_it_and_ask_whether_it_changed(visitor, support, path):
    answer = visitor.get(path)
    again = visitor.get(path, headers={"If-None-Match": f'"other", W/{answer.headers["etag"]}'})

    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert (again.status_code, again.content) == (304, b"")
    support.directory.correct(LINE.id, "account:a5", {"name": "Another name"})
    changed = visitor.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert changed.status_code == (304 if path.startswith("/tax") else 200)


def test_what_was_searched_for_is_kept_by_nothing_on_the_way(visitor):
    assert visitor.get("/services?search=grief").headers["cache-control"] == "no-store"


def test_the_descriptions_are_served(visitor):
    paths = visitor.get("/openapi.json").json()["paths"]

    assert {SEARCH, "/services", "/services/{service_id}", "/taxonomies", "/taxonomy_terms"} <= set(paths)
    assert "422" in paths[SEARCH]["get"]["responses"]
    assert not any(path.startswith("/support") for path in paths)
