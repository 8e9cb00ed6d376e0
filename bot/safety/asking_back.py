"""A question about what the door has just said: "that's normal, isn't it?", "do I have to ring?". It is no answer.

Read only straight after a reply to danger. What is asked of the chat itself ("can I skip this") is left to it.
"""

import re

from bot.safety.normalise import plain

_LED = r"(?:(?:so|but|and|oh|well|ok|okay|right|hang on|wait|sorry|yes|no|please|just|then|hmm|um) )*"
_IT = r"(?:that|this|it|thats|its|they|he|she|hes|shes|theyre|those|these)"
_HOW = (
    r"(?:(?:just|really|only|all|quite|so|very|that|a bit|perfectly|still|usually|always|maybe|probably|definitely"
    r"|going|to|be|an|a|the|what) )*"
    r"(?:normal|ok|okay|alright|all right|fine|bad|serious|usual|natural|expected|dangerous|wrong|urgent|emergency"
    r"|common|safe|dying|signs?|happens|happening|worse|needed|necessary|true|like that)"
)
_REST = (
    r"(?: (?:now|then|though|at (?:the|this) (?:end|stage|point)|of (?:dying|the end|it)|to worry about|or not"
    r"|for (?:him|her|them|me)|at all|when \w+(?: \w+){0,2}))*"
)
_TAG = (
    r"(?: (?:isnt it|innit|int it|aint it|is it|right|yeah|no|eh|arent they|isnt that|dont you think|wont it|surely"
    r"|though))+"
)
_WHOM = (
    r"(?: (?:to|for|999|111|an?|the|ambulance|nurse|doctor|gp|them|someone|somebody|anyone|it|that|this|now|anything"
    r"|something|about|about it|then|first|over|up|hospice|out of hours|if \w+(?: \w+){0,4}|until \w+(?: \w+){0,3}))*"
)
_DO_I = (
    r"(?:do|should|shall|must|can|could|would|need|ought) (?:i|we)"
    r" (?:(?:really|just|have|need|got|still|even|better|to|definitely|actually|not|be) )*"
    rf"(?:(?:ring|call|phone|worry|worried|wait|dial|go to hospital){_WHOM}"
    r"|do (?:anything|something|about (?:it|that)))"
)
_WILL_IT = (
    r"(?:will|does|is|could|can|would) (?:it|that|this|they|he|she) (?:(?:just|get|go|be|going|to|really) )*"
    r"(?:pass|stop|mean|better|worse|away|last|settle|die|hurt|hurting|wear off|happen|dying)(?: \w+){0,5}"
)
_ASKS = re.compile(
    rf"{_LED}(?:(?:is|isnt|are|arent|was|would|will|could) {_IT} {_HOW}{_REST}(?:{_TAG})?"
    rf"|{_IT} (?:(?:is|isnt|are|arent|cant|will|must|should|would|could|might|may) (?:be )?)?{_HOW}{_REST}{_TAG}"
    rf"|{_DO_I}|{_WILL_IT}"
    r"|what (?:do|should|can|shall|could) (?:i|we) do(?: (?:now|then|first|while|until|about|it|this|that|they|come))*"
    r"|what (?:does|do) (?:that|it|this) mean|what(?:s| is| was) (?:that|it|this|happening|wrong)"
    r"|(?:why|how come)(?: (?:is that|is it|999|call 999|that|so|would i|should i|now|do i))*"
    r"|(?:are|r) you sure(?: about (?:that|this|it))?|really|seriously|how (?:bad|serious|urgent) is (?:it|that|this)"
    rf"|who (?:do|should|can) (?:i|we) (?:ring|call|phone){_WHOM})"
)
_LONGEST = 14


_SEES = r"(?:checks?|sees?|reads?|looks? at|knows?(?: about)?|gets?|hears?(?: about)?|finds? out(?: about)?|is told)"
_THAT = r"(?:this|that|it|these|them|my (?:words|messages?)|what i (?:say|said|write|wrote|typed|told you|have said))"
_WHO_KNOWS = re.compile(
    rf"{_LED}(?:who (?:(?:else|all|will|can|actually|even) )*{_SEES} {_THAT}"
    rf"|(?:does|do|will|can|could|is|did) (?:any ?one|anybody|someone|somebody|the (?:police|council|doctor|gp|nhs))"
    rf" (?:else )?(?:going to )?(?:know|see|read|check|hear|find out|get told|be told|get)(?: about)?(?: {_THAT})?"
    rf"|(?:do|will|did|have|are) you (?:going to |have to )?(?:tell|told|telling|report|reporting|reported|pass"
    rf"|passing)"
    rf" (?:any ?one|anybody|someone|the \w+|{_THAT}|on me)(?: on)?(?: about (?:this|it|that|me))?(?: to \w+(?: \w+)?)?"
    rf"|(?:is|does|will) {_THAT} (?:get |be |being )?(?:passed on|reported|shared|sent|logged|private"
    rf"|confidential|secret)"
    r"(?: (?:to|with) \w+(?: \w+)?)?)"
)
_WHETHER_TO_TELL = re.compile(
    rf"{_LED}(?:(?:do|should|must|shall|ought|can|could|have|am|need) (?:i|we)"
    r" (?:(?:really|just|have|got|need|to|be|even|supposed|meant|allowed|obliged|legally|not|a duty) )*"
    r"(?:tell|report|say|keep|speak up|mention)(?: (?:to|some ?one|some ?body|any ?one|any ?body|any ?thing"
    r"|some ?thing|it|this"
    r"|that|them|him|her|the|my|about|police|council|social|services|worker|gp|doctor|nurse|manager|home|boss"
    r"|lead|family"
    r"|quiet|secret|in|else|to))*"
    r"|(?:what|and what) (?:if|happens if) (?:i|we) (?:dont|do not|do|cant|never) (?:tell|report|say)(?: \w+){0,3}"
    r"|(?:will|could|would) (?:i|we|he|she|they) (?:get|be) (?:in|into) trouble(?: \w+){0,6}"
    r"|what happens if (?:i|we) (?:tell|report|say)(?: \w+){0,4})"
)


def asks_who_knows(text: str) -> bool:
    """Say whether a short message asks who gets to know what was just told here."""
    return _is(_WHO_KNOWS, text)


def asks_whether_to_tell(text: str) -> bool:
    """Say whether a short message asks whether it has to be told to anyone."""
    return _is(_WHETHER_TO_TELL, text)


def _is(shape: re.Pattern[str], text: str) -> bool:
    words = " ".join(re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split())
    return len(words.split()) <= _LONGEST and shape.fullmatch(words) is not None


def asks_about_it(text: str) -> bool:
    """Say whether a short message asks about what was just told, or what to do about it, and nothing else."""
    return _is(_ASKS, text)
