"""A code on a card is read however it is typed, and nothing else is taken for one."""

import pytest

from bot.signposting import signposts
from bot.understanding.card import code_in, is_code


@pytest.mark.parametrize(
    "text",
    ["code BCD234", "Code bcd234", "code: BCD-234", "my code is bcd 234", "card code BCD234.", "the code is BCD234!"],
)
def test_a_typed_code(text):
    assert code_in(text) == "BCD234"


@pytest.mark.parametrize(
    "text",
    [
        "", "code", "the code is broken", "code happy", "BCD234", "code BCD23", "code BCD2345", "code of conduct",
        "I wrote code BCD234 on a card and lost it", "code ABC234", "my nan's code was bcd234 years ago",
    ],
)  # fmt: skip
def test_no_code(text):
    assert code_in(text) == ""


def test_every_code_that_is_signed_is_read():
    for _ in range(200):
        code = signposts._code()
        assert is_code(code)
        assert code_in(f"code {code.lower()}") == code


@pytest.mark.parametrize("text", ["", "abc234", "<b>234", "bcd234bcd234", "bcd23"])
def test_what_an_address_holds_is_checked(text):
    assert not is_code(text)
