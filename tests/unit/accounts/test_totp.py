"""Codes of an authenticator app: of now, give or take one step, each once."""

from datetime import UTC, datetime

import pyotp
import pytest

from bot.accounts.totp import SECONDS, address, in_groups, is_six_digits, matching_step, new_secret, plain_code

NOW = datetime(2026, 11, 21, 9, 30, 10, tzinfo=UTC)
STEP = int(NOW.timestamp()) // SECONDS
SECRET = new_secret()


def code(step: int) -> str:
    return pyotp.TOTP(SECRET).generate_otp(step)


@pytest.mark.parametrize(("away", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_code_counts_one_step_early_or_late(away, counts):
    assert (matching_step(SECRET, code(STEP + away), NOW, 0) == STEP + away) is counts


@pytest.mark.parametrize("last", [STEP, STEP + 1, STEP + 100])
def test_a_code_of_a_used_step_or_an_earlier_one_never_counts(last):
    assert matching_step(SECRET, code(STEP), NOW, last) is None


def test_a_later_code_still_counts_after_an_earlier_one():
    assert matching_step(SECRET, code(STEP + 1), NOW, STEP) == STEP + 1


@pytest.mark.parametrize("typed", ["", "000", "abcdef", "١٢٣", "\ud800"])
def test_what_is_no_code_counts_for_nothing(typed):
    assert matching_step(SECRET, typed.encode("utf-8", "replace").decode(), NOW, 0) is None


@pytest.mark.parametrize("typed", ["123456", " 123 456 ", "123-456", "١٢٣٤٥٦", "\uff11\uff12\uff13\uff14\uff15\uff16"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert plain_code(typed) == "123456"
    assert is_six_digits(plain_code(typed))


def test_a_recovery_code_is_read_however_it_is_typed():
    assert plain_code(" abcd-efgh jkmn–2345 ") == "ABCDEFGHJKMN2345"
    assert not is_six_digits("ABCDEFGHJKMN2345")


def test_the_address_in_the_qr_code_is_one_that_apps_know():
    made = address(SECRET, "ada@example.org", "What Matters")

    assert made.startswith("otpauth://totp/What%20Matters:ada%40example.org?")
    assert f"secret={SECRET}" in made
    assert pyotp.parse_uri(made).secret == SECRET


def test_secrets_have_160_bits_and_differ():
    assert len({new_secret() for _ in range(50)}) == 50
    assert len(SECRET) == 32
    assert in_groups("ABCDEFGH") == "ABCD EFGH"
