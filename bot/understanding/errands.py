"""Errands guessed while an open question waits: only words that put one plainly to the chat are more than an answer.

"Knock before you come in" and "take me on a Friday" are asked of whoever comes; "I have to go now" is said here.
"""

import re

ABOUT_THE_CHAT = {
    "skip": re.compile(r"\b(question|next one|the one after|not that one|pass on (this|that))\b"),
    "go_back": re.compile(r"\b(question|the one before|wrong button|last answer)\b"),
    "pause": re.compile(r"\b((can|could) we pause|back in \w+ minutes|finish this (later|tomorrow)|need to pause)\b"),
    "stop": re.compile(r"\b(questions?|the chat|this chat|close it|stop this)\b"),
    "start_over": re.compile(r"\b(start|begin) (it |this |the whole thing |all )?(again|over|afresh)\b"),
    "goodbye": re.compile(r"\b(bye|goodbye|have to go now|got to go now)\b"),
    "give_feedback": re.compile(
        r"\b(this|the|your) (chat|thing|service|app|bot|assistant|page|site|questions?|wording|answers?|repl(y|ies))\b"
    ),
}
"""These end or move a conversation, and the words just said go with the turn. So while a question waits they are only
guessed when the sentence speaks of the chat itself: "the question before", never "go back to Ireland"."""

_OH = r"^(?:(?:oh|ok|okay|right|well|so|and|but|no|sorry|actually|anyway|please|love|hi|just|think|i think|yes) )*"
_I_NOW = (
    _OH + r"(?:i|im|ive|ill|id|we|were|weve|well|lets|shall we|need|got|gotta|must|could do with|fancy|off|going|gonna"
    r"|time|enough|not (?:today|now)|no more|that(?:s| is| will)|this|tired|too tired"
    r"|(?:stop|finish) (?:here|now|there|for|it|this)"
    r"|back (?:later|tomorrow|soon))\b"
)
_PUT = {
    "pause": re.compile(_I_NOW + r"|\b(?:break|for now|another (?:day|time)|later|tomorrow)\b"),
    "stop": re.compile(_I_NOW),
    "goodbye": re.compile(
        _I_NOW
        + rf"|{_OH}(?:bye\w*|goodbye|good ?night|night|nighty|ta ?ra|cheerio|see (?:you|ya)|cya|farewell|take care"
        r"|speak (?:soon|later)|until|till|ttyl|toodle\w*|so long)\b"
    ),
    "resume": re.compile(
        _I_NOW + rf"|{_OH}(?:carry on|go on|continue|keep going|next|where|ready|still)\b|{_OH}back(?: now| again)?$"
    ),
    "greet": re.compile(
        _OH
        + r"(?:hi\w*|hello|hey|hallo|good (?:morning|afternoon|evening|day)|its me|its only me|me again)\b"
        + rf"|{_OH}(?:morning|afternoon|evening)(?: all| again| to you| love)?$"
    ),
    "thank": re.compile(
        _OH + r"(?:many |big |a big )?(?:thank(?:s|you)?(?! (?:the|my|them|him|her))|ta|cheers|much obliged|bless)\b"
    ),
    "set_reminder": re.compile(r"\b(?:remind\w*|nudge|calendar|alarm|time ?zone)\b"),
    "help": re.compile(r"\b(?:help|stuck|lost|(?:how|what) (?:do|does|can|could) (?:i|you|this|it))\b"),
}
"""How each is put by somebody who means the chat, and means now."""
_OF_REMINDING = re.compile(
    r"\b(?:remind\w*|nudg\w*|calendar|alarm|time ?zone|diar\w+|prompt\w*|ping|prod|poke|jog|beep|buzz|bug|alert\w*"
    r"|notif\w*|forg[eo]t\w*|remember\w*|shout|bell|messages?|msg|note|notice|reveille"
    r"|(?:send|mind|rouse|recall|tap|bonk|tell|ask|text|ring|call|contact|write|find|wake|chase|come back to"
    r"|get back to|get on tae) (?:me|us|it|word|something|smth|sumthing)"
    r"|(?:bring|pick|send|pop|pipe|put|stick|drop|hear|knot|word|give me|let me know)\b.*\b(?:up|to my attention"
    r"|something|on for|in for|in mind|in my ear|word|a line|a (?:\w+ )?(?:call|card)|from you|hanky|when))\b"
)
"""Some word of reminding, in one of the many ways to ask for that. A date alone asks for nothing."""
OF_SHARING = re.compile(
    r"\b(?:shar(?:e|es|ed|ing)|show\w*|send\w*|sent|forward\w*|email\w*|give|giving|pass\w* (?:it|this|that|them) on"
    r"|cop(?:y|ies)|links?|print\w*|(?:see|seeing|read|reading|look at|looking at|open) (?:it|this|that|what|my|these)"
    r"|(?:let|make|get) \w+ (?:\w+ ){0,3}(?:see|read|know|look))\b"
)
"""Some word of having others read what is written: "let it visit" is said of a dog."""
_OF_LIFE = re.compile(
    r"\bi (?:\w+ )?(?:like|love|hate|enjoy|prefer|loathe|value)\b|\b(?:always|every|each|usually|whenever)\b"
    r"|\b(?:when|before|after|if|until|till|while|unless) (?:you|they|people|anyone|someone|somebody|he|she)\b"
    r"|\b(?:mornings|afternoons|evenings|nights|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
    r"|\b(?:of an?|on an?|at|over|during) (?:breakfast|dinner|lunch|tea|supper|night|mealtimes?|morning|evening"
    r"|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""How somebody lives, and what others are to do about it: never said of this one conversation."""


def is_one(intent: str) -> bool:
    """Say whether a guess of this intent has to be borne out by the words."""
    return intent in _PUT


def asks_for_a_reminder(words: str) -> bool:
    """Say whether plain words that were guessed to ask for a reminder have any word of that."""
    return _OF_REMINDING.search(words) is not None


def put_plainly(intent: str, words: str, *, asked: bool) -> bool:
    """Say whether plain words put this errand to the chat. `asked`: they are a question."""
    if ABOUT_THE_CHAT.get(intent, _NEVER).search(words):
        return True
    if intent == "set_reminder":
        return _PUT[intent].search(words) is not None
    return asked or bool(_PUT[intent].search(words) and not _OF_LIFE.search(words))


_NEVER = re.compile(r"(?!)")
