"""Finding support: what the words say, at most two questions, then at most three services. Only codes are kept."""

import re
from dataclasses import replace

from bot.model.directory import Looking, Loss, Need, Relationship
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.model.search import Grief, Search
from bot.stages import by_name, grief, heard, known_death, mirroring, whom
from bot.stages.conversation import Conversation, passes
from bot.stages.looking_for import HOW, NEEDS, SEARCHES, WHO, Answer, joined, named, with_words, without_answer
from bot.stages.services import find, show_found
from bot.understanding.babies import may_not_live
from bot.understanding.commands import command
from bot.understanding.losses import is_own_loss, speaks_of_a_loss
from bot.understanding.money import worries
from bot.understanding.own_kin import anothers_partner, was_a_friend
from bot.understanding.places import of_a_place, of_somebody, wants_no_place_asked
from bot.understanding.somebody import asks_for_somebody
from bot.understanding.still_living import is_dying

MOST_QUESTIONS = 2
_OF_GRIEF = frozenset({Need.BEREAVEMENT, Need.ANTICIPATORY_GRIEF})
_OF_THE_LIVING = dict.fromkeys(_OF_GRIEF, Need.END_OF_LIFE)
_OF_A_GROUP = frozenset({Need.LOCAL_SUPPORT, Need.OLDER_PEOPLE})
"""Needs that say what kind of help it is, and not what for."""
_ANYBODY = re.compile(r"\b(?:any|some)(?:one|body)\b|\btalk\w*\b|\bgroups?\b", re.IGNORECASE)
_SOUGHT_FOR: dict[Grief | None, str] = {
    Grief.BEFORE_BABY: "children's hospice",
    Grief.PREGNANCY: "miscarriage",
    Grief.BABY_EARLY: "miscarriage",
    Grief.BABY_TOLD: "death of a baby",
}
"""What the directory calls it. Words of the turn that led to it may be gone by now."""


def start(talk: Conversation, intent: str, words: str = "") -> None:
    """Begin to look for what an intent and the words of its message tell, and ask what is missing."""
    if by_name.show_named(talk, words, alone=True):
        return
    if asks_for_somebody(words):
        _somebody(talk, words)
        return
    if intent == "anticipatory_grief" and known_death.is_known(talk) and not (is_dying(words) or may_not_live(words)):
        intent = "bereavement_support"
    if command(words) == intent:
        words = ""  # "find support" tells of no need, though the words alone are those of many services
    begin(talk, intent, words)
    if intent == "volunteer_help":
        talk.say("utter_signposting_volunteer_help")
    go_on(talk, words)


def _somebody(talk: Conversation, words: str) -> None:
    """Show whom to talk to about what is known; where nothing is, somebody for anyone, and ask what it is for."""
    here = talk.position
    known = next((search for search in (here.search, here.sought) if search.tells_anything), None)
    if known is not None:
        talk.at(search=replace(known, asked=(), shown=here.search.shown, wrong=here.search.wrong))
    else:
        grieves, told = known_death.is_known(talk), words if speaks_of_a_loss(words) else ""
        begin(talk, "bereavement_support" if grieves else "find_support", "" if grieves else told)
    if talk.position.search.tells_anything:
        talk.say("utter_signposting_somebody")
        _show(talk)
    else:
        talk.say("utter_signposting_somebody_for_anyone")
        go_on(talk)


def support(talk: Conversation) -> None:
    """Look for support in grief, from wherever that is asked for; where it is looked for already, only say so."""
    here, needs = talk.position.question, talk.position.search.needs
    if here in ASKS and Need.BEREAVEMENT in needs:
        talk.say("utter_signposting_on_the_way")
    elif here is Question.BEREAVEMENT_WHICH:
        go_on(talk)
    else:
        start(talk, "bereavement_support")


