"""The action server: for the engine alone, and silent about people when something fails."""

import httpx
import pytest
from rasa_sdk.executor import ActionExecutor

from actions import all_actions
from bot.action_server import application, create
from bot.information.loader import InformationError, read_information
from bot.model.position import Door, Position, Question
from bot.model.saying import Said
from tests.unit.fakes import tracker

CANARY = "the heron on the slipway"


@pytest.fixture
def executor(begin, facts):
    executor = ActionExecutor()
    for action in all_actions(begin, facts):
        executor.register_action(action)
    return executor


@pytest.fixture
async def client(executor):
    transport = httpx.ASGITransport(application(executor, "secret"), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://actions") as client:
        yield client


SECRET = {"Authorization": "Bearer secret"}


def call(name, person, turn="t1", intent="inform"):
    state = tracker(person, turn, intent).current_state()
    state["latest_message"]["text"] = CANARY
    return {"next_action": name, "sender_id": person, "tracker": state, "domain": {}, "version": "3.6.21"}


@pytest.fixture
def turn(begin, person):
    with begin() as records:
        records.people.place(person, Position(Question.FOCUS_WHAT, Door.ME, welcomed=True))
        turn = records.turns.begin(person, "m1", Said("", CANARY), understood=False)
        records.commit()
    return turn


async def test_it_answers_the_engine(client, person, turn):
    answer = await client.post("/webhook", json=call("action_answer", person, turn), headers=SECRET)
    assert answer.status_code == 200
    assert set(answer.json()) >= {"events", "responses"}
    answer = await client.post("/webhook", json=call("action_ask", person, turn), headers=SECRET)
    assert answer.json()["responses"][0]["response"] == "utter_focus_ask_why_quoting"


@pytest.mark.parametrize(
    "header",
    [
        None,
        b"",
        b"Bearer",
        b"Bearer ",
        b"Bearer Secret",
        b"bearer secret",
        b"secret",
        b"Bearer secret2",
        b"Bearer \xe9\xff",
    ],
)
async def test_nobody_else_is_answered(client, person, turn, header):
    headers = {} if header is None else {"Authorization": header}
    answer = await client.post("/webhook", json=call("action_answer", person, turn), headers=headers)
    assert answer.status_code == 401
    assert CANARY not in answer.text


@pytest.mark.parametrize("error", [RuntimeError(CANARY), KeyError(CANARY), ValueError(CANARY)])
async def test_a_failure_holds_no_word_of_the_person(client, executor, person, turn, caplog, monkeypatch, error):
    from bot.stages import flow

    def fail(*_args):
        raise error

    monkeypatch.setattr(flow, "answer", fail)
    caplog.set_level(0)
    answer = await client.post("/webhook", json=call("action_answer", person, turn), headers=SECRET)
    assert answer.status_code == 500
    assert answer.json() == {"error": "the action failed", "action_name": "action_answer"}
    assert "heron" not in caplog.text


async def test_an_action_nobody_knows_is_a_failure(client, person, turn):
    answer = await client.post("/webhook", json=call("action_of_old", person, turn), headers=SECRET)
    assert answer.status_code == 500
    assert CANARY not in answer.text


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"x"', b"{}", b"\xff", b'{"next_action": "action_ask"}']
)
async def test_a_malformed_call_is_no_answer(client, content, caplog):
    caplog.set_level(0)
    answer = await client.post("/webhook", content=content, headers=SECRET)
    assert answer.status_code in {400, 422, 500}
    assert "Traceback" not in answer.text


async def test_health_needs_no_secret(client):
    assert (await client.get("/health")).json() == {"ok": True}


def test_it_does_not_start_without_a_secret(monkeypatch, tmp_path, store_folder, key):
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(store_folder))
    monkeypatch.delenv("WHATMATTERS_ENGINE_SECRET", raising=False)
    with pytest.raises(RuntimeError, match="what-matters run"):
        create()


def test_a_fault_in_a_text_is_told_when_it_starts(monkeypatch, tmp_path, store_folder, key):
    (tmp_path / "texts" / "planning").mkdir(parents=True)
    (tmp_path / "texts" / "planning" / "cpr.yml").write_text("titel: CPR\n")
    monkeypatch.setattr(read_information, "__defaults__", (tmp_path / "texts",))
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(store_folder))
    monkeypatch.setenv("WHATMATTERS_ENGINE_SECRET", "secret")
    with pytest.raises(InformationError, match=r"planning/cpr\.yml, line 1, titel: is no field of a text"):
        create()
