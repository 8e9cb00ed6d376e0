"""Answers to what people press or ask inline."""

from tests.telegram_server.errors import bad_request
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.result import Result
from tests.telegram_server.updates import SECONDS
from tests.telegram_server.world import World, too_old

LONGEST_ANSWER = 200


def answer_callback_query(world: World, asked: Parameters) -> Result:
    """Only the first answer is shown; a second one changes nothing."""
    press = world.pressed(asked.text("callback_query_id"))
    if len(asked.text("text")) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if press.is_answered:
        return Result(has_effect=False)
    press.is_answered, press.text, press.alert = True, asked.text("text"), asked.flag("show_alert")
    return Result()


def answer_inline_query(world: World, asked: Parameters) -> Result:
    """Nothing is done with the results."""
    asked_at = world.inline_queries.get(asked.text("inline_query_id"))
    if asked_at is None or world.clock.now() - asked_at > SECONDS["inline_query"]:
        raise too_old()
    asked.structure("results", "inline query results")
    return Result()