def begin(talk: Conversation, intent: str, words: str = "") -> None:
    """Note what an intent and the words of its message tell, and say what fits this grief."""
    earlier, said = talk.position.search, talk.position.search.said or talk.position.sought.said
    known = replace(SEARCHES[intent], wrong=earlier.wrong, shown=earlier.shown, said=said)
    talk.at(search=replace(known, district=mirroring.district(talk)))
    if words:
        add(talk, words)
        whom.remember(talk, words)
        _take_door(talk, words)
        _go_on_with_what_was_sought(talk)
    talk.at(search=mirroring.recalled(talk, talk.position.search))
    if not grief.acknowledge(talk) and grief.kind_of(talk.position.search) and grief.says_something(words):
        talk.say("utter_bereavement_heard_again")
    if words:
        _look_for_what_the_death_calls_for(talk, earlier, words)


def _go_on_with_what_was_sought(talk: Conversation) -> None:
    """For whoever helps, a place or a group alone is asked of the search before: nothing is asked a second time."""
    search, before = talk.position.search, talk.position.sought
    said = search.losses or search.relationships or search.for_child or search.other
    if talk.position.door is not Door.HELPING or not before.tells_anything or said or set(search.needs) - _OF_A_GROUP:
        return
    if search.district or search.needs or search.age is not None:
        wanted = joined(before, replace(search, needs=()))
        talk.at(search=replace(wanted, shown=search.shown, wrong=search.wrong))


def _look_for_what_the_death_calls_for(talk: Conversation, earlier: Search, words: str) -> None:
    """For whoever grieves, "is there anyone near me" tells of no other need; what was asked is not asked again."""
    here = talk.position
    only_near = here.search.needs == (Need.LOCAL_SUPPORT,) and _ANYBODY.search(words)
    if here.door is Door.HELPING or (here.search.tells_anything and not only_near):
        return
    if Need.BEREAVEMENT in earlier.needs or known_death.is_known(talk):
        of_this = replace(here.search, needs=(Need.BEREAVEMENT,), asked=earlier.asked[:1])
        talk.at(search=mirroring.recalled(talk, of_this))


def _take_door(talk: Conversation, words: str) -> None:
    """Whoever tells first of all of their own loss, or of a baby who may not live, is not asked who this is for."""
    grieves = talk.position.search.tells_of_a_death and is_own_loss(words)
    door = Door.ME if may_not_live(words) else Door.GRIEVING if grieves else None
    if talk.position.door is None and door:
        talk.at(door=door)
        if talk.position.question is Question.WELCOME_DOOR:
            talk.finish()


def add(talk: Conversation, words: str) -> bool:
    """Add what words tell to what is known; say whether that was anything."""
    read = _read(talk, words)
    _leave_a_death(talk, words)
    search = talk.position.search
    known = with_words(search, read, words)
    talk.at(search=known)
    mirroring.remember(talk, words)
    return known != search


def _leave_a_death(talk: Conversation, words: str) -> None:
    """Let the death that only a button told of go, where the words tell that nobody has died yet."""
    here = talk.position
    told = here.bereft.how or here.bereft.grief or here.bereft.word or here.search.losses
    unborn = may_not_live(words)
    if here.door is not Door.GRIEVING or told or not (unborn or is_dying(words)):
        return
    needs = tuple(need for need in here.search.needs if need is not Need.BEREAVEMENT)
    talk.at(door=Door.ME if unborn else Door.CLOSE, search=replace(here.search, needs=needs))


def _read(talk: Conversation, words: str) -> Looking:
    """Return what words say; who somebody was to the speaker is read from what the speaker calls themselves.

    Of a grief that is known, no guess is made: what is said of it next is told by its own words, or it is only heard.
    """
    desk, here = talk.facts.support, talk.position
    helps = here.door is Door.HELPING
    grieves = not helps and (bool(_OF_GRIEF.intersection(here.search.needs)) or known_death.is_known(talk))
    known = grieves or (helps and here.search.tells_anything)
    read = desk.told(words) if known else desk.read(words)
    if may_not_live(words):  # nobody has died
        return replace(read, needs=(Need.ANTICIPATORY_GRIEF,), losses=(), relationships=(), for_child=False, age=None)
    if helps:
        return read
    if is_dying(words):
        needs = tuple(need for need in read.needs if need is not Need.BEREAVEMENT)
        read = replace(read, needs=tuple(dict.fromkeys((Need.ANTICIPATORY_GRIEF, *needs))))
    who = read.relationships
    if anothers_partner(words):
        who = tuple(one for one in who if one is not Relationship.PARTNER)
    if was_a_friend(words) and not set(who) - {Relationship.PARTNER}:
        who = (Relationship.FRIEND,)
    return replace(read, relationships=who)


