"""What is said to the chat about itself while it waits for an answer: "are you listening", "that's not what I asked".

None of it may become words of a record.
"""

import re

from bot.understanding.asking import parts
from bot.understanding.commands import command, plain

LISTENING = "listening"
"""Whether anything is heard at all."""
COUNTS = "counts"
"""Whether somebody, or what they said, is in the right place."""
WELCOME = "welcome"
"""Whether somebody is in the way, or wastes time."""
ALLOWED = "allowed"
"""Whether what they would like may be."""
FOR_WHOM = "for_whom"
"""Whether this is for somebody like them, before they began."""
WHAT_TO_SAY = "what_to_say"
"""How the open question is to be answered."""

_LEAD = (
    r"(?:(?:oh|christ|god|jesus|ok|okay|and|but|so|well|right|sorry|please|hang on|hold on|wait|hello|hey|no|yes|look"
    r"|then|excuse me) )*"
)
_END = r"(?: (?:then|now|too|please|though|or what|or not|at all|even|to me|here))*"
_YOU = r"(?:you|u)"
_WROTE = r"(?:me|that|this|what i (?:say|said|write|wrote|put|typed)|any of (?:it|that|this))"
_SAYS = {
    LISTENING: (
        rf"(?:are|r) {_YOU} (?:even |still |actually |really )*(?:listening|paying attention|reading(?: {_WROTE})?)"
        rf"|did {_YOU} (?:even |actually )?(?:hear|read|get) {_WROTE}|(?:youre|{_YOU} are) not (?:even )?listening"
        rf"|{_YOU} (?:dont|didnt|never) listen"
    ),
    COUNTS: r"(?:does|do|would|will) (?:that|this|it|i|he|she|they|we) (?:still |even |really )*count",
    WELCOME: (
        r"(?:am i|im|i am|i feel like im|i feel i am|sorry if im|is this|are we) (?:just |only |probably |being )?"
        r"(?:wasting|taking up|using up) (?:your|anyones|peoples|any of your|too much|too much of your) time"
        r"|am i (?:just |only )?(?:being |getting )?(?:a )?(?:bother|nuisance|pain|in the way|silly|daft)"
        r"(?: (?:to|for) (?:you|anyone|everyone|people|them))?"
        r"|(?:should|ought) i (?:really |even )?(?:to )?be (?:here|on here|doing this|using this)"
        r"|do i (?:really |even )?(?:belong|deserve (?:this|help))(?: here)?"
    ),
    ALLOWED: r"(?:is|are|would) (?:that|this|it|they) (?:be )?(?:even |actually |still )*allowed|am i allowed",
    WHAT_TO_SAY: (
        r"(?:what|how) (?:do|should|shall|can|must|am) i (?:meant to |supposed to )?(?:say|write|put|type|answer)"
        r"(?: (?:next|here|now|to you|to that|to this))+|what next"
    ),
}
_UNSURE = (
    r"(?:(?:i|im|i am|really|just|maybe|perhaps|to be honest|honestly|tbh) )*(?:not (?:at all "
    r"|really |quite )?(?:sure|certain)|unsure|dont know"
    r"|do not know|dunno|wondering|wonder|no idea|doubt)(?: (?:if|whether|that|why|what))?"
)
_HERE = r"(?:this|it|that|this (?:thing|app|chat|service|website|place))"
_DOUBTS = re.compile(
    rf"{_LEAD}(?:{_UNSURE} )?(?:{_HERE} (?:is|isnt|will be|would be|works|can be)(?: really| even"
    rf"| right| meant| any good| for)*"
    r" ?(?:for )?(?:me|us|people like (?:me|us)|someone like me|somebody like me|my (?:thing|cup of tea))"
    rf"|(?:is|would|will) {_HERE} (?:be )?(?:even |really |right |meant |only )*(?:for )(?:me|us"
    rf"|people like (?:me|us)|someone like me|somebody like me|everyone|anyone)"
    r"|(?:i|we) (?:should|shouldnt|ought to|belong|even belong) (?:be|even be|be on)? ?(?:here|on here|in here)"
    r"|(?:am i|im|i am) in the (?:right|wrong) place|(?:im|i am|am i|what am i) (?:even )?(?:doing"
    r"|allowed)(?: on)? here"
    rf"|(?:why )?(?:im|i am) (?:even )?(?:on )?here|(?:i|we) (?:can|could|may) (?:even )?use {_HERE}"
    rf"|can i (?:even )?use {_HERE}"
    rf"|who (?:is|can use) {_HERE}(?: for)?|(?:i|we) (?:want|need) {_HERE})"
    rf"(?: (?:or not|yet|really|at all|to be honest|tbh|but|either|then))*"
)
_SHAPES = {kind: re.compile(f"{_LEAD}(?:{says}){_END}") for kind, says in _SAYS.items()}

