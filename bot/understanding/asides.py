"""Whole messages said to the chat that answer nothing: an insult, a silence broken, a change of mind, "shorter".

Strict, as commands are: what is not clearly one of these is an answer, and is kept as it was said.
"""

import re

from bot.understanding.answers import door
from bot.understanding.commands import plain
from bot.understanding.planning import is_of_another
from bot.understanding.refusing import refuses

_OH = r"(?:(?:oh|well|god|christ|jesus|ok|right|honestly|look|just|sorry|no|actually|and|but|so) )*"
_VERY = (
    r"(?:(?:so|just|really|bloody|fucking|effing|flipping|completely|absolutely|totally|utterly|such|a|an|the|very) )*"
)
_NAME = r"(?:useless|stupid|thick|dumb|rubbish|crap|shit|pathetic|hopeless|daft|idiotic|ridiculous|annoying|awful)"
_THING = r"(?:bot|machine|robot|computer|thing|program|programme|software|app|service|chatbot|assistant)"
_CALLED = r"(?:idiot|moron|prat|twat|wanker|bastard|cow|pig|joke|waste of (?:space|time)|piece of (?:crap|shit|junk))"
_INSULT = re.compile(
    rf"{_OH}(?:you|youre|you are|ur|u r|this is|its) {_VERY}(?:{_NAME}(?: {_THING})?|{_CALLED}|{_THING}s? {_NAME})"
    rf"|{_OH}{_VERY}{_NAME} {_THING}"
    rf"|{_OH}(?:you|youre|you are) {_VERY}(?:no (?:use|help|good)|not (?:any )?(?:use|help|good|helping))"
    r"(?: to me| at all)*"
    r"|(?:oh |just )*(?:shut up|shut it|fuck off|piss off|sod off|get lost|fuck you|screw you|up yours|bugger off)"
    r"(?: you (?:\w+ ){0,2}\w+)?"
)
_OF_A_THING = re.compile(r"^(?:\w+ )*(?:this is|its) ")
_OF_THE_CHAT = re.compile(rf"\b{_THING}\b")

_TOOK_A_WHILE = re.compile(
    r"(?:(?:sorry|ok|yes|oh|hi|hello|right|well) )*"
    r"(?:(?:sorry )?(?:it |that |this )?(?:took|takes|taking|its taking|it is taking) (?:me )?"
    r"(?:a (?:bit|while|long time)|ages|so long|some time)(?: to (?:answer|type|think|write|reply))?"
    r"|(?:(?:im|i am|yes|yeah) )*still (?:here|thinking)|(?:im|i am) (?:just )?thinking(?: about it)?"
    r"|(?:im|i am) (?:a bit )?slow(?: at (?:this|typing))?(?: (?:today|this morning|tonight))*"
    r"(?: (?:its |because of |cos of |with |on )*(?:the |my |new |these )*(?:tablets|meds|pills|painkillers|morphine))?"
    r"|(?:sorry )?(?:i )?(?:nodded|dropped) off"
    r"|bear with me|give me (?:time|a (?:bit|moment|sec|second))|let me think(?: about (?:it|that))?)"
    r"(?: sorry| please| now| again| just)*"
)
_HESITATES = re.compile(r"(?:(?:oh|well|so) )*(?:u+m+|e+r+m*|h+m+|u+h+)(?: (?:u+m+|e+r+m*|h+m+|u+h+|well|so|oh))*")
_GETS_ON = re.compile(
    r"(?:(?:ok|okay|right|well|so|oh|yes|come on|then|please) )*"
    r"(?:lets(?: just)?|let us|(?:i |we )?(?:might|may) as well(?: just)?|shall we(?: just)?) "
    r"(?:get (?:this|it|that) (?:over(?: and done)?(?: with)?|done(?: with)?|out of the way|finished)"
    r"|get (?:on with (?:it|this)|cracking|going|moving)|crack on)(?: (?:then|now|please|with it|with this|shall we))*"
)
"""To go on, however little it is liked: no end of the talk, and no yes to anything."""
_ONLY_DOTS = re.compile(r"[\s.\u2026]*(?:\.|\u2026)[\s.\u2026]*")

_SHORTER = re.compile(
    rf"{_OH}(?:(?:can|could) (?:you|it|this|we) (?:be|make (?:it|this)|keep (?:it|this)|say (?:it|this)|write)? ?"
    r"|(?:please )?(?:make|keep) (?:it|this|that) |please |be )?(?:a bit |much )?(?:shorter|briefer|brief|short)"
    r"(?: (?:please|messages?|answers?|words|sentences|next time|thanks|from now on))*"
    rf"|{_OH}(?:(?:thats|this is|that is|its|there is|theres|it is) )?(?:far |way |much )?too (?:much|many)"
    r" (?:text|words|writing|reading|to read|information|info)(?: please| for me| sorry| here)*"
    rf"|{_OH}(?:thats|this is|that is|its|it is) (?:far |way |much )?too long"
    r"(?: (?:to read|cut it down|for me|please|make it shorter))+"
    r"|(?:less|fewer) (?:text|words|writing)(?: please)?|(?:please )?cut it (?:down|short)(?: for me| please)*"
    rf"|{_OH}(?:please )?just tell me what to do(?: please)?"
)

