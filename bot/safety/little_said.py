"""Words beside which nothing is hidden: who, a few plain things, a lead to the talk. A word more may be the danger."""

import re

from bot.model.kin import KIN

_CAME_TO_TALK = (
    r"(?:i|we|id|wed) (?:(?:just|only|really) )*(?:want|wanted|like|need|would like|hope|am here|are here|m here)"
    r" to (?:talk|plan|write|think|sort|record|ask|know|find out)(?: (?:to|about|down|my|our|his|her|what|whats|with"
    r"|things?|it|this|wishes|matters?|most|important|someone|somebody|family|care|for|the future|me|him|us))*"
)
_PHRASES = (
    r"(?:i )?dont know (?:what|where|how|who) to (?:do|say|think|expect|start|turn)",
    r"what (?:do|can|should) (?:i|we) (?:do|say)",
    r"its \d{1,2} ?(?:am|pm)",
    r"(?:that|it|this|and it) (?:really |still )?hurts?",
    _CAME_TO_TALK,
    r"(?:i|we|he|she) lives? (?:alone|on my own|with my \w+|in \w+|at home)",
    r"(?:is (?:that|this|it)|are these) (?:normal|ok|okay|usual|right)",
    r"(?:he|she)s? (?:is )?(?:comfy|comfortable|asleep|sleeping|calm|settled|peaceful)",
)
_WORDS = (
    r"and|but|so|then|the|an?|my|mi|our|his|her|their|me|i|im|ive|ill be|he|hes|she|shes|they|theyre|we|were|us|him"
    r"|them|you|it|its|is|am|are|was|be|been|being|have|has|had|do|does|of|in|on|at|with|for|to|from|about|as"
    r"|too|also|very|really|quite|all|because|cos|well|yes|no|hi|hello|hiya|please|thanks|thank|sorry|bless|love|both|or"
    r"|that|this|there|here|when|while|after|who|which|what|how|whats|hows|aged?|years?|old|now and then"
    r"|since|always|still|everyone|everybody|people|somebody|someone|anyone"
    rf"|{KIN}|parents?|wifes|children|kids?|baby|boy|girl|family|carers?|nurses?|doctors?|gps?|staff|midwi\w+|hospice"
    r"|(?:brother|sister|son|daughter|friend)s|lovely|kind|good|nice|amazing|brilliant|great|special|tired|weary|worn"
    r"|out|worried|worry|sad|upset|lonely|lost without|frightened|scared|hard|awful|horrible|difficult|hands?|side|home"
    r"|house|garden|photos?|blanket|tiny|little|small|beautiful|precious|perfect|cry|crying|cried|tears|miss|missing"
    r"|retired|married|widow\w*|diagnosed|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|christmas|easter|football|a bit|bit|lot|much|football(?:er)?s?|on|\d{1,4}"
)
_LITTLE = re.compile("|".join(rf"\b(?:{each})\b" for each in (*_PHRASES, _WORDS)) + r"|[^\w]+")


def says_little(rest: str) -> bool:
    """Say whether words, in lower case and without signs, hold nothing but what cannot be danger by itself."""
    return not _LITTLE.sub("", rest)
