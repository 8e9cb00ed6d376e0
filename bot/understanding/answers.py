"""Reading typed answers to questions that offer a choice. Strict where consent hangs on it."""

import re

from bot.model.kin import KIN
from bot.understanding.commands import command, plain
from bot.understanding.written_for import written_for

_LAST = -1
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "last": _LAST,
}  # fmt: skip
_VERBS = {
    "change": "change", "edit": "change", "correct": "change", "fix": "change", "reword": "change",
    "remove": "remove", "delete": "remove", "take out": "remove", "take away": "remove", "cross out": "remove",
    "move": "move", "put": "move",
}  # fmt: skip
NUMBERED = rf"(?:\d{{1,4}}|{'|'.join(_NUMBERS)})"
"""A line by its number, as a part of patterns."""
_NAMED = f"({NUMBERED})"
_ASKED = (
    r"(?:(?:please|can you|could you|would you|will you|kindly|now|id like to|i want to|i would like to|its|it is) )*"
)
_THING = r"(?:(?:the|line|number|answer|point|part|heading) )*"
_AND_NO_MORE = r"(?: (?:one|line|answer|point|part|please|first|away|out|to the top|thanks|thank you))*$"
_LINE = re.compile(rf"^{_ASKED}({'|'.join(_VERBS)}) {_THING}{_NAMED}{_AND_NO_MORE}")
_NUMBER = re.compile(rf"^{_ASKED}(?:(?:{'|'.join(_VERBS)}) )?{_THING}{_NAMED}{_AND_NO_MORE}")
_ORDINAL_ONE = re.compile(r"\b(first|second|third|fourth|fifth|sixth|seventh|last) one\b")
_SEVERAL = re.compile(
    rf"^{_ASKED}(?:take out|take away|remove|delete|cross out|take(?=.* (?:out|away)\b)) (?:lines |{_THING})"
    rf"(?P<numbers>{NUMBERED}(?: (?:and )?{_THING}{NUMBERED})+){_AND_NO_MORE}"
)
LONGEST_IN_PASSING = 6
"""Words in an answer that names kin to say who it is for; in longer ones kin may be named in passing."""
_KIN = f"{KIN}|family|child|baby"
ILLNESS = (
    r"cancer|leukaemia|leukemia|lymphoma|myeloma|mesothelioma|tumour|mnd|motor neurone|dementia|alzheimers|parkinsons"
    r"|huntingtons|copd|emphysema|heart failure|kidney failure|liver failure|cirrhosis"
)
_NOT_DEAD = re.compile(
    r"\b(nobody|no one|noone|hasnt|havent|not|nearly|almost|before (i|he|she|they)) ((has|have|had|yet) )?(died|dead)\b"
)
_FIRST_PERSON = re.compile(
    r"(?<!not )\bfor (me|myself)\b"
    r"|\b(i am|im) ((very|so|really|seriously|terminally|the one( who is| whos)?) )*(dying|ill|sick|poorly|unwell)\b"
    rf"|\b(i have|ive got|i have got|ive|i was diagnosed with|my(?! ({_KIN})s?\b))"
    rf" (\w+ ){{0,2}}({ILLNESS})\b(?! nurse)"
    r"|\bmy (own )?(funeral|illness|diagnosis|death)\b"
)
_FOR_SOMEONE = re.compile(
    r"\b((someone )?close to me|someone close|not (for )?me|someone else|family member|relative|a friend"
    rf"|for (him|her|them)|(for|about) my ({_KIN})|(i am|im) (his|her|their) ({_KIN}|carer))\b"
)
_A_KIN = re.compile(rf"\bmy ({_KIN})\b")
_KIN_IS_ILL = re.compile(
    rf"\b(its|it is|about) my ({_KIN})\b"
    rf"|\bmy ({_KIN})(?: \w+){{0,3}} (has|is|was|got|with|have)(?: \w+){{0,7}}"
    rf" ({ILLNESS}|ill|dying|poorly|unwell|sick|terminal)\b"
    rf"|\bmy ({_KIN}) is (back )?in (a |the )?(hospital|hospice)\b"
)
_OTHERS = re.compile(r"\b(she|shes|he|hes|they|theyre|theyve|her|his|him|them|their)\b")
_DOOR_TITLE = re.compile(
    r"(?:(?:its|it is|this is|just) )*for (?:me|myself|(?:someone|somebody)(?: else)?(?: close)?(?: to me)?)"
    r"(?: please| thanks)*"
)
_GRIEVING = re.compile(
    r"\b(died|passed away|is dead|(was|were|got) (killed|murdered)|stillborn|miscarriage|bereaved|grieving"
    r"|killed (himself|herself|themselves|themself)"
    r"|(took|ended|taken) (his|her|their) own life|hanged (himself|herself)"
    rf"|(we|i|weve|ive) (have )?(just )?lost (him|her|them|((my|our|a) ({_KIN}))))\b"
)
_WRITING = re.compile(
    r"\b(help|helping|support|supporting|assisting) (?!(me|us|you|to|with|in|please)\b)(\w+ ){1,7}?"
    r"(to )?(write|writing|fill|filling|type)\b"
    r"|\b(im|i am|ill be|doing the) (just )?(typing|writing)( \w+){0,3} (for|on behalf of) (?!me\b|myself\b|us\b)"
    r"|\b(write|writing|type|typing) (it for )?(theirs|hers|his)\b"
    r"|\b(he|she|they|\w+) (talks?|speaks?|says (it|things)|dictates?|tells me)"
    r"( and| while| then| as)? (i|ill|im) (just |do the )?"
    r"(type|typing|write|writing)\b"
)
_BACK_TO_WRITING = re.compile(
    r"(?:(?:no|ok|right|can we|can i|lets|please|go|get|now|and|oh) )*back to (?:the )?(?:writing|typing)"
    r"(?: (?:it|this|theirs|his|hers|down|what matters))*(?: (?:for|with) \w+(?: \w+)?)?(?: please| now| then)*"
)
MOST_WORDS_ON_WRITING = 20
_HELPING = re.compile(r"\b(volunteer|volunteering|here to help|help others|help other people|befriender)\b")


