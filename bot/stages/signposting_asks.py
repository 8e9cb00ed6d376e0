"""The questions of a search for support, and what their answers do."""

from dataclasses import replace

from bot.model.directory import Need
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import grief, heard, mirroring
from bot.stages.conversation import Conversation, passes, was_away
from bot.stages.looking_for import HOW, NEEDS, WHO, Answer, joined, without_answer
from bot.stages.signposting import MOST_QUESTIONS, QUESTIONS, go_on, was_put
from bot.stages.signposting_told import OF_GRIEF, add, answer_named
from bot.understanding.money import worries
from bot.understanding.places import of_a_place, of_somebody, wants_no_place_asked

SKIP = Button("Skip", "skip")
_COUNTED = QUESTIONS - {Question.SIGNPOSTING_NEED}


def put(talk: Conversation, *, reads_on: bool = False) -> None:
    """Count a question that is put now. One that was put twice is left, and what is known is looked for without it.

    `reads_on`: somebody reads on in a text meanwhile, and the question only stands below it.
    """
    here = talk.position
    if reads_on:
        return
    if was_away(talk):
        talk.at(put=tuple(each for each in here.put if each == Question.SIGNPOSTING_HOW))
    if here.question in _COUNTED and was_put(talk, here.question):
        go_on(talk)
    here = talk.position
    if here.question in _COUNTED:
        talk.at(put=(*here.put, here.question.value))


def ask_need(talk: Conversation) -> None:
    """Ask what kind of help."""
    talk.say("utter_signposting_ask_need", buttons=(*_buttons(NEEDS), SKIP))


def answer_need(talk: Conversation, said: Said) -> None:
    """Take the kind of help."""
    _take(talk, said, NEEDS)


def ask_who(talk: Conversation) -> None:
    """Ask who has died."""
    talk.say("utter_signposting_ask_who", buttons=(*_buttons(WHO), SKIP), died=mirroring.mirrored(talk)["died"])


def answer_who(talk: Conversation, said: Said) -> None:
    """Take who has died, in words or by button."""
    _take(talk, said, WHO)


def ask_how(talk: Conversation) -> None:
    """Ask how the person died. Nobody has to say."""
    talk.say("utter_signposting_ask_how", buttons=(*_buttons(HOW), SKIP), die=mirroring.mirrored(talk)["die"])


def answer_how(talk: Conversation, said: Said) -> None:
    """Take how the person died, in words or by button."""
    _take(talk, said, HOW)


def ask_young(talk: Conversation) -> None:
    """Ask whether the one who grieves is a child."""
    talk.say("utter_signposting_ask_young")


def answer_young(talk: Conversation, said: Said) -> None:
    """Take whether the one who grieves is under 18."""
    if said.choice == "young" or said.intent == "affirm":
        talk.seek(for_child=True)
        go_on(talk)
    elif said.choice == "grown_up" or passes(said):
        go_on(talk)
    elif said.words and add(talk, said.words):
        go_on(talk, said.words)
    else:
        talk.say("utter_signposting_say_yes_or_no")


def ask_place(talk: Conversation) -> None:
    """Ask where, roughly."""
    talk.say("utter_signposting_ask_place", buttons=(SKIP,))


def answer_place(talk: Conversation, said: Said) -> None:
    """Take a place or the first part of a postcode; anywhere in the UK when it is left aside."""
    if wants_no_place_asked(said.words):
        talk.say("utter_signposting_left")
        talk.turn_back()
        return
    if passes(said):
        go_on(talk)
        return
    if said.intent == "affirm":  # a yes to being asked: it is asked again
        return
    district = talk.facts.support.place(said.words) if said.words else ""
    if district:
        talk.seek(district=district)
        go_on(talk)
    elif not _hears_what_for(talk, said.words):
        heard.hear_on(talk) if _tells_of_grief(talk, said.words) else talk.say("utter_signposting_say_place")


def _tells_of_grief(talk: Conversation, words: str) -> bool:
    """Say whether somebody who grieves says more than a place would take, so that it is heard and not called one."""
    known = OF_GRIEF.intersection(talk.position.search.needs)
    grieves = talk.position.door is Door.GRIEVING or bool(known)
    return grieves and len(words.split()) >= grief.LONGEST_NOD and not of_a_place(words)


def _hears_what_for(talk: Conversation, words: str) -> bool:
    """Take a need or a loss that is told instead of a place, which is asked for again; say whether one was."""
    if not words or of_a_place(words):
        return False
    before, sought = len(talk.says), talk.position.search.needs
    if add(talk, words):
        _look_for_help_in_grief(talk, sought)
        if not grief.acknowledge(talk) and talk.position.search.needs != sought:
            talk.say("utter_signposting_noted")
    told = len(words.split()) > grief.LONGEST_NOD and talk.facts.support.told(words).needs
    if len(talk.says) == before and told:
        talk.say("utter_signposting_noted")
    if len(talk.says) == before and worries(words):
        talk.say("utter_feelings_money_worry")
    if len(talk.says) == before and Need.BEREAVEMENT in talk.position.search.needs and of_somebody(words):
        heard.hear_on(talk)
    return len(talk.says) > before


def _look_for_help_in_grief(talk: Conversation, sought: tuple[Need, ...]) -> None:
    """Look for help in grief instead of company, where a loss is told that was not known when company was asked for."""
    needs = talk.position.search.needs
    if Need.BEREAVEMENT in needs and Need.BEREAVEMENT not in sought:
        talk.seek(needs=tuple(need for need in needs if need is not Need.LOCAL_SUPPORT))


def go_back(talk: Conversation) -> None:
    """Go back to the first question of the search with what it made known let go; from there, to where it came from."""
    search = talk.position.search
    if len(search.asked) < MOST_QUESTIONS:
        talk.turn_back()
        return
    first = Question(search.asked[0])
    talk.at(question=first, search=replace(without_answer(search, first), asked=(first.value,)))


def _take(talk: Conversation, said: Said, offered: dict[str, Answer]) -> None:
    chosen = offered.get(said.choice) or answer_named(said.words, offered)
    told = bool(said.words) and not passes(said) and add(talk, said.words)
    if chosen:
        talk.at(search=joined(talk.position.search, chosen.found))
        mirroring.remember(talk, said.words)
    if chosen or told or passes(said):
        go_on(talk, "" if passes(said) else said.words)
    elif not (Need.BEREAVEMENT in talk.position.search.needs and grief.heard(talk, said.words)):
        talk.say("utter_signposting_say_it_simply")


def _buttons(offered: dict[str, Answer]) -> tuple[Button, ...]:
    return tuple(Button(answer.title, f"choose:{value}") for value, answer in offered.items())


ASKS = {
    Question.SIGNPOSTING_NEED: ask_need,
    Question.SIGNPOSTING_WHO: ask_who,
    Question.SIGNPOSTING_HOW: ask_how,
    Question.SIGNPOSTING_YOUNG: ask_young,
    Question.SIGNPOSTING_PLACE: ask_place,
}
ANSWERS = {
    Question.SIGNPOSTING_NEED: answer_need,
    Question.SIGNPOSTING_WHO: answer_who,
    Question.SIGNPOSTING_HOW: answer_how,
    Question.SIGNPOSTING_YOUNG: answer_young,
    Question.SIGNPOSTING_PLACE: answer_place,
}
