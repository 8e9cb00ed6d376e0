"""Set-up links: they work once, for three days, and only the last one made."""

import pyotp
import pytest
from sqlalchemy import text

from bot.accounts.passwords import WeakPasswordError
from bot.accounts.setting_up import NoPasswordYetError, SetUpEndedError
from bot.accounts.sign_in import WrongCodeError
from tests.unit.colleagues import PASSWORD


@pytest.fixture
def setting_up(accounts):
    return accounts.setting_up


@pytest.fixture
def link(accounts):
    return accounts.add("ben@example.org", "Ben Example", "command line")[1]


def code_for(setting_up, link, clock):
    return pyotp.TOTP(setting_up.phone(link).secret).generate_otp(int(clock.now().timestamp()) // 30)


def finish(setting_up, link, clock):
    setting_up.choose_password(link, PASSWORD)
    return setting_up.confirm(link, code_for(setting_up, link, clock))


def ended(setting_up, link):
    for step in (
        lambda: setting_up.invited(link),
        lambda: setting_up.choose_password(link, PASSWORD),
        lambda: setting_up.phone(link),
        lambda: setting_up.confirm(link, "123456"),
    ):
        with pytest.raises(SetUpEndedError):
            step()


def test_there_is_no_password_before_it_was_chosen(accounts, link, database):
    with database.connect() as connection:
        row = connection.execute(text("select password_hash, sealed_totp, setup_hash from accounts")).one()
    assert row[:2] == (None, None)
    assert link not in row[2]


def test_it_signs_in_and_gives_ten_codes(accounts, setting_up, link, clock):
    done = finish(setting_up, link, clock)

    assert accounts.sessions.staff_of(done.token).email == "ben@example.org"
    assert len(set(done.codes)) == 10
    assert all(len(code.replace("-", "")) == 16 for code in done.codes)


def test_it_works_once(setting_up, link, clock):
    finish(setting_up, link, clock)

    ended(setting_up, link)


def test_its_code_cannot_be_used_again_to_sign_in(accounts, setting_up, link, clock):
    setting_up.choose_password(link, PASSWORD)
    code = code_for(setting_up, link, clock)
    setting_up.confirm(link, code)

    with pytest.raises(WrongCodeError):
        accounts.sign_in.with_code(accounts.sign_in.with_password("ben@example.org", PASSWORD), code)


def test_it_ends_after_three_days(setting_up, link, clock):
    clock.move(days=3, seconds=-1)
    setting_up.invited(link)
    clock.move(seconds=1)

    ended(setting_up, link)


@pytest.mark.parametrize("made_up", ["", "x", "\ud800", "' or 1=1 --", "x" * 100_000])
def test_a_made_up_link_does_not_work(setting_up, link, made_up):
    ended(setting_up, made_up)


def test_only_the_last_link_works(accounts, setting_up, link):
    account = accounts.id_of("ben@example.org")
    newer = accounts.reset(account, "command line")

    ended(setting_up, link)
    assert setting_up.invited(newer).name == "Ben Example"


def test_a_disabled_accounts_link_does_not_work(accounts, setting_up, link):
    accounts.disable(accounts.id_of("ben@example.org"), "command line")

    ended(setting_up, link)


def test_the_password_comes_first(setting_up, link):
    with pytest.raises(NoPasswordYetError):
        setting_up.phone(link)
    with pytest.raises(NoPasswordYetError):
        setting_up.confirm(link, "123456")


@pytest.mark.parametrize("password", ["short", "ben@example.org", "Ben Example 123", "password12345"])
def test_a_weak_password_is_refused_and_nothing_is_kept(setting_up, link, password):
    with pytest.raises(WeakPasswordError):
        setting_up.choose_password(link, password)
    with pytest.raises(NoPasswordYetError):
        setting_up.phone(link)


def test_a_wrong_code_leaves_the_link_working(setting_up, link, clock):
    setting_up.choose_password(link, PASSWORD)
    with pytest.raises(WrongCodeError):
        setting_up.confirm(link, "abcdef")

    setting_up.confirm(link, code_for(setting_up, link, clock))


def test_one_that_broke_off_starts_with_a_new_secret(setting_up, link, clock):
    setting_up.choose_password(link, PASSWORD)
    first = setting_up.phone(link).secret
    setting_up.choose_password(link, "other quiet garden chairs")

    assert setting_up.phone(link).secret != first
    setting_up.confirm(link, code_for(setting_up, link, clock))


def test_a_reset_takes_everything_away(accounts, setting_up, ada, clock):
    from bot.accounts.sign_in import WrongSignInError

    link = accounts.reset(ada.id, "command line")

    with pytest.raises(WrongSignInError):
        accounts.sign_in.with_password(ada.email, PASSWORD)
    assert accounts.own.codes_left(ada.id) == 0
    finish(setting_up, link, clock)
    with pytest.raises(WrongCodeError):
        accounts.sign_in.with_code(accounts.sign_in.with_password(ada.email, PASSWORD), ada.codes[0])
