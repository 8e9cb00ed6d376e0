"""Whether words tell that somebody of the speaker's is dying: nobody has died, whatever was pressed before."""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

LONGEST = 40
_WHO = (
    rf"(?:he|she|they|(?:my|our|his|her|their) (?:\w+ ){{0,2}}?(?:{KIN}|baby|child|other half|missus|hubby)"
    rf"|(?<!my )(?<!our )(?:{KIN}))"
)
_IS = rf"(?:{_WHO}(?:s| is| are|re|s still| is still| are still)|(?:hes|shes|theyre))"
_HAS = rf"(?:{_WHO}(?:s| has| have|ve)?|hes|shes|theyve)"
_SO = r"(?:(?:now|only|just|really|actually|very|so|too|about|probably|still|not dead|not gone|not died) )*"
_TIME = r"(?:days|weeks|months|hours|a (?:few|couple of) (?:days|weeks|months|hours)|time|a year|long)"
_DYING = re.compile(
    rf"\b{_IS} {_SO}(?:dying|fading|slipping away|terminal(?:ly ill)?|near(?:ing)? the end|at the end"
    r"|going to die|gonna die|end of life|palliative|(?:on|in) (?:the |a )?(?:end of life|palliative|last days|hospice)"
    r"|being kept comfortable|(?:very |really )?(?:poorly|ill))\b"
    rf"|\b{_HAS} (?:not got|hasnt got|havent got|doesnt have|dont have|hasnt|hasnt much|not much) "
    r"(?:very |that |too )?(?:long|much time|much longer|many (?:days|weeks|months))\b"
    rf"|\b(?:hasnt|havent|not|has not) got (?:very |that |much )?(?:long|time|longer)\b"
    rf"|\b{_HAS} (?:only )?(?:got |been given |have )?(?:only )?{_TIME} (?:left|to live)\b"
    rf"|\bgiven (?:him|her|them|{_WHO}) (?:only |just |about )*(?:\\w+ )?{_TIME}\b"
    rf"|\b{_WHO} (?:wont|will not|might not|may not|isnt going to) (?:\w+ )?(?:make it|last|survive|see|pull through)\b"
    rf"|\b{_WHO} (?:hasnt|havent|has not|have not) died\b|\b(?:isnt|not) dead\b.*\bdying\b"
)
_IS_OVER = re.compile(
    r"\b(?:died|dead|passed|funeral|killed|buried|cremated|ashes|stillb\w+|miscarr\w*"
    r"|lost (?:him|her|them|my|our|the))\b"
)
_NOT_YET = re.compile(
    r"\b(?:hasnt|havent|has not|have not|isnt|not|nobody has|nobodys) (?:actually )?(?:died|dead|passed)\b"
)


def is_dying(text: str) -> bool:
    """Say whether the words tell of somebody who is near the end of life, and of no death."""
    words = plain(text)
    if len(words.split()) > LONGEST or text.rstrip().endswith("?"):
        return False
    return _DYING.search(words) is not None and not _IS_OVER.search(_NOT_YET.sub(" ", words))
