"""A turn of the conversation: what is said answers the open question, or is dealt with first; then it is asked."""

from dataclasses import replace

from bot.model.again import Again
from bot.model.position import FOR_CONSENT, Door, Expecting, Question
from bot.model.saying import Button, Said
from bot.stages import (
    after_death,
    anywhere,
    asides,
    beside,
    by_name,
    feelings,
    going_back,
    has_died,
    heard_in_grief,
    improve,
    improve_not_right,
    improve_offers,
    in_passing,
    information,
    last_answer,
    mending,
    menu,
    misses,
    no_death,
    plan,
    plan_beside,
    plan_ready,
    pleas,
    put_right_in_search,
    record,
    record_new_words,
    refusing,
    relayed,
    reminder,
    returning,
    session,
    share_after_views,
    share_leaving,
    share_looks,
    share_reader,
    share_standing,
    share_wish,
    signposting,
    signposting_asks,
    surfacing,
    talk_ahead,
    talk_heard,
    whom,
    wrong_number,
)
from bot.stages.conversation import LEFT_IS_NO, Conversation, agrees, was_away
from bot.stages.questions import ANSWERS, ASKS
from bot.understanding.asides import keeps_after_all
from bot.understanding.both import tells_too
from bot.understanding.commands import plain
from bot.understanding.kinds import ASKED
from bot.understanding.privacy import speaks_of_sharing
from bot.understanding.taking_back import taken_back

TOLD_TOO = "told_too"
_KEEP_AS_ANSWER = Button("Keep it as my answer", f"choose:{TOLD_TOO}")


def ask(talk: Conversation, said: Said) -> None:
    """Ask the open question; whoever is new is welcomed and asked who it is for; with nothing open, offer what next.

    Who was just heard, or comes back after a death, chooses first whether to go on.
    """
    feelings.pass_turn(talk, said.intent)
    if returning.leaves_it(talk, said.intent) or surfacing.is_heard(talk, said) or menu.is_unfolded(talk, said.choice):
        return
    if in_passing.makes_room(talk, said) or asides.waits(talk.position, said):
        return
    information.forget(talk, said.intent, said.choice)
    has_died.put_down_before_asking(talk, said.intent)
    if not information.is_pressed(said.choice) and heard_in_grief.leaves_it(talk, said.intent):
        return
    if not information.is_pressed(said.choice):
        after_death.put_down(talk)
    if heard_in_grief.puts_no_more(talk):
        return
    signposting_asks.put(talk, reads_on=information.is_pressed(said.choice))
    wrong_number.leave(talk, said.intent)
    _hold_what_was_told_too(talk, said)
    new = not talk.position.welcomed
    session.welcome(talk)
    if talk.position.question is None and new and talk.position.door is None:
        talk.at(question=Question.WELCOME_DOOR)
    moved = mending.mend(talk)
    if said.intent == "review_summary" and talk.position.question is Question.PLAN_CHANGE:
        talk.move(Question.PLAN_CHECK)
    improve.tell(talk)
    share_looks.tell(talk, said.intent)
    improve_not_right.tell(talk)
    share_after_views.tell(talk)
    talk.at(again=None if moved or was_away(talk) else asides.why_again(talk.position, said))
    if talk.position.question is None:
        session.what_next(talk, said.intent)
    elif not asides.ask_shortly(talk):
        ASKS[talk.position.question](talk)


