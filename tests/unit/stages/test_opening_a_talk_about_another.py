"""Where a talk is with others, about the one whom the record is about, no opening line takes them for that one."""

import pytest

from bot.model.position import Question
from bot.understanding.talked_about import talked_about
from tests.unit.stages.talking import Talk


def _plans(talk: Talk, who: str, hope: str) -> Talk:
    talk.does("arrive")
    talk.presses("close")
    talk.types("my mum loves her garden")
    talk.does("plan_conversation")
    for words in (who, "no one else", "sunday at 3", "at mine", hope, "tony shouts"):
        talk.types(words)
    assert talk.question is Question.PLAN_TONE
    return talk


def test_with_brothers_about_mum(talk):
    _plans(talk, "my brothers tony and mark", "we stop arguing")
    lines = {say.response: say.values for say in talk.heard if "_note" in say.response}
    assert set(lines) == {f"utter_plan_{tone}_note_about" for tone in ("gentle", "plain", "light")}
    assert {values["whom"] for values in lines.values()} == {"Mum"}


def test_with_her_it_is_put_to_her(talk):
    _plans(talk, "my mum", "that we can laugh")
    assert not [say for say in talk.heard if say.response.endswith("_about")]


def test_what_is_hard_to_hear_is_left_out(talk):
    _plans(talk, "my brothers", "she can die at home")
    assert "utter_plan_plain_about" in [say.response for say in talk.heard]


@pytest.mark.parametrize(
    ("who", "of_them", "whom"),
    [
        ("my brothers tony and mark", "your mum", "Mum"), ("my sister", "your wife", "my wife"),
        ("the kids", "Dave", "Dave"), ("my brothers, about mum", "", "Mum"),
        ("mum", "your mum", ""), ("my mother", "your mum", ""), ("her", "your mum", ""), ("Jean", "your wife", ""),
        ("my brothers", "", ""), ("mum and my sister", "your mum", ""), ("my partner", "your husband", ""),
    ],
)  # fmt: skip
def test_whom_a_talk_is_about(who, of_them, whom):
    assert talked_about(who, of_them) == whom
