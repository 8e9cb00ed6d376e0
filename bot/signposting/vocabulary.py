"""Our four vocabularies as HSDS taxonomies: what can be needed, kinds of loss, who died, ways to get in touch."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import UUID, uuid5

from bot.model.directory import Loss, Need, Relationship, Way
from bot.signposting.hsds import Record

_OURS: Final = UUID("7d0f2f0a-54a1-5c1e-9b0e-3c8f5a4a6e11")
"""The root of every id that is made here, so that all copies make the same ones."""

NAMES: Final[Mapping[StrEnum, str]] = MappingProxyType(
    {
        Need.AFTER_DEATH: "What to do after a death",
        Need.ANTICIPATORY_GRIEF: "Grief before a death",
        Need.BEREAVEMENT: "Bereavement",
        Need.CARERS: "Caring for someone",
        Need.CRISIS: "Crisis",
        Need.END_OF_LIFE: "Serious illness and dying",
        Need.FAITH: "Faith and culture",
        Need.FUNERAL: "Funerals",
        Need.LGBT: "LGBT+",
        Need.LOCAL_SUPPORT: "Support nearby",
        Need.MILITARY: "Armed forces",
        Need.MONEY: "Money",
        Need.OLDER_PEOPLE: "Older people",
        Need.PLANNING: "Planning ahead",
        Need.SAFETY: "Safety from harm",
        Need.VOLUNTEERING: "Helping others",
        Loss.SUICIDE: "A death by suicide",
        Loss.SUDDEN: "A sudden death",
        Loss.BABY: "The death of a baby, or a pregnancy that ended",
        Loss.MILITARY: "A death in the armed forces",
        Relationship.PARTNER: "A partner",
        Relationship.PARENT: "A parent",
        Relationship.CHILD: "A child",
        Relationship.SIBLING: "A brother or sister",
        Relationship.FRIEND: "A friend",
        Way.PHONE: "By phone",
        Way.TEXT: "By text",
        Way.EMAIL: "By email",
        Way.WEB: "Online",
        Way.IN_PERSON: "In person",
        Way.RELAY: "Through Relay UK",
        Way.BSL: "In British Sign Language",
    }
)
"""Each term as people read it."""

VOCABULARIES: Final[Mapping[str, tuple[type[StrEnum], str, str]]] = MappingProxyType(
    {
        "needs": (Need, "need", "What a service can help with."),
        "losses": (Loss, "loss", "The kind of death a service is for."),
        "relationships": (Relationship, "relationship", "Who died, seen from the person who grieves."),
        "access": (Way, "access", "How one can get in touch."),
    }
)
"""For each field of an entry that holds terms: its words, the name of its taxonomy, and what that is about."""


_WORDS: Final[Mapping[tuple[str, str], tuple[str, StrEnum]]] = MappingProxyType(
    {(name, str(word)): (field, word) for field, (words, name, _) in VOCABULARIES.items() for word in words}
)


def our_id(*parts: str) -> str:
    """The id for something of ours, the same in every copy."""
    return str(uuid5(_OURS, "/".join(parts)))


def taxonomy(field: str) -> Record:
    """The taxonomy of a field of an entry."""
    _, name, description = VOCABULARIES[field]
    return {"id": our_id("taxonomy", name), "name": name, "description": description}


def term(field: str, word: StrEnum) -> Record:
    """A word as a term, with its taxonomy."""
    _, name, description = VOCABULARIES[field]
    return {
        "id": our_id("term", name, word),
        "code": str(word),
        "name": NAMES[word],
        "description": description,
        "taxonomy_detail": taxonomy(field),
    }


def word_of(record: Record) -> tuple[str, StrEnum] | None:
    """The field and the word that a term stands for; None for a term of somebody else's."""
    found: Record = record.get("taxonomy_detail") or {}
    return _WORDS.get((str(found.get("name")), str(record.get("code"))))


def every_term() -> tuple[Record, ...]:
    """Every word of our vocabularies, used or not."""
    return tuple(term(field, word) for field, (words, _, _) in VOCABULARIES.items() for word in words)
