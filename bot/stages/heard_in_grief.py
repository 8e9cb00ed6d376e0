"""Whoever grieves and goes on talking is heard by what they say. A question of the search is put twice, then left."""

from dataclasses import replace
from typing import Any

from bot.model.again import Again
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.model.search import Search
from bot.stages import feelings, information, known_death, signposting
from bot.stages.asides import ASIDES
from bot.stages.conversation import Conversation
from bot.stages.heard import hear_on
from bot.stages.looking_for import HOW, WHO, named
from bot.stages.signposting_told import OF_GRIEF
from bot.understanding import told_in_grief
from bot.understanding.asking import is_question
from bot.understanding.babies import may_not_live
from bot.understanding.commands import command
from bot.understanding.kinds import FALLBACK, GRIEF
from bot.understanding.places import of_a_place
from bot.understanding.still_living import is_dying
from bot.understanding.told_in_grief import asks_for_help, is_about_care
from bot.understanding.who_it_was import as_a_death

_SAYS = {
    told_in_grief.FAULT: "utter_grief_fault",
    told_in_grief.DECISION: "utter_grief_decision",
    told_in_grief.ANGER: "utter_grief_anger",
    told_in_grief.MISSING: "utter_grief_missing",
    told_in_grief.NUMB: "utter_grief_numb",
    told_in_grief.CRYING: "utter_grief_crying",
    told_in_grief.RELIEF: "utter_grief_relief",
    told_in_grief.SLEEP: "utter_grief_sleep",
    told_in_grief.KEPT_BACK: "utter_grief_kept_back",
    told_in_grief.STILL_THERE: "utter_grief_still_there",
    told_in_grief.OF_THEM: "utter_grief_of_them",
    told_in_grief.NEGLECT: "utter_grief_neglect",
    told_in_grief.DRINKING: "utter_grief_drinking",
    told_in_grief.WHY: "utter_grief_why",
    told_in_grief.SUFFERING: "utter_grief_suffering",
    told_in_grief.TIME_TOGETHER: "utter_grief_time_together",
}
_AFTER_A_SUICIDE = {
    told_in_grief.FAULT: "utter_grief_fault_suicide",
    told_in_grief.WHY: "utter_grief_why_suicide",
}
_NO_TEXT_ANSWERS = frozenset({told_in_grief.WHY, told_in_grief.ANGER, told_in_grief.FAULT})
"""Put as questions, and asked of nobody."""
ASKED_FOR_HELP = frozenset({*signposting.QUESTIONS, Question.BEREAVEMENT_WHICH})
"""What is asked so as to find help. Whoever goes on telling passes it over."""
_OFFERED = {Question.SIGNPOSTING_WHO: WHO, Question.SIGNPOSTING_HOW: HOW}
OFTEN_ENOUGH = 2
_FIND_HELP = Button("Find help", "bereavement_support")


def is_heard(talk: Conversation, said: Said) -> bool:
    """Hear what is told in grief, where it answers nothing that is asked for help; say whether it was that."""
    here = talk.position
    if said.choice or not said.words or here.question not in {None, *ASKED_FOR_HELP} or not _grieves(talk):
        return False
    told = "" if _is_of_somebody_alive(said.words) else told_in_grief.read(said.words)
    if not told or (told != told_in_grief.KEPT_BACK and _adds_to_the_search(talk, said.words)):
        return False
    if _no_text_fits(talk, told) or not information.answers_in_grief(talk, said.words):
        _hear(talk, told, said.words)
    return True


def is_no_question(talk: Conversation, said: Said) -> bool:
    """Hear what is put as a question and asks for nothing: why they did it, or after a suicide if they suffered."""
    fits = _no_text_fits(talk, told_in_grief.read(said.words)) if said.words else False
    return fits and is_heard(talk, said)


def _no_text_fits(talk: Conversation, told: str) -> bool:
    """Say whether no text of information speaks to this: those of the last days are for who died of an illness.

    After a miscarriage or the death of a baby, there are texts for what is asked of fault.
    """
    if known_death.is_of_a_baby(talk):
        return False
    return told in _NO_TEXT_ANSWERS or (told == told_in_grief.SUFFERING and known_death.was_no_illness(talk))


def is_only_told(talk: Conversation, said: Said) -> bool:
    """Hear words of grief that ask for nobody and tell of no other loss, though they were taken for a search."""
    if said.intent not in GRIEF or said.choice or not said.words or command(said.words) or not _acknowledged(talk):
        return False
    if is_heard(talk, said) or information.answers_in_grief(talk, said.words):
        return True
    if asks_for_help(said.words) or is_question(said.words) or _is_of_somebody_alive(said.words):
        return False
    if talk.position.question not in {None, *ASKED_FOR_HELP} or _adds_to_the_search(talk, said.words):
        return False
    hear_on(talk)
    return True


