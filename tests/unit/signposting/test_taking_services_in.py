"""An operator takes services in: what they are then, what is never claimed of them, and what is not overwritten."""

import json
from copy import deepcopy

import pytest

from bot.model.directory import Nation, Phone
from bot.signposting.directory import Directory
from bot.signposting.interchange import export_hsds
from tests.unit.signposting.exchange import everything, service, take
from tests.unit.signposting.invented import FOREIGN, LINE


def test_an_imported_service_is_an_entry(open_transaction, tmp_path):
    take(open_transaction, tmp_path, [FOREIGN])
    directory = Directory(open_transaction)
    entry = directory.entry("svc-9")
    assert entry.phones == (Phone("+44 1305 000222"),)
    assert entry.nations == (Nation.ENGLAND,)
    assert entry.places == ("2 High Street, Dorchester, DT1 1JP",)
    assert [(hours.days, hours.opens, hours.closes) for hours in entry.hours] == [(("TH", "FR"), "10:00", "18:00")]
    assert entry.description == "Talking with trained people."
    assert [(change.kind, change.actor) for change in directory.history("svc-9")] == [("added", "import")]


@pytest.mark.parametrize(
    ("areas", "nations", "held_back"),
    [
        ([], (), False),
        ([{"id": "a", "name": "United Kingdom"}], (), False),
        ([{"id": "a", "extent": "Wales", "extent_type": "nation"}], (Nation.WALES,), False),
        ([{"id": "a", "name": "Great Britain"}], (Nation.ENGLAND, Nation.SCOTLAND, Nation.WALES), False),
        ([{"id": "a", "extent": "TD15", "extent_type": "postcode"}], (Nation.ENGLAND, Nation.SCOTLAND), False),
        ([{"id": "a", "name": "Our borough", "extent_type": "geojson", "extent": "{}"}], (), True),
    ],
)
def test_a_place_that_cannot_be_read_is_never_taken_for_the_whole_country(
    open_transaction, tmp_path, areas, nations, held_back
):
    take(open_transaction, tmp_path, [service(service_areas=areas)])
    entry = Directory(open_transaction).entry("s-1")
    assert entry.nations == nations
    assert bool(entry.held_back) is held_back


@pytest.mark.parametrize(
    "odd",
    [
        {"valid_to": "2026-12-01"},
        {"freq": "MONTHLY", "byday": "2WE"},
        {"interval": 2},
        {"opens_at": "09:00+01:00"},
        {"byday": ""},
        {"bymonthday": "1"},
    ],
)
def test_hours_with_conditions_that_we_do_not_hold_are_not_claimed(open_transaction, tmp_path, odd):
    plain = {"id": "h", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}
    assert take(open_transaction, tmp_path, [service(schedules=[plain | odd])]).is_done
    entry = Directory(open_transaction).entry("s-1")
    assert (entry.hours, entry.hours_note) == ((), "Ring to check the hours.")


@pytest.mark.parametrize(
    "shape", [lambda it: it, lambda it: [it], lambda it: {"contents": [it]}], ids=["one", "list", "page"]
)
def test_one_service_a_list_and_a_page_of_the_read_api_are_all_taken(open_transaction, tmp_path, shape):
    assert take(open_transaction, tmp_path, shape(service())).added == 1


@pytest.mark.parametrize("odd", [True, 5, "0300 1", {"number": "0300 1"}, [True, "0300 1", {}]])
def test_odd_numbers_beside_the_contacts_break_nothing(open_transaction, tmp_path, odd):
    assert take(open_transaction, tmp_path, [FOREIGN | {"phones": odd}]).is_done
    assert Directory(open_transaction).entry(FOREIGN["id"]) is not None


def test_the_same_organisation_may_stand_twice_but_only_alike(open_transaction, tmp_path):
    both = [service(), service(id="s-2")]
    assert take(open_transaction, tmp_path, both).added == 2
    both[1] = service(id="s-2", organization={"id": "o-1", "name": "Another"})
    (fault,) = take(open_transaction, tmp_path, both).faults
    assert (fault.field, fault.mend) == ("id", "say the same each time")
    assert "service 2 (s-2), organization" in str(fault)


def test_what_belongs_to_another_service_here_cannot_be_taken_over(open_transaction, tmp_path):
    mine = service(contacts=[{"id": "c", "phones": [{"id": "p", "number": "116 000"}]}])
    assert take(open_transaction, tmp_path, [mine]).is_done
    theirs = service(id="s-2", contacts=[{"id": "c-2", "phones": [{"id": "p", "number": "116 111"}]}])
    (fault,) = take(open_transaction, tmp_path, [theirs]).faults
    assert "“p” in phone belongs to another service" in fault.wrong
    assert Directory(open_transaction).entry("s-2") is None


def test_an_import_never_shows_a_number_again_that_people_reported(filled, tmp_path):
    export_hsds(tmp_path / "out.json", filled)
    services = json.loads((tmp_path / "out.json").read_text())
    for each in services:
        each.pop("x_number_wrong_since", None)
        each["assured_date"] = "2026-11-20"
    assert take(filled, tmp_path, services).is_done
    assert Directory(filled).entry(LINE.id).number_wrong
    Directory(filled).check(LINE.id, "account:ann", "ann@example.org", Directory(filled).entry(LINE.id).assured_date)
    assert take(filled, tmp_path, services).is_done
    assert not Directory(filled).entry(LINE.id).number_wrong


def test_a_service_that_has_closed_is_not_opened_again_by_a_file(open_transaction, tmp_path):
    assert take(open_transaction, tmp_path, [service(status="defunct")]).is_done
    (fault,) = take(open_transaction, tmp_path, [service()]).faults
    assert (fault.field, fault.wrong) == ("status", "this service is known here to have closed")
    assert Directory(open_transaction).entry("s-1").closed


def test_a_shared_organisation_that_changes_is_in_the_history_of_all_its_services(open_transaction, tmp_path):
    take(open_transaction, tmp_path, [service(), service(id="s-2")])
    directory = Directory(open_transaction)
    assert directory.entry("s-2").organisation == "A Charity"
    take(open_transaction, tmp_path, [service(organization={"id": "o-1", "name": "A New Name"})])
    assert directory.entry("s-2").organisation == "A New Name"
    assert [change.fields for change in directory.history("s-2")] == [("organisation",), ()]


def test_an_import_can_be_undone_service_by_service(filled, tmp_path):
    directory = Directory(filled)
    changed = deepcopy(FOREIGN) | {"name": "Another Name", "contacts": [], "cost_options": []}
    before = next(each for each in everything(filled) if each["id"] == "svc-9")
    take(filled, tmp_path, [changed])
    directory.undo(directory.history("svc-9")[0].number, "account:ann")
    after = next(each for each in everything(filled) if each["id"] == "svc-9")
    assert after | {"last_modified": ""} == before | {"last_modified": ""}
