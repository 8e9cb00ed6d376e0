"""Grief that surfaces while a talk is planned, or what matters is told: it is heard first, and the question waits.

So are pain and bad news. Whoever cares and is worn out is heard, and offered help; the question is asked all the same.
"""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import Door, Expecting, Question
from bot.model.saying import Button, Said
from bot.model.topics import Once
from bot.stages import after_death, signposting_told
from bot.stages.conversation import Conversation
from bot.stages.returning import GO_ON
from bot.understanding.babies import may_not_live
from bot.understanding.bad_news import is_bad_news, is_pain
from bot.understanding.nobody import has_nobody
from bot.understanding.surfacing import fears, only_fears, surfaces, tells_of_a_death
from bot.understanding.worn_out import is_worn_out, tells_more

_STOP = Button("Stop here for now", "pause")
_KEEP = Button("Keep it as my answer", "choose:told_too")
_FOR_ME = Button("Support for me", "bereavement_support")
_FOR_CARERS = Button("Help for carers", "ask_carer_support")
_LISTENS = {Door.CLOSE: "anticipatory_grief", Door.GRIEVING: "bereavement_support"}
_OF_FACTS = frozenset(
    {Question.PLAN_WHO, Question.PLAN_OTHERS, Question.PLAN_WHEN, Question.PLAN_WHERE, Question.REMINDER_WHEN}
)
"""Who, when and where: no answer to these tells of a fear or of a death."""
_ASKS_FOR_IT = frozenset({Question.PLAN_HARD, Question.FOCUS_CARING})
"""What feels hard, and what matters to the one who cares: there such words are the answer."""


def hear(talk: Conversation, said: Said) -> bool:
    """Acknowledge grief and let the person choose; say whether the words were that. They can be kept as the answer."""
    here = talk.position
    told = said.intent == "inform" or (said.intent == "set_reminder" and here.question in _OF_FACTS)
    asked = here.expecting is Expecting.ANSWERING or here.question in _OF_FACTS
    if said.choice or not (told and asked and said.words):
        return False
    at_work = here.question in _OF_FACTS or _stage(here.question) in {"plan", "focus"}
    if at_work and here.door is Door.CLOSE and is_worn_out(said.words):
        return _hear_carer(talk, said.words)
    buttons = () if here.question in _ASKS_FOR_IT else _offered(talk, said.words, at_work=at_work)
    if buttons:
        talk.draft = replace(talk.draft, told_too=said.words)
        keep = () if here.question is Question.REMINDER_WHEN else (_KEEP,)
        talk.say("utter_session_surfacing", (*buttons, *keep))
    return bool(buttons)


def _offered(talk: Conversation, words: str, *, at_work: bool) -> tuple[Button, ...]:
    """Return what is offered to whoever tells of grief or pain; nothing where the words tell of neither."""
    if at_work and _begins_with_a_death(talk, words):
        signposting_told.add(talk, words)
        return _FOR_ME, *after_death.buttons(talk), GO_ON
    if at_work and _is_first(talk) and may_not_live(words):
        signposting_told.add(talk, words)
        return _ways_on(talk)
    if talk.position.question is Question.PLAN_WHO and has_nobody(words):
        return _ways_on(talk)
    fearful = only_fears(words) or (talk.position.question in _OF_FACTS and fears(words))
    news = at_work and (fearful or surfaces(words) or (_is_first(talk) and is_bad_news(words)))
    return _ways_on(talk) if news or is_pain(words) else ()


def hear_news(talk: Conversation, words: str) -> bool:
    """Acknowledge bad news, or pain, that came before any question; say whether the words were that. None is held."""
    if not (is_bad_news(words) or is_pain(words)):
        return False
    talk.say("utter_session_news")
    return True


def _hear_carer(talk: Conversation, words: str) -> bool:
    """Offer help to whoever cares. Say whether nothing else was told, so that the question is asked again."""
    focus = talk.position.focus
    again = Once.WORN_OUT in focus.asked
    only = not (talk.position.question in _ASKS_FOR_IT or tells_more(words))
    buttons = (_FOR_CARERS, _KEEP) if only else (_FOR_CARERS,)
    talk.say("utter_session_worn_out_again" if again else "utter_session_worn_out", buttons)
    talk.at(focus=focus.having_asked(Once.WORN_OUT))
    if only:
        talk.draft = replace(talk.draft, told_too=words)
        talk.at(again=Again.ASIDE)
    return only


def _ways_on(talk: Conversation) -> tuple[Button, ...]:
    somebody = Button("Talk to somebody", _LISTENS.get(talk.position.door or Door.ME, "find_support"))
    return GO_ON, _STOP, somebody


def _is_first(talk: Conversation) -> bool:
    """Say whether it is the first thing that is asked for."""
    first = talk.position.question is Question.FOCUS_WHAT and not talk.draft.lines
    return first and talk.position.door in {Door.ME, Door.CLOSE}


def _begins_with_a_death(talk: Conversation, words: str) -> bool:
    """Say whether a death is told first of all, or where a fact is asked for: what is asked may be beside the point."""
    return (talk.position.question in _OF_FACTS or _is_first(talk)) and tells_of_a_death(words)


def is_heard(talk: Conversation, said: Said) -> bool:
    """Say whether this turn was such words, so that the question waits until the person chooses.

    By the time it is to be asked, the words of the turn are let go.
    """
    told = talk.draft.told_too
    waits = said.intent in {"inform", "set_reminder"} and bool(told) and said.words in {"", told}
    return waits and not (talk.position.door is Door.CLOSE and is_worn_out(told))


def _stage(question: Question | None) -> str:
    return question.partition("_")[0] if question else ""
