"""Whoever has said that somebody died says it again, in answers: "she died in a hospital in Cardiff" is no new death.

Read only where the conversation is about a death, and only to take back what the trained screen alone found. Words
count as told before when they are plainly past, and nothing in them is of today, unsure, or still going on.
So do bare words for the same death, once the door has answered it, and a death where there are staff.
"""

import re

from bot.model.safety import SafetyIntent
from bot.safety.normalise import plain

_PLAINLY_PAST = re.compile(
    r"\b(died|passed away|passed on|took (his|her|their) own life|(was|were) killed|death of"
    r"|lost (my|his|her|our|their))\b"
)
_MAY_BE_NOW = re.compile(
    # when
    r"\b(today|tonight|this (morning|lunchtime|afternoon|evening|minute|second|moment|hour)|last night"
    r"|overnight|night"
    r"|minutes?|mins?|hours?|hrs?|moments?|seconds?|now|just|o ?clock|\d{1,2}([.:]\d\d)? ?(am|pm)"
    r"|lunch\w*|tea|teatime|dinner|breakfast|supper|bedtime|dawn|yesterday"
    # not told as past, or not sure
    r"|((has|have|had|s|ve|is|are|be|been|im|am|weve|theyve|youve|ive)"
    r"|(?!(grand)?parents\b|twins\b|boys\b|girls\b|babies\b|friends\b)\w+s) (just )?(died|dead|dying|passed|gone)"
    r"|dead|dying|think|maybe|may|might"
    r"|perhaps|sure|seems?|looks?|whether|if"
    # somebody is with them, or help is
    r"|found|finding|here|beside|next to"
    r"|in (his|her|their|my|the) (bed|chair|armchair|arms|bath|room|kitchen|car|sleep)"
    r"|on the (floor|sofa|settee|landing|stairs)|body|breath\w*|pulse|cold|blue|stiff|wake|waking|woke|collapsed"
    r"|unconscious|ambulance|paramedics?|nurse|doctor|police|999|111|alone|on my own|by myself"
    # and any word of oneself that is about more than grief
    r"|myself|my own life|kill|point|knife|bleeding|hurt|hit)\b"
)


