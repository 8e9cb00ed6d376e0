"""The assistant's own words for each kind of grief: two short messages, once, before anything else."""

import re

from bot.model.directory import Loss, Need, Relationship
from bot.model.search import Grief, Search
from bot.stages.conversation import Conversation
from bot.stages.mirroring import mirrored
from bot.understanding.commands import plain

LONGEST_NOD = 3
"""More words than these say something."""
WORDS = {
    Grief.ANY: "utter_bereavement_any",
    Grief.PARTNER: "utter_bereavement_partner",
    Grief.PARENT: "utter_bereavement_parent",
    Grief.CHILD: "utter_bereavement_child",
    Grief.BABY: "utter_bereavement_baby",
    Grief.SIBLING: "utter_bereavement_sibling",
    Grief.FRIEND: "utter_bereavement_friend",
    Grief.SUICIDE: "utter_bereavement_suicide",
    Grief.SUDDEN: "utter_bereavement_sudden",
    Grief.EXPECTED: "utter_bereavement_expected",
    Grief.YEARS_AGO: "utter_bereavement_years_ago",
    Grief.BEFORE: "utter_bereavement_before",
    Grief.YOUNG: "utter_bereavement_young",
}

_BY_LOSS = {Loss.SUICIDE: Grief.SUICIDE, Loss.SUDDEN: Grief.SUDDEN, Loss.BABY: Grief.BABY}
_BY_RELATIONSHIP = {
    Relationship.PARTNER: Grief.PARTNER,
    Relationship.PARENT: Grief.PARENT,
    Relationship.CHILD: Grief.CHILD,
    Relationship.SIBLING: Grief.SIBLING,
    Relationship.FRIEND: Grief.FRIEND,
}
_A_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_YEARS_AGO = re.compile(
    rf"\b(?:{_A_NUMBER}|a few|some|many|several|a couple of|all those|all these) (?:or so )?years ago\b"
    rf"|\byears (?:ago|back|on)\b|\b(?:long|ages) ago\b|\bdecades? ago\b"
    r"|\bwhen i was (?:a )?(?:little|small|young|child|kid|boy|girl|teenager|\d{1,2})\b"
    rf"|\bit(?:s| is|s been| has been) (?:{_A_NUMBER} )?years (?:now|since)\b"
)
_EXPECTED = re.compile(
    r"\b(?:we|i|everyone|everybody) (?:all )?(?:knew|had known) (?:it was coming|he was dying|she was dying)\b"
    r"|\b(?:was|were) (?:an )?(?:expected|expecting it|a long illness)\b|\bexpected death\b"
    r"|\bafter (?:a )?(?:long|short) (?:illness|battle|fight)\b|\bin (?:a|the) hospice\b|\bwith dementia\b"
    r"|\bdied (?:of|from|with) (?:\w+ )?(?:cancer|dementia|alzheimers|mnd|copd)\b"
)
_NOT_EXPECTED = re.compile(r"\b(?:not|wasnt|isnt|never|werent|un) ?expect\w*\b|\bunexpected\w*\b")


def read(words: str) -> Grief | None:
    """Return what words say of when the death was and whether it was expected, or None."""
    said = plain(words)
    if _YEARS_AGO.search(said):
        return Grief.YEARS_AGO
    if _EXPECTED.search(said) and not _NOT_EXPECTED.search(said):
        return Grief.EXPECTED
    return None


def kind_of(search: Search) -> Grief | None:
    """Return which words fit best: how somebody died comes before who it was. None: nobody has spoken of grief."""
    if search.for_child:
        return Grief.YOUNG
    how = next((_BY_LOSS[loss] for loss in _BY_LOSS if loss in search.losses), None)
    if how:
        return how
    if Need.ANTICIPATORY_GRIEF in search.needs:
        return Grief.BEFORE
    if Need.BEREAVEMENT not in search.needs:
        return None
    who = next((_BY_RELATIONSHIP[one] for one in search.relationships if one in _BY_RELATIONSHIP), None)
    return search.grief or who or Grief.ANY


def acknowledge(talk: Conversation) -> None:
    """Say the words for this grief, unless they have been said already in this search."""
    search = talk.position.search
    kind = kind_of(search)
    if kind is None or kind is search.said:
        return
    own = mirrored(talk)
    talk.say(WORDS[kind], death=own["death"], dies=own["dies"])
    talk.seek(said=kind)


def heard(talk: Conversation, words: str) -> bool:
    """Acknowledge words that answer nothing and say something; return whether they did."""
    says_something = len(words.split()) > LONGEST_NOD
    if says_something:
        talk.say("utter_bereavement_heard")
    return says_something
