"""A card: what was chosen, on paper and behind a short code, with no word of anybody in it."""

from xml.etree import ElementTree as ET

from tests.unit.web.support_fakes import AFTER, CLOSED, HELD, LINE, ODD


def make(visitor, **form):
    return visitor.post("/support/card", data=form)


def code_of(page) -> str:
    return page.url.path.rpartition("/")[2]


def test_a_card_has_what_was_ticked_with_big_numbers_and_the_crisis_line(visitor):
    page = make(visitor, service=[LINE.id, AFTER.id], shown=[LINE.id, AFTER.id, ODD.id], needs="bereavement")

    assert page.status_code == 200
    assert LINE.name in page.text
    assert AFTER.name in page.text
    assert "Odd" not in page.text
    assert 'href="tel:08081570123"' in page.text
    assert "For anyone who grieves." in page.text
    assert 'href="tel:116123"' in page.text
    assert "21 November 2026" in page.text


def test_with_nothing_ticked_it_has_all_that_was_shown(visitor):
    page = make(visitor, shown=[LINE.id, AFTER.id, ODD.id]).text

    assert all(name in page for name in (LINE.name, AFTER.name, "Odd"))


def test_the_code_holds_services_needs_and_place_only(visitor, support):
    page = make(visitor, service=LINE.id, needs="bereavement <b>words</b> carers", district="Dorchester", q="the heron")

    signpost = support.directory.signed(code_of(page))
    assert (signpost.chosen, signpost.needs, signpost.district) == ((LINE.id,), ("bereavement", "carers"), "DT1")


def test_with_no_need_ticked_the_card_says_what_its_services_are_for(visitor, support):
    assert support.directory.signed(code_of(make(visitor, service=AFTER.id))).needs == ("bereavement",)


def test_the_qr_code_is_a_picture_of_ours_that_opens_the_chat_on_the_card(visitor):
    page = make(visitor, service=LINE.id)
    code = code_of(page)

    picture = visitor.get(f"/support/card/{code}/qr.svg")

    assert f'src="/support/card/{code}/qr.svg"' in page.text
    assert f'href="/?card={code}"' in page.text
    assert f"testserver/?card={code}" in page.text
    assert picture.headers["content-type"] == "image/svg+xml"
    assert ET.fromstring(picture.content).tag.endswith("svg")
    assert "style" not in picture.text


def test_what_is_held_back_or_closed_or_unknown_is_on_no_card(visitor):
    assert make(visitor, service=[HELD.id, CLOSED.id, "none"]).status_code == 404
    assert make(visitor).status_code == 404


def test_at_most_three_and_each_once(visitor, support):
    page = make(visitor, service=[LINE.id, LINE.id, AFTER.id, ODD.id])

    assert support.directory.signed(code_of(page)).chosen == (LINE.id, AFTER.id, ODD.id)


def test_a_card_that_ended_or_never_was_is_said_kindly(visitor, support, clock):
    code = code_of(make(visitor, service=LINE.id))
    clock.move(days=60)

    for path in (f"/support/card/{code}", "/support/card/none", "/support/card/" + "x" * 300):
        answer = visitor.get(path)
        assert answer.status_code == 404
        assert "There is no such card" in answer.text
    assert visitor.get(f"/support/card/{code}/qr.svg").status_code == 404


def test_a_service_that_closed_since_is_left_out(visitor, support):
    code = code_of(make(visitor, service=[LINE.id, AFTER.id]))
    support.directory.correct(LINE.id, "account:a5", {"closed": True})

    assert LINE.name not in visitor.get(f"/support/card/{code}").text


def test_opening_the_address_again_leads_back_to_the_search(visitor):
    assert visitor.get("/support/card", follow_redirects=False).headers["location"] == "/support"


def test_so_many_cards_from_one_address_are_too_many(visitor):
    answers = [make(visitor, service=LINE.id).status_code for _ in range(31)]

    assert answers == [200] * 30 + [429]
