"""Updates that are sent to the bot."""

import pytest

from tests.telegram_server import Limits, NoAnswer, TelegramServer
from tests.unit.channels.telegram_server.conftest import PlainBot, buttons


@pytest.fixture
def hook(server, bot, receiver):
    bot.gets("setWebhook", url=receiver.url, secret_token="a-secret")
    return receiver


def has_failed(server, times):
    """Wait until the oldest update has been put off this often."""
    world = server._world
    assert world.bell.wait_for(lambda: world.queue.pending[0].failures == times, 20)
    return world.queue.pending[0].due - world.clock.now()


def texts(bodies):
    return [body["message"]["text"] for body in bodies]


def test_updates_come_with_the_secret_and_in_order(server, ada, hook):
    for words in ("one", "two", "three"):
        ada.says(words)
    assert texts(hook.hears(3)) == ["one", "two", "three"]
    assert {secret for secret, _ in hook.requests} == {"a-secret"}
    server.waits_until_told()
    assert len(hook.requests) == 3
    assert [one.is_taken for one in server.deliveries] == [True, True, True]


def test_what_waited_before_the_webhook_is_sent_too(bot, ada, receiver):
    ada.says("before")
    bot.gets("setWebhook", url=receiver.url)
    assert texts(receiver.hears(1)) == ["before"]
    assert receiver.requests[0][0] is None


def test_a_failure_is_tried_again_and_holds_up_its_chat_only(server, bot, ada, hook):
    ben = server.person(1002)
    hook.answers += [(500, {}), (503, {})]
    ada.says("one")
    has_failed(server, 2)
    ada.says("two")
    ben.starts()
    assert texts(hook.hears(3)) == ["one", "one", "/start"]
    info = bot.gets("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["pending_update_count"] >= 2
    server.time_passes(seconds=1)
    assert texts(hook.hears(5)) == ["one", "one", "/start", "one", "two"]
    server.waits_until_told()
    report = server.report()[ada.id]
    assert list(report.told_again.values()) == [2]
    assert report.out_of_order == ()


def test_waits_grow_until_there_is_an_answer(server, ada, hook):
    hook.answers += [(500, {})] * 4
    ada.says("one")
    for failures, seconds in ((2, 1), (3, 2), (4, 4)):
        assert has_failed(server, failures) == pytest.approx(seconds)
        server.time_passes(seconds=seconds)
    server.waits_until_told()
    assert len(hook.requests) == 5


def test_the_bot_may_say_how_long_to_wait(server, ada, hook):
    hook.answers += [(503, {"Retry-After": "600"})]
    ada.says("one")
    assert has_failed(server, 1) == pytest.approx(600)
    server.time_passes(minutes=10)
    assert texts(hook.hears(2)) == ["one", "one"]


def test_presses_do_not_wait_for_words(server, bot, ada, hook):
    bot.says(reply_markup=buttons("Yes"))
    hook.answers += [(500, {}), (500, {})]
    ada.says("one")
    has_failed(server, 2)
    ada.presses("Yes")
    assert "callback_query" in hook.hears(3)[2]


def test_a_lost_answer_makes_the_update_come_again(server, ada, hook):
    server.faults.loses_answers()
    ada.says("one")
    assert texts(hook.hears(2)) == ["one", "one"]
    server.waits_until_told()
    assert [(one.status, one.is_taken) for one in server.deliveries] == [(200, False), (200, True)]


def test_nobody_listens_for_a_while(server, bot, ada):
    with TelegramServer() as gone:
        bot.gets("setWebhook", url=f"{gone.root}/hook")
    ada.says("one")
    assert server._world.bell.wait_for(lambda: len(server._world.journal.deliveries) >= 2, 20)
    assert bot.gets("getWebhookInfo")["last_error_message"] == "Connection refused"


def test_a_webhook_that_takes_too_long_has_failed(receiver):
    with TelegramServer(Limits(webhook_answer_seconds=0.05)) as slow, TelegramServer() as never:
        never.faults.on("*", NoAnswer(done=False), times=None)
        bot = PlainBot(slow)
        bot.gets("setWebhook", url=f"{never.root}/bot{never.token}/getMe")
        slow.person(1).says("one")
        assert slow._world.bell.wait_for(lambda: slow._world.webhook.last_error_message != "", 20)
        assert bot.gets("getWebhookInfo")["last_error_message"] == "Read timeout expired"
        bot.client.close()


def test_the_webhook_outlives_a_stop(server, ada, hook):
    with server.is_down():
        ada.says("meanwhile")
    assert texts(hook.hears(1)) == ["meanwhile"]


def test_setting_and_taking_away_say_what_they_did(bot, receiver):
    def asked(method, **parameters):
        return bot.asks(method, **parameters).json()["description"]

    assert asked("setWebhook", url=receiver.url) == "Webhook was set"
    assert asked("setWebhook", url=receiver.url) == "Webhook is already set"
    info = bot.gets("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["pending_update_count"]) == (receiver.url, 40, 0)
    assert asked("setWebhook", url="") == "Webhook was deleted"
    assert asked("deleteWebhook") == "Webhook is already deleted"
    assert bot.gets("getWebhookInfo") == {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


def test_what_waits_can_be_dropped(bot, ada):
    ada.says("one")
    bot.gets("deleteWebhook", drop_pending_updates=True)
    assert bot.gets("getUpdates") == []


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ({"url": "ftp://a.example"}, "invalid webhook URL specified"),
        ({"url": "https://a.example", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://a.example", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
def test_a_webhook_that_cannot_be_is_refused(bot, parameters, why):
    assert bot.is_refused("setWebhook", **parameters) == (400, f"Bad Request: {why}")
