"""An operator takes in a package of tables, as a folder or a zip: none leads outside it, or grows too large."""

import json

import pytest

from bot.signposting.interchange import files, import_hsds
from tests.unit.signposting.exchange import ORGANIZATIONS, SERVICES, everything, package, packed


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
