"""Who somebody was to the speaker: "his wife never liked me" is nobody's partner here, "I'm his mate" is a friend."""

import re

from bot.understanding.commands import plain

_PARTNER = r"(?:wife|husband|partner|girlfriend|boyfriend|fiancee?|missus|hubby|spouse|widow|widower|other half|ex)"
_FRIEND = r"(?:(?:best|oldest|old|close|good) )?(?:friend|mate|pal|bestie)"
_IM = r"(?:im|i am|i was|were|we were|was)"
_JUST = r"(?: (?:just|only|more|really|always))*"
_A_FRIEND = re.compile(
    rf"\b{_IM}{_JUST} (?:his|her|their|a|an|the|good|best|old|close) ?{_FRIEND}s?\b"
    rf"|\bnot (?:his|her|their) {_PARTNER}\b|\b(?:his|her|their) {_FRIEND} not (?:his|her|their) {_PARTNER}\b"
    r"|\bnot (?:related|a relative|a relation)\b"
    r"|\bnot (?:his |her |their |really )?family\b"
)
_NO_FRIEND = re.compile(r"\b(?:nurse|carer|neighbour|colleague|volunteer|ex|executor|landlord|landlady)\b")
_ANOTHERS = re.compile(rf"(?<!im )(?<!i am )(?<!i was )(?<!as )\b(?:his|her|their) {_PARTNER}\b")
_ANY = re.compile(rf"\b{_PARTNER}\b")


def was_a_friend(text: str) -> bool:
    """Say whether the speaker is a friend of the one who died, or says that they are no family of theirs."""
    words = plain(text)
    return bool(_A_FRIEND.search(words)) and not _NO_FRIEND.search(words)


def anothers_partner(text: str) -> bool:
    """Say whether every partner in the words is that of another: "his wife", not "my wife" or "I was his wife"."""
    words = plain(text)
    return bool(_ANOTHERS.search(words)) and not _ANY.search(_ANOTHERS.sub(" ", words))
