"""Giving the directory out and taking it in: exact both ways, all or nothing, every fault with its place and mend."""

import csv
import io
import json
import zipfile
from copy import deepcopy
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.directory import Nation, Phone
from bot.signposting.directory import Directory
from bot.signposting.documents import pull
from bot.signposting.interchange import ExportError, export_hsds, files, import_hsds
from bot.store.database import connect
from bot.store.tables import Table
from bot.store.transaction import Transaction
from tests.unit.signposting.invented import ALL, FOREIGN, LINE, LOCAL

KINDS = ("whole.json", "folder", "packed.zip")


@pytest.fixture
def empty(tmp_path, clock):
    """Another store with nothing in it."""
    engine = connect(f"sqlite:///{tmp_path / 'other.db'}")
    Table.metadata.create_all(engine)
    yield partial(Transaction, engine, clock)
    engine.dispose()


@pytest.fixture
def filled(directory, open_transaction, tmp_path):
    """A store with our own services and one of somebody else's."""
    assert take(open_transaction, tmp_path, [FOREIGN]).is_done
    directory.report_number(LINE.id, "one")
    directory.report_number(LINE.id, "two")
    return open_transaction


def write(folder, services, name="in.json"):
    path = folder / name
    path.write_text(json.dumps(services), encoding="utf-8")
    return path


def take(open_transaction, folder, services):
    return import_hsds(write(folder, services), open_transaction)


def package(folder, **tables):
    """A CSV package of these tables, each a text with a line for each row."""
    there = folder / "package"
    there.mkdir(exist_ok=True)
    for name, text in tables.items():
        (there / f"{name}.csv").write_text(text, encoding="utf-8")
    return there


def bytes_of(path):
    return {child.name: child.read_bytes() for child in path.iterdir()} if path.is_dir() else path.read_bytes()


def everything(open_transaction):
    with open_transaction(reading=True) as transaction:
        return pull(transaction.session)


def service(**more):
    plain = {
        "id": "s-1",
        "name": "A Service",
        "status": "active",
        "organization": {"id": "o-1", "name": "A Charity"},
    }
    return plain | more


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_given_out_and_taken_into_an_empty_store_is_given_out_the_same(filled, empty, tmp_path, kind):
    export_hsds(tmp_path / kind, filled)
    report = import_hsds(tmp_path / kind, empty)
    assert (report.faults, report.added, report.changed, report.same) == ((), 5, 0, 0)
    assert everything(empty) == everything(filled)
    for name in KINDS:
        export_hsds(tmp_path / "first" / name, filled)
        export_hsds(tmp_path / "second" / name, empty)
        assert bytes_of(tmp_path / "first" / name) == bytes_of(tmp_path / "second" / name)


@pytest.mark.parametrize("kind", KINDS)
def test_taking_in_what_is_there_changes_nothing(filled, tmp_path, kind):
    export_hsds(tmp_path / kind, filled)
    before = Directory(filled).version(), everything(filled)
    assert import_hsds(tmp_path / kind, filled).same == 5
    assert everything(filled) == before[1]
    assert all(len(Directory(filled).history(entry.id)) <= 3 for entry in ALL)


def test_fields_and_lists_of_others_are_given_back(filled, tmp_path):
    export_hsds(tmp_path / "out.json", filled)
    found = next(each for each in json.loads((tmp_path / "out.json").read_text()) if each["id"] == "svc-9")
    assert found | {"last_modified": None, "attributes": None} == FOREIGN | {"last_modified": None, "attributes": None}
    assert [each["id"] for each in found["attributes"]] == ["at-9", "at-8"]


def test_the_package_names_its_tables_and_puts_lists_of_others_into_files(filled, tmp_path):
    export_hsds(tmp_path / "out", filled)
    described = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    named = {each["path"]: [field["name"] for field in each["schema"]["fields"]] for each in described["resources"]}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*named, "datapackage.json"}
    assert {"cost_options.csv", "funding.csv", "organization_identifiers.csv"} < named.keys()
    for name, columns in named.items():
        assert next(csv.reader(io.StringIO((tmp_path / "out" / name).read_text()))) == columns


def test_what_is_ours_travels_under_x(filled, tmp_path):
    export_hsds(tmp_path / "out.json", filled)
    line = next(each for each in json.loads((tmp_path / "out.json").read_text()) if each["id"] == LINE.id)
    ours = {key for key in line if key.startswith("x_")}
    assert ours == {"x_source", "x_grade", "x_next_step", "x_number_wrong_since"}
    assert not {"source", "grade", "next_step", "held_back", "extra"} & line.keys()


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


