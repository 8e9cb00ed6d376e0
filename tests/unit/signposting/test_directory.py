"""The directory in the store: what is offered, checked, corrected, undone and reported, and what is refused."""

from contextlib import suppress
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.model.directory import Hours, Nation, Need, Phone
from bot.signposting.changes import ChangeKind
from bot.signposting.directory import (
    CorrectionError,
    Directory,
    ReportOutcome,
    UndoRefusedError,
    UnknownServiceError,
)
from bot.signposting.edits import EDITABLE
from bot.signposting.hsds import SHAPES
from bot.signposting.rows import ROWS
from bot.signposting.values import FIELDS
from bot.store.tables.directory import NumberReportRow
from tests.unit.signposting.invented import ALL, CLOSED, HELD_BACK, LINE, LOCAL

ANN, BEN = "account:ann", "account:ben"
TODAY = date(2026, 11, 21)


def hide(directory):
    directory.report_number(LINE.id, "one browser")
    directory.report_number(LINE.id, "another browser")


def latest(directory, service_id=LINE.id):
    return directory.history(service_id)[0]


def test_every_field_and_link_of_the_standard_has_a_column_and_every_column_is_one():
    for name, shape in SHAPES.items():
        columns = {*(field.column for field in shape.fields), *shape.links, "extra"}
        assert columns == set(ROWS[name].__table__.c.keys()), name


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.name)
def test_what_is_put_in_comes_out_the_same(directory, entry):
    assert directory.entry(entry.id) == entry


def test_what_is_closed_or_held_back_is_never_offered(directory):
    assert directory.entries() == (LOCAL, LINE)
    assert directory.all_entries() == (LOCAL, CLOSED, HELD_BACK, LINE)
    assert directory.entry("nobody") is None


def test_entries_are_read_once_and_again_only_when_something_changed(directory, open_transaction):
    before = directory.entries()
    assert directory.entries() is before
    elsewhere = Directory(open_transaction)
    elsewhere.correct(LOCAL.id, ANN, {"name": "A Gardening Club"})
    assert directory.entries() is not before
    assert directory.entries() == elsewhere.entries()
    assert directory.entry(LINE.id) is next(entry for entry in before if entry.id == LINE.id)


def test_each_change_makes_the_version_grow_and_what_changed_nothing_does_not(directory):
    versions = [directory.version()]
    for change in (
        lambda: directory.check(LINE.id, ANN, "ann@example.org", TODAY),
        lambda: directory.correct(LINE.id, ANN, {"fees": "A pound."}),
        lambda: directory.report_number(LINE.id, "a"),
        lambda: directory.report_number(LINE.id, "b"),
    ):
        change()
        versions.append(directory.version())
    assert versions == sorted(set(versions))
    directory.correct(LINE.id, ANN, {"fees": "A pound."})
    directory.report_number(LINE.id, "b")
    directory.add([LOCAL], "seed")
    assert directory.version() == versions[-1]


def test_a_check_says_who_and_when(directory):
    directory.check(LINE.id, ANN, "ann@example.org", TODAY)
    entry = directory.entry(LINE.id)
    assert (entry.assured_date, entry.assurer_email) == (TODAY, "ann@example.org")
    change = latest(directory)
    assert (change.kind, change.actor, change.fields) == (ChangeKind.CHECKED, ANN, ("assured_date", "assurer_email"))


