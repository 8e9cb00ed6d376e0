"""Says whether words of a death wish tell of somebody else's: "mum says she wishes she could just not wake up".

Strict: somebody else must say or wish it, and nothing may be left that the writer wishes too. What is not clear stays
the writer's own, whose texts are true of both or ask the writer.
"""

import re

from bot.model.kin import CALLED
from bot.model.safety import SafetyIntent, Verdict
from bot.safety.normalise import plain

_SOMEBODY = (
    rf"(?:he|she|they|mother|father|{CALLED}"
    r"|(?:my|our|his|her|the|a|this|one of my|one of our|a friend of my) (?!own\b|life\b|god\b|head\b|heart\b"
    r"|mind\b|brain\b|body\b|gut\b|voices?\b|thoughts\b)(?:\w+ )?\w+"
    r"|somebody|someone|(?:the |a )?(?:man|lady|woman|gentleman|person)(?: (?:i|we) \w+)?)"
)
_AND = r"(?: (?!i\b|im\b|we\b)[\w']+){1,6}? (?:and|but)(?: (?:he|she|they))?"
"""What else is told of them first: "he isn't eating and says"."""
_OFTEN = (
    r"(?:(?: |')(?:s|is|has|was|had|just|really|only|always|often|still|now|keeps?|kept|been|even|sometimes|also))*"
)
_SAYS = (
    r"(?:says?|saying|said|tells?(?: me| us)?|telling (?:me|us)|told (?:me|us)|asks? (?:god|me|us)|asking (?:god|me|us)"
    r"|prays?|praying|prayed|whispers?|whispered|cries|texted(?: me)?|wrote|goes on about|talks about|talking about)"
)
_WISHES = (
    r"(?:wish(?:es|ed)?|wishing|hop(?:es|ed|ing)|wants?|wanted|wanting|longs|longing|long|would rather|d rather|rather"
    r"|(?:does ?n[o']?t|did ?n[o']?t|does not|did not|doesnt|didnt|no longer) (?:\w+ )?(?:want|wish|see|care))"
)
_TOLD = re.compile(rf"\b{_SOMEBODY}(?:{_OFTEN} (?:{_SAYS}|{_WISHES})|{_AND}{_OFTEN} {_SAYS})\b")
_QUOTED = re.compile(rf"({_SAYS}[,:]? ?)([\"'])[^\"]*?\2(?=\W|$)")
_BESIDE_THEM = re.compile(
    r"\bi ?'?(?:a?m) (?:\w+ )?(?:worried|scared|frightened|upset|lost|his|her|their|with (?:him|her|them))\b"
    r"|\bi (?:do ?n[o']?t|dont|do not) know (?:what|how|if|whether)\b(?: (?:i|to|should|can|say|do|help))*"
    r"|\bi (?:said|told (?:him|her|them)|asked|heard|feel sorry|love (?:him|her|them)|care for)\b"
    r"|\bi (?:can ?'?t|cannot|hate to) (?:bear|stand|hate)?(?: to)? ?(?:hear|watch|see)(?:ing)?\b"
    r"|\bwhat (?:do|can|should|could) (?:i|we) (?:do|say|tell (?:him|her|them))\b"
    r"|\b(?:to|tells?|told|telling|asks?|asked|asking|with|for|by|upsets?|scares?|worries) (?:me|us)\b"
    r"|\bhow (?:do|can|should) (?:i|we) (?:help|answer|respond|talk|react)\b"
    r"|\b(?:man|lady|woman|gentleman|person|chap|client|patient|friend|neighbour|one) (?:that |who |whom )?(?:i|we)"
    r" (?:visit|see|help|support|sit with|befriend|look after|care for|clean for|drive|volunteer with)\b"
)
"""What somebody says of themselves who is only beside the person."""
_CONTENT = re.compile(
    r"\b(?:had|having|done|lived) (?:my|his|her|their|a) (?:\w+ )?(?:go|turn|innings|time|run|share|whack"
    r"|life|bit|day)\b"
    r"|\b(?:no (?:complaints|regrets)|content|contented|at peace|good innings|ready when it comes|ready for the off)\b"
)
_NOT_CONTENT = re.compile(
    r"\b(?:enough|tired|miserable|unhappy|cr(?:y|ies|ied|ying)|pain|lonely|alone|wish\w*|tablets?|pills?|kill\w*|burden"
    r"|hate\w*|fed up|better off|die|dead|want\w*|tonight|hurt\w*|scared|afraid|sad|sick|bear|stand|point|plan\w*|help"
    r"|myself|himself|herself|rather|hop(?:e|es|ing)|why|worr\w+)\b"
)
"""What an old person passes on who has had a good life, and any word beside it that is not easy."""
_OWN = re.compile(r"\b(?:i|im|ive|id|ill|me|myself|we|us|both of us|mine)\b")


def of_another(verdict: Verdict | None, text: str) -> Verdict | None:
    """Return the verdict as one of somebody else's wish where the words tell of that; any other is left as it is."""
    if verdict is None or verdict.intent not in {SafetyIntent.SUICIDAL, SafetyIntent.PASSIVE_DEATH_WISH}:
        return verdict
    if verdict.pattern.startswith(("answer.", "suicidal.other.")) or not is_told_of_another(text):
        return verdict
    if verdict.intent is SafetyIntent.PASSIVE_DEATH_WISH and is_content(text):
        return None
    return Verdict(verdict.intent, f"{verdict.intent}.other.told")


def is_content(text: str) -> bool:
    """Say whether whoever is told of has had a good life and no more: "I'll be glad when it's over, I've had my go"."""
    words = plain(text).replace("'", "")
    return _CONTENT.search(words) is not None and not _NOT_CONTENT.search(words)


def is_told_of_another(text: str) -> bool:
    """Say whether somebody else says or wishes something here, and the writer does not."""
    words = " ".join(plain(text).split())
    words = _QUOTED.sub(r"\1", words)
    if not _TOLD.search(words):
        return False
    return not _OWN.search(_BESIDE_THEM.sub(" ", words))
