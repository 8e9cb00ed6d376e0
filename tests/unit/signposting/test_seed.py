"""The services a store begins with: what is in the files, what must never be, and what loading them leaves alone."""

import logging
import re
from dataclasses import replace
from datetime import date

import pytest
import yaml

from bot.model.directory import Looking, Loss, Nation, Need, Relationship
from bot.signposting.changes import IMPORT
from bot.signposting.directory import Directory
from bot.signposting.seed import FOLDER, SeedError, load_seed, read_seed, seed_id
from tests.unit.signposting.services import finder

ENTRIES = read_seed()
BY_ID = {entry.id: entry for entry in ENTRIES}
OFFERED = [entry for entry in ENTRIES if not entry.closed and not entry.held_back]
OLD_NUMBERS = ("03001235440", "01202458204")
NUMBER_OF_TELL_US_ONCE = "08000857308"


def one(slug):
    return BY_ID[seed_id(slug)]


def numbers(entry):
    return [phone.number for phone in entry.phones]


def digits(text):
    return re.sub(r"\D", "", text)


def everything_said():
    for entry in ENTRIES:
        yield entry, f"{entry.name}: for {entry.who_for}."
        for text in (entry.next_step, entry.hours_note, entry.alert):
            yield entry, text


def test_every_row_of_the_research_is_there():
    assert len(ENTRIES) == 104
    assert len(OFFERED) == 90


@pytest.mark.parametrize("number", [*OLD_NUMBERS, NUMBER_OF_TELL_US_ONCE])
def test_an_old_number_is_in_no_file(number):
    for path in FOLDER.iterdir():
        assert number not in digits(path.read_text(encoding="utf-8")), path.name


def test_the_numbers_that_replaced_old_ones_are_there():
    assert numbers(one("dorset-connection")) == ["0800 652 0190"]
    assert numbers(one("bcp-carer-support")) == ["01202 128787"]


def test_a_service_that_has_closed_is_never_offered_and_its_national_line_is():
    closed = one("marie-curie-dorset-hospice-at-home")
    assert closed.closed
    assert closed.phones == ()
    assert [entry.id for entry in ENTRIES if entry.closed] == [closed.id]
    assert not any("hospice-at-home" in entry.name for entry in OFFERED)
    assert one("marie-curie") in OFFERED


def test_tell_us_once_shows_the_way_through_gov_uk_and_no_number():
    entry = one("tell-us-once")
    assert entry.phones == ()
    assert entry.url.startswith("https://www.gov.uk/")
    assert Nation.NORTHERN_IRELAND not in entry.nations


def test_nobody_is_said_to_have_checked_anything():
    assert {entry.assured_date for entry in ENTRIES} == {None}
    assert {entry.assurer_email for entry in ENTRIES} == {""}
    for path in FOLDER.glob("*.yml"):
        assert "assur" not in path.read_text(encoding="utf-8")


def test_only_good_sources_are_offered_and_the_others_say_what_is_to_be_checked():
    assert {entry.grade for entry in OFFERED} == {"A", "B"}
    for entry in ENTRIES:
        assert entry.source
        assert entry.grade in {"A", "B"} or entry.held_back.startswith("to check:"), entry.name
    doubtful = {"winstons-wish", "survivors-of-bereavement-by-suicide", "ssafa-forcesline", "moneyhelper"}
    assert {entry.id for entry in ENTRIES if entry.grade == "X"} == {seed_id(slug) for slug in doubtful}


@pytest.mark.parametrize("slug", ["papyrus", "shout", "samaritans", "emergency-services"])
def test_the_crisis_lines_are_right(slug):
    expected = {
        "papyrus": ["0800 068 4141", "88247"],
        "shout": ["85258"],
        "samaritans": ["116 123"],
        "emergency-services": ["999"],
    }
    assert numbers(one(slug)) == expected[slug]


def test_whoever_is_offered_can_be_reached_and_says_what_happens_next():
    for entry in OFFERED:
        assert entry.phones or entry.email or entry.url, entry.name
        assert entry.next_step.endswith("."), entry.name
        assert entry.access, entry.name


def test_hours_that_sources_disagree_on_are_not_claimed():
    for slug in ("dwp-bereavement-service", "hourglass", "sudden", "winstons-wish"):
        assert one(slug).hours == ()
        assert one(slug).hours_note == "Ring to check the hours."
    for slug in ("sands", "tommys"):
        assert one(slug).hours == ()
        assert one(slug).hours_note == "Look on its website for the hours."
    assert one("marie-curie").hours_note == "Ring to check weekend hours."


def test_a_number_that_sources_disagree_on_is_not_claimed_and_the_website_is():
    assert one("miscarriage-association").phones == ()
    assert one("miscarriage-association").url == "https://www.miscarriageassociation.org.uk"