_CHANGED = r"(?:ive changed my mind|i have changed my mind|changed my mind|ive had second thoughts|second thoughts)"
_NOT_THIS = (
    r"(?:i (?:really )?(?:dont|do not|no longer) (?:really )?(?:want to|wish to|feel like|fancy) (?:do|doing)"
    r" (?:this|it|that)"
    r"|(?:id|i would) rather not(?: do (?:this|it|that))?)"
)
_LEAVES = re.compile(
    rf"{_OH}(?:{_CHANGED}(?: {_OH}{_NOT_THIS})?|{_NOT_THIS} (?:now|after all|today))(?: (?:any ?more|sorry|thanks))*"
    rf"|(?:no |oh |sorry |well )*actually {_OH}{_NOT_THIS}(?: (?:any ?more|now|after all|today|sorry|thanks))*"
)
"""Without "actually" or a mind changed, "I don't want this any more" may be said of a treatment, or of more."""
_KEEPS = re.compile(
    rf"(?:{_CHANGED}|actually|wait|hang on|hold on|no wait|oh wait|sorry) "
    r"(?:(?:no|actually|please|i want to|you can|do) )*"
    r"(?:keep|leave|save) (?:it|that|them|this)(?: (?:in|all|please|as it (?:is|was)|how it was|after all|then))*"
)
_OTHER_DOOR = re.compile(
    r"(?!wait for\b)(?:(?:no|nope|wait|sorry|oh|oops|actually|hang on|hold on|i meant?|it was meant) )+"
    r"(?:(?:its|it is|this is|thats|that is|to be|it to be) )?(?:for|about) (?:(?:me|myself|my(?: \w+){1,2}"
    r"|someone close(?: to me)?|somebody close(?: to me)?)(?: please| really| not \w+(?: \w+)?)*)"
)
_LAST = (
    r"(?:(?:the |that |my )?last (?:bit|one|line|part|thing|answer)"
    r"|that(?: (?:last )?(?:bit|one|line|part|answer))?|what i (?:just )?said)"
)
_ELSEWHERE = (
    r"(?:(?:because|cos|as|sorry|oh) )*"
    r"(?:(?:i was|i am|im) (?:just |only |still )?(?:talking|speaking|shouting|chatting)"
    r" (?:to|at|with) (?:\w+ ){0,2}\w+|(?:that|it) was (?:meant )?(?:to|for) (?:the|my|our) \w+|i was on the phone"
    r"|(?:my|the) (?:\w+ )?\w+ (?:typed|wrote|sent|did|said) (?:that|it))"
)
_NOT_FOR_THE_CHAT = (
    r"(?:(?:that|it|this) (?:wasnt|was not|isnt|is not)(?: meant)? (?:for|to) you|not (?:meant )?(?:for|to) you"
    r"|(?:(?:that|it) was (?:the )?)?"
    r"(?:wrong (?:window|chat|person|box)|(?:typed |sent )?by mistake|(?:typed|sent) by accident))"
)
"""What was said to somebody else, or slipped in. The first kind alone may be an answer."""
_FORGETS = re.compile(
    rf"{_OH}(?:(?:please )?(?:can you )?"
    r"(?:forget|scrap|ignore|scratch|leave out|drop|lose|dont keep|dont use"
    r"|dont (?:write|note)(?: down)?)"
    rf" {_LAST}(?: out| down| please| sorry| love| thanks)*"
    r"|(?:i (?:shouldnt|should not) have said that|take (?:it|that) back)(?: please)?"
    rf"|{_NOT_FOR_THE_CHAT})(?: (?:{_NOT_FOR_THE_CHAT}|{_ELSEWHERE})| sorry| please)*"
)
_MISREAD = re.compile(
    rf"{_OH}(?:(?:you|youve|you have|u|uve) (?:all |just |really |clearly )?"
    r"(?:got|have got|written|put|read|understood) (?:that|it|this|me|my words|what i said)"
    r" (?:all |completely |totally |quite |a bit )?(?:wrong|down wrong|wrongly)"
    r"|(?:you|youve|you have) (?:misunderstood|misread|misheard)(?: (?:me|that|it))?"
    r"|(?:youre|you are) wrong(?: about that)?"
    r"|(?:thats|that is|its|it is|this is) not (?:at all )?(?:what|how) i"
    r" (?:said|meant|wrote|put(?: it)?|typed|told you)"
    r"|i (?:(?:didnt|did not) (?:say|write|put|type)|never (?:said|wrote|put|typed)) (?:that|this))"
    r"(?: at all| there| sorry| again| mate| love)*"
)
_BACK = re.compile(
    r"(?:(?:hello|hi|hiya|hey|ok|morning|evening|well) )*"
    r"(?:(?:its|it is) (?:only |just )?me(?: again| here)?|(?:only )?me again)"
    r"(?: love| sorry| now)*"
)
_TAKES_OFF = re.compile(
    r"(no |oh |sorry |please |can you |could you |actually |just |love |so )*"
    r"((take|cross|rub|strike) (that|this)( (last )?(one|bit|line|answer|part))? (off|out|away|back)"
    r"|(delete|remove|scrub|scrap|erase|get rid of) (that|this)( (last )?(one|bit|line|answer|part))?)"
    r"( please| love| then| sorry)*"
)