FAULTS = [
    ({"id": "a b"}, "id", "give a UUID"),
    ({"id": "x" * 37}, "id", "give a UUID"),
    ({"id": 7}, "id", "put it in quotes"),
    ({"name": ""}, "name", "add it"),
    ({"name": ["A"]}, "name", "put it in quotes"),
    ({"name": "a\0b"}, "name", "by hand"),
    ({"name": "\ud800"}, "name", "by hand"),
    ({"status": "open"}, "status", "temporarily closed"),
    ({"status": None}, "status", "temporarily closed"),
    ({"url": "javascript:alert(1)"}, "url", "https://"),
    ({"email": "nobody"}, "email", "help@example.org"),
    ({"minimum_age": "old"}, "minimum_age", "digits"),
    ({"minimum_age": -1}, "minimum_age", "whole number"),
    ({"maximum_age": 1.5}, "maximum_age", "whole number"),
    ({"assured_date": "2026-02-30"}, "assured_date", "2026-11-22"),
    ({"assured_date": "22/11/2026"}, "assured_date", "2026-11-22"),
    ({"assured_date": "2026-11-22"}, "assured_date", "the last check"),
    ({"last_modified": "yesterday"}, "last_modified", "2026-11-22T09:30:00Z"),
    ({"organization": None}, "organization", "give its organisation"),
    ({"organization": "A Charity"}, "organization", "nest the whole row"),
    ({"organization": {"id": "o-1"}}, "name", "add it"),
    ({"contacts": {"id": "c"}}, "contacts", "in a list"),
    ({"contacts": ["c"]}, "contacts", "nest whole rows"),
    ({"contacts": [{"name": "No id"}]}, "id", "add it"),
    ({"contacts": [{"id": "c", "phones": [{"id": "p", "number": "ring us"}]}]}, "number", "in digits"),
    ({"contacts": [{"id": "c", "phones": [{"id": "p", "number": "0300 123 5440"}]}]}, "number", "0800 652 0190"),
    ({"contacts": [{"id": "c"}, {"id": "c"}]}, "id", "of its own"),
    ({"schedules": [{"id": "h", "opens_at": "9am"}]}, "opens_at", "09:30"),
    (
        {
            "service_at_locations": [
                {
                    "id": "l",
                    "location": {"id": "l", "addresses": [{"id": "a", "address_1": "1", "postal_code": "DORSET"}]},
                }
            ]
        },
        "postal_code",
        "DT1 1AA",
    ),
    ({"service_at_locations": [{"id": "l", "location": {"id": "l", "latitude": 91}}]}, "latitude", "degrees"),
    ({"mystery": "\ud800"}, "mystery", "leave it out"),
]


@pytest.mark.parametrize(
    ("change", "field", "mend"), FAULTS, ids=[f"{next(iter(f[0]))}-{f[1]}-{i}" for i, f in enumerate(FAULTS)]
)
def test_a_fault_names_its_file_row_field_and_mend_and_nothing_is_taken(
    open_transaction, tmp_path, change, field, mend
):
    report = take(
        open_transaction, tmp_path, [service(id="s-0", organization={"id": "o-0", "name": "B"}), service(**change)]
    )
    assert not report.is_done
    fault = report.faults[0]
    assert fault.place.file == "in.json"
    assert fault.field == field
    assert mend in fault.mend
    assert fault.place.row.startswith("service 2")
    assert report.lines()[-1] == "Nothing was taken in. Mend these, and try again."
    assert everything(open_transaction) == ()
    assert Directory(open_transaction).version() == 0


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


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not in UTF-8"),
        (b"[" * 100_000, "nested"),
        (b'{"services": 1}', "no services"),
        (b"[1]", "no service"),
        (b'[{"id": 1, "id": 2}]', "twice"),
        (b"[NaN]", "no number"),
        (b'[{"id": "s", "minimum_age": 1e400}]', "it is no number"),
        (b'[{"id": "s", "mystery": [1e400]}]', "cannot be kept"),
        (b"null", "no services"),
    ],
)
def test_a_file_that_is_no_json_of_services_is_refused(open_transaction, tmp_path, content, wrong):
    (tmp_path / "in.json").write_bytes(content)
    fault, *_ = import_hsds(tmp_path / "in.json", open_transaction).faults
    assert wrong in fault.wrong


@pytest.mark.parametrize(
    "shape", [lambda it: it, lambda it: [it], lambda it: {"contents": [it]}], ids=["one", "list", "page"]
)
def test_one_service_a_list_and_a_page_of_the_read_api_are_all_taken(open_transaction, tmp_path, shape):
    assert take(open_transaction, tmp_path, shape(service())).added == 1


