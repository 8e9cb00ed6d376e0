"""What counts as a turn that was answered, on a pretended server."""

import json

import httpx
import pytest

from bench.conversations import Ours, Step, Stock
from bench.errors import BenchError
from bot.channels.lines import Lines


def reply(text, **choices):
    listed = [{"title": title, "choice": choice} for title, choice in choices.items()]
    return {"messages": [{"text": text, "choices": listed, "links": []}], "received": True}


class Server:
    """Answers each message with the next of `replies`; keeps what it was sent."""

    def __init__(self, *replies):
        self.replies = list(replies)
        self.sent = []

    def __call__(self, request):
        if request.url.path == "/api/chat/sessions":
            return httpx.Response(201, json={"session": "token"})
        self.sent.append((request.headers.get("authorization"), json.loads(request.content)))
        answer = self.replies.pop(0)
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    def client(self):
        return httpx.AsyncClient(transport=httpx.MockTransport(self), base_url="http://test")


async def test_a_button_is_pressed_by_the_start_of_its_title():
    server = Server(reply("Who is this for?", Yes="id-1", No="id-2"), reply("Thank you."))
    async with server.client() as client:
        talk = await Ours(client).begin()
        await talk.take(Step("arrive", "hello"))
        await talk.take(Step("door", press="No"))
    assert server.sent == [("Bearer token", {"text": "hello"}), ("Bearer token", {"choice": "id-2"})]


async def test_a_button_that_was_not_offered_ends_the_run():
    async with Server().client() as client:
        talk = await Ours(client).begin()
        with pytest.raises(BenchError, match="'Yes' was offered"):
            await talk.take(Step("more", press="Yes"))


@pytest.mark.parametrize(
    "answer", [reply(Lines().kept.messages[0].text), reply(Lines().not_kept.messages[0].text), httpx.Response(500)]
)
async def test_a_turn_that_was_not_really_answered_ends_the_run(answer):
    async with Server(answer).client() as client:
        talk = await Ours(client).begin()
        with pytest.raises(BenchError):
            await talk.take(Step("what", "my garden"))


async def test_each_conversation_with_the_stock_bot_has_its_own_sender():
    server = Server([], [])
    async with server.client() as client:
        assistant = Stock(client)
        for _ in range(2):
            await (await assistant.begin()).take(Step("greet", "hello"))
    assert [body["sender"] for _, body in server.sent] == ["person-1", "person-2"]
