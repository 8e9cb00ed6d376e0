"""How a talk went, where words say no more than that. What says more is an answer, and no guess is made of it."""

import re

from bot.understanding.commands import plain

_IT = r"(?:(?:it|that|this|the (?:talk|chat|conversation)|things|(?:it )?all) )?"
_WENT = r"(?:(?:was|were|is|went|has gone|felt) )?"
_QUITE = r"(?:(?:a bit|really|very|quite|pretty|so|all|rather|just|about as|mostly|actually) )*"
_END = r"(?: (?:thanks|thank you|really|in the end|actually|i think|all in all|on the whole))*"
_SAYS = {
    "well": r"well|good|great|fine|ok|okay|lovely|nice|alright|all right|right|not (?:too )?bad|better than (?:i )?"
    r"(?:thought|feared|expected|id (?:thought|feared))|easier than (?:i )?(?:thought|feared|expected)",
    "mixed": r"mixed|so so|half and half|up and down|ups and downs|good and bad|(?:a )?bit of both|both|a mixture"
    r"|middling|some good some bad|could have been (?:better|worse)",
    "hard": r"hard|bad|badly|awful|awfully|terrible|terribly|horrible|difficult|tough|painful|upsetting|rough|dreadful"
    r"|a disaster|a nightmare|heavy|not (?:so |very |that )?(?:well|good|great)|hard going|hard work|sad",
}
_SHAPES = {went: re.compile(rf"^{_IT}{_WENT}{_QUITE}(?:{said}){_END}$") for went, said in _SAYS.items()}

_WHO = r"(?:i|we|he|she|they|(?:my|our|his|her) \w+|mum|mam|dad|nan|grandad|the (?:doctor|nurse|consultant))"
_TALK = r"(?:it|that|(?:the|that|our) (?:talk|chat|conversation|moment)|the time)"
_YET = r"(?: (?:yet|today|yesterday|then|after all|in the end|this time|at all|though|sadly))*"
_NOT = r"(?:didnt|did not|havent|have not|hasnt|has not|never|couldnt|could not|wouldnt|would not|wasnt able to)"
_TO_TALK = (
    r"(?:(?:want|manage|get|got|need|have|come|feel able) (?:to )?)?"
    r"(?:talk(?:ed)?|speak|spoken|have (?:it|the talk|that talk|the chat)|had (?:it|the talk|that talk|the chat)|do it"
    r"|done it|round to it|talk about it|talked about it|speak about it)"
)
_NOT_YET = re.compile(
    rf"^(?:no |but |well |sorry )*(?:{_TALK} {_NOT} (?:happen(?:ed)?|take place|come){_YET}"
    rf"|{_TALK} never (?:happened|came){_YET}"
    rf"|{_WHO} {_NOT} (?:really )?{_TO_TALK}{_YET}"
    rf"|{_WHO} (?:said|told me|told us) not (?:today|now|yet|just now|this time)(?: thanks| thank you)?"
    rf"|{_WHO} said (?:another|some other) (?:day|time)"
    r"|it didnt|it hasnt|we didnt|we havent|i didnt|i havent|not yet|not this time"
    r"|(?:there was )?no (?:talk|conversation|chat))$"
)


def went(text: str) -> str | None:
    """Return `well`, `mixed`, `hard` or `not_yet` for words that mean just that, or None."""
    words = plain(text)
    if _NOT_YET.match(words):
        return "not_yet"
    return next((name for name, shape in _SHAPES.items() if shape.match(words)), None)
