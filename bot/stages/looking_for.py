"""What somebody may be looking for: what an intent tells, the answers that are offered, and what words add to it."""

from dataclasses import replace
from typing import NamedTuple

from bot.model.directory import Looking, Loss, Need, Relationship
from bot.model.position import Question
from bot.model.search import Grief, Search
from bot.stages import grief
from bot.understanding.answers import number
from bot.understanding.commands import plain

_GROWN_UP = 18
SEARCHES = {
    "find_support": Search(),
    "volunteer_help": Search(),
    "bereavement_support": Search(needs=(Need.BEREAVEMENT,)),
    "bereaved_child": Search(needs=(Need.BEREAVEMENT,), for_child=True),
    "bereaved_suicide": Search(needs=(Need.BEREAVEMENT,), losses=(Loss.SUICIDE,)),
    "bereaved_sudden": Search(needs=(Need.BEREAVEMENT,), losses=(Loss.SUDDEN,)),
    "baby_loss": Search(needs=(Need.BEREAVEMENT,), losses=(Loss.BABY,)),
    "anticipatory_grief": Search(needs=(Need.ANTICIPATORY_GRIEF,)),
}
"""What is known already from the intent alone."""


class Answer(NamedTuple):
    """An answer that is offered: its button, what it makes known, and single words that mean it too."""

    title: str
    found: Search
    words: frozenset[str]


def _answer(title: str, words: str, **found: object) -> Answer:
    return Answer(title, replace(Search(), **found), frozenset(words.split()))  # type: ignore[arg-type]


def _bereaved(title: str, words: str, **found: object) -> Answer:
    return _answer(title, words, needs=(Need.BEREAVEMENT,), **found)


NEEDS = {
    "bereavement": _bereaved("Someone has died", "bereavement bereaved grief grieving died death"),
    "before": _answer("Someone is very ill or dying", "ill dying illness hospice", needs=(Need.END_OF_LIFE,)),
    "carers": _answer("I look after someone", "carer carers caring", needs=(Need.CARERS,)),
    "money": _answer("Money or benefits", "money benefits bills debt", needs=(Need.MONEY,)),
    "company": _answer("Company, or someone to talk to", "company lonely talk alone", needs=(Need.LOCAL_SUPPORT,)),
    "volunteering": _answer("Volunteering", "volunteer volunteering", needs=(Need.VOLUNTEERING,)),
}
WHO = {
    "partner": _bereaved("Husband, wife or partner", "husband wife partner", relationships=(Relationship.PARTNER,)),
    "parent": _bereaved("Mother or father", "mum mam mother dad father parent", relationships=(Relationship.PARENT,)),
    "child": _bereaved("Son or daughter", "son daughter child", relationships=(Relationship.CHILD,)),
    "baby": _bereaved("A baby, or a pregnancy", "baby pregnancy miscarriage stillbirth", losses=(Loss.BABY,)),
    "sibling": _bereaved("Brother or sister", "brother sister sibling twin", relationships=(Relationship.SIBLING,)),
    "friend": _bereaved("A friend", "friend mate", relationships=(Relationship.FRIEND,)),
    "other": _bereaved("Someone else", "other else", other=True),
}
_OTHERS = frozenset(
    {
        "nan", "nana", "nanna", "gran", "granny", "grandma", "grandmother", "grandad", "granddad", "grandpa",
        "grandfather", "grandson", "granddaughter", "grandchild", "uncle", "aunt", "auntie", "aunty", "cousin",
        "niece", "nephew", "neighbour", "colleague", "teacher", "carer", "godmother", "godfather", "stepdad",
        "stepmum",
    }
)  # fmt: skip
"""Words for somebody who is none of the relationships that services know."""


HOW = {
    "suicide": _bereaved("By suicide", "suicide", losses=(Loss.SUICIDE,)),
    "sudden": _bereaved("Suddenly", "sudden suddenly unexpected unexpectedly accident", losses=(Loss.SUDDEN,)),
    "expected": _bereaved("After an illness", "illness ill cancer dementia expected old age", grief=Grief.EXPECTED),
}


def named(words: str, offered: dict[str, Answer]) -> Answer | None:
    """Return the one answer that typed words name: its number, its title, or one of its words; None for two."""
    nth = number(words, len(offered))
    if nth:
        return tuple(offered.values())[nth - 1]
    said = plain(words)
    found = [each for each in offered.values() if said == plain(each.title) or each.words & set(said.split())]
    return found[0] if len(found) == 1 else None


def with_words(search: Search, read: Looking, words: str) -> Search:
    """Return a search with what words say added."""
    more = Search(
        needs=read.needs,
        losses=read.losses,
        relationships=read.relationships,
        ways=tuple(sorted(read.ways)),
        district=read.district,
        age=read.age,
        for_child=read.for_child,
        other=not _OTHERS.isdisjoint(plain(words).split()),
        grief=grief.read(words, {*search.losses, *read.losses}),
    )
    return joined(search, more)


def joined(search: Search, more: Search) -> Search:
    """Return both searches as one; of what can be only one thing, the newer counts."""
    return replace(
        search,
        needs=tuple(dict.fromkeys((*search.needs, *more.needs))),
        losses=tuple(dict.fromkeys((*search.losses, *more.losses))),
        relationships=more.relationships or search.relationships,
        ways=tuple(dict.fromkeys((*search.ways, *more.ways))),
        district=more.district or search.district,
        age=more.age if more.age is not None else search.age,
        for_child=more.for_child or (search.for_child and (more.age is None or more.age < _GROWN_UP)),
        children=more.children or search.children,
        other=more.other or search.other,
        grief=more.grief or search.grief,
    )


def without_answer(search: Search, question: Question) -> Search:
    """Return a search without what the answer to a question made known; what was told before it stays."""
    if question is Question.SIGNPOSTING_NEED:
        return replace(search, needs=())
    if question is Question.SIGNPOSTING_WHO:
        losses = tuple(loss for loss in search.losses if loss is not Loss.BABY)
        return replace(search, relationships=(), losses=losses, other=False)
    if question is Question.SIGNPOSTING_HOW:
        return replace(search, losses=(), grief=None)
    return replace(search, for_child=False) if question is Question.SIGNPOSTING_YOUNG else search
