"""The assistant's own words for each kind of grief: two short messages, once, before anything else."""

import re
from collections.abc import Collection

from bot.model.directory import Loss, Need, Relationship
from bot.model.position import Door
from bot.model.saying import Say
from bot.model.search import Grief, Search
from bot.stages.conversation import Conversation
from bot.stages.heard import hear_on
from bot.stages.mirroring import mirrored
from bot.stages.whom import name
from bot.understanding.babies import before_24_weeks, early_loss, may_not_live, says_baby
from bot.understanding.commands import plain

LONGEST_NOD = 3
"""More words than these say something."""
WORDS = {
    Grief.ANY: "utter_bereavement_any",
    Grief.PARTNER: "utter_bereavement_partner",
    Grief.PARENT: "utter_bereavement_parent",
    Grief.CHILD: "utter_bereavement_child",
    Grief.BABY: "utter_bereavement_baby",
    Grief.BABY_TOLD: "utter_bereavement_baby_told",
    Grief.BABY_EARLY: "utter_bereavement_baby_told",
    Grief.PREGNANCY: "utter_bereavement_pregnancy",
    Grief.SIBLING: "utter_bereavement_sibling",
    Grief.FRIEND: "utter_bereavement_friend",
    Grief.SUICIDE: "utter_bereavement_suicide",
    Grief.SUDDEN: "utter_bereavement_sudden",
    Grief.EXPECTED: "utter_bereavement_expected",
    Grief.YEARS_AGO: "utter_bereavement_years_ago",
    Grief.BEFORE: "utter_bereavement_before",
    Grief.BEFORE_BABY: "utter_bereavement_before_baby",
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
_ILLNESS = r"(?:cancer|leukaemia|dementia|alzheimers|parkinsons|mnd|motor neurone|copd|an illness)"
_EXPECTED = re.compile(
    r"\b(?:we|i|everyone|everybody) (?:all )?(?:knew|had known) (?:it was coming|he was dying|she was dying)\b"
    r"|\b(?:was|were) (?:an )?(?:expected|expecting it|a long illness)\b|\bexpected death\b"
    r"|\bafter (?:a )?(?:long|short) (?:illness|battle|fight)\b|\bin (?:a|the) hospice\b|\bwith dementia\b"
    rf"|\bdied (?:(?!(?:i|my|has|have|had|got|is|now|but|and) )\w+ ){{0,6}}{_ILLNESS}\b"
    rf"|\bdied\b.*\b(?:it was|(?:he|she|they) (?:had|d had)) (?:\w+ ){{0,3}}{_ILLNESS}\b|^{_ILLNESS} took (?:him|her)\b"
)
_NOT_EXPECTED = re.compile(r"\b(?:not|wasnt|isnt|never|werent|un) ?expect\w*\b|\bunexpected\w*\b")


_HOW_IT_IS = re.compile(
    r"\b(?:cant|cannot|couldnt|numb|empty|crying|cry|cried|tears|miss|missing|tired|exhausted|shattered|lonely|alone|broken"
    r"|gutted|scared|frightened|angry|sad|lost|awful|terrible|unreal|heartbroken|devastated)\b"
)
_OF_A_BABY = frozenset({Grief.BABY_TOLD, Grief.BABY_EARLY, Grief.PREGNANCY, Grief.BEFORE_BABY})
"""Said of a baby alone."""
_FOR_HELPERS_TOO = frozenset({Grief.SUICIDE, Grief.BEFORE_BABY, Grief.YOUNG, *_OF_A_BABY, Grief.BABY})
"""Said to whoever helps as well: these tell who else can help. Others are for the one who grieves."""
_NAMED = dict.fromkeys((Grief.BABY, Grief.BABY_TOLD, Grief.BABY_EARLY), "utter_bereavement_baby_named")


def read(words: str, losses: Collection[Loss] = ()) -> Grief | None:
    """Return what words say of when the death was and whether it was expected, or None; of a baby, what it was."""
    said = plain(words)
    if may_not_live(words):
        return Grief.BEFORE_BABY
    if Loss.BABY in losses:
        return _of_a_baby(words)
    if _YEARS_AGO.search(said):
        return Grief.YEARS_AGO
    if _EXPECTED.search(said) and not _NOT_EXPECTED.search(said):
        return Grief.EXPECTED
    return None


def _of_a_baby(words: str) -> Grief | None:
    if early_loss(words):
        return Grief.PREGNANCY
    if not says_baby(words):
        return None
    return Grief.BABY_EARLY if before_24_weeks(words) else Grief.BABY_TOLD


def kind_of(search: Search) -> Grief | None:
    """Return which words fit best: how somebody died comes before who it was. None: nobody has spoken of grief."""
    if search.for_child:
        return Grief.YOUNG
    before = Need.ANTICIPATORY_GRIEF in search.needs
    if before and search.grief is Grief.BEFORE_BABY:
        return Grief.BEFORE_BABY
    how = next((_BY_LOSS[loss] for loss in _BY_LOSS if loss in search.losses), None)
    if how:
        return search.grief if how is Grief.BABY and search.grief in _OF_A_BABY else how
    if before:
        return Grief.BEFORE
    if Need.BEREAVEMENT not in search.needs:
        return None
    who = next((_BY_RELATIONSHIP[one] for one in search.relationships if one in _BY_RELATIONSHIP), None)
    return (None if search.grief in _OF_A_BABY else search.grief) or who or Grief.ANY


def acknowledge(talk: Conversation) -> bool:
    """Say the words for this grief, unless they were said of it before; return whether they were said now."""
    search = talk.position.search
    kind = kind_of(search)
    if kind is None or kind is search.said:
        return False
    named, own = _NAMED.get(kind) if name(talk) else None, mirrored(talk)
    if talk.position.door is Door.HELPING and kind not in _FOR_HELPERS_TOO:
        named = "utter_bereavement_helping_before" if kind is Grief.BEFORE else "utter_bereavement_helping"
    values = {"death": own["death"], "dies": own["dies"], "a_loss": own["a_loss"], "name": name(talk)}
    talk.says.append(Say(named or WORDS[kind], values))
    talk.seek(said=kind)
    return True


def says_something(words: str) -> bool:
    """Say whether these are more words than a nod has, or a few of how it is: "can't sleep"."""
    return len(words.split()) > LONGEST_NOD or _HOW_IT_IS.search(plain(words)) is not None


def heard(talk: Conversation, words: str) -> bool:
    """Acknowledge words that answer nothing and say something; return whether they did."""
    if not says_something(words):
        return False
    hear_on(talk)
    return True