@pytest.mark.parametrize(
    ("email", "on", "field"),
    [("ann@example.org", date(2026, 11, 22), "assured_date"), ("ann", TODAY, "assurer_email")],
)
def test_a_check_that_cannot_be_is_refused(directory, email, on, field):
    with pytest.raises(CorrectionError) as caught:
        directory.check(LINE.id, ANN, email, on)
    assert [fault.field for fault in caught.value.faults] == [field]
    assert directory.entry(LINE.id).assured_date is None


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", "  Listening   Line North ", "Listening Line North"),
        ("who_for", "For everybody.", "everybody"),
        ("needs", "money\ncarers", (Need.MONEY, Need.CARERS)),
        ("losses", (), ()),
        ("nations", ["Scotland"], (Nation.SCOTLAND,)),
        ("minimum_age", "18", 18),
        ("maximum_age", "", None),
        (
            "phones",
            "0800 999 000\n85001, text, text HI to",
            (Phone("0800 999 000"), Phone("85001", "text", "text HI to")),
        ),
        ("phones", [{"number": "0800 999 000", "type": "textphone"}], (Phone("0800 999 000", "textphone"),)),
        ("phones", [], ()),
        ("email", "", ""),
        ("url", "https://new.example/x?y=1", "https://new.example/x?y=1"),
        ("hours", "mo-we 9:00-12:30", (Hours(("MO", "TU", "WE"), "09:00", "12:30"),)),
        ("hours", [Hours(("SU",), "22:00", "02:00")], (Hours(("SU",), "22:00", "02:00"),)),
        ("hours_note", "", ""),
        ("places", "3 Low Road, Upwey, Weymouth, DT3 5QE", ("3 Low Road, Upwey, Weymouth, DT3 5QE",)),
        ("languages", "Polish, English", ("English", "Polish")),
        ("access", [], ()),
        ("next_step", "You can write.", "You can write."),
        ("alert", "", ""),
        ("held_back", "to check: its number", "to check: its number"),
        ("closed", True, True),
    ],
)
def test_a_correction_changes_that_field_and_no_other(directory, field, typed, value):
    directory.correct(LINE.id, ANN, {field: typed})
    after = directory.entry(LINE.id)
    assert after == replace(LINE, **{field: value})
    assert latest(directory).fields == (field,)
    directory.undo(latest(directory).number, BEN)
    assert directory.entry(LINE.id) == LINE


def test_districts_replace_nations_and_a_group_stands_for_its_districts(directory):
    directory.correct(LINE.id, ANN, {"districts": "dorset-council", "nations": ""})
    entry = directory.entry(LINE.id)
    assert entry.nations == (Nation.ENGLAND,)
    assert "DT1" in entry.districts
    assert "BH1" not in entry.districts
    directory.correct(LINE.id, ANN, {"districts": []})
    assert directory.entry(LINE.id).districts == ()


@pytest.mark.parametrize(
    ("changes", "field", "mend"),
    [
        ({"name": " "}, "name", "as in other entries"),
        ({"needs": []}, "needs", "best fitting first"),
        ({"needs": ["greif"]}, "needs", "anticipatory_grief"),
        ({"nations": "France"}, "nations", "Northern Ireland"),
        ({"nations": "Scotland", "districts": "DT1"}, "nations", "take out the districts"),
        ({"districts": "DT1 XX9"}, "districts", "such as DT1"),
        ({"minimum_age": "old"}, "minimum_age", "whole years"),
        ({"minimum_age": 50, "maximum_age": 20}, "maximum_age", "swap"),
        ({"phones": "call us"}, "phones", "digits and spaces"),
        ({"phones": "0300 123 5440"}, "phones", "0800 652 0190"),
        ({"phones": "01202458204"}, "phones", "01202 128787"),
        ({"phones": "116 123, fax"}, "phones", "voice"),
        ({"email": "ann at example"}, "email", "help@example.org"),
        ({"url": "javascript:alert(1)"}, "url", "https://"),
        ({"url": "www.example.org"}, "url", "https://"),
        ({"hours": "all day"}, "hours", "MO-FR 09:00-17:00"),
        ({"closed": "yes"}, "closed", "one of the two"),
        ({"who_for": "a" * 501}, "who_for", "fewer words"),
        ({"next_step": "a\0b"}, "next_step", "by hand"),
        ({"places": "somewhere"}, "places", "street, town, postcode"),
        ({"grade": "AB"}, "grade", "leave it empty"),
        ({"assured_date": "2026-01-01"}, "assured_date", "leave it out"),
        ({"number_wrong": False}, "number_wrong", "leave it out"),
        ({"id": "x"}, "id", "leave it out"),
        ({"phones": "", "email": "", "url": "", "places": ""}, "phones", "a number, an email or a web address"),
    ],
)
def test_a_faulty_correction_is_refused_with_its_field_and_mend(directory, changes, field, mend):
    with pytest.raises(CorrectionError) as caught:
        directory.correct(LINE.id, ANN, changes)
    (fault,) = caught.value.faults
    assert fault.field == field
    assert mend in fault.mend
    assert str(fault).endswith(f"Mend: {fault.mend}.")
    assert directory.entry(LINE.id) == LINE


