"""Finding support: what the words say, at most two questions, then at most three services. Only codes are kept."""

import re
from dataclasses import replace

from bot.model.directory import Loss, Need, Relationship
from bot.model.position import Door, Question
from bot.model.search import Grief, Search
from bot.stages import by_name, grief, known_death, mirroring, whom
from bot.stages.conversation import Conversation
from bot.stages.looking_for import SEARCHES, joined
from bot.stages.services import find, find_for_each, show_found
from bot.stages.signposting_told import OF_GRIEF, add
from bot.understanding.babies import may_not_live
from bot.understanding.commands import command
from bot.understanding.losses import is_own_loss, speaks_of_a_loss
from bot.understanding.somebody import asks_for_somebody
from bot.understanding.still_living import is_dying

QUESTIONS = frozenset(
    {
        Question.SIGNPOSTING_NEED,
        Question.SIGNPOSTING_WHO,
        Question.SIGNPOSTING_HOW,
        Question.SIGNPOSTING_YOUNG,
        Question.SIGNPOSTING_PLACE,
    }
)
"""What a search asks."""
MOST_QUESTIONS = 2
MOST_PUT = 2
"""So often one question of a search is put to somebody, whatever is said instead."""
_OF_THE_LIVING = dict.fromkeys(OF_GRIEF, Need.END_OF_LIFE)
_OF_A_GROUP = frozenset({Need.LOCAL_SUPPORT, Need.OLDER_PEOPLE})
"""Needs that say what kind of help it is, and not what for."""
_ANYBODY = re.compile(r"\b(?:any|some)(?:one|body)\b|\btalk\w*\b|\bgroups?\b", re.IGNORECASE)
_KINDS = {
    Question.SIGNPOSTING_WHO.value: "who",
    Question.SIGNPOSTING_HOW.value: "how",
    Question.SIGNPOSTING_PLACE.value: "place",
}
"""What the finder calls these questions."""
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
    if intent == "volunteer_help" and not talk.says:
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
    if here in QUESTIONS and Need.BEREAVEMENT in needs:
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
        known = search.district or was_put(talk, Question.SIGNPOSTING_PLACE)
        return None if known else Question.SIGNPOSTING_PLACE
    for_someone = talk.position.door is Door.HELPING and Need.BEREAVEMENT in search.needs
    for_someone = for_someone and Relationship.PARTNER not in search.relationships  # no child has lost one
    known = search.for_child or search.children or search.age is not None or was_put(talk, Question.SIGNPOSTING_YOUNG)
    if for_someone and not known and Question.SIGNPOSTING_YOUNG not in search.asked:
        return Question.SIGNPOSTING_YOUNG
    return _worth_most(talk, words)


def was_put(talk: Conversation, question: str) -> bool:
    """Say whether a question of a search was put often enough."""
    return talk.position.put.count(question) >= MOST_PUT


def _worth_most(talk: Conversation, words: str) -> Question | None:
    """Return the question that changes most; who died is asked before how, which is harder to say."""
    search = talk.position.search
    asked = [kind for question, kind in _KINDS.items() if question in search.asked or was_put(talk, question)]
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
    found = next((Question(question) for question, each in _KINDS.items() if each == kind), None)
    return None if found and was_put(talk, found) else found


def _show(talk: Conversation, words: str = "") -> None:
    search = talk.position.search
    looking = search.looking if search.tells_anything else replace(search.looking, needs=(Need.LOCAL_SUPPORT,))
    looking = replace(looking, text=_sought_for(search, words))
    helps = talk.position.door is Door.HELPING
    found = find_for_each(talk, looking, children=search.children) if helps else find(talk, looking)
    show_found(talk, found)
    talk.at(search=search.over(match.entry.id for match in found.matches), sought=replace(search, shown=(), wrong=()))
    if talk.position.question in QUESTIONS:
        talk.turn_back()
    if talk.position.question is Question.BEREAVEMENT_WHICH:
        talk.finish()


def _sought_for(search: Search, words: str) -> str:
    """Return what is looked for: what the directory calls a loss says more of it than the words it was told in."""
    called = _SOUGHT_FOR.get(search.grief, "")
    return called if Loss.BABY in search.losses and called else f"{words} {called}".strip()
