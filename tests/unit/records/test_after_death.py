"""After a death: nothing is read before both trusted people said so and the delay is over, or once it is undone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.model.release import Say, Stage
from bot.model.saying import Said
from bot.records.consent import Purpose
from bot.records.pins import MOST_WRONG_PINS
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.stages.share_pages import SharedPages
from bot.stages.trusted_pages import TrustedPages
from tests.unit.fakes import every_byte
from tests.unit.records.after_death import PLAN, AfterDeath
from tests.unit.team_store import actions

WORDS = "my garden at dusk"


pytestmark = pytest.mark.usefixtures("quick_pins")


@pytest.fixture
def after(begin, kept, clock):
    return AfterDeath(begin, kept, clock)


# What happens, in order; then how far it has come, and whether the reader reads.
SET, ONE, WAITING, OPEN = Stage.SET, Stage.ONE, Stage.WAITING, Stage.OPEN
CASES = [
    ("", SET, False),
    ("wait30", SET, False),
    ("jo", ONE, False),
    ("sam", ONE, False),
    ("jo wait30", ONE, False),
    ("jo jo wait30", ONE, False),
    ("jo sam", WAITING, False),
    ("jo wait30 sam", WAITING, False),
    ("jo sam wait6", WAITING, False),
    ("jo sam wait7", OPEN, True),
    ("sam jo wait7", OPEN, True),
    ("jo wait30 sam wait6", WAITING, False),
    ("jo wait30 sam wait7", OPEN, True),
    ("jo sam wait6 jo wait1", OPEN, True),
    ("jo sam wait400", OPEN, True),
    ("jo sam stop-jo wait7", SET, False),
    ("jo sam stop-sam wait7", SET, False),
    ("jo stop-sam sam wait7", ONE, False),
    ("jo stop-jo sam wait30", ONE, False),
    ("jo sam wait6 stop-sam wait1", SET, False),
    ("jo sam stop-sam jo wait7", ONE, False),
    ("jo sam stop-sam jo sam wait6", WAITING, False),
    ("jo sam stop-sam jo sam wait7", OPEN, True),
    ("jo sam writes wait7", SET, False),
    ("jo writes sam wait7", ONE, False),
    ("jo writes jo sam wait7", OPEN, True),
    ("jo sam wait6 writes wait1", SET, False),
    ("jo sam writes jo sam wait6", WAITING, False),
    ("jo sam writes jo sam wait7", OPEN, True),
    ("jo sam wait7 writes", SET, False),
    ("jo sam wait7 stop-jo", SET, False),
    ("jo sam wait7 writes wait30", SET, False),
    ("writes jo sam wait7", OPEN, True),
]


def live(after, steps):
    for step in steps.split():
        if step.startswith("wait"):
            after.clock.move(days=int(step[4:]))
        elif step.startswith("stop-"):
            after.stop(step[5:])
        elif step == "writes":
            after.writes()
        else:
            after.died(step)


@pytest.mark.parametrize(("steps", "stage", "reads"), CASES)
def test_what_it_has_come_to(after, begin, kept, steps, stage, reads):
    live(after, steps)
    with begin(reading=True) as records:
        (release,) = records.releases.of(kept)
    shown = after.reads()

    assert release.stage is stage
    assert (shown is not None) is reads
    assert after.looks("jo").stage is stage


@pytest.mark.parametrize(
    "ends",
    [
        lambda records, after: records.releases.stop(after.id),
        lambda records, after: records.consents.withdraw(after.person, Purpose.AFTER_DEATH, after.id),
        lambda records, after: records.consents.withdraw(after.person, Purpose.KEEP),
        lambda records, after: records.consents.withdraw_all(after.person),
        lambda records, after: records.people.forget(after.person, "person"),
    ],
)
@pytest.mark.parametrize("steps", ["", "jo", "jo sam", "jo sam wait7"])
def test_once_it_is_taken_back_no_link_of_it_opens(after, begin, steps, ends):
    live(after, steps)
    with begin() as records:
        ends(records, after)
        records.commit()

    assert after.reads() is None
    for who in ("jo", "sam"):
        with pytest.raises(ShareClosedError):
            after.died(who)


def test_it_ends_on_its_day_whatever_was_said(begin, kept, clock):
    after = AfterDeath(begin, kept, clock, replace(PLAN, expires_at=clock.now() + timedelta(days=20)))
    live(after, "jo sam wait7")
    assert after.reads()
    clock.move(days=13)

    assert after.reads() is None
    with pytest.raises(ShareClosedError):
        after.died("jo")


def test_a_message_that_still_waits_for_its_answer_is_a_sign_of_life(after, begin, kept, clock):
    """Nothing has been answered: the engine may be down all week."""
    live(after, "jo sam")
    with begin() as records:
        records.turns.begin(kept, "m1", Said("", "hello"), understood=False)
        records.commit()
    clock.move(days=7)

    assert after.reads() is None


def test_the_reader_sees_the_chosen_parts_as_they_were_last_kept(after):
    live(after, "jo sam wait7")
    shown = after.reads()

    assert [[line.words for line in section.lines] for section in shown.sections] == [[WORDS]]
    assert (shown.recipient, shown.expires_at, shown.after_death) == ("Aunt May", None, True)


def test_each_reader_has_a_link_of_their_own(begin, kept, clock):
    after = AfterDeath(begin, kept, clock, replace(PLAN, readers=("Aunt May", "Ravi")))
    live(after, "jo sam wait7")
    pages = SharedPages(begin)

    assert {pages.open(link.token, link.pin).recipient for link in after.links[2:]} == {"Aunt May", "Ravi"}
    with begin() as records:
        (release,) = records.releases.of(kept)
    assert [(reader.name, reader.openings) for reader in release.readers] == [("Aunt May", 1), ("Ravi", 1)]


# --- links and PINs ---------------------------------------------------------------------------------------------------


def wrong(pin):
    return f"{(int(pin) + 1) % 10**6:06d}"


def test_the_link_of_a_trusted_person_shows_no_notes_and_that_of_a_reader_says_nothing(after, begin):
    live(after, "jo sam wait7")
    jo, may = after.link("jo"), after.link("may")

    with pytest.raises(ShareClosedError):
        SharedPages(begin).open(jo.token, jo.pin)
    with pytest.raises(ShareClosedError):
        TrustedPages(begin).say(may.token, may.pin, Say.STOP)
    assert after.reads()


def test_before_it_is_open_a_readers_link_tells_right_from_wrong_pins_to_nobody(after, begin):
    link = after.link("may")
    for pin in [wrong(link.pin)] * (MOST_WRONG_PINS + 1) + [link.pin]:
        with pytest.raises(ShareClosedError):
            SharedPages(begin).open(link.token, pin)
    live(after, "jo sam wait7")

    assert after.reads(), "tries at a link that opens nothing lock nobody out"


@pytest.mark.parametrize("who", ["jo", "may"])
def test_the_fifth_wrong_pin_locks_a_link_for_good(after, begin, who):
    live(after, "jo sam wait7")
    link = after.link(who)
    attempt = {
        "jo": lambda pin: TrustedPages(begin).say(link.token, pin, Say.STOP),
        "may": lambda pin: SharedPages(begin).open(link.token, pin),
    }[who]
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPinError) as raised:
            attempt(wrong(link.pin))
        assert raised.value.tries_left == left
    for pin in (wrong(link.pin), link.pin):
        with pytest.raises(ShareClosedError):
            attempt(pin)


def test_the_same_link_says_it_once(after):
    first = after.died("jo")
    again = after.died("jo")

    assert (first.stage, again.stage, again.you_said) == (ONE, ONE, True)


def test_a_trusted_person_sees_when_it_opens_and_that_it_was_stopped(after, clock):
    assert after.looks("jo").stopped is False
    view = after.both()
    assert view.opens_at == clock.now() - timedelta(minutes=1) + timedelta(days=7)
    after.stop("jo")
    assert after.looks("sam").stopped is True
    after.died("sam")
    assert after.looks("jo").stopped is False


def test_no_pin_token_or_name_is_stored_as_it_is(after, store_folder):
    everything = every_byte(store_folder)

    for link in after.links:
        assert link.token.encode() not in everything
    assert b"Aunt May" not in everything


# --- what is told and noted -------------------------------------------------------------------------------------------


def test_the_person_is_told_who_said_so_once(after, begin, kept):
    live(after, "jo sam")
    with begin() as records:
        told = records.releases.here(kept)
        for each in told:
            records.releases.told(kept, each.release)
        records.commit()

    assert [(said.name, said.read_at) for said in told] == [("Jo", None), ("Sam", None)]
    with begin() as records:
        assert records.releases.here(kept) == ()


@pytest.mark.parametrize("steps", ["jo writes", "jo stop-sam", "jo stop-jo", "jo writes sam"])
def test_what_was_stopped_before_is_told_too(after, begin, kept, steps):
    live(after, steps)
    with begin() as records:
        names = [said.name for said in records.releases.here(kept)]

    assert names == (["Jo", "Sam"] if steps.endswith("sam") and "stop" not in steps else ["Jo"])


def test_the_person_is_told_that_it_was_read_meanwhile(after, begin, kept, clock):
    live(after, "jo sam wait7")
    after.reads()
    read_at = clock.now()
    clock.move(days=1)
    with begin() as records:
        assert {said.read_at for said in records.releases.here(kept)} == {read_at}


def test_the_audit_says_who_did_what_and_holds_no_word(after, begin, kept):
    live(after, "jo writes jo sam stop-sam jo sam wait7")
    after.reads()
    with begin() as records:
        records.releases.stop(after.id)
        records.commit()
    of_it = [(actor, action) for actor, action, subject in actions(begin, kept) if subject == after.id]
    found = [(actor.partition(":")[0], action) for actor, action in of_it]

    assert found == [
        ("person", "consent given: after_death"),
        ("person", "release after death set up"),
        ("trusted_one", "death confirmed"),
        ("person", "release after death vetoed"),
        ("trusted_one", "death confirmed"),
        ("trusted_two", "death confirmed"),
        ("trusted_two", "release after death vetoed"),
        ("trusted_one", "death confirmed"),
        ("trusted_two", "death confirmed"),
        ("reader", "released page opened"),
        ("person", "consent withdrawn: after_death"),
        ("person", "release after death stopped"),
    ]
    with begin(reading=True) as records:
        assert records.audit_proof.verify()


def test_a_look_is_noted_before_a_word_is_shown(after, begin, kept, monkeypatch):
    live(after, "jo sam wait7")
    from bot.records.audit import Audit

    def broken(*_args, **_kwargs):
        raise OSError

    monkeypatch.setattr(Audit, "note", broken)
    link = after.link("may")
    with pytest.raises(OSError):  # noqa: PT011  (whatever it is, nothing is shown)
        SharedPages(begin).open(link.token, link.pin)


# --- letting go -------------------------------------------------------------------------------------------------------


def rows(database):
    with database.connect() as connection:
        return [connection.scalar(text(f"select count(*) from {table}")) for table in ("releases", "release_holders")]


def test_deleting_the_person_deletes_all_of_it(after, begin, kept, database, store_folder):
    live(after, "jo sam")
    with database.connect() as connection:
        sealed = connection.execute(text("select sealed_name from release_holders")).scalars().all()
    assert rows(database) == [1, 3]
    with begin() as records:
        records.people.forget(kept, "person")
        records.erase()
        records.commit()

    assert rows(database) == [0, 0]
    left = every_byte(store_folder)
    assert [name for name in sealed if name in left] == []


def test_with_nothing_kept_any_more_it_goes_too(after, begin, kept, database):
    with begin() as records:
        records.summaries.drop_all(kept)
        records.people.renew_key_if_nothing_kept(kept)
        records.commit()

    assert rows(database) == [0, 0]


def test_a_team_or_a_link_sees_no_more_by_it(after, begin, kept):
    live(after, "jo sam wait7")
    with begin() as records:
        assert records.shares.of(kept) == ()
        assert records.teamwork.of(kept) == ()