def says_who(talk: Conversation, words: str) -> bool:
    """Take who has died where the words are an answer to that and it was not asked yet; say whether they are."""
    chosen = _named(words, WHO)
    if chosen:
        talk.at(search=joined(talk.position.search, chosen.found))
        mirroring.remember(talk, words)
    return chosen is not None


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
    for_someone = for_someone and Relationship.PARTNER not in search.relationships  # no child has lost one
    if for_someone and not search.for_child and search.age is None and Question.SIGNPOSTING_YOUNG not in search.asked:
        return Question.SIGNPOSTING_YOUNG
    return _worth_most(talk, words)


def _worth_most(talk: Conversation, words: str) -> Question | None:
    """Return the question that changes most; who died is asked before how, which is harder to say."""
    search = talk.position.search
    asked = [kind for question, kind in _KINDS.items() if question in search.asked]
    if search.other and "who" not in asked:
        asked.append("who")
    looking = replace(search.looking, text=words)
    if Need.BEREAVEMENT not in search.needs or Need.ANTICIPATORY_GRIEF in search.needs:  # nobody has died
        looking = replace(looking, text="", needs=tuple(_OF_THE_LIVING.get(need, need) for need in looking.needs))
    elif search.grief is Grief.EXPECTED:
        asked.append("how")
    kind = talk.facts.support.next_question(looking, tuple(asked))
    if kind == "how" and "who" not in asked and not search.relationships:
        kind = "who"
    return next((Question(question) for question, each in _KINDS.items() if each == kind), None)


def _show(talk: Conversation, words: str = "") -> None:
    search = talk.position.search
    looking = search.looking if search.tells_anything else replace(search.looking, needs=(Need.LOCAL_SUPPORT,))
    found = find(talk, replace(looking, text=_sought_for(search, words)))
    show_found(talk, found)
    talk.at(search=search.over(match.entry.id for match in found.matches), sought=replace(search, shown=(), wrong=()))
    if talk.position.question in ASKS:
        talk.turn_back()
    if talk.position.question is Question.BEREAVEMENT_WHICH:
        talk.finish()


def _sought_for(search: Search, words: str) -> str:
    """Return what is looked for: what the directory calls a loss says more of it than the words it was told in."""
    called = _SOUGHT_FOR.get(search.grief, "")
    return called if Loss.BABY in search.losses and called else f"{words} {called}".strip()


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
    district = talk.facts.support.place(said.words) if said.words else ""
    if district:
        talk.seek(district=district)
        go_on(talk)
    elif not _hears_what_for(talk, said.words):
        heard.hear_on(talk) if _tells_of_grief(talk, said.words) else talk.say("utter_signposting_say_place")


def _tells_of_grief(talk: Conversation, words: str) -> bool:
    """Say whether somebody who grieves says more than a place would take, so that it is heard and not called one."""
    known = _OF_GRIEF.intersection(talk.position.search.needs)
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
    chosen = offered.get(said.choice) or _named(said.words, offered)
    told = bool(said.words) and not passes(said) and add(talk, said.words)
    if chosen:
        talk.at(search=joined(talk.position.search, chosen.found))
        mirroring.remember(talk, said.words)
    if chosen or told or passes(said):
        go_on(talk, "" if passes(said) else said.words)
    elif not (Need.BEREAVEMENT in talk.position.search.needs and grief.heard(talk, said.words)):
        talk.say("utter_signposting_say_it_simply")


def _named(words: str, offered: dict[str, Answer]) -> Answer | None:
    """Return the answer that words name; the partner of another is none."""
    chosen = named(words, offered)
    return None if chosen is WHO["partner"] and anothers_partner(words) else chosen


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
