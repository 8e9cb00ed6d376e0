"""What the stores of different sizes hold, and that every page of them opens as it would for somebody."""

import shutil
from collections import Counter
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice

import pytest

from bench.errors import BenchError
from bench.growth import services, store, summaries
from bench.growth.questions import After, How, Look, Part, Search, What
from bench.growth.site import Site
from bench.growth.situations import Situation, situations
from bot.bootstrap import build
from bot.model.directory import Need
from bot.model.staff import Staff
from bot.model.teamwork import InboxState
from bot.records.unit_of_work import UnitOfWork
from bot.signposting.corrections import whole_faults
from bot.signposting.edits import document_of
from bot.signposting.entries import entry_of
from bot.signposting.places import is_covered
from bot.store.keys import KeyFile

TODAY = date(2026, 11, 22)
SIZE = 40
WORDS = {line for lines in summaries.words().lines.values() for line in lines}


def some(number):
    return list(islice(services.invented(TODAY), number))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A store of 40, what was said while it was filled, and the parts of the application on it."""
    folder, said = tmp_path_factory.mktemp("growth") / "asked", []
    folder.mkdir()
    store.fill(folder, SIZE, said.append)
    shutil.copytree(folder, folder.with_name("timed"))  # before anybody opens a page
    parts = build(store.settings_in(folder))
    yield folder, said, parts
    parts.database.dispose()


@pytest.fixture(scope="module")
def member(filled):
    (account,) = filled[2].accounts.all()
    return Staff(account.id, account.name, account.email, account.grants)


# --- services ---------------------------------------------------------------------------------------------------------


def test_the_few_are_the_first_of_the_many():
    assert some(60)[:20] == some(20)


def test_an_invented_service_is_one_that_an_editor_could_write():
    for entry in some(400):
        assert entry_of(document_of(entry, datetime(2026, 11, 22, tzinfo=UTC))) == entry
        assert not list(whole_faults(entry, {}))


def test_they_are_as_varied_as_real_ones():
    entries = some(1000)
    assert {need for entry in entries for need in entry.needs} == set(Need)
    assert len({entry.id for entry in entries}) == len({entry.url for entry in entries}) == 1000
    assert len({entry.hours for entry in entries}) > 300
    assert len({district for entry in entries for district in entry.districts}) > 800
    local = Counter(bool(entry.districts) for entry in entries)
    assert 20 < local[False] < 120


def test_numbers_are_nobodys_and_hardly_shared():
    numbers = Counter(phone.number for entry in some(1000) for phone in entry.phones)
    assert set(numbers.values()) == {1}
    assert all(any(number.startswith(start) for start in services.stuff().numbers) for number in numbers)


def test_every_area_is_one_of_the_uk():
    assert [area for area in services.stuff().areas if not is_covered(area)] == []


# --- what is searched for ---------------------------------------------------------------------------------------------


def test_there_are_enough_situations_and_none_twice():
    found = situations(some(200))
    assert len(found) >= 100
    assert len({each.said for each in found}) == len(found)
    assert not [each.said for each in found if "{" in each.said]
    assert sum(bool(each.when) for each in found) >= 20


def test_a_service_asked_for_by_name_is_one_of_those_given():
    entries = some(200)
    names = {entry.name for entry in entries}
    assert sum(each.said in names for each in situations(entries)) == 1


# --- the store --------------------------------------------------------------------------------------------------------


def test_it_holds_exactly_as_many_as_were_asked_for(filled, member):
    _, said, parts = filled
    assert len(parts.directory.all_entries()) == SIZE
    assert f"{SIZE} services" in said
    page = parts.team_pages.inbox(member, member.teams[0], None, 1)
    assert sum(page.counts.values()) == SIZE
    assert page.pages == 2


def test_shares_stand_in_every_state_in_a_likely_mix(filled, member):
    counts = filled[2].team_pages.inbox(member, member.teams[0], None, 1).counts
    assert counts == {
        InboxState.NEW: 6,
        InboxState.CHANGED: 4,
        InboxState.ANSWERED: 4,
        InboxState.DUE: 4,
        InboxState.READ: 22,
    }


def test_every_page_of_a_person_opens_and_shows_why_it_is_there(filled, member):
    """The rows were written in bulk: this is the proof that the doors would read them."""
    pages, team = filled[2].team_pages, member.teams[0]
    items = [item for state in InboxState for item in pages.inbox(member, team, state, 1).items]
    assert len(items) == SIZE
    for item in items:
        shown = pages.open(member, item.share)
        assert shown.called == item.called
        assert {line.words for section in shown.sections for line in section.lines} <= WORDS
        assert len(shown.sections) == len(summaries.words().lines)
        assert (item.version == 2) is (item.state is InboxState.CHANGED)
        assert bool(shown.questions) is (item.state is InboxState.ANSWERED)
        assert all(question.answer for question in shown.questions)
        assert all(promise.line for promise in shown.commitments)
        assert bool(item.due) is bool(shown.commitments)


def test_its_audit_is_whole_from_its_first_entry_on(filled):
    with filled[2].begin(reading=True) as records:
        whole = records.audit_proof.verify()
    assert whole.begun is None
    assert whole.decisions > 2 * SIZE


def test_its_people_are_not_taken_for_those_of_another_store(filled):
    parts = filled[2]
    with (
        partial(UnitOfWork, parts.database, parts.clock)(KeyFile(b"x" * 32)) as records,
        pytest.raises(Exception, match="key"),
    ):
        records.people.check_key()


def test_nothing_that_is_set_for_a_true_store_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "postgresql://real")
    monkeypatch.setenv("WHATMATTERS_KEY_FILE", "/real/key")
    monkeypatch.setenv("WHATMATTERS_PUBLIC_URL", "https://real.example.org")
    monkeypatch.setenv("WHATMATTERS_OIDC_ISSUER", "https://real.example.org")
    settings = store.settings_in(tmp_path)
    assert "real" not in f"{settings.database_url} {settings.key_file} {settings.public_url} {settings.oidc_issuer}"
    assert settings.data_dir == tmp_path


# --- the site on it ---------------------------------------------------------------------------------------------------

CARER = Situation("carer needs a break", "DT2", "2026-11-25T19:00")


@pytest.fixture(scope="module")
def site(filled):
    site = Site(filled[0].with_name("timed"))
    yield site
    site.close()


@pytest.mark.parametrize("how", How)
def test_a_search_is_timed_by_every_door(site, how):
    assert site.ask(Search(how, CARER)) > 0


@pytest.mark.parametrize("how", [How.PAGE, How.ALONE])
@pytest.mark.parametrize("part", Part)
def test_the_inbox_is_timed_as_somebody_signed_in_sees_it(site, how, part):
    assert site.ask(Look(how, part)) > 0


@pytest.mark.parametrize("state", InboxState)
def test_each_state_of_the_inbox_is_timed(site, state):
    assert site._page(Look(How.PAGE, Part.LAST, state)) == 1
    assert site.ask(Look(How.PAGE, Part.FIRST, state)) > 0


@pytest.mark.parametrize("what", What)
def test_a_search_after_a_change_finds_the_change(site, what):
    before = site._parts.directory.version()
    entry = site._parts.directory.entries()[0]
    assert site.ask(After(what, 0, CARER)) > 0
    assert site._parts.directory.version() == before + 1
    now = site._parts.directory.entry(entry.id)
    assert (now.name != entry.name) is (what is What.RENAMED)


def test_what_is_no_answer_ends_the_run(site):
    with pytest.raises(BenchError, match="422"):
        site.ask(Search(How.JSON, Situation("carer", "QQ1", "")))
