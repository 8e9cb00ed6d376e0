"""What a start and the doctor say of Telegram."""

from pydantic import SecretStr

from bot.launch.telegram import UNKNOWN, look
from bot.settings import Settings
from tests.telegram_server import BOT, TelegramServer


def settings(tmp_path, **given):
    return Settings(data_dir=tmp_path, **given)


def test_without_a_token_there_is_one_friendly_line(tmp_path):
    line, problem = look(settings(tmp_path))
    assert line.startswith("off; to talk there too, set WHATMATTERS_TELEGRAM_TOKEN")
    assert problem is None


def test_with_a_token_it_is_the_address_of_the_bot(tmp_path):
    with TelegramServer() as server:
        token = SecretStr(server.token)
        assert look(settings(tmp_path, telegram_token=token, telegram_api_url=server.root)) == (
            f"https://t.me/{BOT.username}",
            None,
        )


def test_a_token_that_telegram_does_not_know_is_a_problem_and_is_not_shown(tmp_path):
    with TelegramServer() as server:
        token = SecretStr("700000009:AAH-this-is-not-the-token")
        line, problem = look(settings(tmp_path, telegram_token=token, telegram_api_url=server.root))
    assert problem is UNKNOWN
    assert "AAH" not in line


def test_where_it_cannot_be_reached_that_is_said(tmp_path):
    with TelegramServer() as server:
        gone, token = server.root, SecretStr(server.token)
    line, problem = look(settings(tmp_path, telegram_token=token, telegram_api_url=gone))
    assert line == "cannot be reached just now; it is tried again by itself"
    assert problem is None
