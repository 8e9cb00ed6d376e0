"""That somebody has a talk before them: "want to talk to my son. not spoken 9 yrs". It may be what matters, too.

Strict about whom: to talk to a nurse, a counsellor or "someone" asks for help. A habit is no talk to be planned.
"""

import re

from bot.model.kin import CALLED, KIN
from bot.understanding.commands import plain

_LEAD = r"(?:(?:oh|well|so|and|but|hi|hello|ok|please|just|really|also|mainly|mostly|first|still|the thing is) )*"
_MUST = (
    r"(?:(?:i|we) (?:do |just |really |still |also |know i |so )*)?(?:want|need|ought|have|got|ive got|hoping|hope"
    r"|trying|dreading"
    r"|meaning|going|gotta|should|must|(?:i |we )?(?:would|d) like|id like|id love|wish i could|wish we could"
    r"|(?:i )?(?:keep|been) putting off|wondering how)(?: to| how to)?"
)
_RELATED = (
    rf"(?:{KIN}|ex|other half|missus|hubby|in laws?|step\w+|grand\w+|kids?|child(?:ren)?|family|siblings?|parents?"
    rf"|boys?|girls?)"
)
_PERSON = (
    rf"(?:(?:my|our|his|her|the) (?:(?!nurse|doctor)\w+ ){{0,2}}?{_RELATED}s?|{CALLED}|him|her|them"
    r"|(?!me\b|you\b|us\b|people\b|some\w*\b|any\w*\b|god\b|a\b|an\b|the\b|my\b|your?\b|it\b|this\b|that\b|all\b"
    r"|about\b"
    r"|each\b|nobody\b|everyone\b|everybody\b|others?\b|more\b|less\b|nurses?\b|doctors?\b|staff\b|samaritans\b"
    r"|cruse\b)\w+"
    r"(?: and (?:my )?\w+)?)"
)
_TALK = (
    r"(?:(?:talk|talking|speak|speaking|chat) (?:to|with)|sit down (?:and talk )?with|tell|telling|ask|face"
    r"|have (?:it out|a (?:proper |real |good |long |serious )?(?:word|talk|chat|conversation)|the (?:talk"
    r"|conversation)|that"
    r" (?:talk|conversation)) with|sort things out with|make (?:it )?up with|make peace with|break it to"
    r"|come clean (?:to|with)"
    r"|open up to|be honest with|reconnect with|clear the air with)"
)
_WANTED = re.compile(rf"{_LEAD}{_MUST} {_TALK} {_PERSON}(?P<rest> .*)?")
_NEEDS_MORE = re.compile(rf"\b(?:tell|telling|ask|face) {_PERSON}$")
_SAYS_WHO = re.compile(
    rf"{_LEAD}(?:(?:it ?s|this is|its about|for|about)? ?(?:all )?(?:about )?(?:my|our) (?:\w+ ){{0,2}}?{_RELATED}\b"
    rf"|(?:s?he|they) ?(?:s|is|was|has|had|re|are|have|got|keeps?)\b|(?:hi|hello|hiya|hey)\b"
    rf"|(?:{_RELATED}(?: is| s)? ?)?(?:\d+)?$)"
)
"""What comes before it, of whom it is: "my mum. shes 84 and frail"."""
_OF_A_HABIT = re.compile(
    r"\b(?:every|always|each|often|daily|as long as|able|keep (?:on )?talking|when i (?:want|like)|whenever|nurse"
    r"|doctor|gp"
    r"|vicar|priest|counsell?or|solicitor|chaplain|hospice|consultant|stor(?:y|ies)|social worker|carers?"
    r"|on the phone|facetime|video)\b"
)
LONGEST = 40
_CLAUSES = re.compile(r"[.;!,\n]+")


def wants_a_talk(text: str) -> bool:
    """Say whether the words tell of a talk that somebody wants, or has, to have with somebody of theirs."""
    if "?" in text or len(text.split()) > LONGEST:
        return False
    if _OF_A_HABIT.search(plain(text)):
        return False
    clauses = [each for clause in _CLAUSES.split(text) if (each := plain(clause))]
    said = next((clause for clause in clauses if not _SAYS_WHO.match(clause)), "")
    return _WANTED.fullmatch(said) is not None and not _NEEDS_MORE.search(said)