def answer(talk: Conversation, said: Said) -> None:
    """Take what was said as the answer to the open question. What is heard before that asks nothing."""
    wrong_number.leave(talk, said.intent)
    told_too, talk.draft = talk.draft.told_too, replace(talk.draft, told_too="")
    keeps = bool(told_too) and (said.choice == TOLD_TOO or agrees(said, "keep"))
    if asides.is_here_again(talk.position, said) or (not keeps and relayed.answers_why_late(talk, said)):
        talk.at(again=Again.ASIDE)
        return
    said = relayed.theirs(talk, Said("inform", told_too) if keeps else said)
    said = said if keeps else refusing.in_its_place(talk.position, said)
    whom.remember(talk, "" if said.choice else said.words)
    if not keeps and _turns_away(talk, said):
        talk.at(again=None)
    elif not keeps and whom.heard(talk, said.words):
        talk.at(again=Again.ASIDE)
    elif asides.only_nods(talk.position, said):
        talk.at(again=Again.UNCLEAR)
    elif keeps or not surfacing.hear(talk, said):
        talk.at(again=None)
        _take(talk, said, told_too, keeps=keeps)
    if talk.words_let_go:
        plan.tell_what_stays(talk)


def _turns_away(talk: Conversation, said: Said) -> bool:
    writes = not said.choice and bool(said.words)
    return _turns_to_grief_or_back(talk, said.words) or (writes and session.turns_to_writing(talk, said.words))


def _turns_to_grief_or_back(talk: Conversation, words: str) -> bool:
    return bool(words) and (no_death.put_right(talk, words) or has_died.put_down(talk, words))


def stop_sharing(talk: Conversation, said: Said) -> None:
    """Stop sharing. Where nothing is shared, only words about sharing are taken for that; others are an answer.

    Words that take back another yes stop no share.
    """
    if back := taken_back(said.words):
        improve_offers.hear(talk, back)
    elif share_leaving.is_not_to_see(talk, said.words):
        return
    elif said.words and not share_standing.anything_to_stop(talk) and not speaks_of_sharing(said.words):
        answer(talk, replace(said, intent="inform"))
    else:
        share_standing.stop(talk)


def change(talk: Conversation, said: Said) -> None:
    """Change what is being looked at: a plan, the order, the parts to share; else the summary."""
    if plan_beside.goes(talk, said.words):
        return
    if talk.position.question in plan.ON_THE_CARD:
        if not plan_beside.goes_to_what_matters(talk, said):
            plan.change(talk, said.words)
        return
    if talk.position.question in plan.ASKS and plan.put_right(talk, said):
        return
    if share_leaving.for_the_summary(talk, said.words):
        record.edit(talk, said.words)
        return
    if talk.position.question in _AFTER_PARTS:
        talk.move(Question.SHARE_SECTIONS)
    if talk.position.question in _CHANGED_BY_ANSWERS:
        _answer_what_is_open(talk, talk.position.question, Said("edit_summary", said.words))
    else:
        record.edit(talk, said.words)


def _take(talk: Conversation, said: Said, told_too: str = "", *, keeps: bool = False) -> None:
    if anywhere.is_answered(talk, said.choice, told_too):
        pass
    elif said.intent == "set_reminder":
        _remind(talk, said.words)
    elif said.intent == "go_back":
        going_back.go_back(talk)
    elif mending.mend(talk):
        if said.intent == "inform" and said.words:
            talk.hold_opening(said.words)
    elif _answers_a_question(talk, said.words):
        talk.at(again=Again.UNCLEAR)
    elif talk.position.question is None:
        if not any(hear(talk, said) for hear in _TELL_NOTHING):
            session.answer_nothing(talk, said)
    elif keeps or not any(hear(talk, said) for hear in _NO_ANSWERS):
        _answer_what_is_open(talk, talk.position.question, said)


def _answers_a_question(talk: Conversation, words: str) -> bool:
    """Answer words that ask for a service by name, about the text just told, or after a death; say whether they do."""
    return (
        by_name.show_named(talk, words, alone=_looks_for_a_service(talk))
        or information.is_followed_up(talk, words)
        or _answers_of_grief(talk, words)
    )


def _looks_for_a_service(talk: Conversation) -> bool:
    here = talk.position
    open_here = here.question is None and (here.door in {Door.GRIEVING, Door.HELPING} or not here.welcomed)
    return here.question in signposting.QUESTIONS or here.question is Question.BEREAVEMENT_WHICH or open_here


