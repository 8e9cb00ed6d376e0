"""What is no danger as the answer to what was just asked, and may be elsewhere: "I'll do it tonight when she's back".

Where a talk is planned, or looked back on, "do it" is the talk, and a day is its day; whoever is asked what matters to
them may say that they will not see the summer, or what they have done for sixty years. Only what meaning alone took for
danger is taken back, and only where the whole message is such words. Just after danger nothing is.
"""

import re

from bot.model.kin import CALLED, KIN
from bot.safety.normalise import plain

_KIN = rf"(?:the )?(?:{CALLED})|(?:my|our|his|her|the) (?:{KIN}|kids|children|family|boys|girls)"
_LEAD = (
    r"(?:(?:actually|on second thoughts?|second thoughts|no|nah|wait|sorry|maybe|perhaps|well|ok|okay|right|hmm"
    r"|probably"
    r"|yes|yeah|so|or|then|but|and|think|reckon|i think|i reckon|i guess|i suppose|make it|change it to|better) )*"
)
_WHO = (
    r"(?:(?:i|ill|id|im|ive|we|well|wed|were|weve|lets|he|hes|hed|hell|she|shes|shed|shell|they|theyd|theyll"
    rf"|{_KIN}) )"
)
_WILL = (
    r"(?:(?:will|might|may|could|should|can|would|am|are|is|going to|gonna|wants? to|wanna|rather|like to|prefer to"
    r"|ought to|need to|plan to|planning to|hope to|hoping to|got to|have to|try to|been meaning to|meant to|just"
    r"|probably|still|all|both|also"
    r"|had better|wont|not|dont|doesnt want to|dont want to|wouldnt|never|shouldnt|only|even) )*"
)
_DO = r"(?:(?:do|doing|have|having) (?:it|this|that|the (?:talk|chat|conversation)|one))"
_DAY = (
    r"(?:today|tonight|tonite|tomorrow|tmrw|tmw|tomoz|2moro|tomo|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?"
    r"|thurs?(?:day)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?|(?:the )?weekend|xmas|christmas|easter|new year|boxing day|half term)"
)
_WHEN = (
    rf"(?:(?:on|this|next|at|over|by|for) )*(?:{_DAY})(?: (?:morning|afternoon|evening|night|lunch(?:time)?|teatime))?"
    r"|(?:in the |this )(?:morning|evening|afternoon|car|kitchen|garden|living room|front room)|now|later|soon|first"
    r"|early|straight away|instead|again|together|next (?:week|month|time)|for ages|with (?:her|him|them|mum|dad)"
    r"|(?:after|before|over|at) (?:church|tea|dinner|lunch|breakfast|supper|mass|work|school|football|bingo|chapel"
    r"|mosque"
    r"|the (?:football|rugby|news|service|shops)|home|hers|his|mums|dads|ours|teatime|lunchtime|a cuppa|a brew"
    r"|a coffee)"
    rf"|(?:when|once|after|before|while) (?:(?:he|she|they|we|i|{_KIN}) )?(?:hes|shes|theyre|were|im|is|are|gets?"
    rf"|comes?"
    r"|am|get|go|goes|s)(?: (?:is|are))* (?:back|home|here|in|round|over|up|visiting|better|free|off|off work"
    r"|out of bed"
    r"|from (?:work|school)|to mine|to see me|home from (?:work|school))"
)
_OF_THE_TALK = re.compile(
    rf"{_LEAD}(?:{_WHO})?{_WILL}{_DO}(?: (?:{_WHEN}))*|{_LEAD}(?:(?:not|and|or|but|then|say) )*(?:{_WHEN})"
    rf"(?: (?:(?:not|and|or|but|then|say) )*(?:{_WHEN}))*"
)
"""When it is done, by whom or not again. "When they're asleep", "on my own" and "this time" are in none of it."""

