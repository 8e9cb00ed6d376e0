"""Focus: several things in one message. They become lines of their own only after a yes; else they stay as written."""

from dataclasses import replace

from bot.model.draft import Kind, Line
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages.conversation import Conversation, passes
from bot.understanding.commands import plain
from bot.understanding.several import several

_APART = frozenset({"yes each on its own", "each on its own", "on their own", "apart", "separate", "separately"})
_TOGETHER = frozenset({"no keep it as one", "keep it as one", "as one", "together", "keep them together"})


def after_thing(talk: Conversation) -> None:
    """Go on once something was written down: to whether it is several things, else to why it matters."""
    talk.move(Question.FOCUS_SEVERAL if waiting(talk) else Question.FOCUS_WHY)


def waiting(talk: Conversation) -> tuple[str, ...]:
    """Return the things in the present line, or nothing where it is one, or where others came after it."""
    line = _line(talk)
    newest = max((each.topic for each in talk.draft.lines), default=0)
    return several(line.words) if line and line.topic == newest and not _has_more(talk) else ()


def gone(talk: Conversation) -> bool:
    """Say whether what the open question is about is gone: the thing that matters, or that it is several."""
    if talk.position.question is Question.FOCUS_SEVERAL:
        return not waiting(talk)
    return talk.draft.thing(talk.position.topic) is None


def ask(talk: Conversation) -> None:
    """Ask whether they are to be lines of their own."""
    talk.say("utter_focus_topics_ask_several", count=str(len(waiting(talk))))


def answer(talk: Conversation, said: Said) -> None:
    """Part them on a yes, leave them together on a no; what else is typed is held and offered later."""
    typed = plain(said.words)
    if said.choice == "apart" or said.intent == "affirm" or typed in _APART:
        _part(talk)
    elif not (said.choice == "together" or passes(said) or typed in _TOGETHER):
        talk.say("utter_focus_topics_say_several")
        if said.intent == "inform" and len(typed.split()) > 1:
            talk.hold_opening(said.words)
        return
    talk.at(question=Question.FOCUS_WHY)


def after_why(talk: Conversation) -> None:
    """Go on to the why of the next thing that was told with this one, or to good support."""
    following = talk.position.topic + 1
    if following <= talk.position.focus.last and talk.draft.thing(following):
        talk.move(Question.FOCUS_WHY, topic=following)
    else:
        talk.move(Question.FOCUS_SUPPORT)


def _part(talk: Conversation) -> None:
    line = _line(talk)
    if line is None:
        return
    first, *others = waiting(talk)
    focus, topic = talk.position.focus, talk.position.focus.topic(line.topic)
    talk.draft = talk.draft.with_words(line.id, first)
    for number, words in enumerate(others, start=line.topic + 1):
        talk.draft = talk.draft.adding(line.heading, Kind.WHAT, number, words)
        focus = focus.about(number, topic)
    talk.at(focus=replace(focus, last=line.topic + len(others)))


def _line(talk: Conversation) -> Line | None:
    return talk.draft.said(Kind.WHAT, talk.position.topic)


def _has_more(talk: Conversation) -> bool:
    """Say whether a why or support was given for the present line already."""
    number = talk.position.topic
    return any(each.topic == number and each.kind is not Kind.WHAT for each in talk.draft.lines)


ASKS = {Question.FOCUS_SEVERAL: ask}
ANSWERS = {Question.FOCUS_SEVERAL: answer}
