"""The whole conversation as two tables: what each question asks, and what an answer to it does."""

from collections.abc import Callable
from dataclasses import replace

from bot.model.again import Again
from bot.model.position import FOR_CONSENT, Expecting, Question
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
    improve_feedback,
    improve_not_right,
    information,
    joining,
    last_answer,
    misses,
    plan,
    plan_ready,
    record,
    record_adding,
    record_deleting,
    record_helped,
    record_keeping,
    record_lines,
    record_views,
    reflect,
    reflect_notes,
    refusing,
    reminder,
    returning,
    session,
    share,
    share_team,
    signposting,
    surfacing,
    wrong_number,
)
from bot.stages.conversation import ASIDE, LEFT_IS_NO, Conversation
from bot.understanding.asides import keeps_after_all
from bot.understanding.both import tells_too
from bot.understanding.card import CHOICE as CARD
from bot.understanding.commands import plain
from bot.understanding.context import QUESTIONS
from bot.understanding.joining import CHOICE as JOIN

_RECORD = (record, record_lines, record_adding, record_helped, record_keeping)
_STAGES = (
    session,
    plan,
    focus,
    *_RECORD,
    record_deleting,
    share,
    reflect,
    improve,
    improve_not_right,
    signposting,
    wrong_number,
    bereavement,
    after_death,
    reminder,
)
ASKS = {question: ask for stage in _STAGES for question, ask in stage.ASKS.items()}
ANSWERS = {question: answer for stage in _STAGES for question, answer in stage.ANSWERS.items()}
_FROM_ANYWHERE: dict[str, Callable[[Conversation], None]] = {
    after_death.AFTER_DEATH: after_death.start,
    improve.ANSWER_TEAM: improve.start,
    improve_not_right.TELL: improve_not_right.write,
    **improve_feedback.FROM_ANYWHERE,
    plan.SEE: plan.show,
    record_views.OWN_VIEW: record_views.write_own,
    plan.OPEN: plan.open_plan,
    reminder.STOP: reminder.stop,
    reminder.CALENDAR: reminder.in_calendar,
    returning.SOMETHING_ELSE: returning.leave_for_something_else,
}
"""Buttons that mean the same whatever is open."""


TOLD_TOO = "told_too"
_KEEP_AS_ANSWER = Button("Keep it as my answer", f"choose:{TOLD_TOO}")


def ask(talk: Conversation, said: Said) -> None:
    """Ask the open question; whoever is new is welcomed and asked who it is for; with nothing open, offer what next.

    Who was just heard, or comes back after a death, chooses first whether to go on.
    """
    if returning.leaves_it(talk, said.intent) or surfacing.is_heard(talk, said):
        return
    _hold_what_was_told_too(talk, said)
    new = not talk.position.welcomed
    session.welcome(talk)
    if talk.position.question is None and new:
        talk.at(question=Question.WELCOME_DOOR)
    moved = _mend(talk)
    improve.tell(talk)
    improve_not_right.tell(talk)
    talk.at(again=None if moved or returning.was_away(talk) else asides.why_again(talk.position, said))
    if talk.position.question is None:
        session.what_next(talk, said.intent)
    elif not asides.ask_shortly(talk):
        ASKS[talk.position.question](talk)


def answer(talk: Conversation, said: Said) -> None:
    """Take what was said as the answer to the open question. What is heard before that asks nothing."""
    told_too, talk.draft = talk.draft.told_too, replace(talk.draft, told_too="")
    keeps = said.choice == TOLD_TOO and bool(told_too)
    said = Said("inform", told_too) if keeps else refusing.in_its_place(talk.position, said)
    if asides.only_nods(talk.position, said):
        talk.at(again=Again.UNCLEAR)
    elif keeps or not surfacing.hear(talk, said):
        talk.at(again=None)
        _take(talk, said, told_too)
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


def _take(talk: Conversation, said: Said, told_too: str = "") -> None:
    if _means_the_same_anywhere(talk, said.choice, told_too):
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
    elif not (_keep_after_all(talk, said) or last_answer.put_right(talk, said)):
        _answer_what_is_open(talk, talk.position.question, said)


def _answer_what_is_open(talk: Conversation, asked: Question, said: Said) -> None:
    before = talk.draft
    ANSWERS[asked](talk, said)
    misses.count(talk)
    if talk.position.question is asked and replace(talk.draft, to_add=before.to_add) == before:
        talk.at(again=Again.UNCLEAR)
    if asked in _OF_LETTING_GO and _answers_what_was_open_before(talk, said):
        _take(talk, said)


def _keep_after_all(talk: Conversation, said: Said) -> bool:
    """Leave words as they are, where somebody takes back that they are to go; say whether they do. It is no consent."""
    here = talk.position.question
    if said.intent != "inform" or here in _NEED_A_CLEAR_YES or not keeps_after_all(said.words):
        return False
    if here is Question.RECORD_COPY:
        talk.move(Question.RECORD_CHECK)
    elif here in LEFT_IS_NO:
        talk.turn_back()
    talk.say("utter_session_nothing_changed")
    return True


def _hold_what_was_told_too(talk: Conversation, said: Said) -> None:
    """Offer to keep, as the answer to the open question, what was told in the same breath as a question to the chat."""
    asks = said.intent in _MAY_FOLLOW_AN_ANSWER and talk.position.expecting is Expecting.ANSWERING
    if asks and tells_too(said.words):
        talk.draft = replace(talk.draft, told_too=said.words)
        talk.say("utter_session_told_too", buttons=(_KEEP_AS_ANSWER,))


def _means_the_same_anywhere(talk: Conversation, choice: str, told: str) -> bool:
    """Deal with a choice that means the same whatever is open; say whether it was one. `told`: the words before it."""
    if choice in _FROM_ANYWHERE:
        _FROM_ANYWHERE[choice](talk)
    elif choice == record_views.FOR_TALK and told:
        record_views.note(talk, told)
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
    elif here.question is Question.IMPROVE_NOT_RIGHT_SEND:
        improve_not_right.go_back(talk)
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
    return plan.leave_nothing(talk) or improve_not_right.cannot_go_on(talk) or _mend_others(talk)


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


_MAY_FOLLOW_AN_ANSWER = QUESTIONS | {"ask_privacy", "ask_who_viewed", "ask_who_are_you", "ask_why_asking"}
_NEED_A_CLEAR_YES = FOR_CONSENT - LEFT_IS_NO - {Question.RECORD_COPY}
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