_WITH_STAFF = re.compile(
    r"\b((in|at) (a |an |the |his |her |our |their )?(\w+ )?(hospice|hospital|(care|nursing|residential) home)"
    r"|on (the|a) (\w+ )?ward)\b(?! (bed|transport|car park|at home))"
)
_NOT_WITH_STAFF = re.compile(
    r"(?<!care )(?<!nursing )(?<!residential )\bhome\b"
    r"|\b(think|maybe|perhaps|may|might|sure|seems?|looks?|whether|if|found|finding|alone|on my own|by myself|until"
    r"|till|collapsed|chok\w*|before|discharged|sent|left|leaving|came|come|never|waiting|ambulance|999|not"
    r"|wasnt|isnt|unexpected\w*|sudden\w*"
    r"|breath\w*|pulse|wak(e|es|ing)|respond\w*|fell|fall|killed|overdose|neglect\w*|myself|kill|knife|hurt|hit)\b"
)
_HAVE_BEEN = re.compile(
    r"\b(died|dead|killed|passed|(took|ended) (his|her|their) (own )?life|gone|hanged|suicide)\b.*"
    r"\b((the )?(police|paramedics?|ambulance|crew|coroners?( officer| people| men)?|undertakers?|funeral directors?)"
    r"(( have| has| had| ve| just| all| only| already| now)* (left|gone( now)?|been( and gone)?|come and gone"
    r"|came and went"
    r"|(took|taken) (him|her|them|the body|it)( away)?|finished|dealt with (it|everything)|(came|come) (today"
    r"|earlier|out)))"
    r"|(doctor|gp|paramedics?|nurse)( (has|have|had|came|just|already|been|out|and))* (confirmed|certified|verified"
    r"|pronounced)( (it|him|her|them|dead|the death))*)"
    r"( (now|today|just now|already|earlier|an? (hour|while) ago|(this|last) (morning|night|evening|afternoon)))*$"
)
"""Told last: whoever left before somebody died is not meant."""
_NO_FAMILY = re.compile(r"\b(im|i am|i was|was|we are|were) not (his |her |their |really )?(family|related)\b")
_NO_MORE = (
    r"i (really |just )?((dont|do not|wont|will not|cant|cannot) (want to |wanna )?|am not )"
    r"(answer(ing)?|do(ing)?|go(ing)? on with|carry(ing)? on with|talk(ing)? about|think(ing)? about)"
    r"( (that|this|it|these|those|any of (this|that|it)|any more|your questions?|questions?|now))*"
    r"|(why are you|stop|you (keep|are still)|youre (still )?) ?asking"
    r"( (me|that|this|it|why|about|her|him|them|questions))*"
    r"|what (does|do|can) (it|that) matter( now)?"
)
_AGAIN = re.compile(
    rf"((yes|no|but|and|well|like|as|i (already |just )?(said|told you)( that)?|because|cos|look|{_NO_MORE}) )*"
    r"((he|she|they) (s |is |has |have |are |re |ve )?)?(is |has )?(dead|died|gone|passed|passed away)"
    r"( (last night|yesterday|this morning|today|now|already))?( (like |as )?i (already |just )?(said|told you))?"
)
"""Of him or her, and nothing else than that no more is to be asked: "my dad has died too" is another death."""
_DATED = re.compile(
    r"\b(last (week|month|year|spring|summer|autumn|winter|christmas)|(weeks|months|years|fortnight) ago"
    r"|a (week|fortnight|month) (ago|last)|in the (spring|summer|autumn|winter)"
    r"|in (january|february|march|april|may|june|july|august|september|october|november|december))\b"
)
_LIVES = re.compile(
    r"\b(still (breathing|alive|with us|here)|(hes|shes|is|theyre|are) (alive|not dead|not gone)"
    r"|(hasnt|has not|havent) died)\b"
)
_UNSURE = re.compile(r"\b(think|thought|cant tell|not sure|dont know|maybe|might|whether|if|cold|blue|grey|stopped)\b")


def lives(words: str) -> bool:
    """Say whether words say plainly that somebody is alive: "no, he's still breathing"."""
    said = plain(words).replace("'", "").replace("\u2019", "")
    return _LIVES.search(said) is not None and not _UNSURE.search(said)


def is_dated(words: str) -> bool:
    """Say whether a death is told as past, with a time that is weeks away or more: "my friend died last month"."""
    return told_before(words) and _DATED.search(plain(words).replace("'", "")) is not None


def died_with_staff(words: str) -> bool:
    """Say whether words tell of somebody in a hospice, hospital or home, and of nothing unsure, sudden or elsewhere."""
    said = _NO_FAMILY.sub(" ", plain(words).replace("'", ""))
    return bool(_WITH_STAFF.search(said)) and not _NOT_WITH_STAFF.search(said)


def others_have_been(words: str) -> bool:
    """Say whether words tell of a death, and that the police, an ambulance or a doctor have been since."""
    said = " ".join(re.sub(r"[^\w\s]+", " ", plain(words).replace("'", "")).split())
    return _HAVE_BEEN.search(said) is not None and not _UNSURE.search(said)


def told_again(words: str) -> bool:
    """Say whether words only say once more that somebody has died: "she's dead", "she died last night, I said"."""
    said = re.sub(r"\b(he|she|they)s\b", r"\1 s", plain(words).replace("'", ""))
    return _AGAIN.fullmatch(" ".join(re.sub(r"[^\w\s]+", " ", said).split())) is not None


def told_before(words: str) -> bool:
    """Say whether words tell of a death as of something past, and of nothing that may be going on."""
    said = plain(words).replace("'", " ")
    return bool(_PLAINLY_PAST.search(said)) and not _MAY_BE_NOW.search(said)


def is_old_news(intent: SafetyIntent | None, words: str, *, settled: bool = False) -> bool:
    """Say whether a death that was noticed in these words was told before, in a conversation that is about it."""
    if intent is not SafetyIntent.DEATH_JUST_HAPPENED:
        return False
    return told_before(words) or died_with_staff(words) or (settled and told_again(words))