_NO = frozenset({"no", "nope", "nah", "nothing", "none"})
_PLAIN_NO = frozenset({"no", "no thanks", "no thank you", "no thankyou", "nope", "nah", "n"})
_NO_MORE = frozenset(
    {
        "that", "thats", "is", "it", "all", "thanks", "thank", "you", "more", "else", "nothing", "for", "now", "im",
        "i", "done", "really", "think", "good", "fine", "today", "just", "there", "ta", "cheers", "dont", "so", "not",
        "to", "add", "please", "everything", "enough", "no", "ok", "okay",
    }
)  # fmt: skip
"""Words that may follow a no without saying anything of their own."""
_ACTS = {"keep": "keep", "save": "keep", "share": "share", "delete": "delete"}
"""Words that name an act, and which."""
_ABOUT_THE_WORDS = re.compile(
    r"(?:(?:yes|yeah|yep|yup|yea|aye|ok|okay) )*(?:i think )?(?:(?:thats|that is|its|it is)"
    r"(?: all| just| about| quite)? (?:right|correct|it|perfect|spot on|bang on)|(?:all )?correct|perfect|spot on"
    r"|bang on|it is"
    r"|(?:that )?looks (?:good|right))"
    r"(?: now| i think| to me| please| thanks| thank you| love| dear)*"
)
"""A yes to how something reads is no yes to having it done."""
_WORRIER = re.compile(
    rf"\bmy ({_KIN})s?\b(?: \w+){{0,6}}? (worry|worries|worried|worrying|frets?|fretting|struggl(?:e|es|ing)"
    r"|cope|coping|manage without me|will manage|scared|frightened|exhausted|worn out|upset)\b"
    rf"|\b(worry|worries|worried|worrying|scared|frightened) (about|for|how) my ({_KIN})s?\b"
)
_LEAVES_IT = re.compile(
    r"(?:no |oh |please |just )*(?:leave|take|scrap|forget|drop) (?:it|that|them|those)(?: words?)?"
    r"(?: out| off| please)*"
    r"|(?:no )?(?:dont|do not) (?:put|write|use) (?:it|that|them|those)(?: words?)?(?: down| in| please)*"
)
_LETS_GO = re.compile(
    r"(?:(?:yes|no|just|please|ok|oh|well|i want to|you can|can you) )*"
    r"(?:delete|bin|scrap|wipe|erase|get rid of|throw away)"
    r"(?: (?:it|this|that|them|those|all of (?:it|this|that)|the lot|the draft|my draft|the list))+"
    r"(?: (?:all|please|then|now|thanks|thank you))*"
)
_NO_COPY = re.compile(
    r"(?:no |i |please |just |thanks |thank you )*(?:(?:dont|do not) (?:want|need) (?:a |any |the )?|no |without a )"
    r"copy"
    r"(?: (?:thanks|thank you|please|needed|love))*(?: (?:just|please|you can|and|then|so|simply))*"
    r" (?:delete|remove|erase|bin|scrap|wipe|get rid of) (?:it|that|this|them|the lot|it all|everything)"
    r"(?: (?:please|all|now|thanks|thank you|then|love))*"
)
_NOD = (
    r"ok|okay|k|oh|ah|hmm|right|i see|fine|good|great|lovely|all right|alright|sure|understood|got it|i understand"
    r"|right you are|very good|fair enough|(?:that |it )?(?:makes sense|sounds good)|no problem|no worries|good to know"
    r"|(?:thats|that is|thats all) (?:fine|good|great|ok|okay|all right|clear|better|a relief|reassuring|good to know)"
    r"|thanks|thank you|ta|cheers|then|well|so"
)
_NODS = re.compile(rf"(?:(?:{_NOD})\b ?)+")
"""Words that take note of what was said. None of them is a yes."""
LONGEST_DAYS = 365


