"""The message straight after a reply to danger, where it goes on about the same: it is no answer to anything else.

Such words stand on what was told before ("he's in the room", "it was just once", "don't tell my mum"), so they are read
by how they are built, not by what they name: somebody or something pointed at, and small words. A name, a thing or a
time of long ago in them starts something else.
"""

import re

from bot.model.kin import CALLED, KIN
from bot.model.safety import Told
from bot.safety.normalise import plain

_LONGEST = 10
_LED = (
    r"(?:(?:so|but|and|oh|well|ok|okay|right|yes|yeah|no|nah|please|just|only|cos|because|honestly|really|though"
    r"|i think|i mean|i know|i said|actually|maybe) )*"
)
_SOMEBODY = rf"(?:(?:he|she|they)(?:s|re|ve|d|ll)?|(?:my |our )?(?:{CALLED}|{KIN})s?|(?:the )?(?:man|boyfriend)s?)"
_SOMETHING = r"(?:it|that|this)(?:s|re|ve|d|ll)?"
_SMALL = (
    r"(?:is|are|was|were|be|been|being|has|have|had|did|does|do|didnt|doesnt|dont|wasnt|isnt|arent|hasnt|havent"
    r"|wont|will"
    r"|can|cant|could|would|might|just|only|really|always|never|still|now|again|already|not|all|so|very|too|that|this"
    r"|it|me|us|him|her|them|himself|herself|i|he|she|we|they|hes|shes|theyre|ive|im|my|the|a|to|of|in|at|on|and|but"
    r"|once|twice|sometimes|often|ever|first|one|last|time|times|today|tonight|hard|bad|much|badly|little|bit"
    r"|when|before|after|until|or|anything|nothing|something|happened|happens|happening|started|starts|stopped|stops"
    r"|said|says|saying|sorry|mean|meant|means|swears?|promised|promises|loves me|accident|fault|mine|own"
    r"|deserve[ds]?"
    r"|angry|cross|stressed|drunk|drinking|drink|tired|ill|temper|lost|upset|mad|crying|shouting|screaming|banging"
    r"|hiding|hid|locked|awake|asleep|moving|worse|better|calm(?:ed)?|"
    r"here|there|back|home|in|out|outside|inside|downstairs|upstairs|next|door|room|house|kitchen|bedroom|bed"
    r"|bathroom"
    r"|car|garden|hall|landing|work|shop|shops|close|near|coming|comes|came|come|going|goes|went|go|gone|left|leaving"
    r"|around|round|up|down|off|away|with|behind|watching|listening|looking|reading|sitting|standing|waiting"
    r"|way|soon)"
)
_GOES_ON = re.compile(rf"{_LED}(?:{_SOMEBODY}(?: (?:{_SMALL}|quiet))+|{_SOMETHING}(?: {_SMALL})+)")
_OF_LONG_AGO = re.compile(r"\b(?:used to|years?|ago|past|when i was|last (?!time|night)|me go)\b")

_HELPERS = r"(?:the )?(?:ambulance|crew|paramedics?|police|nurse|doctor|gp|firemen|999|help|someone|somebody|they)"
_HELP_IS_THERE = re.compile(
    rf"{_LED}{_HELPERS}(?:s|re|ve)?(?: (?:is|are|has|have|just|now|already|all|finally|both))*"
    r" (?:here|come|coming|arrived|turned up|got here|at the door|outside|inside"
    r"|(?:with|working on|seeing to|looking after) (?:him|her|us|me|them|it)|taking (?:him|her|us|them) (?:in"
    r"|to hospital)|on (?:their|its|the) way)"
    r"(?: (?:now|already|at last|finally|thank (?:god|you|goodness)|thanks|with (?:him|her|us|me|them)))*"
)
_COME_TO_HELP = frozenset({Told.EMERGENCY, Told.URGENT_SYMPTOMS})
"""After these, whoever has come is whoever was sent for. After harm by somebody, it may be the one who does it."""

