"""The whole conversation as two tables: what each question asks, and what an answer to it does."""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import Expecting, Question
from bot.model.saying import Button, Said
from bot.stages import (
    after_death,
    asides,
    bereavement,
    card,
    focus,
    focus_several,
    focus_topics,
    improve,
    information,
    joining,
    plan,
    plan_ready,
    record,
    record_adding,
    record_deleting,
    record_keeping,
    record_lines,
    reflect,
    reflect_notes,
    reminder,
    session,
    share,
    share_team,
    signposting,
    wrong_number,
)
from bot.stages.conversation import ASIDE, Conversation
from bot.understanding.both import tells_too
from bot.understanding.card import CHOICE as CARD
from bot.understanding.commands import plain
from bot.understanding.context import QUESTIONS
from bot.understanding.joining import CHOICE as JOIN

_RECORD = (record, record_lines, record_adding, record_keeping)
_STAGES = (
    session,
    plan,
    focus,
    *_RECORD,
    record_deleting,
    share,
    reflect,
    improve,
    signposting,
    wrong_number,
    bereavement,
    after_death,
    reminder,
)
ASKS = {question: ask for stage in _STAGES for question, ask in stage.ASKS.items()}
ANSWERS = {question: answer for stage in _STAGES for question, answer in stage.ANSWERS.items()}
_FROM_ANYWHERE = {
    after_death.AFTER_DEATH: after_death.start,
    improve.ANSWER_TEAM: improve.start,
    plan.SEE: plan.show,
    plan.OPEN: plan.open_plan,
    reminder.STOP: reminder.stop,
    reminder.CALENDAR: reminder.in_calendar,
}
"""Buttons that mean the same whatever is open."""


TOLD_TOO = "told_too"
_KEEP_AS_ANSWER = Button("Keep it as my answer", f"choose:{TOLD_TOO}")


def ask(talk: Conversation, said: Said) -> None:
    """Ask the open question; whoever is new is welcomed and asked who it is for; with nothing open, offer what next."""
    _hold_what_was_told_too(talk, said)
    new = not talk.position.welcomed
    session.welcome(talk)
    if talk.position.question is None and new:
        talk.at(question=Question.WELCOME_DOOR)
    moved = _mend(talk)
    improve.tell(talk)
    talk.at(again=None if moved else asides.why_again(talk.position, said))
    if talk.position.question is None:
        session.what_next(talk)
    elif not asides.ask_shortly(talk):
        ASKS[talk.position.question](talk)


def answer(talk: Conversation, said: Said) -> None:
    """Take what was said as the answer to the open question."""
    told_too, talk.draft = talk.draft.told_too, replace(talk.draft, told_too="")
    if said.choice == TOLD_TOO and told_too:
        said = Said("inform", told_too)
    if asides.only_nods(talk.position, said):
        talk.at(again=Again.UNCLEAR)
    else:
        talk.at(again=None)
        _take(talk, said)
    if talk.words_let_go:
        plan.tell_what_stays(talk)


def change(talk: Conversation, said: Said) -> None:
    """Change what is being looked at: a plan, the order, the parts to share; else the summary."""
    if talk.position.question in plan.ON_THE_CARD:
        plan.change(talk, said.words)
        return
    if talk.position.question in _AFTER_PARTS:
        talk.move(Question.SHARE_SECTIONS)
    if talk.position.question in _CHANGED_BY_ANSWERS:
        _answer_what_is_open(talk, talk.position.question, Said("edit_summary", said.words))
    else:
        record.edit(talk, said.words)


def _take(talk: Conversation, said: Said) -> None:
    if _means_the_same_anywhere(talk, said.choice):
        pass
    elif said.intent == "set_reminder":
        _remind(talk, said.words)
    elif said.intent == "go_back":
        go_back(talk)
    elif _mend(talk):
        if said.intent == "inform" and said.words:
            talk.hold_opening(said.words)
    elif talk.position.question is None:
        session.answer_nothing(talk, said)
    else:
        _answer_what_is_open(talk, talk.position.question, said)


def _answer_what_is_open(talk: Conversation, asked: Question, said: Said) -> None:
    before = talk.draft
    ANSWERS[asked](talk, said)
    if talk.position.question is asked and replace(talk.draft, to_add=before.to_add) == before:
        talk.at(again=Again.UNCLEAR)
    if asked in _OF_LETTING_GO and _answers_what_was_open_before(talk, said):
        answer(talk, said)


def _hold_what_was_told_too(talk: Conversation, said: Said) -> None:
    """Offer to keep, as the answer to the open question, what was told in the same breath as a question to the chat."""
    asks = said.intent in QUESTIONS and talk.position.expecting is Expecting.ANSWERING
    if asks and tells_too(said.words):
        talk.draft = replace(talk.draft, told_too=said.words)
        talk.say("utter_session_told_too", buttons=(_KEEP_AS_ANSWER,))


