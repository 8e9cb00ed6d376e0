"""The list of support services: what it refuses, and who comes first for a need."""

from pathlib import Path

import pytest
import yaml

from bot.signposting.directory import (
    NEED_OF_INTENT,
    Area,
    DirectoryError,
    Grade,
    Need,
    Service,
    find,
    load,
    services,
)

ROW = {
    "id": "listening-line",
    "name": "Listening Line",
    "who_for": "anyone who wants to talk",
    "needs": ["bereavement", "carers"],
    "area": "uk",
    "grade": "A",
    "phone": "116 000",
}


def write(folder: Path, *rows: object) -> Path:
    path = folder / "list.yml"
    path.write_text(yaml.safe_dump({"services": list(rows)}), encoding="utf-8")
    return path


def test_a_row_becomes_a_service(tmp_path):
    (service,) = load(write(tmp_path, ROW | {"url": "https://listening.example", "assured_date": None}))
    assert service == Service(
        id="listening-line",
        name="Listening Line",
        who_for="anyone who wants to talk",
        needs=(Need.BEREAVEMENT, Need.CARERS),
        area=Area.UK,
        grade=Grade.A,
        phone="116 000",
        url="https://listening.example",
    )
    assert service.contact == "116 000"
    assert service.hours == ""
    assert service.assured_date is None


@pytest.mark.parametrize(
    ("change", "field", "mend"),
    [
        ({"grade": "X"}, "grade", "leave out what has no good source"),
        ({"grade": "C"}, "grade", "leave out what has no good source"),
        ({"phone": 999}, "phone", "in quotes"),
        ({"phone": "call 999"}, "phone", "digits and spaces"),
        ({"url": "listening.example"}, "url", "starts with https://"),
        ({"needs": []}, "needs", "best fitting first"),
        ({"needs": ["greif"]}, "needs", "anticipatory_grief"),
        ({"area": "wales"}, "area", "dorset"),
        ({"id": "Listening Line"}, "id", "joined by -"),
        ({"name": ""}, "name", "rows around it"),
        ({"hours": None}, "hours", "if not known"),
        ({"phon": "116 000"}, "phon", "rows around it"),
        ({"phone": None}, "contact", "at least one of"),
        ({"assured_date": "last week"}, "assured_date", "2026-11-21"),
    ],
)
def test_a_faulty_row_is_refused_with_its_field_and_mend(tmp_path, change, field, mend):
    row = ROW | change
    with pytest.raises(DirectoryError) as caught:
        load(write(tmp_path, ROW | {"id": "another-line"}, row))
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"list.yml, row 2 ({row['id']}), {field}: ")
    assert mend in line.partition("Mend: ")[2]


def test_every_fault_is_named_at_once(tmp_path):
    with pytest.raises(DirectoryError) as caught:
        load(write(tmp_path, ROW | {"grade": "D"}, "just words", ROW, ROW))
    first, second, third = str(caught.value).splitlines()
    assert "row 1 (listening-line), grade" in first
    assert "row 2 (not a row of fields)" in second
    assert "row 4 (listening-line), id: used before" in third


@pytest.mark.parametrize("content", ["", "- a\n", "services: {a: b}\n", "services: [unclosed\n"])
def test_a_file_that_is_not_a_list_of_rows_is_refused(tmp_path, content):
    path = tmp_path / "list.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DirectoryError, match=r"list\.yml"):
        load(path)


def test_the_built_in_list_is_small_and_nobody_is_said_to_have_checked_it():
    assert 25 <= len(services()) <= 35
    assert [service.id for service in services() if service.assured_date] == []


def test_the_list_is_read_once():
    assert services() is services()


@pytest.mark.parametrize(
    ("intent", "expected"),
    [
        ("find_support", ["hospice-uk", "age-uk", "carers-trust"]),
        ("volunteer_help", ["hospice-uk", "carers-trust", "ataloss"]),
        ("bereavement_support", ["cruse", "national-bereavement-service", "ataloss"]),
        ("bereaved_child", ["child-bereavement-uk", "grief-encounter", "hope-again"]),
        ("bereaved_suicide", ["support-after-suicide", "cruse", "sudden"]),
        ("bereaved_sudden", ["sudden", "cruse", "national-bereavement-service"]),
        ("baby_loss", ["child-bereavement-uk", "compassionate-friends", "lullaby-trust"]),
        ("anticipatory_grief", ["marie-curie", "hospice-uk", "macmillan"]),
        ("grieving", ["cruse", "national-bereavement-service", "ataloss"]),
        ("helping", ["hospice-uk", "carers-trust", "ataloss"]),
    ],
)
def test_the_best_three_for_what_a_person_says(intent, expected):
    need = NEED_OF_INTENT[intent]
    assert need is not None
    assert [service.id for service in find(need)] == expected


def test_a_wrong_number_has_nothing_to_look_up():
    assert NEED_OF_INTENT["report_directory_error"] is None


@pytest.mark.parametrize("need", list(Need))
def test_every_need_is_served_in_england(need):
    assert find(need)


def test_local_services_are_only_for_people_who_are_there():
    assert not any(service.area is Area.DORSET for need in Need for service in find(need, limit=99))
    assert [service.id for service in find("carers", area=Area.DORSET)] == [
        "carer-support-dorset",
        "carers-uk",
        "carers-trust",
    ]


def test_services_for_england_alone_are_left_out_elsewhere():
    assert "citizens-advice" in [service.id for service in find("money")]
    assert "citizens-advice" not in [service.id for service in find("money", area=Area.UK)]


def test_no_more_than_asked_for():
    assert len(find("bereavement", limit=1)) == 1


def test_an_unknown_need_finds_nothing():
    assert find("weather") == ()