_WHOEVER = (
    rf"(?:(?:my|our|the|his|her) (?:(?:social|key|care) )?\w+|{CALLED}|any ?one|any ?body|him|her|them"
    rf"|social services)"
)
_NOT = r"(?:i )?(?:dont|do not|cant|cannot|wont|never|not|mustnt|must not|you (?:cant|mustnt|wont|dare|better not))"
_ABOUT_IT = r"(?: (?:about|this|it|that|me|please|ok|will you|though|what (?:i|he|she) (?:said|did|wrote|does)|i \w+))*"
_FINDS_OUT = r"(?: to)? (?:know|knowing|find out|finding out|see|hear|hear about|be told)"
_KEPT_FROM = re.compile(
    rf"{_LED}(?:{_NOT} (?:(?:ever|you|dare|go|to|please|have to) )*"
    rf"(?:(?:tell|telling|ring|phone|contact|message) {_WHOEVER}|(?:say|mention) (?:anything|a word|it|this)"
    rf"(?: to {_WHOEVER})?|report (?:it|this|that|him|her|them|me)|(?:want|let) {_WHOEVER}{_FINDS_OUT}){_ABOUT_IT}"
    rf"|(?:he|she|they|{_WHOEVER}) (?:cant|mustnt|must not|must never|can never|cannot"
    rf"|shouldnt){_FINDS_OUT}{_ABOUT_IT}"
    rf"|(?:no ?body|no one) (?:else )?(?:knows|(?:can|must|should|has to|is to|needs to){_FINDS_OUT}){_ABOUT_IT}"
    r"|(?:you (?:have to |must )?|(?:can|will) you )?(?:keep|promise|swear)"
    r"(?: (?:me|not|to|you|youll|will|wont|keep|this|it|that|a|my|our|secrets?|private|quiet|between us|to yourself"
    r"|tell|telling|anyone|anybody|him|her|them|mum|dad|please))+"
    r"|(?:its|it is|this is|thats|it has to be|it must be|it was meant to be)(?: (?:a|our|my|meant|to|be|just|stay))*"
    r" (?:secret|private)(?: (?:please|ok|between us))*"
    r")"
)
_AFRAID_OF_IT = re.compile(
    rf"{_LED}(?:he|she|they|{_WHOEVER})(?:ll|d| will| would| is going to)"
    r" (?:kill|hit|hurt|go mad|go mental|be (?:so )?(?:angry|cross|mad|furious))"
    r"(?: (?:me|us|at|with|if|he|she|they|finds?|out|knew|knows|hears?|about|this|it))*"
)
_MAY_BE_OVER = re.compile(r"\b(?:gone|left|stopped|quiet|asleep|cold|moving|breath\w*|wak\w+|died|dead|over|pass\w*)\b")


def goes_on(text: str) -> bool:
    """Say whether words only go on about the danger just told, pointing at it or at whoever it is about."""
    words = _words(text)
    goes = _GOES_ON.fullmatch(words) or _AFRAID_OF_IT.fullmatch(words)
    return _few(words) and goes is not None and not _OF_LONG_AGO.search(words)


def is_no_death(text: str, told: Told) -> bool:
    """Say whether words that meaning alone took for a death go on about another danger, and tell of no end."""
    if told is Told.DEATH_JUST_HAPPENED or _MAY_BE_OVER.search(_words(text)):
        return False
    return goes_on(text) or help_has_come(text, told)


def help_has_come(text: str, told: Told) -> bool:
    """Say whether words tell that whoever was sent for is there, or on the way."""
    words = _words(text)
    return told in _COME_TO_HELP and _few(words) and _HELP_IS_THERE.fullmatch(words) is not None


def asks_to_keep_it(text: str) -> bool:
    """Say whether words ask that what was told is kept from somebody."""
    words = _words(text)
    return _few(words) and _KEPT_FROM.fullmatch(words) is not None


def _few(words: str) -> bool:
    return len(words.split()) <= _LONGEST


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split())
