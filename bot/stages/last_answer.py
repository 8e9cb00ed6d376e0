"""The answer just given: put right ("no, I meant my sister"), or taken back ("no, forget that last bit")."""

from dataclasses import replace

from bot.model.draft import Kind, Line
from bot.model.plan import Part
from bot.model.position import Door, Question
from bot.model.saying import Said
from bot.stages import plan_parts, share, share_team
from bot.stages.conversation import Conversation, quoted
from bot.understanding.answers import days, door_title
from bot.understanding.asides import other_door
from bot.understanding.planning import correction

_KINDS = {
    Question.FOCUS_WHAT: (Kind.WHAT,),
    Question.FOCUS_WHY: (Kind.WHY,),
    Question.FOCUS_SUPPORT: (Kind.SUPPORT,),
    Question.FOCUS_DO: (Kind.DO,),
    Question.FOCUS_DO_NOT: (Kind.DO_NOT,),
    Question.FOCUS_CARING: (Kind.CARING, Kind.FOR_OTHERS),
}
_REFLECTED = {
    Question.REFLECT_HOW: "how",
    Question.REFLECT_LEARNED: "learned",
    Question.REFLECT_UNSAID: "unsaid",
    Question.REFLECT_NOW: "now",
}
_PLANNED = {question: part for part, question in plan_parts.QUESTIONS.items()}
_ABOUT_A_READER = frozenset({Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT})
_FIRST_ASKED = frozenset({Question.FOCUS_WHAT, Question.PLAN_WHO})


def put_right(talk: Conversation, said: Said) -> bool:
    """Change what was just said, where the words say that it was a slip; say whether they do. A plan heeds its own."""
    if said.intent != "inform" or not said.words:
        return False
    if _other_door(talk, said.words):
        return True
    words = correction(said.words)
    if not words:
        return False
    if talk.position.question in _ABOUT_A_READER and not talk.position.team:
        return _other_reader(talk, words)
    question, topic = _before(talk)
    if line := _line(talk, question, topic):
        talk.draft = talk.draft.with_words(line.id, words)
    elif question in _REFLECTED and getattr(talk.draft.reflection, _REFLECTED[question]):
        talk.draft = talk.draft.reflecting(**{_REFLECTED[question]: words})
    else:
        return False
    _say_put_right(talk, words)
    return True


def take_back(talk: Conversation) -> bool:
    """Let the last answer go and ask for it again; say whether there was one."""
    question, topic = _before(talk)
    if talk.position.question is Question.FOCUS_WHAT and talk.draft.opening:
        gone, talk.draft = talk.draft.opening, replace(talk.draft, opening="")
    elif line := _line(talk, question, topic):
        gone, talk.draft = line.words, talk.draft.without(line.id)
        _ask_again(talk)
    elif question in _REFLECTED and (said := getattr(talk.draft.reflection, _REFLECTED[question])):
        gone, talk.draft = said, talk.draft.reflecting(**{_REFLECTED[question]: ""})
        _ask_again(talk)
    elif (part := _planned(talk, question)) is not None:
        gone, talk.draft = talk.draft.plan.words(part), replace(talk.draft, plan=talk.draft.plan.saying(part, ""))
        _ask_again(talk)
    else:
        return False
    if quote := quoted(gone):
        talk.say("utter_session_taken_back", words=quote)
    else:
        talk.say("utter_session_taken_back_long")
    return True


def leave_out(talk: Conversation, line_id: str) -> None:
    """Let this line go and ask for it again, where it is the last answer; an older button changes nothing."""
    line = _line(talk, *_before(talk))
    if line is None or line.id != line_id or not take_back(talk):
        talk.say("utter_session_nothing_changed")


def _before(talk: Conversation) -> tuple[Question | None, int]:
    return talk.position.trail[-1] if talk.position.trail else (None, 0)


def _ask_again(talk: Conversation) -> None:
    *rest, (question, topic) = talk.position.trail
    talk.at(question=question, topic=topic, trail=tuple(rest))


def _line(talk: Conversation, question: Question | None, topic: int) -> Line | None:
    kinds = _KINDS.get(question, ()) if question else ()
    return next((line for kind in kinds if (line := talk.draft.said(kind, topic))), None)


def _planned(talk: Conversation, question: Question | None) -> Part | None:
    part = _PLANNED.get(question) if question else None
    made = talk.draft.plan.made or talk.position.question not in {*_PLANNED, Question.PLAN_WORDS}
    return part if part is not None and not made and talk.draft.plan.has(part) else None


def _other_door(talk: Conversation, words: str) -> bool:
    """Change who it is for, as long as nothing has been told yet."""
    name = other_door(words) or door_title(words)
    told = bool(talk.draft.lines or talk.draft.plan)
    if name not in {Door.ME, Door.CLOSE} or told or talk.position.question not in _FIRST_ASKED:
        return False
    if name != talk.position.door:
        talk.at(door=Door(name))
        talk.say("utter_welcome_put_right")
    return True


def _other_reader(talk: Conversation, words: str) -> bool:
    """Take another reader or length of time before anything is shared. It is asked again, and is no yes."""
    length = days(words)
    team = share_team.team_meant(talk, Said("inform", words))
    if length and talk.position.question is Question.SHARE_CONSENT:
        talk.at(days=length)
    elif team:
        share_team.choose(talk, team)
    elif len(words) <= share.LONGEST_NAME:
        talk.draft = replace(talk.draft, recipient=" ".join(words.split()), called="")
    else:
        return False
    _say_put_right(talk, words)
    return True


def _say_put_right(talk: Conversation, words: str) -> None:
    if quote := quoted(words):
        talk.say("utter_plan_put_right", words=quote)
    else:
        talk.say("utter_plan_put_right_long")