_WHY_TOLD = r"(?:why(?: \w+){0,3}|that|this|it|so|all that|the reason|my reason|my answer|everything)"
_SAID_ALREADY = re.compile(
    rf"{_OH}(?:but )?(?:(?:i|ive|i have) (?:(?:just|already|literally|only just) )+"
    rf"(?:said|told you|answered|explained|done|given you|wrote|written)(?: {_WHY_TOLD})?"
    rf"|(?:i|ive|i have) (?:told you|answered|explained)(?: {_WHY_TOLD})?|i said why"
    r"|(?:you|u|youve|you have) (?:(?:just|already|only just) )+asked(?: me)?(?: (?:that|this|it|why))?"
    r"|(?:(?:why are|stop|are)(?: you)?|you keep|youre|you are|ur|u r|its|now youre) (?:just |still |now |always )?"
    r"asking(?: me)?(?: (?:the same (?:thing|question)|why))(?: (?:about|of|to) (?:the|a|my|that) \w+)*"
    r"|(?:that|it) (?:was|is) (?:the|my) (?:why|reason|answer)|thats (?:the|my) (?:why|reason|answer)"
    r"|(?:a |the )?why (?:about|of|to) (?:the|a) why)"
    r"(?: (?:already|twice|above|before|just now|a (?:minute|second) ago|again|once|now|love|sorry|over and over))*"
)
"""What was asked is answered already, as they see it: there is no more to say to it."""


def is_said_already(text: str) -> bool:
    """Say whether the words only tell that the question was answered: "I just said why", "you asked me that"."""
    told = [part for part in map(plain, re.split(r"[.!?,;\n]+", text)) if part]
    return bool(told) and all(map(_SAID_ALREADY.fullmatch, told))


def is_insult(text: str) -> bool:
    """Say whether the words only insult the assistant. "This is rubbish" may be about care: it has to name the chat."""
    words = plain(text)
    if not _INSULT.fullmatch(words):
        return False
    return not _OF_A_THING.search(words) or _OF_THE_CHAT.search(words) is not None


def is_still_here(text: str) -> bool:
    """Say whether somebody only shows that they are there: "...", "still here", "sorry, took me a while"."""
    words = plain(text)
    return any((_ONLY_DOTS.fullmatch(text), _TOOK_A_WHILE.fullmatch(words), _HESITATES.fullmatch(words)))


def gets_on(text: str) -> bool:
    """Say whether somebody wants to go on and have it done: "let's get this over with"."""
    return _GETS_ON.fullmatch(plain(text)) is not None


def wants_shorter(text: str) -> bool:
    """Say whether the words ask for less to read: "shorter please", "too much text"."""
    return _SHORTER.fullmatch(plain(text)) is not None


def changes_mind(text: str) -> bool:
    """Say whether somebody turns away from what they began: "actually, I don't want to do this", "changed my mind"."""
    return _LEAVES.fullmatch(plain(text)) is not None


def keeps_after_all(text: str) -> bool:
    """Say whether somebody takes a no back and wants their words kept as they are: "changed my mind, keep it"."""
    return _KEEPS.fullmatch(plain(text)) is not None


def forgets_last(text: str) -> bool:
    """Say whether what was just said is to go, and no more than that: "no, forget that last bit", "not for you"."""
    return _FORGETS.fullmatch(plain(text)) is not None or is_of_another(text)


def is_misread(text: str) -> bool:
    """Say whether somebody tells that they were taken wrongly, and not how: "you've got that wrong"."""
    return _MISREAD.fullmatch(plain(text)) is not None


def is_back(text: str) -> bool:
    """Say whether the words only show who has come: "it's me"."""
    return _BACK.fullmatch(plain(text)) is not None


def takes_off(text: str) -> bool:
    """Say whether the words ask to take off what was just said, or a line that is shown: "no love, take that off"."""
    return _TAKES_OFF.fullmatch(plain(text)) is not None


def other_door(text: str) -> str | None:
    """Return who it is for after all, where the words only put that right: "no wait, it's for me"; else None."""
    return door(text) if _OTHER_DOOR.fullmatch(plain(text)) else None


_MEANINGS = (
    (is_still_here, "resume"),
    (gets_on, "resume"),
    (is_insult, "abusive"),
    (wants_shorter, "easy_read"),
    (changes_mind, "stop"),
    (forgets_last, "edit_summary"),
    (is_misread, "edit_summary"),
    (refuses, "skip"),
)


def aside(text: str, state: str) -> str | None:
    """Return the intent of a message that is said to the chat and answers nothing, or None."""
    if keeps_after_all(text):
        return "record_summary" if state == "open" else "inform"
    if is_back(text) and state != "choosing":
        return "greet"
    if state == "answering" and is_said_already(text):
        return "skip"
    return next((intent for means, intent in _MEANINGS if means(text)), None)
