"""A death in the person's own word, and who it was, as they told it. Nobody is asked a second time who died."""

from dataclasses import replace

from bot.model.bereft import Early, Word
from bot.model.directory import Loss, Need, Relationship
from bot.model.position import Door
from bot.model.search import Grief, Search
from bot.stages import after_death_place
from bot.stages.conversation import Conversation
from bot.stages.whom import name
from bot.understanding.babies import early_loss
from bot.understanding.death_words import word_for_death

_WORDS = {
    Word.DIED: {"death": "death", "died": "died", "die": "die", "dies": "dies"},
    Word.PASSED: {"death": "passing", "died": "passed", "die": "pass", "dies": "passes"},
    Word.GONE: {"death": "loss", "died": "died", "die": "die", "dies": "is gone"},
    Word.LOST: {"death": "loss", "died": "died", "die": "die", "dies": "is gone"},
}
"""Where "lost" or "gone" could be taken to mean that somebody is missing, it stays "died"."""
_LOSSES = {
    Early.MISCARRIAGE: "a miscarriage",
    Early.ECTOPIC: "an ectopic pregnancy",
    Early.ENDED: "the end of a pregnancy",
    Early.LOST: "the loss of a pregnancy",
}
WHO = {
    Relationship.PARTNER: "a partner",
    Relationship.PARENT: "a mother or father",
    Relationship.CHILD: "a son or daughter",
    Relationship.SIBLING: "a brother or sister",
    Relationship.FRIEND: "a friend",
}


def mirrored(talk: Conversation) -> dict[str, str]:
    """Return the words for a death as the person says it: `death`, `died`, `die` and `dies`; of a pregnancy `loss`."""
    loss = _LOSSES[talk.position.bereft.early or Early.LOST]
    return _WORDS[talk.position.bereft.word or Word.DIED] | {"loss": loss, "a_loss": loss[0].upper() + loss[1:]}


def remember(talk: Conversation, words: str) -> None:
    """Note who died, how, and in which word. What a helper tells is of somebody else's loss."""
    search, before = talk.position.search, talk.position.bereft
    told = Need.BEREAVEMENT in search.needs or search.losses or search.grief is Grief.BEFORE_BABY
    if not told or talk.position.door is Door.HELPING or search.for_child:
        return
    who = search.relationships[0] if search.relationships else None
    how = search.losses[0] if search.losses else None
    another = who is not None and who is not before.who
    talk.at(
        bereft=replace(
            before,
            who=who or before.who,
            how=how or (None if another else before.how),
            grief=search.grief or (None if another else before.grief),
            word=word_for_death(words) or before.word,
            early=Early(early) if (early := early_loss(words)) else before.early,
        )
    )
    after_death_place.note(talk, words)


def district(talk: Conversation) -> str:
    """Return where they said that they are. A helper may go on to somebody who lives elsewhere."""
    here = talk.position
    return "" if here.door is Door.HELPING else here.search.district or here.sought.district


def recalled(talk: Conversation, search: Search) -> Search:
    """Return a search for help in grief with what was told of the death before, unless it tells of another."""
    before = talk.position.bereft
    if before.grief is Grief.BEFORE_BABY and search.needs == (Need.ANTICIPATORY_GRIEF,):
        return replace(search, grief=before.grief)
    if search.losses == (Loss.BABY,) and before.how is Loss.BABY and search.grief is None:
        return replace(search, grief=before.grief)
    another = bool(search.relationships) and search.relationships[0] is not before.who
    tells = another or search.losses or search.other or search.for_child
    if Need.BEREAVEMENT not in search.needs or tells or talk.position.door is Door.HELPING:
        return search
    return replace(
        search,
        relationships=search.relationships or ((before.who,) if before.who else ()),
        losses=(before.how,) if before.how else (),
        grief=search.grief or before.grief,
    )


def hear(talk: Conversation) -> bool:
    """Hear somebody who grieves, as the one they told of; say whether that is known."""
    here, own = talk.position.bereft, mirrored(talk)
    if here.how is Loss.BABY and here.early and not name(talk):
        talk.say("utter_bereavement_hard_days_early", loss=own["loss"])
        return True
    known = "a baby" if here.how is Loss.BABY else WHO.get(here.who) if here.who else None
    who = name(talk) or known
    if who is None:
        return False
    talk.say("utter_bereavement_hard_days", death=own["death"], who=who)
    return True
