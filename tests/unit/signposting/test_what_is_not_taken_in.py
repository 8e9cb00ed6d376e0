"""What cannot be taken in is refused whole, in words: every fault with its place and mend."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.signposting.directory import Directory
from bot.signposting.interchange import export_hsds, files, import_hsds
from tests.unit.signposting.exchange import SERVICES, everything, package, packed, service, take, write
from tests.unit.signposting.invented import FOREIGN, LOCAL

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


def test_a_report_holds_nothing_that_moves_a_terminal(open_transaction, tmp_path):
    report = take(open_transaction, tmp_path, [service(status="\x1b[2Jopen")])
    assert all(line.isprintable() for line in report.lines())


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