@pytest.mark.parametrize(
    ("slug", "nations"),
    [
        ("cruse", {Nation.ENGLAND, Nation.WALES, Nation.NORTHERN_IRELAND}),
        ("cruse-scotland", {Nation.SCOTLAND}),
        ("lifeline-northern-ireland", {Nation.NORTHERN_IRELAND}),
        ("nhs-111-wales", {Nation.WALES}),
        ("nhs-24", {Nation.SCOTLAND}),
        ("nhs-111-mental-health", {Nation.ENGLAND}),
        ("citizens-advice", {Nation.ENGLAND}),
        ("samaritans", set()),
    ],
)
def test_each_is_for_its_nations(slug, nations):
    assert set(one(slug).nations) == nations


@pytest.mark.parametrize(
    ("slug", "ages"),
    [
        ("childline", (None, 18)),
        ("papyrus", (None, 34)),
        ("way", (None, 50)),
        ("winstons-wish", (None, 25)),
        ("sue-ryder", (18, None)),
        ("steps2wellbeing", (18, None)),
        ("mosaic", (5, 18)),
        ("child-bereavement-uk", (None, 25)),
        ("lewis-manning", (18, None)),
        ("nafsiyat", (18, None)),
        ("signhealth-therapy", (18, None)),
    ],
)
def test_each_is_for_its_ages(slug, ages):
    assert (one(slug).minimum_age, one(slug).maximum_age) == ages


@pytest.mark.parametrize("slug", ["way", "grief-encounter", "hope-again", "scottys-little-soldiers"])
def test_an_age_that_no_source_says_is_left_out_and_the_entry_says_so(slug):
    assert one(slug).minimum_age is None
    assert "age" in one(slug).source


@pytest.mark.parametrize(
    ("slug", "number", "nations"),
    [
        ("national-domestic-abuse-helpline", "0808 2000 247", {Nation.ENGLAND}),
        ("scotland-domestic-abuse-helpline", "0800 027 1234", {Nation.SCOTLAND}),
        ("live-fear-free", "0808 80 10 800", {Nation.WALES}),
        ("domestic-and-sexual-abuse-helpline-ni", "0808 802 1414", {Nation.NORTHERN_IRELAND}),
        ("mens-advice-line", "0808 801 0327", set()),
        ("missing-people", "116 000", set()),
        ("together-for-short-lives", "0808 8088 100", set()),
        ("funeral-support-payment-scotland", "0800 182 2222", {Nation.SCOTLAND}),
        ("funeral-expenses-payment-ni", "0800 085 2463", {Nation.NORTHERN_IRELAND}),
        ("prisoners-families-helpline", "0808 808 2003", {Nation.ENGLAND, Nation.WALES}),
    ],
)
def test_a_number_stands_for_the_nations_it_is_for_and_is_offered(slug, number, nations):
    assert one(slug) in OFFERED
    assert numbers(one(slug))[0] == number
    assert set(one(slug).nations) == nations


def test_nafsiyat_is_for_four_boroughs_of_london_alone():
    districts = set(one("nafsiyat").districts)
    assert {"N7", "N17", "N22", "NW1", "EN1"} <= districts
    assert not districts & {"SE1", "E8", "W3", "LS1"}


def test_kinds_of_loss_and_who_died():
    assert one("support-after-suicide").losses == (Loss.SUICIDE,)
    assert one("lullaby-trust").losses == (Loss.BABY,)
    assert one("way").relationships == (Relationship.PARTNER,)
    assert one("compassionate-friends").relationships == (Relationship.CHILD,)
    assert one("cruse").losses == ()


@pytest.mark.parametrize("need", list(Need))
def test_every_need_is_met_somewhere(need):
    somewhere = [entry for entry in OFFERED if need in entry.needs]
    assert somewhere or need is Need.FUNERAL


def test_places_in_dorset_are_for_dorset():
    for entry in read_seed():
        if entry.districts:
            assert not {"BH24", "BH25", "DT12", "JE1"} & set(entry.districts)
    assert "BH1" not in one("carer-support-dorset").districts
    assert "DT1" not in one("bcp-carer-support").districts


def test_sentences_are_short_and_plain():
    for entry, text in everything_said():
        for sentence in re.split(r"(?<=[.?!])\s+", text):
            assert len(re.sub(r"\d+(?: \d+)+", "0", sentence).split()) <= 20, f"{entry.name}: {sentence}"
        assert not re.search(r"(?i)\b(?:should|loved ones?|elderly|pass(?:ed)? away|committed)\b|!", text), text


def test_loading_twice_changes_nothing(open_transaction):
    assert load_seed(open_transaction, ENTRIES) == len(ENTRIES)
    directory = Directory(open_transaction)
    version = directory.version()
    assert load_seed(open_transaction, ENTRIES) == 0
    assert directory.version() == version
    assert {entry.id for entry in directory.entries()} == {entry.id for entry in OFFERED}
    for entry in directory.all_entries():
        assert replace(entry, nations=()) == replace(BY_ID[entry.id], nations=())


