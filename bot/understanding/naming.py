"""The name of a reader, out of what somebody typed when they were asked for it."""

import re

from bot.model.kin import KIN
from bot.understanding.asking import is_question
from bot.understanding.commands import plain
from bot.understanding.requests import put_plainly
from bot.understanding.unsharing import is_a_heading

_NO_TITLE = "".join(rf"(?<!\b{title})" for title in ("dr", "mr", "mrs", "ms", "st", "rev", "prof", "sr", "[a-z]"))
_MORE = re.compile(
    rf"{_NO_TITLE}[.!?;]\s+|\s+[(–—-]\s*|\s*\((?=\w)"
    r"|[,.;:]?\s+(?=(?:she|he|they)(?:['’]?s|['’]?re| is| are| was)\b)"
    r"|,\s*(?=(?:my|our|the|a|an|who|which|her|his|their)\b)",
    re.IGNORECASE,
)
"""Where a name ends and something is told of whoever bears it."""
_WITH = r"(?:with|wi['’]?|wiv|wif|wiff|wit|w\b/?|to|tae|2(?!\s+(?:days?|weeks?|months?|or|to)\b))"
"""As it is typed in a hurry and in more than one part of the country."""
_LEAD = re.compile(
    r"^(?:(?:please|ok|okay|yes|um|er|well|just|maybe)[\s,]+)*"
    r"(?:(?:(?:i['’]?d like|i want|i would like|can you|can i|let['’]?s)\s+(?:to\s+)?)?(?:share|send|show|give)"
    rf"(?:\s+(?:it|this))?\s+{_WITH}\s+|(?:it['’]?s|it is)(?:\s+for)?\s+|(?:{_WITH}|for)\s+"
    r"|(?:her|his|their)\s+name(?:['’]?s| is)\s+|(?:she|he|they)(?:['’]?s| is|['’]?re| are)\s+called\s+)",
    re.IGNORECASE,
)
_SHARES_WITH = re.compile(
    r"\s*(?:(?:oh|no|yes|yeah|aye|ok|okay|please|pls|look|i said|i told you(?: to)?|i asked you to"
    r"|(?:can|could) (?:i|you|we|u|ye)|i (?:just )?(?:want|need|wanna)(?: (?:to|tae|2))?|i wanna"
    r"|i['’]?d like (?:to|2)|i would like to|let['’]?s|just|now|then|and|so|actually)[\s,.!]+)*"
    r"(?:share\s+(?:(?:it|this|that)(?:\s+all)?|all\s+(?:of\s+)?(?:it|this|that)"
    rf"|(?:my|the|their|his|her|our)\s+(?:summary|record|notes))\s+{_WITH}"
    rf"|(?:send|show|give)\s+(?:my|the|their|his|her|our)\s+(?:summary|record|notes)\s+{_WITH})\s+(?P<reader>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN_TO = re.compile(
    r"\s*(?:(?:oh|no|yes|ok|okay|please|now|then|and|so|(?:can|could) (?:i|you|we)|i (?:just )?(?:want|need)(?: to)?"
    r"|i['’]?d like to|i would like to|let['’]?s|just)[\s,.!]+)*(?:(?:show|send|give|let)\s+(?:it|this|that)(?:\s+all)?"
    rf"\s+{_WITH}\s+(?P<to>\S.*?)|(?:show|send|give)\s+(?!(?:me|us|you)\b)(?P<reader>\S.*?)\s+"
    r"(?:it|this|that|my summary|my notes))"
    r"[\s.!?]*",
    re.IGNORECASE | re.DOTALL,
)
"""What has to be shared is named, so that "share my meals with Jan" stays what matters."""
_SHARES_BARE = re.compile(
    r"\s*(?:(?:oh|no|yes|yeah|aye|ok|okay|please|can i|can you|could i|could we|i|want to|would like to|wanna"
    rf"|i['’]?d like to|let['’]?s|just|now|then|and|so|also)[\s,.!]+)*share\s+(?:it\s+)?{_WITH}\s+(?P<reader>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What is shared is not named: a wish where nothing else is asked, an answer where something is."""
MOST_WORDS_OF_A_READER = 5
_NOBODY_YET = re.compile(
    r"(?:(?:(?:a|an|any|some|another|one of (?:the|your)) (?:other |care )?)?teams?|(?:a|another|one other) person"
    r"|(?:some|any) ?(?:one|body)|(?:other|some|more) people|(?:some|any)(?:one|body) else)"
    r"(?: (?:else|here|too|now|please|as well|on (?:the|your) list))*"
)
"""Who somebody wants to share with before they say with whom."""
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


_ANYBODY = r"(?:any ?one|any ?body|every ?one|every ?body|whoever|all of them|any of them|the others?|people)"
_LEAVES_OUT = re.compile(
    r"(?P<who>.*?)[\s,.;]*\b(?:but not|but never|just not|only not|except(?:ing)?(?: for)?|apart from|other than|not"
    r"|never|as long as it(?: is|['’]?s) not)\s+(?P<out>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANYBODY_BUT = re.compile(rf"(?P<who>.*\b{_ANYBODY}(?: else)?) but\s+(?P<out>\S.*)", re.IGNORECASE | re.DOTALL)
_NO_SUCH = re.compile(
    r"(?:now|yet|today|tonight|sure|really|ready|this|that|it|bothered|much|again|at|to|for|in|on|just|until|till"
    r"|any)\b",
    re.IGNORECASE,
)
"""What "not" stands before where it leaves nobody out: "not yet"."""
_SAYS_NOT_TO = re.compile(
    r"\b(?:do|does|did|can|could|will|would|may|might|must|should|shall|is|are|am|was|have|has)\s*$", re.IGNORECASE
)
"""What stands before "not" where it is of a verb: "do not ring me" leaves nobody out."""
_OF_A_SENTENCE = re.compile(
    r"\b(?:i|im|ive|id|we|weve|us|you|youre|it|its|he|hes|she|shes|they|theyre|there|was|wasnt|were|werent|is|isnt|are"
    r"|arent|am|been|do|did|dont|didnt|does|doesnt|have|has|had|havent|cant|cannot|wont|would|could|should|what|when"
    r"|why|how|where|which|think|know|want|need)\b"
)
"""Words that a clause has, and the name of somebody has not."""
_MAY_SEE = re.compile(
    r"\s*(?:(?:so|and|ok|okay|please|um|oh|yes|then)[\s,]+)*(?:(?:can|could|may|might)|(?:is it|its|it['’]?s"
    r"|it is) (?:ok"
    r"|okay|all right|alright|fine) (?:if|for)|let|i(?:['’]?d| would)? (?:want|like)|only)\s+(?P<reader>\S.*?)\s+"
    r"(?:(?:can|to|may)\s+)?(?:sees?|reads?|look at|looks at|haves?|has|opens?|gets?)\s+"
    r"(?:it|this|that|a copy|(?:my|the|her|his|their)\s+\w+)[\s.!?]*",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = r"aunt(?:y|ie)?|uncle|nan|nana|nanna|nanny|gran|granny|grandma|grandpa|grandad|cousin"
_KIN_WITH_NAME = re.compile(rf"(?:my|our)\s+(?=(?:{_TITLE})\s+[A-Z])", re.IGNORECASE)
_A_LENGTH = re.compile(
    r"(?:(?:for|about|just|only|maybe|say|up to|until|till) )*(?:(?:an?|one|two|three|four|five|six|next|\d+) )?"
    r"(?:day|week|fortnight|month|year)s?(?: (?:please|or so|then|is fine|only|thanks))*"
)
_NOT_SEE = (
    r"(?:i\s+)?(?:don['\u2019]?t|do\s+not|didn['\u2019]?t|never)\s+want\s+(?!to\b)(?P<out>\S.*?)\s+(?:to\s+)?"
    r"(?:see(?:ing)?|read(?:ing)?|hav(?:e|ing)|look(?:ing)?\s+at|open(?:ing)?|get(?:ting)?)"
    r"(?:\s+(?:it|this|that|mine|any\s+of\s+(?:it|this)))?"
)
_INSTEAD = re.compile(
    rf"\s*(?:(?:no|oh|wait|actually|sorry|but|ok|hang\s+on|stop)[\s,.!]+)*{_NOT_SEE}"
    r"(?:[\s,.;–-]+(?:just|only|but|it['\u2019]?s\s+(?:just\s+)?for|make\s+it|instead|send\s+it\s+to|rather)\s+"
    r"(?P<who>\S.*?))?[\s.!]*",
    re.IGNORECASE | re.DOTALL,
)


def is_reader(text: str) -> bool:
    """Say whether the words may be what somebody is called: a name, kin or a role, and no sentence or question."""
    if is_question(text) or _NOBODY_YET.fullmatch(plain(text)) or _A_LENGTH.fullmatch(plain(text)):
        return False
    shown = text.split()
    if len(shown) <= 2 and all(word[:1].isupper() for word in shown):  # noqa: PLR2004  (a first name and a last one)
        return True
    return _OF_A_SENTENCE.search(plain(text)) is None


def left_out(text: str) -> tuple[str, str]:
    """Return who may read it, "" where nobody is named, and who may not: "my son but not my daughter". Else nothing."""
    found = _ANYBODY_BUT.fullmatch(text) or _LEAVES_OUT.fullmatch(text)
    out = _END.sub("", found["out"]) if found else ""
    out = re.sub(r"^not\s+", "", out, flags=re.IGNORECASE)
    if found is None or _NO_SUCH.match(out) or _SAYS_NOT_TO.search(found["who"]) or not is_reader(out):
        return "", ""
    who = name_in(found["who"]) if found["who"].strip() else ""
    nobody_named = not who or re.search(rf"\b{_ANYBODY}\b", who, re.IGNORECASE) or not is_reader(who)
    return "" if nobody_named else who, out


def may_see(text: str) -> str:
    """Return who is to see it, where that is put as a question or a wish: "can my aunty Jean see it"; else ""."""
    found = _MAY_SEE.fullmatch(text)
    reader = found["reader"] if found else ""
    if not reader or not is_reader(reader) or re.search(rf"\b{_ANYBODY}\b|\bno ?(?:one|body)\b", reader, re.IGNORECASE):
        return ""
    called = _KIN_WITH_NAME.sub("", reader)
    return called if called == reader else called[:1].upper() + called[1:]


_ALL_OF_IT = re.compile(
    r"(?:(?:yes|no|oh|ok|just|please|share|send|show|i said|well) )*"
    r"(?:(?:absolutely |simply )?(?:everything|every (?:bit|word)(?: of it)?|all(?: of (?:it|that|them"
    r"|my summary))?|it all"
    r"|the (?:whole )?lot|the whole (?:thing|summary)|all the parts|all parts|every part)(?: that i (?:said|wrote))?)"
    r"(?: (?:please|thanks|then|love|of it))*"
)


def means_all_parts(text: str) -> bool:
    """Say whether the words only say how much is to be shared, all of it, and not with whom."""
    return _ALL_OF_IT.fullmatch(plain(text)) is not None


def shares_all(text: str) -> bool:
    """Say whether words that ask to share with somebody say that it is all of it."""
    found = _SHARES_WITH.fullmatch(text)
    return found is not None and re.search(r"\ball\b", text[: found.start("reader")], re.IGNORECASE) is not None


def names_nobody(text: str) -> bool:
    """Say whether the words refuse a reader, rather than name one: "nobody", "no, I don't want to share it"."""
    return _NOBODY.fullmatch(plain(text)) is not None


def name_in(text: str) -> str:
    """Return the name that these words give, as typed, without what else they tell; on one line."""
    first = _MORE.split(_LEAD.sub("", text.strip()), maxsplit=1)[0]
    name = " ".join(_END.sub("", _END.sub("", first)).split())
    return name or " ".join(text.split())


def reader_in(text: str, *, bare: bool = False) -> str:
    """Return whom these words ask to share the summary with, as typed, or "". `bare`: they need not say what."""
    found = _SHARES_WITH.fullmatch(text)
    if found is None and bare and shares(text):
        found = _SHARES_BARE.fullmatch(text)
    if found is None or names_nobody(found["reader"]) or _NOBODY_YET.fullmatch(plain(found["reader"])):
        return ""
    return name_in(found["reader"])


def shown_to(text: str) -> str:
    """Return to whom it is to be shown, where sharing was asked for already: "show it to David"; else ""."""
    found = _SHOWN_TO.fullmatch(text)
    reader = name_in(found["to"] or found["reader"]) if found else ""
    return reader if reader and is_reader(reader) and not names_nobody(reader) else ""


_WHOSE = (
    rf"(?i:{KIN}|gp|doctor|dr|nurse|carer|consultant|solicitor|friend|neighbour|partner|social worker|key ?worker|vicar"
    r"|priest|surgery|hospice|care home|team)"
)
_CAN_YOU_SEND = re.compile(r"\b(?:can|could)\s+(?:you|u|we|i)\b", re.IGNORECASE)


def asks_to_send(text: str) -> bool:
    """Say whether it is asked to have the summary sent to somebody: "can you send it to my doctor". No question.

    "Do you send it to my doctor" asks what is done without their asking.
    """
    reader = shown_to(put_plainly(text)) if _CAN_YOU_SEND.search(text) else ""
    return bool(re.search(rf"\b{_WHOSE}\b|^[A-Z]", reader)) and not re.search(r"\b(?:e ?mail|phone|number)\b", reader)


def shares_it(text: str) -> bool:
    """Say whether the words ask to share the summary, with somebody or with whom is not said yet."""
    found = _SHARES_WITH.fullmatch(text)
    return found is not None and not names_nobody(found["reader"])


def shares(text: str) -> bool:
    """Say whether the words may ask that, without saying what is to be shared: "share with a team"."""
    found = _SHARES_BARE.fullmatch(text)
    reader = name_in(found["reader"]) if found else ""
    if not reader or len(reader.split()) > MOST_WORDS_OF_A_READER or names_nobody(reader):
        return False
    return _NOBODY_YET.fullmatch(plain(reader)) is not None or is_reader(reader)


def instead(text: str) -> tuple[str, str]:
    """Return who is to see it, "" where nobody else is named, and who is not: "I don't want Kev to see it, just Lin".

    Nothing where nobody at all is to see it.
    """
    found = _INSTEAD.fullmatch(text)
    out = found["out"].strip() if found else ""
    if found is None or not is_reader(out) or re.search(rf"\b{_ANYBODY}\b", out, re.IGNORECASE):
        return "", ""
    who = name_in(found["who"]) if found["who"] else ""
    return who if who and is_reader(who) else "", out


_OUT = r"(?:(?i:her|him|them|that one|(?:my|the|our)\s+\w+)|[A-Z]\w+)"
_PUTS_RIGHT = re.compile(
    r"\s*(?:(?i:oh|ok|but|please)[\s,.!]+)*"
    rf"(?:(?:(?i:actually|no|nope|sorry|wait|hang\s+on|instead)[\s,.!]+)+(?:(?i:not)\s+{_OUT}[\s,.!;–-]+)?"
    rf"|(?i:not)\s+{_OUT}[\s,.!;–-]+|(?i:i\s+meant?|make\s+(?:it|that)|change\s+(?:it|that|her|him|them)\s+(?:to|for))\s+)"
    rf"(?:(?i:no|actually|but|i\s+meant?|its|it['’]s|it is|for|just|make it|share it|send it|{_WITH})[\s,]+)*"
    rf"(?P<who>(?i:(?:my|our|the)\s+(?:\w+\s+){{0,2}}?(?:{_WHOSE}))(?:\s+[A-Z]\w+)?|[A-Z]\w+(?:\s+[A-Z]\w+)?)"
    r"(?:[\s,]+(?i:instead|please|pls|thanks|not\s+(?:her|him|them)))*[\s.!]*"
)
"""Whoever is named without kin or role is told from other words by the capital of the name."""


def rather(text: str) -> str:
    """Return who is to read it instead of whoever was named before: "actually no my brother"; else ""."""
    found = _PUTS_RIGHT.fullmatch(text)
    who = found["who"] if found else ""
    is_no_name = means_all_parts(who) or is_a_heading(who) or names_nobody(who) or not is_reader(who)
    return "" if is_no_name or (len(who.split()) == 1 and plain(who) in _NO_NAMES) else who


_NO_NAMES = frozenset(
    {
        "thanks",
        "stop",
        "yes",
        "no",
        "wait",
        "nothing",
        "never",
        "forget",
        "all",
        "just",
        "leave",
        "cancel",
        "both",
        "one",
    }
)
