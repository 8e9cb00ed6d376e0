"""People who leave are not people who die: "the night sitter has just gone", "she's gone home to Leeds".

Read only to take back what was taken for a death. Every "gone", "left" and "went" must be explained by a place, a time
or somebody who only visits, and no word may speak of dying; "he's gone" alone is explained by nothing.

It stands here because the safety door and the engine (Python 3.10) both read it: standard library only.
"""

import re
import unicodedata

_WHO_VISITS = (
    r"(nurses?|sitters?|doctors?|doc|gps?|carers?|visitors?|vicars?|priests?|chaplains?|imams?|rabbis?|paramedics?|crew"
    r"|ambulance|consultants?|social workers?|physios?|volunteers?|cleaners?|therapists?|helpers?|milkman|postman"
    r"|every(one|body)(?! (i|we) )|they (have |ve )?all|theyve all)"
)
_JUST = r"( (s|has|have|had|ve|is|are|just|only|all|both|already|now|been|come|and|be|will))*"
_NO_PLACE = (
    r"(sleep|rest|be|join|glory|heaven|god|jesus|him|her|a better|the (other|light|lord|angels?|grave|next)|pieces|pot"
    r"|waste|seed|skin|nothing|ground|meet|eternity|dust)\b"
)
_SOMEWHERE = (
    r"(home(?! (to|with) (his|her|glory|god|jesus|heaven|be|rest|the))|upstairs|downstairs|shopping|abroad|on holiday"
    rf"|for (a|an|some|lunch|tea|dinner|breakfast|milk|today|tonight|now|the (night|day|weekend|evening|morning))\b"
    rf"|till|until|to (?!{_NO_PLACE})\w+|back (home|to (?!{_NO_PLACE})\w+)|out(?! (like|of|with))"
    rf"|off (to (?!{_NO_PLACE})\w+|out|home|shift|duty|shopping)|into (hospital|town|work|respite|(the|a) \w+)"
    r"|away (for|till|until|to|on)|round to|over to)\b"
)
_LEAVING = re.compile(
    rf"\b{_WHO_VISITS}{_JUST} (gone|left|went|off|leaving)\b( now| (an?|\w+) (min(ute)?s?|hours?) ago)?"
    r"(?! (cold|grey|blue|quiet|in|from|us|with))"
    rf"|(?<!finally )(?<!\bi )(?<!\bi only )(?<!\bi just )\b(gone|went|popped|going) (now )?{_SOMEWHERE}"
    r"|\b(has|s|have|ve|is) (just|only just|already) left\b(?! (us|me|this|him|her|them|behind|the world|in|with|for))"
)
_GOING = re.compile(r"\b(gone|left|went|goes|leaves)\b")
_NOT_DEAD = re.compile(
    r"\b(nobody|no one|noone)( has| s| have| is)? (died|dead|dying)\b"
    r"|\b((has|is|s|did) not|hasnt|isnt|didnt) (died?|dead|dying)\b"
)
_OF_DYING = re.compile(
    r"\b(died?|dies|dead|dying|deaths?|pass(ed|ing|es)?|slip(ped|ping)|breath\w*|pulse|cold|stiff|blue|grey|peace\w*"
    r"|heaven|god|jesus|lord|glory|angels?|maker|paradise|eternal|rest(ing)?|asleep|sleep(ing)?|body|undertakers?"
    r"|funeral|chapel|morgue|mortuary|unconscious|wak(e|es|ing)|woken?|respond\w*|lost|los(e|ing)|(for ?)?ever"
    r"|for good|last|so (has|have|did|is)|too|found|ashes|un?expected|999|police\w*|stopped|heart|arms?|suffering"
    r"|pray\w*|mourn\w*|grie\w*|registrar|certificate|cr(y|ied|ying)|sobbing|(what|who) (do|did|can|now|happens)"
    r"|alone with|kill\w*|hurt\w*|hit|hits|without|over|happened|could ?n[o ]?t|worked|waited|hev[ea]n)\b"
)


def only_left(text: str) -> bool:
    """Say whether the words tell that somebody went somewhere, and of no death."""
    return rest_of(text) is not None


def rest_of(text: str) -> str | None:
    """Return what else is said where the words tell that somebody went somewhere, and of no death; else None."""
    words = _plain(text)
    if not _LEAVING.search(words):
        return None
    words = _NOT_DEAD.sub(" ", words)
    rest = _LEAVING.sub(" ", words)
    return None if _GOING.search(rest) or _OF_DYING.search(words) else " ".join(rest.split())


def _plain(text: str) -> str:
    """Lower case; "she's" and "shes" as "she s"; a comma for every sign between words, so that no phrase spans it."""
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'")
    text = re.sub(r"'(s|ve)\b", r" \1", text).replace("'", "")
    text = re.sub(r"\b(he|she|who|nurse|doctor|carer|sitter|vicar|gp|everyone|everybody|nobody)s\b", r"\1 s", text)
    return " ".join(re.sub(r"[^\w\s]+", " , ", text).split())