SERVICES = "id,organization_id,name,status\ns-1,o-1,A Service,active\n"
ORGANIZATIONS = "id,name\no-1,A Charity\n"


def test_a_package_of_somebody_else_is_taken(open_transaction, tmp_path):
    path = package(
        tmp_path,
        services=SERVICES.replace("status\n", "status,accreditations\n").replace("active\n", "active,Good\n"),
        organization=ORGANIZATIONS + "o-2,Nobody's\n",
        contacts="id,service_id,organization_id,name\nc-1,s-1,,Desk\nc-2,,o-1,Head office\n",
        phone="id,contact_id,number\np-1,c-1,116 000\np-2,c-2,116 111\n",
        cost_options="id,service_id,amount\nco-1,s-1,5\n",
        metadata="id,resource_id\nm-1,s-1\n",
        attributes="id,link_id,link_entity,taxonomy_term_id\na-1,s-1,service,t-1\na-2,o-1,organization,t-1\n",
        taxonomy_terms="id,code,name,taxonomy_id\nt-1,x,X,tax-1\n",
        taxonomies="id,name\ntax-1,Words\n",
    )
    (path / "notes.txt").write_text("hello")
    report = import_hsds(path, open_transaction)
    assert report.faults == ()
    assert report.left_out == (
        "notes.txt is left out: it is no CSV file.",
        "metadata.csv, row 2 is left out: it belongs to nothing we hold.",
        "organization.csv, row 3 is left out: no service has to do with it.",
    )
    (found,) = everything(open_transaction)
    assert found["accreditations"] == "Good"
    assert found["cost_options"] == [{"amount": "5", "id": "co-1"}]
    assert found["contacts"][0]["phones"][0]["number"] == "116 000"
    assert found["organization"]["contacts"][0]["phones"][0]["number"] == "116 111"
    assert found["attributes"][0]["taxonomy_term"]["taxonomy_detail"]["name"] == "Words"


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"organizations": ORGANIZATIONS}, "package: there are no services in it"),
        ({"services": SERVICES}, "services.csv, row 2, organization_id: “o-1” is in no row of organizations.csv"),
        (
            {"services": SERVICES, "organizations": ORGANIZATIONS, "contacts": "id,service_id\nc-1,s-9\n"},
            "contacts.csv, row 2, service_id: “s-9” is in no row of services.csv",
        ),
        (
            {"services": SERVICES, "organizations": ORGANIZATIONS, "contacts": "id,name\nc-1,Desk\n"},
            "contacts.csv, row 2, service_id: it belongs to nothing",
        ),
        (
            {"services": SERVICES + "s-1,o-1,Again,active\n", "organizations": ORGANIZATIONS},
            "services.csv, row 3, id: “s-1” is used before",
        ),
        (
            {"services": SERVICES.replace("active", "open"), "organizations": ORGANIZATIONS},
            "services.csv, row 2 (s-1), status: “open” is not one of the words",
        ),
        ({"services": "id,id\n1,2\n"}, "services.csv, row 1: two columns have the same name"),
        ({"services": "id,name\n1,2,3\n"}, "services.csv, row 2: it has a cell in a column without a name"),
        ({"services": 'id,name\n1,"2\n'}, "services.csv: it is not CSV"),
        (
            {
                "services": SERVICES.replace("status", "status,x_extra").replace("active", "active,{"),
                "organizations": ORGANIZATIONS,
            },
            "services.csv, row 2, x_extra: it is no JSON object",
        ),
    ],
)
def test_a_fault_in_a_package_names_its_file_row_and_field(open_transaction, tmp_path, tables, told):
    report = import_hsds(package(tmp_path, **tables), open_transaction)
    assert any(line.startswith(told) for line in report.lines()), report.lines()
    assert all("Mend: " in line for line in report.lines()[:-1])
    assert everything(open_transaction) == ()


@pytest.mark.parametrize("path", ["../services.csv", "/etc/passwd", "a/b.csv", "..\\x.csv", ".hidden.csv"])
def test_a_path_that_leads_out_of_the_package_is_refused(open_transaction, tmp_path, path):
    there = package(tmp_path, services=SERVICES, organizations=ORGANIZATIONS)
    (there / "datapackage.json").write_text(json.dumps({"resources": [{"name": "service", "path": path}]}))
    (fault,) = import_hsds(there, open_transaction).faults
    assert "leads outside" in fault.wrong


def test_a_link_to_a_file_elsewhere_is_not_followed(open_transaction, tmp_path):
    there = package(tmp_path, organizations=ORGANIZATIONS)
    (tmp_path / "elsewhere.csv").write_text(SERVICES)
    (there / "services.csv").symlink_to(tmp_path / "elsewhere.csv")
    (fault,) = import_hsds(there, open_transaction).faults
    assert "link to another file" in fault.wrong


