"""A death in the person's own word, and who it was, as they told it. Nobody is asked a second time who died."""

from dataclasses import replace

from bot.model.bereft import Bereft, Word
from bot.model.directory import Need, Relationship
from bot.model.position import Door
from bot.model.search import Search
from bot.stages.conversation import Conversation
from bot.understanding.death_words import word_for_death

_WORDS = {
    Word.DIED: {"death": "death", "died": "died", "die": "die", "dies": "dies"},
    Word.PASSED: {"death": "passing", "died": "passed", "die": "pass", "dies": "passes"},
    Word.GONE: {"death": "loss", "died": "died", "die": "die", "dies": "is gone"},
    Word.LOST: {"death": "loss", "died": "died", "die": "die", "dies": "is gone"},
}
"""Where "lost" or "gone" could be taken to mean that somebody is missing, it stays "died"."""
WHO = {
    Relationship.PARTNER: "a partner",
    Relationship.PARENT: "a mother or father",
    Relationship.CHILD: "a son or daughter",
    Relationship.SIBLING: "a brother or sister",
    Relationship.FRIEND: "a friend",
}


def mirrored(talk: Conversation) -> dict[str, str]:
    """Return the words for a death as the person says it: `death`, `died`, `die` and `dies`."""
    return _WORDS[talk.position.bereft.word or Word.DIED]


def remember(talk: Conversation, words: str) -> None:
    """Note who died, how, and in which word. What a helper tells is of somebody else's loss."""
    search, before = talk.position.search, talk.position.bereft
    told = Need.BEREAVEMENT in search.needs or search.losses
    if not told or talk.position.door is Door.HELPING or search.for_child:
        return
    who = search.relationships[0] if search.relationships else None
    how = search.losses[0] if search.losses else None
    another = who is not None and who is not before.who
    talk.at(
        bereft=Bereft(
            who=who or before.who,
            how=how or (None if another else before.how),
            word=word_for_death(words) or before.word,
        )
    )


def recalled(talk: Conversation, search: Search) -> Search:
    """Return a search for help in grief with what was told of the death before, unless it tells of another."""
    before = talk.position.bereft
    tells = search.relationships or search.losses or search.other or search.for_child
    if Need.BEREAVEMENT not in search.needs or tells or talk.position.door is Door.HELPING:
        return search
    who = (before.who,) if before.who else ()
    return replace(search, relationships=who, losses=(before.how,) if before.how else ())


def hear(talk: Conversation) -> bool:
    """Hear somebody who grieves, as the one they told of; say whether that is known."""
    who = WHO.get(talk.position.bereft.who) if talk.position.bereft.who else None
    if who is None:
        return False
    talk.say("utter_bereavement_hard_days", death=mirrored(talk)["death"], who=who)
    return True
