"""Words that tell the chat what to do, while it asks something, are no answer; their neighbours are."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.losses import nobody_has_died
from bot.understanding.plan_changes import changes, corrects
from bot.understanding.planning import correction


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("what matters lets get on with it", "focus_on_what_matters"),
        ("ok, let's get on with what matters", "focus_on_what_matters"),
        ("nothin else. done", "deny"),
        ("no, nowt else ta", "deny"),
        ("hes waking up. hang on", "pause"),
        ("mum's calling me, hold on", "pause"),
        ("i said help me plan what to say to him", "plan_conversation"),
        ("yes help me plan what to say to him", "plan_conversation"),
        ("plan a talk with my son", "plan_conversation"),
        ("help me plan it", "plan_conversation"),
        ("can you help me practise this please", "plan_conversation"),
        ("my plan please", "plan_conversation"),
        ("show my plan", "plan_conversation"),
        ("no, show me what I said", "review_summary"),
        ("what matters is getting on with it", "inform"),
        ("nothing else matters", "inform"),
        ("hes waking up more these days", "inform"),
        ("we plan a talk each Sunday", "inform"),
        ("my plan is to see the sea", "inform"),
        ("he said nothing was done", "inform"),
        ("hang on to his hand", "inform"),
    ],
)
def test_told_or_answered(words, intent):
    assert act_on([("inform", 0.9)], words, "answering")[0] == intent


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("no thats not an answer, scrub that. what matters is my shed", "my shed"),
        ("scrap that, my shed", "my shed"),
        ("oh that was a mistake, forget that. It's the allotment", "the allotment"),
        ("forget that, stop", ""),
        ("forget that last bit", ""),
        ("I forget that he is gone", ""),
        ("delete it all and my shed", ""),
    ],
)
def test_one_answer_goes_and_another_comes(words, now):
    assert correction(words) == now


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            "where is the caff by the depot, when is before xmas, and first words are alright son its your dad",
            {"where": "the caff by the depot", "when": "before xmas", "first": "alright son its your dad"},
        ),
        ("no the place is wrong thats what i want. place is the caff by the depot", {"where": "the caff by the depot"}),
        ("the time is wrong. time is Sunday at 4", {"when": "Sunday at 4"}),
        ("not that one. i'd say alan love its me, im here", {"first": "alan love its me, im here"}),
        ("no not that, I'll start with hello my darling", {"first": "hello my darling"}),
    ],
)
def test_a_plan_is_put_right(words, parts):
    assert {each.part: each.words for each in changes(words)} == parts
    assert corrects(words)


@pytest.mark.parametrize("words", ["i'd say its right", "the place is wrong", "what is wrong with her"])
def test_what_changes_no_plan_by_itself(words):
    assert not corrects(words)


@pytest.mark.parametrize(
    ("words", "alive"),
    [
        ("he nearly went but hes still here", True),
        ("he nearly died yesterday", True),
        ("we almost lost her on Sunday", True),
        ("i miss him and hes not even gone", True),
        ("she hasn't gone yet", True),
        ("he nearly made it to Christmas but he died", False),
        ("we nearly lost the house when dad died", False),
        ("she is gone", False),
        ("he nearly went to Spain", False),
        ("my dad has gone and i nearly died", False),
    ],
)
def test_nearly_is_no_death(words, alive):
    assert nobody_has_died(words) is alive


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize("words", ["he nearly died yesterday", "he nearly went but hes still here"])
def test_nobody_is_asked_who_has_died(words, state):
    for guess in ("bereavement_support", "bereaved_sudden", "death_just_happened"):
        assert act_on([(guess, 0.95)], words, state)[0] not in {guess, "bereavement_support"}