def test_an_update_reaches_what_nobody_has_changed_and_leaves_alone_what_somebody_has(open_transaction):
    samaritans, shout, cruse = one("samaritans"), one("shout"), one("cruse")
    load_seed(open_transaction, [samaritans, shout, cruse])
    directory = Directory(open_transaction)
    directory.correct(shout.id, "account:ann", {"alert": "Busy."})
    directory.add([replace(cruse, alert="From a file.")], IMPORT)
    update = [replace(entry, fees="A pound.") for entry in (samaritans, shout, cruse)]
    assert load_seed(open_transaction, update) == 1
    assert [directory.entry(entry.id).fees for entry in update] == ["A pound.", "Free.", ""]


def test_an_update_never_shows_a_number_again_that_people_reported(open_transaction):
    samaritans = one("samaritans")
    load_seed(open_transaction, [samaritans])
    directory = Directory(open_transaction)
    directory.report_number(samaritans.id, "one")
    directory.report_number(samaritans.id, "two")
    assert load_seed(open_transaction, [replace(samaritans, fees="A pound.")]) == 1
    assert directory.entry(samaritans.id).number_wrong


def test_a_check_by_a_person_survives_an_update(open_transaction):
    samaritans = one("samaritans")
    load_seed(open_transaction, [samaritans])
    directory = Directory(open_transaction)
    directory.check(samaritans.id, "account:ann", "ann@example.org", date(2026, 11, 20))
    assert load_seed(open_transaction, [replace(samaritans, fees="A pound.")]) == 0
    assert directory.entry(samaritans.id).assured_date == date(2026, 11, 20)


def test_what_is_no_longer_in_the_files_stays_and_the_log_names_it(open_transaction, caplog):
    load_seed(open_transaction, [one("samaritans"), one("shout")])
    with caplog.at_level(logging.WARNING):
        load_seed(open_transaction, [one("samaritans")])
    assert one("shout").id in caplog.text
    assert "Shout" not in caplog.text
    assert Directory(open_transaction).entry(one("shout").id) == one("shout")


ROW = {
    "slug": "listening-line",
    "name": "Listening Line",
    "who_for": "anyone",
    "needs": ["bereavement"],
    "phones": ["116 000"],
    "source": "invented",
    "grade": "A",
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"grade": "C"}, "held_back: an entry without a good source"),
        ({"grade": "X", "held_back": "soon"}, "held_back: it does not say what is to be checked"),
        ({"grade": "D"}, "grade: it is none of"),
        ({"phones": ["0300 123 5440"]}, "phones: 0300 123 5440 is an old number"),
        ({"phones": []}, "phones: there is no way left to reach it"),
        ({"needs": ["greif"]}, "needs: “greif” is not one of the words"),
        ({"nation": ["Wales"]}, "nation: it is no field of an entry"),
        ({"assured_date": "2026-01-01"}, "assured_date: it is no field of an entry"),
        ({"slug": None}, "slug: there is none"),
    ],
)
def test_a_faulty_row_is_refused_with_its_file_row_field_and_mend(tmp_path, change, told):
    (tmp_path / "list.yml").write_text(yaml.safe_dump({"services": [ROW | {"slug": "other"}, ROW | change]}))
    with pytest.raises(SeedError) as caught:
        read_seed(tmp_path)
    (line,) = str(caught.value).splitlines()
    assert line.startswith("list.yml, row 2 (")
    assert told in line
    assert "Mend: " in line


def test_every_fault_of_the_files_is_named_at_once(tmp_path):
    rows = [{"slug": "a"}, ROW, ROW, "just words"]
    (tmp_path / "list.yml").write_text(yaml.safe_dump({"services": rows}))
    with pytest.raises(SeedError) as caught:
        read_seed(tmp_path)
    assert len(str(caught.value).splitlines()) == 7
    assert "row 3 (listening-line), slug: used before" in str(caught.value)


@pytest.mark.parametrize("content", ["", "- a\n", "services: {a: b}\n", "services: [unclosed\n"])
def test_a_file_that_is_not_a_list_of_rows_is_refused(tmp_path, content):
    (tmp_path / "list.yml").write_text(content)
    with pytest.raises(SeedError, match=r"list\.yml"):
        read_seed(tmp_path)


@pytest.mark.parametrize(
    "said",
    ["I care for my mum who has dementia and I'm worn out", "husband has dementia and is dying at home",
     "my wife has alzheimer's and I look after her", "carer for someone with dementia, need a break"],
)  # fmt: skip
def test_where_dementia_is_said_its_nurses_come_first(said):
    assert _first(said) == "Dementia UK"


@pytest.mark.parametrize("said", ["I care for my mum and I'm worn out", "my husband is dying at home"])
def test_where_it_is_not_said_they_do_not(said):
    assert "ementia" not in _first(said)


def _first(said):
    offered = [entry for entry in read_seed() if not entry.held_back and not entry.closed]
    return finder(*offered).find(Looking(text=said)).matches[0].entry.organisation
