"""Keeping the directory true: check, correct, look back, undo. Behind a sign-in, for those whose work it is."""

import pytest

from tests.unit.web.support_fakes import AFTER, CLOSED, HELD, LINE, ODD, SignedIn

ENTRY = f"/support/entries/{LINE.id}"
PAGES = ["/support/entries", ENTRY]
FORMS = [f"{ENTRY}/{deed}" for deed in ("check", "correct", "undo", "state")]


@pytest.mark.parametrize("path", PAGES)
def test_whoever_is_not_signed_in_signs_in_first_and_comes_back(visitor, path):
    answer = visitor.get(path, follow_redirects=False)

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/staff/sign-in?next={path}"


@pytest.mark.parametrize("path", FORMS)
def test_nothing_is_changed_without_signing_in(visitor, support, path):
    assert visitor.post(path, data={"name": "Other"}, follow_redirects=False).status_code == 303
    assert support.directory.entry(LINE.id) == LINE


@pytest.mark.parametrize("path", PAGES + FORMS)
def test_a_role_without_the_directory_is_refused(visitor, support, path):
    reviewer = SignedIn(visitor, support, "r")
    answer = reviewer.opens(path) if path in PAGES else reviewer.sends(path, name="Other")

    assert answer.status_code == 403
    assert LINE.name not in answer.text
    assert support.directory.entry(LINE.id) == LINE


@pytest.mark.parametrize("path", FORMS)
def test_a_form_without_its_token_changes_nothing(volunteer, support, path):
    answer = volunteer.browser.post(path, data={"name": "Other", "state": "closed", "seen": "1"})

    assert answer.status_code == 403
    assert support.directory.entry(LINE.id) == LINE


def test_the_list_has_every_entry_with_what_is_to_be_done(volunteer, support):
    support.directory.report_number(AFTER.id, "one")
    page = volunteer.opens("/support/entries").text

    assert "5 entries." in page
    for tag in ("Held back", "Closed", "Number reported once", "Never checked", "Checked long ago"):
        assert f">{tag}</span>" in page


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        ("to_check", {LINE, ODD, HELD}),
        ("stale", {AFTER}),
        ("reported", {AFTER}),
        ("held_back", {HELD}),
        ("closed", {CLOSED}),
        ("all", {LINE, AFTER, ODD, HELD, CLOSED}),
        ("no-such-filter", {LINE, AFTER, ODD, HELD, CLOSED}),
    ],
)
def test_the_list_can_be_narrowed(volunteer, support, show, shown):
    support.directory.report_number(AFTER.id, "one")
    page = volunteer.opens(f"/support/entries?show={show}").text

    found = {entry for entry in (LINE, AFTER, ODD, HELD, CLOSED) if f"/support/entries/{entry.id}" in page}
    assert found == shown


@pytest.mark.parametrize("q", ["suicide", "AFTER example", "01632960456", "01632 960"])
def test_the_list_can_be_searched(volunteer, q):
    page = volunteer.opens(f"/support/entries?q={q}").text

    assert AFTER.name in page
    assert LINE.name not in page


@pytest.mark.parametrize("page", ["0", "-1", "2", "999999999999", "x", "１"])
def test_a_page_that_does_not_exist_is_the_nearest_that_does(volunteer, page):
    assert LINE.name in volunteer.opens(f"/support/entries?page={page}").text


def test_an_entry_that_does_not_exist_is_said(volunteer):
    assert volunteer.opens("/support/entries/none").status_code == 404
    assert volunteer.browser.get("/support/entries/none").text.count("There is no such entry") > 0


def test_checking_stands_beside_the_entry_with_the_day_and_who(volunteer, support):
    page = volunteer.sends(f"{ENTRY}/check")

    assert "Marked as checked today, by you." in page.text
    assert "Checked on 21 November 2026. By vic@example.org." in page.text
    assert str(support.directory.entry(LINE.id).assured_date) == "2026-11-21"


def test_checking_shows_a_hidden_number_again(volunteer, support):
    for reporter in ("one", "two"):
        support.directory.report_number(LINE.id, reporter)
    assert "tel:08081570123" in volunteer.opens(ENTRY).text

    volunteer.sends(f"{ENTRY}/check")

    assert not support.directory.entry(LINE.id).number_wrong


