"""Words that only say that nothing will be done: "no i won't, i was just saying", "don't panic, i wouldn't do it".

Read only while a question of the door is open, and only whole: with one word more ("i wouldn't do it if") it is none.
"I won't do it" may also be said to what the door advised; it counts where the door asked in words.
"""

import re

from bot.model.safety import Asked
from bot.safety.normalise import plain

_WORRY = (
    r"(?:please )?(?:(?:dont|do not|no need to|you neednt) (?:(?:be|you|get|go) )?(?:panic|worry|fret|stress|silly"
    r"|daft|worried"
    r"|alarmed|upset)|calm down|chill(?: out)?|relax|no worries|nothing to worry about|its nothing)"
)
_LED = (
    r"(?:no|nah|naw|nope|oh|god|jeez|lol|haha|hey|look|sorry|honestly|well|ok|okay|please|but|and|because|cos|so|yes"
    r"|yeah"
    r"|its (?:ok|okay|fine|alright|all right)|(?:of )?course (?:not|i wont)?|mate|love|god no|really|i (?:swear"
    r"|promise)"
    r"|promise|honest|tbh|to be honest|all good|im (?:ok|okay|fine|alright|safe)|not at all|never|thanks|thank you)"
)
_NEVER = (
    r"(?:i|id|ill|im)(?: (?:really|honestly|just|obviously|d|would))*"
    r" (?:wouldnt|would not|never would|would never|could never|never|am never)"
)
_WILL_NOT = (
    r"(?:i|im)(?: (?:really|honestly|just|obviously|am))* (?:wont|will not|never will|will never|not going to"
    r"|not gonna"
    r"|not planning (?:to|on)|not about to|dont intend to)"
)
_DO_IT = (
    r"(?: (?:actually|ever|really|even))*(?: (?:do|doing) (?:it|anything(?: like that| silly| stupid| daft| bad"
    r"| to myself)?|owt"
    r"|something (?:silly|stupid|daft|like that))| act on (?:it|that|them|any of it|those thoughts|these thoughts)"
    r"| go through with (?:it|that)| (?:hurt|harm|kill) myself| end (?:it|my life))"
)
_TAIL = (
    r"(?: (?:to|my|the|kids|family|mum|dad|children|wife|husband|them|him|her|honestly|honest|really|i promise|promise"
    r"|i swear|swear"
    r"|ok|okay|though|tbh|to be honest|ever|anyway|or anything|of course|obviously|you know|please))*"
)
_SURELY = rf"{_NEVER}{_DO_IT}{_TAIL}"
_MEANT_NOTHING = (
    r"i(?:m| was| am)? (?:(?:was|am|only|just|really) )*(?:saying|sayin|venting|moaning|ranting|joking|kidding"
    r"|messing(?: about)?"
    r"|exaggerating|being (?:dramatic|silly|daft|stupid)|having a (?:moan|rant|wobble)|letting off steam"
    r"|thinking out loud|talking)"
    r"(?: (?:it|that|stuff|really|like|out loud))*"
    r"|(?:it|that)(?:s| was| is) (?:only|just) (?:a (?:saying|joke|figure of speech|turn of phrase|bad day|moan)"
    r"|talk|words"
    r"|how (?:i|we) talk|(?:something|what) (?:i|we|people|you) say|me moaning)"
    r"|i (?:dont|didnt|never) (?:really )?mean (?:it|that|anything)(?: (?:like that|that way|literally|by it|really))?"
    r"|i have no (?:plans|intention)(?: (?:to|of) (?:do|doing) (?:it|anything|that))?|im not (?:being )?(?:serious"
    r"|suicidal)"
    r"|not (?:literally|seriously)"
)
_WOULD_NOT = r"i (?:wouldnt|never would|would never)"
_WONT = r"(?:i wont|i will not|im not going to)"
_WILL_NOT_DO = rf"{_WILL_NOT}{_DO_IT}{_TAIL}"
_CLEARLY = re.compile(rf"\b(?:{_SURELY}|{_MEANT_NOTHING})\b")
_IN_ANSWER = re.compile(rf"\b(?:{_WILL_NOT_DO}|{_WOULD_NOT})\b")
_BARELY = re.compile(rf"\b(?:{_WILL_NOT_DO}|{_WOULD_NOT}|{_WONT})\b")
_WORRIED = re.compile(rf"\b{_WORRY}\b")
_NOTHING_ELSE = re.compile(
    rf"(?:(?:{_SURELY}|{_MEANT_NOTHING}|{_WILL_NOT_DO}|{_WOULD_NOT}|{_WONT}|{_WORRY}|{_LED})(?: |\Z))+"
)
_IN_WORDS = frozenset({Asked.SAFE_NOW, Asked.THOUGHTS})
_LONGEST = 30


def takes_back(text: str, asked: Asked | None) -> bool:
    """Say whether a message, after danger was answered, says only that nothing is meant and nothing will be done."""
    if asked is None or asked is Asked.DEATH_EXPECTED:
        return False
    words = " ".join(re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split())
    if words.count(" ") > _LONGEST or not _NOTHING_ELSE.fullmatch(words):
        return False
    if _CLEARLY.search(words) or (asked in _IN_WORDS and _IN_ANSWER.search(words)):
        return True
    return bool(_WORRIED.search(words) and _BARELY.search(words))
