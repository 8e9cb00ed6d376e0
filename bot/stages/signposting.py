"""Finding support: what the words say, at most two questions, then at most three services. Only codes are kept."""

from dataclasses import replace

from bot.model.directory import Need
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import grief, mirroring
from bot.stages.conversation import Conversation, passes
from bot.stages.looking_for import HOW, NEEDS, SEARCHES, WHO, Answer, joined, named, with_words, without_answer
from bot.stages.services import find, show_found
from bot.understanding.commands import command
from bot.understanding.places import of_a_place, of_somebody

MOST_QUESTIONS = 2


def start(talk: Conversation, intent: str, words: str = "") -> None:
    """Begin to look for what an intent and the words of its message tell, and ask what is missing."""
    if command(words) == intent:
        words = ""  # "find support" tells of no need, though the words alone are those of many services
    begin(talk, intent, words)
    if intent == "volunteer_help":
        talk.say("utter_signposting_volunteer_help")
    go_on(talk, words)


def begin(talk: Conversation, intent: str, words: str = "") -> None:
    """Note what an intent and the words of its message tell, and say what fits this grief."""
    earlier = talk.position.search
    talk.at(search=replace(SEARCHES[intent], wrong=earlier.wrong, shown=earlier.shown))
    if words:
        add(talk, words)
    talk.at(search=mirroring.recalled(talk, talk.position.search))
    grief.acknowledge(talk)


def add(talk: Conversation, words: str) -> bool:
    """Add what words tell to what is known; say whether that was anything."""
    search = talk.position.search
    known = with_words(search, talk.facts.support.read(words), words)
    talk.at(search=known)
    mirroring.remember(talk, words)
    return known != search


def go_on(talk: Conversation, words: str = "") -> None:
    """Say what fits this grief, then ask the next question, or show services when nothing more is worth asking."""
    grief.acknowledge(talk)
    question = _next_question(talk, words)
    if question is None:
        _show(talk, words)
    else:
        talk.turn_aside(question)
        talk.seek(asked=(*talk.position.search.asked, question.value))


def _next_question(talk: Conversation, words: str) -> Question | None:
    """What the help is for comes first, and whether it is for a child; then what would change most of what is shown."""
    search = talk.position.search
    if len(search.asked) >= MOST_QUESTIONS:
        return None
    if not search.tells_anything:
        if Question.SIGNPOSTING_NEED not in search.asked:
            return Question.SIGNPOSTING_NEED
        return None if search.district else Question.SIGNPOSTING_PLACE
    for_someone = talk.position.door is Door.HELPING and Need.BEREAVEMENT in search.needs
    if for_someone and not search.for_child and search.age is None and Question.SIGNPOSTING_YOUNG not in search.asked:
        return Question.SIGNPOSTING_YOUNG
    return _worth_most(talk, words)


def _worth_most(talk: Conversation, words: str) -> Question | None:
    """Return the question that changes most; who died is asked before how, which is harder to say."""
    search = talk.position.search
    asked = [kind for question, kind in _KINDS.items() if question in search.asked]
    if search.other and "who" not in asked:
        asked.append("who")
    kind = talk.facts.support.next_question(replace(search.looking, text=words), tuple(asked))
    if kind == "how" and "who" not in asked and not search.relationships:
        kind = "who"
    return next((Question(question) for question, each in _KINDS.items() if each == kind), None)


def _show(talk: Conversation, words: str = "") -> None:
    search = talk.position.search
    looking = search.looking if search.tells_anything else replace(search.looking, needs=(Need.LOCAL_SUPPORT,))
    found = find(talk, replace(looking, text=words))
    show_found(talk, found)
    talk.at(search=search.over(match.entry.id for match in found.matches))
    if talk.position.question in ASKS:
        talk.turn_back()
    if talk.position.question is Question.BEREAVEMENT_WHICH:
        talk.finish()


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
    if passes(said):
        go_on(talk)
        return
    district = talk.facts.support.place(said.words) if said.words else ""
    if district:
        talk.seek(district=district)
        go_on(talk)
    elif not _hears_a_loss(talk, said.words):
        talk.say("utter_signposting_say_place")


def _hears_a_loss(talk: Conversation, words: str) -> bool:
    """Acknowledge a loss that is told instead of a place, which is asked for again; say whether one was."""
    if not words or of_a_place(words):
        return False
    before, sought = len(talk.says), talk.position.search.needs
    if add(talk, words):
        _look_for_help_in_grief(talk, sought)
        grief.acknowledge(talk)
    if len(talk.says) == before and Need.BEREAVEMENT in talk.position.search.needs and of_somebody(words):
        talk.say("utter_bereavement_heard")
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
    chosen = offered.get(said.choice) or named(said.words, offered)
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


SKIP = Button("Skip", "skip")
_KINDS = {
    Question.SIGNPOSTING_WHO.value: "who",
    Question.SIGNPOSTING_HOW.value: "how",
    Question.SIGNPOSTING_PLACE.value: "place",
}
"""What the finder calls these questions."""
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
