"""Walks at random: never silent, never stuck, always able to stop, nothing kept without a yes, nothing lost."""

from functools import partial

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from bot.model.position import Question
from tests.unit.stages.walking import Somebody

ANSWERS = [
    "my zephyr garden by the quay", "because marrowby is where we met", "someone who quillons before helping", "yes",
    "no", "that's all", "Aunt Tansy Ferncombe", "my brother Ludo Penhallow", "Sunday at 3 by the fernery", "1",
    "my sister Jessamy died in March", "for me", "for my mum", "everything", "a week", "it is right", "keep it",
    "1. the bramble hens 2. the linden hives", "I don't know", "put 2 first", "take out 1", "change 1",
]  # fmt: skip
ERRANDS = [
    "we had the talk", "plan a conversation", "share my summary", "find support", "show me what you have", "carry on",
    "give me ideas", "my plan", "stop sharing", "who has looked?", "delete everything", "start over", "hello",
]  # fmt: skip
"""What somebody wants done, whatever is asked."""
ASIDES = {
    "who can see this?": "ask_privacy",
    "what is a respect form?": "ask_cpr",
    "are you a person?": "ask_who_are_you",
    "why do you ask that?": "ask_why_asking",
    "what do you mean?": "ask_clarify",
    "what can you do?": "help",
    "who won the football?": "out_of_scope",
}
NONSENSE = ["zxqv", "🙂🙂", ".", "???", "/restart", "الحديقة", "asdkjh asdkjh", "{words} {0}", "<b>x</b>"]
DANGER = ["he has collapsed and he is not breathing", "i want to kill myself", "my son hits me and takes my pension"]
MAY_LOSE = {
    Question.RECORD_REMOVE_WHICH, Question.RECORD_CHANGE_WORDS, Question.RECORD_COPY, Question.RECORD_DELETE,
    Question.SESSION_START_OVER, Question.PLAN_CLEAR,
}  # fmt: skip
"""Questions whose answer takes words out, or puts others in their place."""
MAY_LOSE_SAYING = {"no", "that's all", "take out 1"}
MAY_LOSE_BY = ("Take out", "Take it out", "No, leave them out", "No, do not keep it", "Leave")


class Walk(RuleBasedStateMachine):
    """One walk. Each rule is one thing that a person may do at any moment."""

    def __init__(self, template, facts):
        super().__init__()
        self.person = Somebody(template, facts)
        self.person.engine.understands |= ASIDES

    def teardown(self):
        self.person.close()

    def loses_nothing(self, before, after):
        assert not self.person.lost(before, after)

    @initialize(far=st.integers(0, 7))
    def begins(self, far):
        """Somewhere on the way to a summary that is kept, so that walks do not all begin at the door."""
        for words in ("for me", "my garden", "we married there", "a chair", "no", "yes", "yes")[:far]:
            self.person.says(words)

    @rule(words=st.sampled_from(ANSWERS))
    def answers(self, words):
        before, after = self.person.says(words)
        if before.position.question not in MAY_LOSE and words not in MAY_LOSE_SAYING:
            assert not self.person.lost(before, after) or words in after.words, "it went, and not for other words"
        self.person.is_asked_with_a_way_out()

    @precondition(lambda self: self.person.choices)
    @rule(number=st.integers(0, 9))
    def presses(self, number):
        title, before, after = self.person.presses(number)
        if before.position.question not in MAY_LOSE and not title.startswith(MAY_LOSE_BY):
            self.loses_nothing(before, after)
        self.person.is_asked_with_a_way_out()

    @rule(words=st.sampled_from(["skip", "go back"]))
    def moves(self, words):
        before, after = self.person.says(words)
        if before.position.question not in MAY_LOSE:
            self.loses_nothing(before, after)
        self.person.is_asked_with_a_way_out()

    @rule()
    def corrects(self):
        before, after = self.person.says("no, I meant my cousin Briony Wode")
        corrected = any("Briony Wode" in words for words in after.words)
        if before.position.question not in MAY_LOSE:
            assert corrected or not self.person.lost(before, after)
        self.person.is_asked_with_a_way_out(answered=not corrected)

    @rule(words=st.sampled_from(sorted(ASIDES)))
    def asks_something(self, words):
        before, after = self.person.says(words)
        self.loses_nothing(before, after)
        assert words not in after.words, "a question became a line"
        self.person.is_asked_with_a_way_out(answered=False)

    @rule(words=st.sampled_from(NONSENSE))
    def talks_nonsense(self, words):
        before, after = self.person.says(words)
        if before.position.question not in MAY_LOSE:
            assert not self.person.lost(before, after) or words in after.words
        self.person.is_asked_with_a_way_out(answered=words != ".")  # a dot is a silence: who is silent is waited for

    @rule(words=st.sampled_from(DANGER))
    def is_in_danger(self, words):
        before, after = self.person.says(words)
        self.loses_nothing(before, after)
        assert words not in after.words
        assert "999" in self.person.text
        self.person.is_asked_with_a_way_out(answered=False)

    @rule(words=st.sampled_from(["stop", "not today", "I need a break"]))
    def stops(self, words):
        before, after = self.person.says(words)
        self.loses_nothing(before, after)
        assert words not in after.words
        asks = self.person.reply.messages[-1].text.rstrip().endswith("?")
        assert not asks or after.position.question is None, f"asked on: {self.person.text}"
        self.person.is_asked_with_a_way_out(answered=False)

    @rule(days=st.sampled_from([1, 30]))
    def waits(self, days):
        before = self.person.seen()
        self.person.waits(days)
        self.loses_nothing(before, self.person.seen())
        self.person.is_asked_with_a_way_out(answered=False)

    @rule(words=st.sampled_from(ERRANDS))
    def wants_something_done(self, words):
        before, after = self.person.says(words)
        if before.position.question not in MAY_LOSE and words not in after.words:
            self.loses_nothing(before, after)
        self.person.is_asked_with_a_way_out(answered=False)


def test_a_walk_of_any_kind(migrated_store, facts):
    run_state_machine_as_test(
        partial(Walk, migrated_store, facts),
        settings=settings(
            max_examples=50,
            stateful_step_count=25,
            derandomize=True,  # the same walks each time: what a new one would find is found by hand, and not by luck
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_yes_to_an_open_question_again_and_again(migrated_store, facts):
    person = Somebody(migrated_store, facts)
    try:
        for words in ("for me", "my garden", "we married there", "yes", "keep it", "yes"):
            person.says(words)
            person.is_asked_with_a_way_out()
    finally:
        person.close()