def packed(folder, members):
    path = folder / "in.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["../services.csv", "/services.csv", "a/../../services.csv", "c:services.csv"])
def test_a_zip_with_names_that_lead_outside_is_refused(open_transaction, tmp_path, name):
    path = packed(tmp_path, [(name, SERVICES), ("organizations.csv", ORGANIZATIONS)])
    (fault,) = import_hsds(path, open_transaction).faults
    assert "leads outside" in fault.wrong


def test_a_zip_that_would_grow_too_large_is_refused_before_it_is_unpacked(open_transaction, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 100_000)
    path = packed(tmp_path, [("services.csv", "0" * 10_000_000)])
    assert path.stat().st_size < 20_000
    (fault,) = import_hsds(path, open_transaction).faults
    assert "larger than" in fault.wrong


def test_a_zip_that_lies_about_its_size_is_refused(open_transaction, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 100_000)
    path = packed(tmp_path, [("services.csv", "0" * 10_000_000)])
    content = bytearray(path.read_bytes())
    size = (10_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (50).to_bytes(4, "little")
    path.write_bytes(content)
    (fault,) = import_hsds(path, open_transaction).faults
    assert fault.wrong in {"it is no zip that can be read", "it is larger than 0 MB"}


@pytest.mark.parametrize(
    ("members", "wrong"),
    [
        ([(f"{number}.csv", "id\n") for number in range(101)], "more than 100 files"),
        ([("a/services.csv", SERVICES), ("b/services.csv", SERVICES)], "twice"),
    ],
)
def test_odd_zips_are_refused(open_transaction, tmp_path, members, wrong):
    (fault,) = import_hsds(packed(tmp_path, members), open_transaction).faults
    assert wrong in fault.wrong


@pytest.mark.parametrize("name", ["in.json", "package", "in.zip"])
def test_too_much_is_refused(open_transaction, tmp_path, monkeypatch, name):
    monkeypatch.setattr(files, "LARGEST", 10)
    write(tmp_path, [service()])
    package(tmp_path, services=SERVICES)
    packed(tmp_path, [("services.csv", SERVICES)])
    (fault,) = import_hsds(tmp_path / name, open_transaction).faults
    assert "larger than" in fault.wrong


@pytest.mark.parametrize("name", ["nothing.json", "notes.txt"])
def test_what_is_not_there_or_of_another_kind_is_refused(open_transaction, tmp_path, name):
    (tmp_path / "notes.txt").write_text("hello")
    assert not import_hsds(tmp_path / name, open_transaction).is_done


def test_an_export_is_never_mixed_with_other_files(filled, tmp_path):
    export_hsds(tmp_path / "out", filled)
    export_hsds(tmp_path / "out", filled)
    (tmp_path / "out" / "mine.csv").write_text("")
    with pytest.raises(ExportError, match=r"mine\.csv"):
        export_hsds(tmp_path / "out", filled)
    with pytest.raises(ExportError, match="other things"):
        export_hsds(tmp_path, filled)
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        export_hsds(tmp_path / "file" / "out.json", filled)


@pytest.mark.parametrize("odd", [True, 5, "0300 1", {"number": "0300 1"}, [True, "0300 1", {}]])
def test_odd_numbers_beside_the_contacts_break_nothing(open_transaction, tmp_path, odd):
    assert take(open_transaction, tmp_path, [FOREIGN | {"phones": odd}]).is_done
    assert Directory(open_transaction).entry(FOREIGN["id"]) is not None


def test_a_report_holds_nothing_that_moves_a_terminal(open_transaction, tmp_path):
    report = take(open_transaction, tmp_path, [service(status="\x1b[2Jopen")])
    assert all(line.isprintable() for line in report.lines())


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    change=st.dictionaries(
        st.sampled_from([*FOREIGN, "x_held_back", "phones", "minimum_age", "assured_date", "mystery"]),
        anything,
        max_size=3,
    )
)
def test_whatever_is_in_a_file_is_taken_or_refused_in_words(open_transaction, tmp_path, change):
    report = take(open_transaction, tmp_path, [FOREIGN | change])
    assert report.lines()
    if report.is_done and FOREIGN["id"] in {each["id"] for each in everything(open_transaction)}:
        export_hsds(tmp_path / "out.zip", open_transaction)
        again = import_hsds(tmp_path / "out.zip", open_transaction)
        assert (again.faults, again.changed) == ((), 0)
        assert LOCAL.id not in {entry.id for entry in Directory(open_transaction).all_entries()}