_REPAIR = re.compile(
    r"\s*(?:(?:oh|no|ok|but|and|well|look|sorry|please|hang on|christ|god)[\s,.!]+)*"
    r"(?:i (?:just |already |have )?asked (?:you|u)(?: about)?"
    r"|(?:thats|that is|that wasnt|its|it is|this is)(?: not)? what i(?: asked|m asking|was asking| wanted to know)"
    r"(?! for)(?: you)?(?: about)?"
    r"|(?:you|u|youve) (?:still |just )?(?:didnt|did not|havent|have not|never|dont|not|wont) answer(?:ed|ing)?"
    r"(?: (?:me|my question|the question|that|it))?(?: about)?"
    r"|(?:youre|you are|ur) not answering(?: me| my question| the question)?"
    r"|that (?:doesnt|didnt|does not|did not) answer (?:me|my question|the question|it)"
    r"|(?:please )?(?:just )?answer (?:me|my question|the question)|(?:my question was|what i asked was))\b[\s,.:;!…-]*"
)
_MARKS = re.compile("['’]")


def asked_again(text: str) -> str | None:
    """Return what is asked again by somebody who was not answered, "" where they do not say it, or None."""
    words = _MARKS.sub("", text).casefold()
    found = _REPAIR.match(words)
    return words[found.end() :].strip() if found else None


_WHO_OR_WHAT = (
    r"(?!(?:i|we|you|he|she|it|they|that|this|there)\b)(?!.*\b(?:die|dies|dying|dead|death|assist\w*|euthan\w*|suicide"
    r"|kill|treat\w*|drugs?|morphine|refus\w*|organs?|buri\w*|bury|cremat\w*|ashes|funerals?|resus\w*|wills?)\b)"
    r"(?:\w+ ){1,4}?"
)
_PLACE = r"(?:(?: (?:in|on|at|inside|there|here|to (?:visit|stay|come(?: in)?|sleep)|with|by)\b.*)?)"
_MAY_THEY = re.compile(
    rf"{_LEAD}(?:(?:is|are|would|will) {_WHO_OR_WHAT}(?:be )?(?:even |still |actually |really )*"
    rf"(?:allowed|permitted|welcome){_PLACE}"
    rf"|do they (?:allow|let|take|permit) (?:in )?(?:\w+ ){{0,2}}\w+{_PLACE}"
    r"|can (?:my |our |the |his |her )?(?:dogs?|cats?|pets?|animals?|kids|children|grandchildren|grandkids|visitors"
    rf"|friends|family)(?: (?:still|even))? (?:come|visit|stay|go|be)(?: (?:in|too|with|as well))*{_PLACE})"
    r"(?: (?:do you know|then|please|now|or not|at all))*"
)
"""What the staff of a place decide: "are dogs allowed". What the law allows is another thing."""


def asks_if_allowed(text: str) -> bool:
    """Say whether a part of the words asks whether somebody or something may be at a place."""
    return any(_MAY_THEY.fullmatch(plain(part)) for _, part in parts(text))


def said_to_chat(text: str) -> str:
    """Return which of these things a part of the words says to the chat, or ""."""
    if asks_if_allowed(text):
        return ALLOWED
    told = [plain(part) for _, part in parts(text)]
    return next((kind for kind, shape in _SHAPES.items() if any(map(shape.fullmatch, told))), "")


def doubts(text: str) -> str:
    """Return what is doubted before anything has begun: whether this is for somebody, or whether it may be; or ""."""
    words = plain(text)
    if _SHAPES[ALLOWED].fullmatch(words):
        return ALLOWED
    return FOR_WHOM if _DOUBTS.fullmatch(words) and not command(text) else ""
