"""Passwords: hard to guess, slow to try, and no hash of one tells who has it."""

import unicodedata

import pytest
from argon2 import Type, extract_parameters
from argon2.exceptions import InvalidHashError
from hypothesis import given
from hypothesis import strategies as st

from bot.accounts import passwords
from bot.accounts.passwords import (
    SHORTEST,
    WeakPasswordError,
    check_choice,
    hash_password,
    needs_rehash,
    password_matches,
)

KNOWN = ("ada.example@hospice.example.org", "Ada Example")


@pytest.mark.parametrize(
    "password",
    [
        "three quiet garden chairs",
        "Xk7#mQ2$vLp9",
        "l'heure du thé vert",
        "пять тихих садов",
        "五つの静かな庭と椅子と本と猫",
        "ada waters three plants",
        "5820 1746 9035",
    ],
)
def test_a_good_password_may_be_chosen(password):
    check_choice(password, *KNOWN)


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "elevensigns",
        "x" * 201,
        "aaaaaaaaaaaa",
        "abababababab",
        "123456789012",
        "210987654321",
        "1234567890123456789",
        "abcdefghijkl",
        "qwertyuiop123",
        "Password1234",
        "P4ssw0rd!2026",
        "passwordpassword",
        "Letmein12345",
        "Liverpool2026!!",
        "!!!Summer2026!!!",
        "WhatMatters1",
        "Hospice123456",
        "ada.example@hospice.example.org",
        "Ada Example 1",
        "adaexample2026",
        "AdaExampleAdaExample",
    ],
)
def test_one_that_is_easily_guessed_is_refused_with_a_reason(password):
    with pytest.raises(WeakPasswordError) as refused:
        check_choice(password, *KNOWN)

    assert str(refused.value).endswith(".")
    if password:
        assert password not in str(refused.value)


@given(st.text(max_size=SHORTEST - 1))
def test_nothing_short_is_ever_let_through(password):
    if len(unicodedata.normalize("NFKC", password)) < SHORTEST:
        with pytest.raises(WeakPasswordError):
            check_choice(password)


def test_only_the_password_itself_matches():
    held = hash_password("three quiet garden chairs")

    assert password_matches(held, "three quiet garden chairs")
    assert not password_matches(held, "three quiet garden chair")
    assert not password_matches(held, "")
    assert "three" not in held


def test_the_same_letters_from_another_keyboard_match():
    held = hash_password(unicodedata.normalize("NFC", "l'heure du thé vert"))

    assert password_matches(held, unicodedata.normalize("NFD", "l'heure du thé vert"))


def test_nobody_has_no_password_and_takes_a_whole_check(monkeypatch):
    checked = []
    real = passwords._hasher.verify

    class Watched:
        def __getattr__(self, name):
            return getattr(hasher, name)

        def verify(self, held, typed):
            checked.append(held)
            return real(held, typed)

    hasher = passwords._hasher
    monkeypatch.setattr(passwords, "_hasher", Watched())

    assert not password_matches(None, "nobody has this password")
    assert len(checked) == 1
    assert extract_parameters(checked[0]).type is Type.ID


def test_a_damaged_hash_matches_nothing():
    with pytest.raises(InvalidHashError):
        passwords._hasher.verify("not a hash", "x")
    assert not password_matches("not a hash", "three quiet garden chairs")


def test_a_very_long_password_is_cut_before_it_costs_anything():
    assert not password_matches(hash_password("three quiet garden chairs"), "x" * 1_000_000)


def test_hashes_made_with_weaker_settings_are_made_anew(monkeypatch):
    weaker = hash_password("three quiet garden chairs")
    monkeypatch.undo()

    assert needs_rehash(weaker)


def test_the_real_hashes_are_argon2id_and_no_weaker_than_owasp_asks(monkeypatch):
    monkeypatch.undo()
    found = extract_parameters(hash_password("three quiet garden chairs"))

    assert found.type is Type.ID
    assert found.memory_cost >= 19456
    assert found.time_cost >= 2
    assert found.salt_len >= 16
    assert found.hash_len >= 32
