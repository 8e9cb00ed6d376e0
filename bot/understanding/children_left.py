"""Children in the family of somebody who is helped: they grieve too, and are no reason to ask whether it is a child."""

import re

from bot.understanding.commands import plain

_SOME = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|several|young|small|little|teenage|school age|the|his|her|their|with"
    r"|of|got|has|have)"
)
_CHILDREN = re.compile(
    rf"\b(?:{_SOME} )+(?:kids?|kiddies|children|child|little ones?|toddlers?|teenagers?|teens|bairns|boys|girls"
    rf"|year olds?)\b|^(?:and )?(?:the )?kids\b|\bkids (?:at home|aged?|are|is|too|as well|still)\b"
    r"|\byoung family\b|\b(?:mum|dad|mother|father) of (?:\d|two|three|four|five|six)\b"
    r"|\b(?:sons?|daughters?|boys?|girls?)(?: is| are|s)? (?:aged? )?(?:[1-9]|1[0-7])\b"
)
_NOT = re.compile(
    r"\b(?:no|without|never had|hasnt (?:got )?(?:any )?|doesnt have(?: any)?|grown(?: up)?|adult|older) "
    r"(?:kids|children|family)\b|\b(?:kids?|children|boys|girls) (?:are |have |all )*(?:grown|moved|left|abroad"
    r"|adults?)"
    r"|\b(?:kids?|child(?:ren)?|boys|girls|(?:his|her|their) (?:little )?(?:boy|girl)) (?:has |have |just )*"
    r"(?:died|passed|was killed)\b"
    r"|\b(?:lost|death of|losing) (?:an? |the |his |her |their |two )?(?:kids?|child(?:ren)?)\b"
)


def children_left(text: str) -> bool:
    """Say whether the words tell of children who are left, and not of one who died."""
    words = plain(text)
    return _CHILDREN.search(words) is not None and not _NOT.search(words)