def is_felt(talk: Conversation, said: Said) -> bool:
    """Hear a feeling in grief by its words; a guilt that no word tells of is only a guess. Say whether it was heard."""
    if not _grieves(talk) or not said.words or talk.position.question not in {None, *ASKED_FOR_HELP}:
        return False
    told = told_in_grief.read(said.words)
    if told and told != told_in_grief.OF_THEM:
        _hear(talk, told, said.words)
    elif said.intent == "express_guilt":
        hear_on(talk)
    else:
        _note(talk, now=True)
        return False
    return True


def leaves_it(talk: Conversation, intent: str) -> bool:
    """Ask nothing after words that were heard with nothing open, nor a question that was passed over twice."""
    here, heard = talk.position, talk.position.heard
    _note(talk, now=False)
    if here.question is None:
        return heard.now and here.welcomed and _offer_once(talk)
    if here.question not in ASKED_FOR_HELP or not _grieves(talk):
        return False
    if here.question.value != heard.asked:
        _note(talk, asked=here.question.value, passed=0)
        return False
    beside = intent in ASIDES or intent == FALLBACK or here.again is Again.ASIDE
    if not (heard.now or beside):
        return False
    _note(talk, passed=heard.passed + 1)
    return heard.passed + 1 >= OFTEN_ENOUGH and _leave(talk)


def puts_no_more(talk: Conversation) -> bool:
    """Leave a question of the search that was put often enough to somebody who grieves; say whether none is open."""
    here = talk.position.question
    if here not in signposting.QUESTIONS or not signposting.was_put(talk, here) or not _grieves(talk):
        return False
    told_more = set(talk.position.search.needs) - OF_GRIEF
    return not told_more and _leave(talk)


def _leave(talk: Conversation) -> bool:
    """Leave the question; say whether nothing else is open."""
    _offer_once(talk)
    _note(talk, asked="", passed=0)
    if talk.position.question in signposting.QUESTIONS:
        talk.turn_back()
    else:
        talk.finish()
    return talk.position.question is None


def _offer_once(talk: Conversation) -> bool:
    """Say once that help can be looked for at any time. Nothing else is asked then."""
    if not talk.position.heard.offered:
        talk.say("utter_grief_at_any_time", (_FIND_HELP,))
        _note(talk, offered=True)
    return True


def _is_of_somebody_alive(words: str) -> bool:
    return is_dying(words) or may_not_live(words)


def _grieves(talk: Conversation) -> bool:
    return talk.position.door is not Door.HELPING and known_death.is_known(talk)


def _acknowledged(talk: Conversation) -> bool:
    here = talk.position
    return _grieves(talk) and bool(here.search.said or here.sought.said)


def _adds_to_the_search(talk: Conversation, words: str) -> bool:
    """Say whether the words tell who died or how, or where somebody is, and that was not known."""
    here, told = talk.position, talk.facts.support.told(as_a_death(words))
    known = (here.search, here.sought)
    who = {one for search in known for one in search.relationships} | {here.bereft.who}
    how = {one for search in known for one in search.losses} | {here.bereft.how}
    if set(told.relationships) - who or set(told.losses) - how or told.for_child:
        return True
    if told.district and here.question is Question.SIGNPOSTING_PLACE:
        return True
    options = _OFFERED.get(here.question) if here.question else None
    if options and (answer := named(words, options)) and _tells_more(here.search, answer.found):
        return True
    return of_a_place(words) and bool(talk.facts.support.place(words))


def _tells_more(search: Search, found: Search) -> bool:
    new = set(found.relationships) - set(search.relationships) or set(found.losses) - set(search.losses)
    return bool(new or (found.grief and found.grief is not search.grief))


def _hear(talk: Conversation, told: str, words: str) -> None:
    before = talk.position.heard.told
    if told in before:
        hear_on(talk)
        return
    _note(talk, told=(*before, told), times=max(talk.position.heard.times, 1), now=True)
    if told == told_in_grief.ANGER and is_about_care(words):
        feelings.hear(talk, "express_anger", words)
    elif told in _AFTER_A_SUICIDE and known_death.was_suicide(talk):
        talk.say(_AFTER_A_SUICIDE[told])
    else:
        talk.say(_SAYS[told])


def _note(talk: Conversation, **changes: Any) -> None:
    talk.at(heard=replace(talk.position.heard, **changes))