def _answers_of_grief(talk: Conversation, words: str) -> bool:
    """Answer a question after a death, asked where grief is spoken of or nothing is open; say whether it was one."""
    here = talk.position.question
    if heard_in_grief.is_no_question(talk, Said("inform", words)):
        return True
    if here in {None, *no_death.OF_GRIEF} and information.answers_in_grief(talk, words):
        return True
    return here in no_death.OF_GRIEF and after_death.answers(talk, words)


def _answer_what_is_open(talk: Conversation, asked: Question, said: Said) -> None:
    if no_death.is_of_before(talk, said) and talk.position.question:
        asked = talk.position.question
    before, step = talk.draft, talk.position.after_death
    ANSWERS[asked](talk, said)
    misses.count(talk, pressed=bool(said.choice))
    unchanged = replace(talk.draft, to_add=before.to_add) == before and talk.position.after_death == step
    if talk.position.question is asked and unchanged:
        talk.at(again=Again.UNCLEAR)
    if (asked in _OF_LETTING_GO or wrong_number.was_let_go(talk)) and _answers_what_was_open_before(talk, said):
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
    elif said.intent in _MAY_FOLLOW_AN_ANSWER and not said.choice:
        record_new_words.hold_beside(talk, said.words)


def _answers_what_was_open_before(talk: Conversation, said: Said) -> bool:
    """Say whether words that were no answer to what was asked aside are one to the open question it came from."""
    words = plain(said.words).split()
    return (
        talk.position.expecting is Expecting.ANSWERING
        and said.intent == "inform"
        and len(words) > session.LONGEST_NOD
        and _ABOUT_DELETING.isdisjoint(words)
    )


def _remind(talk: Conversation, words: str) -> None:
    """Set a reminder, for the plan where its last question is open and the words are about it."""
    if not plan_ready.set_reminder(talk, words):
        reminder.start(talk, words)


_NO_ANSWERS = (
    _keep_after_all,
    share_leaving.stops_a_reader,
    relayed.heard_helper,
    pleas.is_answered,
    put_right_in_search.is_heard,
    heard_in_grief.is_heard,
    share_reader.is_changed,
    share_leaving.names_a_part,
    share_wish.is_heard,
    share_reader.heard_a_talk,
    last_answer.put_right,
    record.takes_out,
    record.changes_first,
    talk_heard.turns_to_it,
    talk_ahead.is_held,
    beside.is_answered,
    plan_beside.goes_to_what_matters,
)
"""What words may be that are no answer to the open question, first to last."""
_TELL_NOTHING = (share_leaving.stops_a_reader, record.takes_out, put_right_in_search.is_heard, heard_in_grief.is_heard)
"""And with nothing open, which are held for no question."""
_MAY_FOLLOW_AN_ANSWER = ASKED | {"ask_clarify", "ask_in_passing"}
_NEED_A_CLEAR_YES = FOR_CONSENT - LEFT_IS_NO - {Question.RECORD_COPY}
_CHANGED_BY_ANSWERS = frozenset(
    {Question.FOCUS_ORDER, Question.RECORD_CHECK, Question.SHARE_SECTIONS, Question.SHARE_AFTER_PARTS}
)
_AFTER_PARTS = frozenset({Question.SHARE_EXPIRY, Question.SHARE_CONSENT, Question.SHARE_TEAM_CONSENT})
_OF_LETTING_GO = frozenset({Question.RECORD_DELETE, Question.SESSION_START_OVER, Question.REMINDER_KEEP})
_ABOUT_DELETING = frozenset(
    {"no", "yes", "not", "dont", "delete", "deleted", "deleting", "remove", "erase", "wipe", "stop", "share", "shared",
     "sharing", "start", "undo", "mean", "meant", "that", "this", "mistake", "sure", "wait", "keep", "you", "what",
     "why"}
)  # fmt: skip
"""Words that most likely still speak of what was asked aside."""