_MAY_NOT = (
    r"(?:(?:well|so|because|cos|and|but|probably|maybe|likely|they say|they said|i|ill|im|know|think|reckon|just) )*"
    r"(?:(?:not|isnt) (?:(?:even|likely|going|gonna|expecting|expected) )*(?:to )?|wont(?: even)? |will not "
    r"|might not |may not |shant "
    r"|doubt (?:if |that )?(?:ill |i will )?|dont (?:think|expect|reckon)(?: to)? ?(?:ill |i will )?)"
)
_STILL_HERE = r"(?:be (?:here|around|about|alive)|see|make(?: it to)?|get to|last (?:till|until|to)|live to see)"
_A_TIME = (
    r"(?:(?:for|at|by|till|until|come|in|next|another|the|this|to|his|her|their|my|our|\w+s) )*"
    r"(?:xmas|chris?tmas|crimbo|chrimbo|new year|next year|year out|easter|spring|summer|autumn|winter|diwali|eid"
    r"|ramadan"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|birthday|wedding"
    r"|christening"
    r"|graduation|anniversary|\d{4}|baby(?: born)?|grow up|grown up)(?: (?:dinner|day|next year|out|again|this year"
    r"|come))*"
)
_PROGNOSIS = re.compile(rf"{_MAY_NOT}{_STILL_HERE} {_A_TIME}")
"""A season, or a day that is looked forward to: "tomorrow" and "next week" are a plan."""

_FOR_YEARS = (
    r"(?:(?:for|over|nearly|about|the) )*(?:\d{1,2}|\w+) ?(?:odd |and more )?(?:yrs?|years?)|(?:for "
    r"|over )?\w+ (?:odd )?(?:yrs?|years?)"
    r"|all (?:of )?my life|(?:ever )?since i was \w+|my whole life"
)
_DONE_FOR_YEARS = (
    r"(?:(?:my|me|them|the|the old|just) \w+ )?(?:(?:i|ive|we|weve|have|been|always|cos|because|had) )*"
    r"(?:keep|kept|keeping|do|doing|did|go|going|grow|growing|sing|singing|race|racing|breed|breeding|play|playing|fish"
    r"|fishing|walk|walking|watch|watching|bake|baking|paint|painting|knit|knitting|follow|following|support|supporting"
    r"|ride|riding|fly|flying|ring|ringing|sew|sewing|run|running|teach|teaching|farm|farming)"
    rf" (?:(?:em|them|it|there|that|on|in|to|at|for|with|the|my|a|bees|birds|pigeons|dogs|hens|horses|choir|church"
    rf"|bells|chapel|garden"
    rf"|allotment|football|club|band|match|veg|roses|dahlias|leeks) )*(?:{_FOR_YEARS})"
)
_ALL_THERE_IS = (
    r"(?:(?:and|so|well|but) )*(?:(?:what|wot|whats|wots)(?: else)? (?:(?:is|was|s|else|would|could|should|id|do) )*"
    r"(?:there|i do|i do without (?:it|them|em)|do without (?:it|them|em))(?: (?:really|now|for me))?"
    r"|(?:its|theyre|it is|they are|that is|thats) (?:(?:all|the only thing|what|everything) )*"
    r"(?:i know|i(?:ve| have) got|i have|ive ever known|my (?:whole )?life|me)"
    r"|(?:i )?(?:dont|wouldnt) know (?:owt|anything|nothing|nowt|what to do) (?:else|without (?:it|them|em)))"
)
_A_LIFE_OF_IT = re.compile(rf"{_DONE_FOR_YEARS}(?: {_ALL_THERE_IS})+")
"""What somebody has always done, named with its years. "What else is there to live for" is another matter."""


_MOST_WORDS = 24


def is_of_the_talk(text: str) -> bool:
    """Say whether the words tell, and tell only, when a talk is to be had, by whom, or that it is not again."""
    return _is_all(_OF_THE_TALK, text)


def tells_of_time_or_years(text: str) -> bool:
    """Say whether the words tell, and tell only, of little time left, or of what was done for many years."""
    return _is_all(_PROGNOSIS, text) or _is_all(_A_LIFE_OF_IT, text)


def _is_all(what: re.Pattern[str], text: str) -> bool:
    words = re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split()
    return len(words) <= _MOST_WORDS and what.fullmatch(" ".join(words)) is not None
