"""Plan, once it is made: what is told there is held, and can be a line of what matters."""

from bot.model.saying import Said
from bot.stages.conversation import Conversation
from bot.understanding.asking import asks_later, is_question
from bot.understanding.commands import command, plain
from bot.understanding.plan_changes import changes
from bot.understanding.planning import part_named

LEAST = 4
"""Fewer words than these say too little to be held."""
_CLOSES = frozenset(
    {"thats", "that", "is", "its", "it", "all", "ok", "okay", "thanks", "thank", "you", "great", "lovely", "fine",
     "good", "right", "for", "now", "i", "im", "think", "so", "done", "enough", "much", "very", "bye", "then", "will",
     "do", "ill", "later", "looks", "yes", "no", "well", "today", "really", "helpful", "plan", "my", "the", "need",
     "want"}
)  # fmt: skip
"""Words that only end it."""


def holds(talk: Conversation, said: Said) -> bool:
    """Hold what is told once the plan is made; say whether anything was told."""
    if said.choice or said.intent != "inform" or not _tells_something(said.words):
        return False
    talk.hold_opening(said.words)
    talk.say("utter_plan_holds_words")
    return True


def _tells_something(words: str) -> bool:
    said = plain(words).split()
    of_the_plan = changes(words) or part_named(words)
    if len(said) < LEAST or _CLOSES.issuperset(said) or of_the_plan or command(words):
        return False
    return not (is_question(words) or asks_later(words))