def _means_the_same_anywhere(talk: Conversation, choice: str) -> bool:
    """Deal with a choice that means the same whatever is open; say whether it was one."""
    if choice in _FROM_ANYWHERE:
        _FROM_ANYWHERE[choice](talk)
    elif choice.startswith(CARD):
        card.open_card(talk, choice.removeprefix(CARD))
    elif choice.startswith(JOIN):
        joining.start(talk, choice.removeprefix(JOIN))
    elif information.is_pressed(choice):
        information.press(talk, choice)
    else:
        return False
    return True


def _answers_what_was_open_before(talk: Conversation, said: Said) -> bool:
    """Say whether words that were no answer to what was asked aside are one to the open question it came from."""
    words = plain(said.words).split()
    return (
        talk.position.expecting is Expecting.ANSWERING
        and said.intent == "inform"
        and len(words) > session.LONGEST_NOD
        and _ABOUT_DELETING.isdisjoint(words)
    )


def go_back(talk: Conversation) -> None:
    """Return to the question before; an excursion (delete, stop, start over) goes back to where it came from."""
    here = talk.position
    if here.question is Question.IMPROVE_SEND:
        improve.go_back(talk)
    elif here.question in signposting.ASKS:
        signposting.go_back(talk)
    elif here.question is Question.BEREAVEMENT_STEP and after_death.go_back(talk):
        return
    elif here.question in ASIDE:
        talk.turn_back()
    elif focus_topics.go_back(talk):
        return
    elif here.trail:
        *rest, (question, topic) = here.trail
        talk.at(question=Question(question), topic=topic, trail=tuple(rest))
    else:
        talk.say("utter_session_first_question")


def _remind(talk: Conversation, words: str) -> None:
    """Set a reminder, for the plan where its last question is open and the words are about it."""
    if not plan_ready.set_reminder(talk, words):
        reminder.start(talk, words)


def _mend(talk: Conversation) -> bool:
    """Move on when what the open question is about is gone (a draft expires, a share ends); say whether it was."""
    return plan.leave_nothing(talk) or _mend_others(talk)


def _mend_others(talk: Conversation) -> bool:
    question, draft = talk.position.question, talk.draft
    if question in _NEED_A_DRAFT and not draft.lines:
        talk.say("utter_record_nothing_yet")
        talk.finish()
    elif question is Question.RECORD_CHANGE_WORDS and draft.line(talk.position.line) is None:
        talk.move(Question.RECORD_CHECK, line="")
    elif question in {Question.FOCUS_WHY, Question.FOCUS_SEVERAL} and focus_several.gone(talk):
        talk.at(question=Question.FOCUS_WHAT)
    elif (question in _NEED_A_READER and (not draft.recipient or share_team.gone(talk))) or (
        question in _NEED_A_TEAM and not talk.position.team
    ):
        talk.at(question=Question.SHARE_WHO, trail=(), sections=(), days=0, team="")
    elif question in improve.ASKS and improve.nothing_left_to_answer(talk):
        improve.turn_away(talk)
    elif question is Question.IMPROVE_SEND and not draft.to_send:
        talk.at(question=Question.IMPROVE_ANSWER)
    elif question in reflect_notes.ASKS and reflect_notes.nothing_to_put_in(talk):
        talk.move(Question.REFLECT_NEXT)
    elif question is Question.SIGNPOSTING_WRONG and not wrong_number.any_shown(talk):
        talk.say("utter_signposting_wrong_none_shown")
        talk.turn_back()
    elif question is Question.SHARE_STOP_WHICH and not share.anything_open(talk):
        talk.say("utter_share_nothing_open")
        talk.turn_back()
    else:
        return False
    return True


_CHANGED_BY_ANSWERS = frozenset({Question.FOCUS_ORDER, Question.RECORD_CHECK, Question.SHARE_SECTIONS})
_AFTER_PARTS = frozenset({Question.SHARE_EXPIRY, Question.SHARE_CONSENT, Question.SHARE_TEAM_CONSENT})
_OF_LETTING_GO = frozenset({Question.RECORD_DELETE, Question.SESSION_START_OVER})
_ABOUT_DELETING = frozenset(
    {"no", "yes", "not", "dont", "delete", "deleted", "deleting", "remove", "erase", "wipe", "stop", "share", "shared",
     "sharing", "start", "undo", "mean", "meant", "that", "this", "mistake", "sure", "wait", "keep", "you", "what",
     "why"}
)  # fmt: skip
"""Words that most likely still speak of what was asked aside."""
_NEED_A_DRAFT = frozenset({Question.FOCUS_ORDER, *(question for stage in _RECORD for question in stage.ASKS)})
_NEED_A_TEAM = frozenset({Question.SHARE_CALLED, Question.SHARE_TEAM_CONSENT})
_NEED_A_READER = _NEED_A_TEAM | {Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT}
