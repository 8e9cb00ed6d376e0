"""Where somebody types what another says: their plain yes or no is theirs, and what leads in to their words is not."""

import re
from dataclasses import replace

from bot.model.again import Again
from bot.model.draft import Kind
from bot.model.position import FOR_CONSENT, FOR_GOOD, Door, Expecting, Question
from bot.model.saying import Said
from bot.stages import last_answer
from bot.stages.conversation import Conversation, quoted
from bot.stages.record_read_back import door_of
from bot.stages.share_team import door_kept
from bot.understanding.commands import command
from bot.understanding.helper_words import disowns, is_back, is_wait, is_why, not_theirs, quoted_words
from bot.understanding.pointing import pointed_at
from bot.understanding.relaying import answer_passed_on, is_of_the_helper, passed_on
from bot.understanding.written_for import comes_in, written_for

_LEADS_ON = re.compile(r"\s*(?:ok|okay|right)\b", re.IGNORECASE)
"""Without one of these, or a wait before, that somebody is back may be what they say."""
_OF_WORDS = frozenset({Question.RECORD_ADD_WORDS, Question.RECORD_CHANGE_WORDS})
_AFTER_WHY = frozenset({Question.FOCUS_SUPPORT, Question.FOCUS_MORE, Question.FOCUS_DO, Question.FOCUS_DO_NOT})
_OF_WHAT_IS_KEPT = frozenset({Question.SHARE_CONSENT, Question.SHARE_TEAM_CONSENT, Question.SHARE_AFTER_CONSENT})


def theirs(talk: Conversation, said: Said) -> Said:
    """Return what was said as the person's own answer. What cannot be undone is answered in full, or by its button."""
    here = talk.position.question
    if here is None or said.choice or here in FOR_GOOD or _whose(talk, here) is not Door.WRITING:
        return said
    if answer := answer_passed_on(said.words):
        return replace(said, intent=command(answer) or said.intent, words=answer)
    if here in FOR_CONSENT or not _takes_words(talk):
        return said
    words = quoted_words(said.words) or passed_on(said.words)
    return replace(said, intent="inform", words=words) if words else said


def heard_helper(talk: Conversation, said: Said) -> bool:
    """Answer words of the helper about themselves, where the person's are asked for; say whether they were that."""
    theirs = talk.position.door is Door.WRITING and _takes_words(talk)
    if not theirs or said.intent != "inform" or said.choice:
        return False
    if is_wait(said.words):
        talk.say("utter_session_take_your_time")
        talk.at(again=Again.MOMENT)
    elif _LEADS_ON.match(said.words) and is_back(said.words):
        talk.at(again=Again.ASIDE)
    elif disowns(said.words) and last_answer.take_back(talk):
        pass
    elif about := not_theirs(said.words):
        _take_out(talk, about)
    elif is_of_the_helper(said.words) or disowns(said.words) or _comes_in(talk, said.words):
        talk.say("utter_focus_their_words")
    else:
        return False
    return True


def answers_why_late(talk: Conversation, said: Said) -> bool:
    """Put quoted words down as why, where the helper says that they answer that; say whether they do."""
    here, words = talk.position, quoted_words(said.words)
    thing = talk.draft.thing(here.topic)
    late = here.question in _AFTER_WHY and thing is not None
    if here.door is not Door.WRITING or said.choice or not (late and words and is_why(said.words)):
        return False
    assert thing is not None
    talk.write(thing.heading, Kind.WHY, words)
    if quote := quoted(words):
        talk.say("utter_plan_put_right", words=quote)
    else:
        talk.say("utter_plan_put_right_long")
    return True


def _take_out(talk: Conversation, about: str) -> None:
    """Take out the one line that is meant; where none is, say that only the person's words are kept."""
    lines = talk.draft.in_order
    places = pointed_at(about, [line.words for line in lines])
    if len(places) != 1:
        talk.say("utter_focus_their_words")
        return
    line = lines[places[0]]
    talk.draft = talk.draft.without(line.id)
    talk.say("utter_record_removed_quoting", words=line.words)
    if line.kind is Kind.WHAT and (why := talk.draft.said(Kind.WHY, line.topic)):
        talk.draft = talk.draft.without(why.id)
        talk.say("utter_record_removed_why", words=why.words)


def _comes_in(talk: Conversation, words: str) -> bool:
    first = talk.position.question is Question.FOCUS_WHAT and not talk.draft.lines
    return written_for(words) is not None or (first and comes_in(words) is not None)


def _takes_words(talk: Conversation) -> bool:
    here = talk.position
    of_focus = here.expecting is Expecting.ANSWERING and str(here.question or "").startswith("focus_")
    return of_focus or here.question in _OF_WORDS


def _whose(talk: Conversation, here: Question) -> Door | None:
    if here in _OF_WHAT_IS_KEPT:
        return door_kept(talk)
    return door_of(talk) if here is Question.RECORD_CONSENT else talk.position.door
