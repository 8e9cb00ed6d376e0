"""Signing in: both steps, what is refused and how, waiting after wrong tries, and nothing that works twice."""

import threading

import pytest
from sqlalchemy import event, text

from bot.accounts.lockout import MOST_WRONG
from bot.accounts.sign_in import SignInEndedError, WrongCodeError, WrongSignInError
from tests.unit.colleagues import PASSWORD, join
from tests.unit.fakes import every_byte


@pytest.fixture
def sign_in(accounts):
    return accounts.sign_in


def half_way(sign_in, who):
    return sign_in.with_password(who.email, PASSWORD)


def whole(sign_in, who):
    who.clock.move(minutes=1)
    return sign_in.with_code(half_way(sign_in, who), who.code())


def events(database):
    with database.connect() as connection:
        return connection.execute(text("select actor, action from account_events order by number")).all()


def test_a_password_alone_signs_nobody_in(sign_in, accounts, ada):
    token = half_way(sign_in, ada)

    assert sign_in.is_half_way(token)
    assert accounts.sessions.staff_of(token) is None


def test_a_password_and_a_code_sign_in(sign_in, accounts, ada, database):
    token = whole(sign_in, ada)

    assert accounts.sessions.staff_of(token).id == ada.id
    assert ("sign-in", "signed in") in events(database)


@pytest.mark.parametrize("email", ["ada@example.org", " ADA@Example.ORG ", "Ada@example.org"])
def test_an_address_is_the_same_however_it_is_typed(sign_in, ada, email):
    assert sign_in.is_half_way(sign_in.with_password(email, PASSWORD))


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("ada@example.org", "another long password"),
        ("ada@example.org", ""),
        ("nobody@example.org", PASSWORD),
        ("", PASSWORD),
        ("' or 1=1 --", PASSWORD),
        ("ada@example.org\x00", PASSWORD),
    ],
)
def test_what_does_not_fit_is_refused(sign_in, ada, email, password):
    with pytest.raises(WrongSignInError):
        sign_in.with_password(email, password)


def test_an_account_that_is_not_set_up_cannot_sign_in(sign_in, accounts, ada):
    _account, link = accounts.add("ben@example.org", "Ben Example", "command line")
    with pytest.raises(WrongSignInError):
        sign_in.with_password("ben@example.org", PASSWORD)
    accounts.setting_up.choose_password(link, PASSWORD)
    with pytest.raises(WrongSignInError):
        sign_in.with_password("ben@example.org", PASSWORD)


def test_a_disabled_account_is_refused_like_an_unknown_one(sign_in, accounts, ada):
    accounts.disable(ada.id, "command line")

    with pytest.raises(WrongSignInError) as disabled:
        half_way(sign_in, ada)
    with pytest.raises(WrongSignInError) as unknown:
        sign_in.with_password("nobody@example.org", PASSWORD)

    assert str(disabled.value) == str(unknown.value)


def test_every_refusal_does_the_same_work(sign_in, accounts, ada, clock, database, monkeypatch):
    """So the time that a refusal takes tells nothing: one check of a hash, and two transactions that write."""
    from bot.accounts import passwords

    work = []
    hasher = passwords._hasher

    class Watched:
        def __getattr__(self, name):
            return getattr(hasher, name)

        def verify(self, held, typed):
            work.append("check")
            return hasher.verify(held, typed)

    monkeypatch.setattr(passwords, "_hasher", Watched())
    event.listen(database, "commit", lambda _connection: work.append("commit"))
    event.listen(
        database,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_rest: work.append("write") if statement.startswith("UPDATE") else None,
    )
    ben = join(accounts, clock, "ben@example.org")
    accounts.disable(ben.id, "command line")
    cat = join(accounts, clock, "cat@example.org")
    for _ in range(MOST_WRONG):
        with pytest.raises(WrongSignInError):
            sign_in.with_password(cat.email, "a wrong long password")

    done = {}
    for name, email in (("wrong", ada.email), ("unknown", "x@example.org"), ("off", ben.email), ("locked", cat.email)):
        work.clear()
        with pytest.raises(WrongSignInError):
            sign_in.with_password(email, "a wrong long password")
        done[name] = [*work]

    assert done["wrong"] == ["write", "commit", "check", "write", "commit"]
    assert done["unknown"] == done["off"] == done["locked"] == done["wrong"]


