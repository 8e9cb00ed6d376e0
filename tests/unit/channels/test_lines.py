"""The lines that the gateway says by itself."""

import pytest

from bot.channels.lines import TRY_AGAIN, Lines
from bot.responses import ResponsesError, fixed_responses


def test_a_held_message_is_said_to_be_safe_and_danger_is_named():
    kept, not_kept = Lines().kept, Lines().not_kept
    for reply in (kept, not_kept):
        text = " ".join(message.text for message in reply.messages)
        assert "999" in text
        assert "116 123" in text
        assert [choice.choice for message in reply.messages for choice in message.choices] == [TRY_AGAIN]
    assert "safe" in " ".join(message.text for message in kept.messages)
    assert (kept.received, not_kept.received) == (True, False)


def test_they_are_read_from_the_responses():
    assert set(fixed_responses("holding")) == {
        "utter_holding_kept",
        "utter_holding_not_kept",
        "utter_holding_back",
        "utter_holding_empty",
        "utter_holding_too_long",
        "utter_holding_stale_button",
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "responses:",
        "responses: [",
        "version: '3.1'",
        "responses:\n  utter_x_y: []",
        "responses:\n  utter_x_y:\n    - text: ''",
        "responses:\n  utter_x_y:\n    - text: a\n    - text: b",
        "responses:\n  utter_x_y:\n    - text: a\n      condition: []",
    ],
)
def test_a_broken_file_is_named(tmp_path, content):
    (tmp_path / "x.yml").write_text(content)
    with pytest.raises(ResponsesError, match=r"x\.yml"):
        fixed_responses("x", tmp_path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ResponsesError, match=r"x\.yml"):
        fixed_responses("x", tmp_path)
