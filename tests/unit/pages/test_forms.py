"""What a form sent, read as it was typed."""

import pytest
from starlette.requests import Request

from bot.pages.forms import FormTooLargeError, read_fields, read_form


def sent(body: bytes) -> Request:
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    return Request({"type": "http", "method": "POST", "headers": []}, receive)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"words=Sunday+lunch", "Sunday lunch"),
        (b"words=one%0D%0Atwo", "one\ntwo"),
        (b"words=a%00b%00", "ab"),
        (b"words=caf%C3%A9", "café"),
        (b"words=", ""),
        (b"words=first&words=last", "last"),
    ],
)
async def test_a_field_comes_as_it_was_typed_without_nul(body, value):
    assert await read_form(sent(body)) == {"words": value}


async def test_every_one_of_a_repeated_field_is_there_in_order():
    assert await read_fields(sent(b"a=1&b=2&a=3")) == [("a", "1"), ("b", "2"), ("a", "3")]


@pytest.mark.parametrize("body", [b"a=" + b"x" * 100, b"&".join(b"a=1" for _ in range(30))])
async def test_more_than_the_limit_is_refused(body):
    with pytest.raises(FormTooLargeError):
        await read_form(sent(body), limit=90)