def test_five_wrong_passwords_make_the_right_one_wait(sign_in, ada, clock, database):
    for _ in range(MOST_WRONG):
        with pytest.raises(WrongSignInError):
            sign_in.with_password(ada.email, "a wrong long password")

    clock.move(minutes=14, seconds=59)
    with pytest.raises(WrongSignInError):
        half_way(sign_in, ada)
    assert events(database).count(("sign-in", "account locked")) == 1
    clock.move(seconds=1)
    assert sign_in.is_half_way(half_way(sign_in, ada))


def test_four_wrong_passwords_do_not(sign_in, ada, database):
    for _ in range(MOST_WRONG - 1):
        with pytest.raises(WrongSignInError):
            sign_in.with_password(ada.email, "a wrong long password")

    assert sign_in.is_half_way(half_way(sign_in, ada))
    assert ("sign-in", "account locked") not in events(database)


def test_trying_while_one_waits_does_not_make_the_wait_longer(sign_in, ada, clock):
    for _ in range(MOST_WRONG):
        with pytest.raises(WrongSignInError):
            sign_in.with_password(ada.email, "a wrong long password")
    clock.move(minutes=10)
    with pytest.raises(WrongSignInError):
        sign_in.with_password(ada.email, "a wrong long password")
    clock.move(minutes=5)

    assert sign_in.is_half_way(half_way(sign_in, ada))


def test_many_guesses_at_once_are_no_more_than_five(sign_in, ada, monkeypatch):
    """Each counts before it is checked, so a crowd of them gets no further than one after the other."""
    from bot.accounts import sign_in as module

    checked, real = [], module.password_matches

    def watched(held, typed):
        if held is not None:
            checked.append(typed)
        return real(held, typed)

    monkeypatch.setattr(module, "password_matches", watched)
    together = threading.Barrier(20)

    def guess(number):
        together.wait()
        with pytest.raises(WrongSignInError):
            sign_in.with_password(ada.email, f"guess number {number}")

    guesses = [threading.Thread(target=guess, args=(number,)) for number in range(20)]
    for each in guesses:
        each.start()
    for each in guesses:
        each.join()

    assert len(checked) == MOST_WRONG


def test_a_code_works_once(sign_in, ada):
    ada.clock.move(minutes=1)
    code = ada.code()
    first, second = half_way(sign_in, ada), half_way(sign_in, ada)
    sign_in.with_code(first, code)

    with pytest.raises(WrongCodeError):
        sign_in.with_code(second, code)


def test_a_code_sent_twice_at_once_works_once(sign_in, ada):
    ada.clock.move(minutes=1)
    code, tokens = ada.code(), [half_way(sign_in, ada) for _ in range(4)]
    together, outcome = threading.Barrier(4), []

    def send(token):
        together.wait()
        try:
            outcome.append(sign_in.with_code(token, code))
        except WrongCodeError:
            outcome.append(None)

    senders = [threading.Thread(target=send, args=(token,)) for token in tokens]
    for each in senders:
        each.start()
    for each in senders:
        each.join()

    assert len([token for token in outcome if token]) == 1


def test_a_recovery_code_works_once_and_only_for_its_owner(sign_in, accounts, ada, clock, database):
    ben = join(accounts, clock, "ben@example.org")
    code = ada.codes[3]
    with pytest.raises(WrongCodeError):
        sign_in.with_code(half_way(sign_in, ben), code)

    token = sign_in.with_code(half_way(sign_in, ada), f" {code.lower().replace('-', ' ')} ")

    assert accounts.sessions.staff_of(token).id == ada.id
    assert accounts.own.codes_left(ada.id) == 9
    assert ("sign-in", "recovery code used") in events(database)
    with pytest.raises(WrongCodeError):
        sign_in.with_code(half_way(sign_in, ada), code)