def yes_or_no(text: str) -> bool | None:
    """Return True or False for a clear yes or no, None for anything else."""
    said = command(text)
    return {"affirm": True, "deny": False}.get(said or "")


def agrees_to(text: str, act: str) -> bool:
    """Say whether words read as a yes agree to `keep`, `share`, `delete` or another act that is asked about.

    "Keep it" is no yes to deleting; "that's right" and "yes?" are none to anything. No words at all are a pressed yes.
    """
    words = plain(text)
    if words and command(text) != "affirm":
        return False
    named = {_ACTS[word] for word in words.split() if word in _ACTS}
    return named <= {act} and not _ABOUT_THE_WORDS.fullmatch(words) and not text.rstrip().endswith("?")


def lets_go(text: str) -> bool:
    """Say whether these words are no more than a wish to have what is read back deleted: "yes delete it", "bin it"."""
    return _LETS_GO.fullmatch(plain(text)) is not None and not text.rstrip().endswith("?")


def nods(text: str) -> bool:
    """Say whether these words only take note of what was just said: "ok", "right, I see", "fair enough"."""
    return _NODS.fullmatch(plain(text)) is not None


def plain_no(text: str) -> bool:
    """Say whether these words are no more than a no: not "don't", "I don't know" or "no, that's all"."""
    return plain(text) in _PLAIN_NO


def lets_go_without_copy(text: str) -> bool:
    """Say whether words answer both what is to go and that no copy of it is wanted: "no copy, just delete it"."""
    return _NO_COPY.fullmatch(plain(text)) is not None and not text.rstrip().endswith("?")


def leaves_it(text: str) -> bool:
    """Say whether these words are no more than a no to having something put down: "no leave it", "leave that out"."""
    return _LEAVES_IT.fullmatch(plain(text)) is not None


def says_no(text: str) -> bool:
    """Say whether an answer declines and adds nothing: "no that's it thanks", not "no more hospital stays"."""
    words = plain(text).split()
    return bool(words) and words[0] in _NO and _NO_MORE.issuperset(words[1:])


def door(text: str) -> str | None:
    """Return which door the words name (a value of `Door`), or None where they name none or two."""
    words = _NOT_DEAD.sub(" ", plain(text))
    if grieves_before(text) and _A_KIN.search(words):
        return "close"
    if written_for(text) or (_WRITING.search(words) and not _GRIEVING.search(words)):
        return "writing"
    return _door_of(words)


def turns_to_writing(text: str) -> bool:
    """Say whether the words tell that somebody writes down another's words: "he talks, I type"; or goes back to it."""
    words = plain(text)
    few = len(words.split()) <= MOST_WORDS_ON_WRITING
    return goes_back_to_writing(text) or (few and bool(_WRITING.search(words)) and not _GRIEVING.search(words))


