"""The name of a reader, out of what somebody typed when they were asked for it."""

import re

from bot.understanding.commands import plain

_NO_TITLE = "".join(rf"(?<!\b{title})" for title in ("dr", "mr", "mrs", "ms", "st", "rev", "prof", "sr", "[a-z]"))
_MORE = re.compile(
    rf"{_NO_TITLE}[.!?;]\s+|\s+[(–—-]\s*|\s*\((?=\w)"
    r"|[,.;:]?\s+(?=(?:she|he|they)(?:['’]?s|['’]?re| is| are| was)\b)"
    r"|,\s*(?=(?:my|our|the|a|an|who|which|her|his|their)\b)",
    re.IGNORECASE,
)
"""Where a name ends and something is told of whoever bears it."""
_LEAD = re.compile(
    r"^(?:(?:please|ok|okay|yes|um|er|well|just|maybe)[\s,]+)*"
    r"(?:(?:(?:i['’]?d like|i want|i would like|can you|can i|let['’]?s)\s+(?:to\s+)?)?(?:share|send|show|give)"
    r"(?:\s+(?:it|this))?\s+(?:with|to)\s+|(?:it['’]?s|it is)(?:\s+for)?\s+|(?:with|to|for)\s+"
    r"|(?:her|his|their)\s+name(?:['’]?s| is)\s+|(?:she|he|they)(?:['’]?s| is|['’]?re| are)\s+called\s+)",
    re.IGNORECASE,
)
_END = re.compile(r"[\s,]*\b(?:please|thanks|thank you)\b[\s.!]*$|[\s.!,;:]+$", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:(?:oh|well|no|actually|sorry|i think|really|just|with|to) )*"
    r"(?:(?:nobody|no ?one|none of them|not (?:any ?one|any ?body|a soul|a single person))"
    r"(?! (?:but|except|apart|other|besides)\b)(?: .*)?"
    r"|(?:not|never) (?:sharing|showing|sending)\b.*"
    r"|(?:i |we )?(?:really |just |still )?(?:dont|do not|wont|will not|rather not|would rather not|am not|m not|cant)"
    r" (?:(?:really|even|want|wish|like|think|need|going|planning|ready|i|ill|am|will|ever|to|for|any ?one|any ?body"
    r"|them|him|her|my|the|son|daughter|kids|family|children|you) )*"
    r"(?:share|sharing|show|showing|send|sending|see|seeing|read|reading|look|looking)\b.*"
    r"|(?:id|i would|im|i am) (?:much |really )?(?:rather|sooner|not) (?:(?:not|going|to|ready) )*"
    r"(?:share|sharing|show|showing|send)\b.*)"
)


def names_nobody(text: str) -> bool:
    """Say whether the words refuse a reader, rather than name one: "nobody", "no, I don't want to share it"."""
    return _NOBODY.fullmatch(plain(text)) is not None


def name_in(text: str) -> str:
    """Return the name that these words give, as typed, without what else they tell; on one line."""
    first = _MORE.split(_LEAD.sub("", text.strip()), maxsplit=1)[0]
    name = " ".join(_END.sub("", _END.sub("", first)).split())
    return name or " ".join(text.split())
