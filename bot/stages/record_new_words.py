"""Record: words that come beside a question about the draft are offered as a new line, and none of them is let go."""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation
from bot.understanding.new_words import is_new, told_beside

ADD = "add_written"
LONGEST_SHOWN = 600
"""Characters that are shown of words whose place is asked for."""
_BUTTON = Button("Add what I wrote", f"choose:{ADD}")
BESIDE = frozenset({Question.RECORD_CHECK, Question.RECORD_CONSENT, Question.RECORD_COPY})
"""Where the lines are in view, and only a choice or a yes is asked for."""


def hold(talk: Conversation, words: str) -> None:
    """Hold words until their place is chosen, behind those that are held already. Said twice, they are held once."""
    held = talk.draft.to_add
    if words in held.split("\n"):
        return
    talk.draft = replace(talk.draft, to_add=f"{held}\n{words}" if held else words)


def offer(talk: Conversation, words: str) -> None:
    """Show the words back and offer to add them. The question stays open."""
    hold(talk, words)
    talk.say("utter_record_heard_new", (_BUTTON,), words=begun(talk.draft.to_add))


def is_offered(talk: Conversation, said: Said) -> bool:
    """Offer words that tell something new where a yes is asked for, or go on to their place; say whether they do."""
    if said.choice == ADD and talk.draft.to_add:
        talk.move(Question.RECORD_ADD_HEADING)
    elif said.intent == "inform" and not said.choice and is_new(said.words):
        offer(talk, said.words)
    else:
        return False
    return True


def hold_beside(talk: Conversation, words: str) -> None:
    """Offer what was told beside something that was asked; where it was to be put down, ask for its place."""
    told, put = told_beside(words) if talk.position.question in BESIDE else ("", False)
    if told and put:
        hold(talk, told)
        talk.move(Question.RECORD_ADD_HEADING)
    elif told:
        offer(talk, told)
        talk.at(again=Again.ASIDE)


def begun(words: str) -> str:
    """Return how long words begin; all of them where they are few. What is added is always all of them."""
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN].rstrip()}…"
