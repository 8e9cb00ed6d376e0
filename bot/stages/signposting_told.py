"""What words add to a search: the need, the loss, who it was, the place."""

from dataclasses import replace

from bot.model.directory import Looking, Need, Relationship
from bot.model.position import Door
from bot.stages import known_death, mirroring
from bot.stages.conversation import Conversation
from bot.stages.looking_for import WHO, Answer, joined, named, with_words
from bot.understanding.babies import may_not_live
from bot.understanding.children_left import children_left
from bot.understanding.own_kin import anothers_partner, was_a_friend
from bot.understanding.still_living import is_dying
from bot.understanding.who_it_was import as_a_death

OF_GRIEF = frozenset({Need.BEREAVEMENT, Need.ANTICIPATORY_GRIEF})


def add(talk: Conversation, words: str) -> bool:
    """Add what words tell to what is known; say whether that was anything."""
    read = _read(talk, words)
    _leave_a_death(talk, words)
    search = talk.position.search
    known = with_words(search, read, words)
    if talk.position.door is Door.HELPING and children_left(words):
        known = replace(known, children=True)
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
    grieves = not helps and (bool(OF_GRIEF.intersection(here.search.needs)) or known_death.is_known(talk))
    words = as_a_death(words) if grieves else words
    known = grieves or (helps and here.search.tells_anything)
    read = desk.told(words) if known else desk.read(words)
    if may_not_live(words):  # nobody has died
        return replace(read, needs=(Need.ANTICIPATORY_GRIEF,), losses=(), relationships=(), for_child=False, age=None)
    if helps:
        return _sitting_with(talk, read)
    if is_dying(words):
        needs = tuple(need for need in read.needs if need is not Need.BEREAVEMENT)
        read = replace(read, needs=tuple(dict.fromkeys((Need.ANTICIPATORY_GRIEF, *needs))))
    who = read.relationships
    if anothers_partner(words):
        who = tuple(one for one in who if one is not Relationship.PARTNER)
    if was_a_friend(words) and not set(who) - {Relationship.PARTNER}:
        who = (Relationship.FRIEND,)
    return replace(read, relationships=who)


def _sitting_with(talk: Conversation, read: Looking) -> Looking:
    """Somebody to sit with whoever grieves is company for them: there is nobody left to look after."""
    grieves = Need.BEREAVEMENT in (*talk.position.search.needs, *talk.position.sought.needs)
    if not (grieves and {Need.CARERS, Need.LOCAL_SUPPORT} <= set(read.needs)):
        return read
    return replace(read, needs=tuple(need for need in read.needs if need is not Need.CARERS))


def says_who(talk: Conversation, words: str) -> bool:
    """Take who has died where the words are an answer to that and it was not asked yet; say whether they are."""
    chosen = answer_named(words, WHO)
    if chosen:
        talk.at(search=joined(talk.position.search, chosen.found))
        mirroring.remember(talk, words)
    return chosen is not None


def answer_named(words: str, offered: dict[str, Answer]) -> Answer | None:
    """Return the answer that words name; the partner of another is none."""
    chosen = named(words, offered)
    return None if chosen is WHO["partner"] and anothers_partner(words) else chosen