def goes_back_to_writing(text: str) -> bool:
    """Say whether the words ask to go on writing for somebody, and nothing else: "back to writing for him"."""
    return _BACK_TO_WRITING.fullmatch(plain(text)) is not None


def door_title(text: str) -> str | None:
    """Return the door whose button was typed out, of those for oneself and for somebody close; else None."""
    return door(text) if _DOOR_TITLE.fullmatch(plain(text)) else None


def _door_of(words: str) -> str | None:
    if _FIRST_PERSON.search(words):
        return "me"
    if _GRIEVING.search(words):
        return None if _HELPING.search(words) or _FOR_SOMEONE.search(words) else "grieving"
    kin = _A_KIN.search(words) is not None
    if _HELPING.search(words):
        return None if kin else "helping"
    me = re.search(r"\b(me|myself|mine)\b", _FOR_SOMEONE.sub(" ", words)) is not None
    in_passing = len(words.split()) > LONGEST_IN_PASSING
    if _FOR_SOMEONE.search(words) or _KIN_IS_ILL.search(words) or (kin and not in_passing):
        return None if me else "close"
    if kin or (in_passing and _OTHERS.search(words)):
        return None
    return "me" if me or re.search(r"\b(i am|im)\b(?! not\b)", words) else None


def grieves_before(text: str) -> bool:
    """Say whether the words tell of grief for somebody who has not died: "she hasn't died yet but I'm grieving"."""
    words = plain(text)
    rest = _NOT_DEAD.sub(" ", words)
    return rest != words and re.search(r"\b(griev\w+|grief|mourning)\b", rest) is not None and "died" not in rest


def tells_of_illness(text: str) -> bool:
    """Say whether the words tell that somebody is ill or dying."""
    return (
        re.search(rf"\b(dying|died|ill|sick|poorly|unwell|terminal|diagnosed|hospice|{ILLNESS})\b", plain(text))
        is not None
    )


def names_kin(text: str) -> bool:
    """Say whether the words name somebody by what they are to the writer: "mum", "my neighbour"."""
    return re.search(rf"\b({_KIN})s?\b", plain(text)) is not None


def tells_of_a_worrier(text: str) -> bool:
    """Say whether the words tell that somebody close worries, or how they will manage: "my wife worries"."""
    return _WORRIER.search(plain(text)) is not None


def number(text: str, most: int) -> int | None:
    """Return the number from 1 to `most` that the words name and do nothing else ("2", "the second one"), or None."""
    found = _NUMBER.match(plain(text))
    if not found:
        return None
    value = _NUMBERS.get(found.group(1)) or int(found.group(1))
    value = most if value == _LAST else value
    return value if 1 <= value <= most else None


def line_command(text: str) -> tuple[str, str] | None:
    """Return (`change` | `remove` | `move`, the number as said) for "take out 2" and its like, or None."""
    found = _LINE.match(plain(text))
    return (_VERBS[found.group(1)], found.group(2)) if found else None


def lines_to_remove(text: str) -> tuple[str, ...]:
    """Return the numbers as said for "take out 3, 4 and 7"; none where it is fewer than two, or something else."""
    found = _SEVERAL.match(_ORDINAL_ONE.sub(r"\1", plain(text)))
    return tuple(word for word in found["numbers"].split() if re.fullmatch(NUMBERED, word)) if found else ()


def days(text: str) -> int | None:
    """Return how many days a length of time means ("a week", "30 days", "3 months"), at most a year; else None."""
    if re.search(r"\d[.,]\d|\bhalf\b", text.casefold()):
        return None
    found = re.search(r"\b(\d{1,3}|an?|one|two|three|four|five|six)\s*(day|week|fortnight|month|year)s?\b", plain(text))
    if not found:
        return None
    count = 1 if found.group(1) in {"a", "an"} else _NUMBERS.get(found.group(1)) or int(found.group(1))
    length = count * {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}[found.group(2)]
    return length if 1 <= length <= LONGEST_DAYS else None


def clean(text: str) -> str:
    """Return the person's words without characters that are not writing (NUL and other controls, lone surrogates,
    characters that turn the direction of text around). Line breaks and tabs stay; nothing else is changed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or not _NOT_WRITING.match(c)).strip()


_NOT_WRITING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