def test_five_wrong_codes_end_the_sign_in_and_make_the_account_wait(sign_in, ada, clock):
    token = half_way(sign_in, ada)
    for _ in range(MOST_WRONG - 1):
        with pytest.raises(WrongCodeError):
            sign_in.with_code(token, ada.wrong_code())
    with pytest.raises(SignInEndedError):
        sign_in.with_code(token, ada.wrong_code())

    with pytest.raises(SignInEndedError):
        sign_in.with_code(token, ada.code())
    with pytest.raises(WrongSignInError):
        half_way(sign_in, ada)


def test_giving_the_password_again_gives_no_more_guesses_at_the_code(sign_in, ada):
    """Who knows the password could otherwise start anew before each fifth guess, for ever."""
    outcomes = []
    for _ in range(3 * MOST_WRONG):
        try:
            sign_in.with_code(half_way(sign_in, ada), ada.wrong_code())
        except (WrongCodeError, SignInEndedError, WrongSignInError) as error:
            outcomes.append(type(error))

    assert outcomes.count(WrongCodeError) + outcomes.count(SignInEndedError) <= MOST_WRONG
    assert set(outcomes[MOST_WRONG:]) == {WrongSignInError}


def test_signing_in_clears_earlier_wrong_tries(sign_in, ada):
    for _ in range(3):
        for _ in range(MOST_WRONG - 1):
            with pytest.raises(WrongSignInError):
                sign_in.with_password(ada.email, "a wrong long password")
        ada.clock.move(minutes=1)
        whole(sign_in, ada)


def test_each_step_has_a_token_of_its_own_and_the_earlier_one_is_worth_nothing(sign_in, accounts, ada):
    ada.clock.move(minutes=1)
    first = half_way(sign_in, ada)
    second = sign_in.with_code(first, ada.code())

    assert first != second
    assert accounts.sessions.staff_of(first) is None
    assert not sign_in.is_half_way(first)
    with pytest.raises(SignInEndedError):
        sign_in.with_code(first, ada.code(1))


def test_signing_in_again_in_the_same_browser_ends_what_was_there(sign_in, accounts, ada):
    before = whole(sign_in, ada)

    sign_in.with_password(ada.email, PASSWORD, replacing=before)

    assert accounts.sessions.staff_of(before) is None


def test_a_made_up_token_can_take_no_second_step(sign_in, ada):
    for token in ("", "made up", "\ud800", "x" * 10_000):
        with pytest.raises(SignInEndedError):
            sign_in.with_code(token, ada.code())
        assert not sign_in.is_half_way(token)


def test_the_second_step_may_take_ten_minutes(sign_in, ada):
    token = half_way(sign_in, ada)
    ada.clock.move(minutes=9, seconds=59)
    assert sign_in.is_half_way(token)
    ada.clock.move(seconds=1)

    with pytest.raises(SignInEndedError):
        sign_in.with_code(token, ada.code())


def test_a_hash_made_with_weaker_settings_is_made_anew_at_the_next_sign_in(sign_in, ada, database, monkeypatch):
    from argon2 import PasswordHasher

    from bot.accounts import passwords

    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    half_way(sign_in, ada)

    with database.connect() as connection:
        assert "m=16,t=2" in connection.execute(text("select password_hash from accounts")).scalar_one()
    assert sign_in.is_half_way(half_way(sign_in, ada))


def test_the_store_holds_no_password_no_secret_no_code_and_no_token(sign_in, ada, store_folder):
    token = whole(sign_in, ada)

    held = every_byte(store_folder)
    for secret in (PASSWORD, ada.secret, ada.codes[0], ada.codes[0].replace("-", ""), token, ada.token):
        assert secret.encode() not in held