def test_every_fault_of_a_correction_is_told_at_once(directory):
    with pytest.raises(CorrectionError) as caught:
        directory.correct(LINE.id, ANN, {"name": "", "email": "x", "alert": "Fine."})
    assert {fault.field for fault in caught.value.faults} == {"name", "email"}


def test_what_may_be_corrected_can_be_written():
    assert FIELDS <= EDITABLE
    assert {field.name for field in fields(LINE)} >= FIELDS


def test_a_service_that_is_not_there_cannot_be_changed(directory):
    for change in (
        lambda: directory.correct("nobody", ANN, {"name": "X"}),
        lambda: directory.check("nobody", ANN, "ann@example.org", TODAY),
        lambda: directory.report_number("nobody", "a"),
        lambda: directory.sign(["nobody"], (), ""),
        lambda: directory.sign([], (), ""),
    ):
        with pytest.raises(UnknownServiceError):
            change()


def test_an_undo_can_be_undone(directory):
    directory.correct(LINE.id, ANN, {"name": "Another Line"})
    directory.undo(latest(directory).number, BEN)
    assert directory.entry(LINE.id).name == "Listening Line"
    directory.undo(latest(directory).number, BEN)
    assert directory.entry(LINE.id).name == "Another Line"
    assert [change.kind for change in directory.history(LINE.id)] == ["undone", "undone", "corrected", "added"]


def test_only_the_latest_change_can_be_undone_and_the_history_says_which(directory):
    directory.correct(LINE.id, ANN, {"name": "Another Line"})
    directory.correct(LINE.id, ANN, {"name": "A Third Line"})
    directory.report_number(LINE.id, "somebody")
    reported, second, first, added = directory.history(LINE.id)
    assert [change.can_be_undone for change in (reported, second, first, added)] == [False, True, False, False]
    for change, why in ((first, "latest change first"), (added, "has closed"), (reported, "Check the entry")):
        with pytest.raises(UndoRefusedError, match=why):
            directory.undo(change.number, BEN)
    with pytest.raises(UndoRefusedError, match="no such change"):
        directory.undo(99_999, BEN)
    directory.undo(second.number, BEN)
    assert directory.entry(LINE.id).name == "Another Line"


def test_a_change_to_one_service_is_in_nobody_elses_history(directory):
    directory.correct(LINE.id, ANN, {"name": "Another Line"})
    assert [change.kind for change in directory.history(LOCAL.id)] == ["added"]
    directory.correct(LOCAL.id, ANN, {"name": "Another Club"})
    directory.undo(latest(directory).number, BEN)
    assert directory.entry(LOCAL.id).name == "Another Club"


def test_one_report_is_noted_and_a_second_one_hides_the_numbers(directory):
    assert directory.report_number(LINE.id, "one") is ReportOutcome.NOTED
    assert directory.report_number(LINE.id, "one") is ReportOutcome.ALREADY
    assert not directory.entry(LINE.id).number_wrong
    assert directory.reports() == {LINE.id: 1}
    assert directory.report_number(LINE.id, "two") is ReportOutcome.HIDDEN
    assert directory.entry(LINE.id).number_wrong
    assert directory.report_number(LINE.id, "three") is ReportOutcome.ALREADY
    assert [change.kind for change in directory.history(LINE.id)] == ["hidden", "reported", "added"]
    assert {change.actor for change in directory.history(LINE.id)} == {"anyone", "seed"}


