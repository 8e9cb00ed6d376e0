"""What words mean as they stand, whatever the language model makes of them: commands, asides, answers to a choice."""

import re

from bot.understanding.answers import lets_go_without_copy
from bot.understanding.asides import aside
from bot.understanding.commands import command, plain
from bot.understanding.copies import asks_for_copy, asks_to_hand_over
from bot.understanding.differently import sees_differently
from bot.understanding.got_wrong import done_without_yes, is_for_a_person, told_wrong
from bot.understanding.in_passing import asked_in_passing, takes_a_moment
from bot.understanding.in_view import in_view
from bot.understanding.kinds import ANSWER, FALLBACK
from bot.understanding.letting_a_plan_go import drops_plan
from bot.understanding.manners import is_manners
from bot.understanding.no_answer import meant, only_a_gesture, only_keys
from bot.understanding.pasted import is_about_me
from bot.understanding.pasting import asks_to_paste
from bot.understanding.plainly import HALT
from bot.understanding.planning import tells_of_a_no
from bot.understanding.pointing import asks_which
from bot.understanding.relaying import answer_passed_on
from bot.understanding.unsaying import unsays

LEAVING = frozenset({"pause", "stop", "goodbye"})
"""What ends or breaks off the talk."""

_MAY_BE_ANSWERS = frozenset(
    {
        "privacy", "morning", "evening", "print", "copy", "delete", "end", "enough", "we talked",
        "we have talked", "weve talked", "this was not right", "that was not right", "something was not right",
        "complaint", "complain", "feedback", "did they answer", "its wrong", "thats wrong",
        "spot on", "perfect", "thats perfect", "bang on", "looks right", "all correct",
    }
)  # fmt: skip
"""Single words that command something, and that can as well be what matters to somebody; and why it does."""

_POSTCODE = re.compile(r"^\s*[a-z]{1,2}\d{1,2}[a-z]?(\s*\d[a-z]{2}|\s+\d[a-z]?)?\s*[.!]?\s*$", re.IGNORECASE)
"""Where somebody lives: an answer, whatever the language model makes of four letters and numbers."""

_FOR_WHOM = re.compile(
    r"(?:its |it is |this is |just )*(?:for|about) (?:me|myself|my \w+|someone|somebody)(?: close(?: to me)?)?"
    r"(?: please| thanks)*"
)
"""Who something is for, and no more: an answer to a choice."""


def word_for_word(text: str, state: str) -> str | None:
    """Return what these words mean whatever the language model makes of them, or None."""
    if asked := _asked_of_the_record(text, state):
        return asked
    if drops_plan(text) or takes_a_moment(text):
        return "edit_summary" if drops_plan(text) else "pause"
    exact = command(text) or _left_after_a_halt(plain(text))
    if exact is not None and not (state == "answering" and plain(text) in _MAY_BE_ANSWERS):
        return exact
    wrong = told_wrong(text) or done_without_yes(text) or is_for_a_person(text)
    if said_aside := "give_feedback" if wrong else aside(text, state):
        return said_aside
    if asked_in_passing(text) or (state != "open" and is_manners(text)):
        return "ask_in_passing"
    return meant(text) or _in_this_place(text, state)


def _asked_of_the_record(text: str, state: str) -> str | None:
    """Return what is to be done with what is written: a kind of copy made, an About Me taken as it is; or None."""
    adds = state == "choosing" and in_view(text)
    if is_about_me(text) or (asks_to_paste(text, state) and not adds):
        return "record_summary"
    hands_over = state != "answering" and asks_to_hand_over(text)
    return "get_copy" if hands_over or asks_for_copy(text, state) else None


def _left_after_a_halt(words: str) -> str | None:
    """Return the command to stop or to leave a question that stands behind "hang on" or "wait", or None."""
    meant = command(HALT.sub("", words)) if HALT.match(words) else None
    return meant if meant in LEAVING or meant == "skip" else None


def _in_this_place(text: str, state: str) -> str | None:
    """Return what these words mean because of what waits for them, or None."""
    if state == "answering" and unsays(text):
        return "edit_summary"
    if state == "answering" and (only_a_gesture(text) or only_keys(text)):
        return FALLBACK
    if state != "open" and answer_passed_on(text):
        return ANSWER
    if state != "answering" and tells_of_a_no(text):
        return "plan_conversation"
    if sees_differently(text):
        return "see_differently"
    chosen = state == "choosing" and (
        _FOR_WHOM.fullmatch(plain(text))
        or asks_which(text)
        or text.strip(" .)").isdigit()
        or lets_go_without_copy(text)
    )
    return ANSWER if chosen or _POSTCODE.match(text) else None
