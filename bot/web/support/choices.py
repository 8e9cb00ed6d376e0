"""The few choices a volunteer can tick beside, or instead of, words: their names in the form and their labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.model.directory import Looking, Loss, Need, Relationship, Way

NEEDS = {
    Need.BEREAVEMENT: "Grief after a death",
    Need.AFTER_DEATH: "What to do after a death",
    Need.END_OF_LIFE: "Being seriously ill",
    Need.ANTICIPATORY_GRIEF: "Grief before a death",
    Need.CARERS: "Caring for someone",
    Need.MONEY: "Money worries",
    Need.FUNERAL: "Planning a funeral",
    Need.FAITH: "Faith and spiritual care",
    Need.LGBT: "LGBT+ support",
    Need.LOCAL_SUPPORT: "Help near home",
    Need.MILITARY: "Armed forces families",
    Need.OLDER_PEOPLE: "Help in older age",
    Need.PLANNING: "Planning ahead",
    Need.VOLUNTEERING: "Giving time to help",
    Need.SAFETY: "Not safe with someone",
    Need.CRISIS: "In crisis",
}
OFFERED = (
    Need.BEREAVEMENT,
    Need.AFTER_DEATH,
    Need.END_OF_LIFE,
    Need.ANTICIPATORY_GRIEF,
    Need.CARERS,
    Need.MONEY,
)
"""The needs offered to everybody; another one is shown only where an address asked for it."""
LOSSES = {
    Loss.SUICIDE: "By suicide",
    Loss.SUDDEN: "Suddenly",
    Loss.BABY: "A baby, or in pregnancy",
    Loss.MILITARY: "In the armed forces",
}
RELATIONSHIPS = {
    Relationship.PARTNER: "Partner",
    Relationship.PARENT: "Parent",
    Relationship.CHILD: "Child",
    Relationship.SIBLING: "Brother or sister",
    Relationship.FRIEND: "Friend",
}
WAYS = {
    Way.PHONE: "Phone",
    Way.TEXT: "Text",
    Way.EMAIL: "Email",
    Way.WEB: "Online",
    Way.IN_PERSON: "In person",
    Way.RELAY: "Relay UK",
    Way.BSL: "British Sign Language",
}
OFFERED_WAYS = (Way.PHONE, Way.TEXT, Way.EMAIL, Way.IN_PERSON)


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One thing to tick."""

    id: str
    value: str
    label: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """Things to tick under one question; `name` is the field's."""

    name: str
    question: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class QuickView:
    """A search that needs no typing."""

    label: str
    href: str


def present_groups(looking: Looking) -> tuple[GroupView, ...]:
    """Return all that can be ticked, with what was ticked."""
    needs = [*OFFERED, *(need for need in looking.needs if need not in OFFERED)]
    ways = [*OFFERED_WAYS, *(way for way in sorted(looking.ways) if way not in OFFERED_WAYS)]
    return (
        _group("need", "What is it about?", ((each, NEEDS[each]) for each in needs), looking.needs),
        _group("who", "Who died?", RELATIONSHIPS.items(), looking.relationships),
        _group("how", "How did they die?", LOSSES.items(), looking.losses),
        _group("way", "How do they want to get in touch?", ((each, WAYS[each]) for each in ways), looking.ways),
        _group("child", "Who is the help for?", (("yes", "A child, or someone under 18"),), _child(looking)),
    )


def anything_ticked(groups: Iterable[GroupView]) -> bool:
    return any(choice.ticked for group in groups for choice in group.choices)


def present_quick() -> tuple[QuickView, ...]:
    return tuple(QuickView(NEEDS[need], f"/support?{urlencode({'need': need.value})}") for need in OFFERED)


def _child(looking: Looking) -> tuple[str, ...]:
    return ("yes",) if looking.for_child else ()


def _group(name: str, question: str, labels: Iterable[tuple[str, str]], ticked: Iterable[str]) -> GroupView:
    chosen = set(ticked)
    choices = (ChoiceView(f"{name}-{value}", str(value), label, value in chosen) for value, label in labels)
    return GroupView(name, question, tuple(choices))