@pytest.mark.parametrize("crisis", [False, True])
def test_chats_alone_never_hide_a_line_that_many_depend_on(directory, crisis):
    local = replace(LINE, districts=("DT1",), needs=(Need.CRISIS,) if crisis else LINE.needs)
    directory.add([local if crisis else LINE], ANN)
    for chat in ("one", "two", "three"):
        assert directory.report_number(LINE.id, chat, in_chat=True) is ReportOutcome.NOTED
    assert not directory.entry(LINE.id).number_wrong
    assert directory.reports() == {LINE.id: 3}
    assert directory.doubted() == {LINE.id}
    assert directory.report_number(LINE.id, "a browser") is ReportOutcome.NOTED
    assert directory.report_number(LINE.id, "another browser") is ReportOutcome.HIDDEN


def test_chats_hide_the_number_of_a_local_service(directory):
    directory.add([replace(LINE, districts=("DT1",))], ANN)
    directory.report_number(LINE.id, "one", in_chat=True)
    assert directory.report_number(LINE.id, "two", in_chat=True) is ReportOutcome.HIDDEN


def test_who_reported_is_not_to_be_read_from_the_store(directory, open_transaction):
    directory.report_number(LINE.id, "a cookie of somebody")
    with open_transaction(reading=True) as transaction:
        (reporter,) = transaction.session.scalars(select(NumberReportRow.reporter))
    assert len(reporter) == 64
    assert "cookie" not in reporter


def test_a_service_without_a_number_has_none_to_report(directory):
    assert directory.report_number(LOCAL.id, "one") is ReportOutcome.NO_NUMBER


def test_hidden_numbers_stay_hidden_until_somebody_checks(directory):
    hide(directory)
    directory.correct(LINE.id, ANN, {"phones": "0800 111 2222"})
    assert directory.entry(LINE.id).number_wrong
    directory.check(LINE.id, ANN, "ann@example.org", TODAY)
    assert not directory.entry(LINE.id).number_wrong
    assert directory.report_number(LINE.id, "a third browser") is ReportOutcome.NOTED


def test_a_hiding_can_be_undone_and_the_reports_are_spent(directory):
    hide(directory)
    directory.undo(latest(directory).number, ANN)
    assert not directory.entry(LINE.id).number_wrong
    assert directory.reports() == {}


def test_an_undone_check_hides_the_number_again(directory):
    hide(directory)
    directory.check(LINE.id, ANN, "ann@example.org", TODAY)
    directory.undo(latest(directory).number, BEN)
    assert directory.entry(LINE.id).number_wrong
    assert directory.entry(LINE.id).assured_date is None


def test_a_code_brings_back_what_was_chosen_for_30_days(directory, clock):
    code = directory.sign([LINE.id, LOCAL.id, LINE.id], (Need.BEREAVEMENT,), "dt1 1aa")
    found = directory.signed(f" {code[:3].lower()}-{code[3:]} ")
    assert (found.chosen, found.needs, found.district) == ((LINE.id, LOCAL.id), (Need.BEREAVEMENT,), "DT1")
    clock.move(days=29, hours=23)
    assert directory.signed(code) == found
    clock.move(hours=1)
    assert directory.signed(code) is None
    assert directory.signed(directory.sign([LINE.id], (), "nowhere")).district == ""


def test_no_letter_of_a_code_can_be_mistaken_for_another(directory):
    codes = "".join(directory.sign([LINE.id], (), "") for _ in range(30))
    assert not set(codes) & set("01OILAEU")
    assert len(codes) == 180


@pytest.mark.parametrize("code", ["", "BCDFGH", "'; drop table", "B" * 10_000, "ÄÖÜ", "BCDFG"])
def test_a_code_that_is_none_finds_nothing(directory, code):
    assert directory.signed(code) is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.dictionaries(
        st.sampled_from(sorted(FIELDS)),
        st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.lists(st.text(max_size=8), max_size=3),
        max_size=4,
    )
)
def test_whatever_is_typed_is_taken_or_refused_in_words(directory, changes):
    with suppress(CorrectionError):
        directory.correct(LINE.id, ANN, changes)
    assert directory.entry(LINE.id).name