def test_a_correction_is_kept_and_shown_before_and_after(volunteer, support):
    page = volunteer.sends(
        f"{ENTRY}/correct",
        form="details",
        phones="0808 157 0999\n85258, text, text EXAMPLE to",
        hours="Every day 10:00-16:00\nSat 18:00-24:00",
        alert="Closed in August.",
    ).text

    entry = support.directory.entry(LINE.id)
    assert [phone.number for phone in entry.phones] == ["0808 157 0999", "85258"]
    assert [(each.days[0], each.opens, each.closes) for each in entry.hours] == [
        ("MO", "10:00", "16:00"),
        ("SA", "18:00", "24:00"),
    ]
    assert entry.email == LINE.email
    assert "Your correction is kept." in page
    assert "Vic Volunteer, 21 November 2026 at 09:30" in page
    assert "before: </span>(nothing)</del>" in page
    assert "after: </span>Closed in August.</ins>" in page


def test_sending_the_form_as_it_was_changes_nothing(volunteer, support):
    page = volunteer.opens(ENTRY).text
    assert 'value="https://www.grief.example/help"' in page
    before = support.directory.version()

    told = volunteer.sends(f"{ENTRY}/correct", url=LINE.url, hours="Mon-Fri 09:00-17:00", languages="Welsh").text

    assert "Nothing was different, so nothing was changed." in told
    assert support.directory.version() == before


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", "", "It is empty."),
        ("phones", "ring us", "is no phone number."),
        ("email", "not an address", "It is no email address."),
        ("url", "javascript:alert(1)", "It is no web address."),
        ("hours", "whenever", "Write one time on a line"),
        ("hours", "Mon-Fri 9-5", "Write one time on a line"),
        ("minimum_age", "old", "It is no age."),
        ("districts", "DT1 QQ99", "is no postcode district of the UK."),
        ("needs", "bereavement, magic", "is not one of the words."),
    ],
)
def test_what_cannot_be_kept_comes_back_as_it_was_typed_with_what_to_mend(volunteer, support, field, typed, told):
    form = "matching" if field in {"minimum_age", "districts", "needs"} else "details"
    answer = volunteer.sends(f"{ENTRY}/correct", form=form, **{field: typed, "alert": "Closed in August."})

    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert f'href="#{form}-{field}"' in answer.text
    assert told in answer.text
    assert typed in answer.text
    assert support.directory.entry(LINE.id) == LINE


def test_a_correction_of_something_changed_meanwhile_overwrites_nothing(volunteer, support):
    support.directory.correct(LINE.id, "account:a5", {"alert": "Closed today."})
    answer = volunteer.sends(f"{ENTRY}/correct", seen="1", form="details", alert="Closed in August.")

    assert answer.status_code == 422
    assert "Somebody changed this entry while you had it open." in answer.text
    assert "Closed in August." in answer.text
    assert support.directory.entry(LINE.id).alert == "Closed today."
    assert volunteer.sends(f"{ENTRY}/check", seen="1").status_code == 422


def test_the_newest_change_can_be_undone_once_and_that_too(volunteer, support):
    volunteer.sends(f"{ENTRY}/correct", form="details", alert="Closed in August.")
    (change,) = [each for each in support.directory.history(LINE.id) if each.can_be_undone]

    page = volunteer.sends(f"{ENTRY}/undo", change=str(change.number)).text
    again = volunteer.sends(f"{ENTRY}/undo", change=str(change.number))

    assert "The last change was undone." in page
    assert again.status_code == 422
    assert support.directory.entry(LINE.id).alert == ""


def test_a_change_of_another_entry_cannot_be_undone_from_here(volunteer, support):
    support.directory.correct(AFTER.id, "account:a5", {"alert": "Moved."})
    change = next(each.number for each in support.directory.history(AFTER.id) if each.can_be_undone)

    assert volunteer.sends(f"{ENTRY}/undo", change=str(change)).status_code == 422
    assert support.directory.entry(AFTER.id).alert == "Moved."


def test_only_directory_editors_show_hold_back_or_close(visitor, support):
    volunteer = SignedIn(visitor, support)
    assert "Who sees this entry?" not in volunteer.opens(ENTRY).text
    assert volunteer.sends(f"{ENTRY}/state", state="closed").status_code == 403

    editor = SignedIn(visitor, support, "e")
    assert "Who sees this entry?" in editor.opens(ENTRY).text
    assert editor.sends(f"{ENTRY}/state", state="held-back", why="").status_code == 422
    editor.sends(f"{ENTRY}/state", state="held-back", why="to check: two numbers")
    assert support.directory.entry(LINE.id).held_back == "to check: two numbers"
    assert "The entry is closed." in editor.sends(f"{ENTRY}/state", state="closed").text
    assert editor.sends(f"{ENTRY}/state", state="magic").status_code == 422
    editor.sends(f"{ENTRY}/state", state="shown")
    assert support.directory.entry(LINE.id) == LINE


def test_what_an_entry_says_is_shown_and_not_run(volunteer):
    page = volunteer.opens(f"/support/entries/{ODD.id}").text

    assert "<script>alert" not in page
    assert "{{7*7}}" in page
