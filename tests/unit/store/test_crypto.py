"""Sealing: what is sealed opens with the right key, for the right owner, undamaged; else not at all."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.records.people import UnknownPersonError
from bot.store.crypto import SealError, new_key, seal, unseal
from bot.store.keys import KeyFile

KEY = new_key()


@given(data=st.binary(), owner=st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_sealed_opens_again(data, owner):
    assert unseal(KEY, seal(KEY, data, owner), owner) == data


@given(data=st.binary(min_size=8))
def test_the_words_are_not_in_what_is_sealed(data):
    assert data not in seal(KEY, data, "drafts/somebody")


def test_the_same_words_never_look_the_same():
    assert seal(KEY, b"my garden", "x") != seal(KEY, b"my garden", "x")


@given(data=st.binary(max_size=40), where=st.integers(min_value=0), bit=st.integers(0, 7))
def test_one_changed_bit_is_found_wherever_it_is(data, where, bit):
    sealed = bytearray(seal(KEY, data, "owner"))
    sealed[where % len(sealed)] ^= 1 << bit

    with pytest.raises(SealError):
        unseal(KEY, bytes(sealed), "owner")


@pytest.mark.parametrize("left", [0, 1, 11, 12, 13, 27, 28])
def test_a_value_cut_short_does_not_open(left):
    with pytest.raises(SealError):
        unseal(KEY, seal(KEY, b"my garden", "owner")[:left], "owner")


def test_another_key_does_not_open_it():
    with pytest.raises(SealError):
        unseal(new_key(), seal(KEY, b"my garden", "owner"), "owner")


def test_a_value_of_another_row_does_not_open():
    with pytest.raises(SealError):
        unseal(KEY, seal(KEY, b"my garden", "summaries/1/a"), "summaries/2/a")


def test_an_error_says_nothing_of_the_words():
    with pytest.raises(SealError) as raised:
        unseal(new_key(), seal(KEY, b"my garden", "owner"), "owner")

    assert "garden" not in str(raised.value)


def test_words_of_one_person_do_not_open_for_another(begin):
    with begin() as records:
        one, other = records.people.create(), records.people.create()
        sealed = records.people.seal(one, "my garden", "drafts")

        assert records.people.unseal(one, sealed, "drafts") == "my garden"
        with pytest.raises(SealError):
            records.people.unseal(other, sealed, "drafts")
        with pytest.raises(SealError):
            records.people.unseal(one, sealed, "summaries/1")


def test_another_key_file_opens_nobodys_key(database, clock, person):
    from bot.records.unit_of_work import UnitOfWork

    with UnitOfWork(database, clock, KeyFile(os.urandom(32))) as records, pytest.raises(SealError):
        records.people.key(person)


def test_a_wrapped_key_moved_to_another_person_does_not_open(begin, database):
    from sqlalchemy import text

    with begin() as records:
        one, other = records.people.create(), records.people.create()
        records.commit()
    with database.begin() as connection:
        connection.execute(
            text("update people set wrapped_key = (select wrapped_key from people where id = :a) where id = :b"),
            {"a": one, "b": other},
        )

    with begin() as records, pytest.raises(SealError):
        records.people.key(other)


def test_nobody_has_no_key(begin):
    with begin() as records, pytest.raises(UnknownPersonError):
        records.people.key("nobody")
