"""Whether words say that somebody may be dead, and that whoever writes is not sure: that may be a life to save."""

from collections.abc import Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.phrases import Phrases, compile_phrases, line_of

_LISTS: Final = MappingProxyType(
    {
        "gone": "is_dead are_dead is_already_dead has_died have_died has_just_died just_died has_passed_away "
        "has_just_passed_away just_passed_away has_passed have_passed",
        "hes": "hes_dead shes_dead theyre_dead hes_died shes_died hes_passed shes_passed hes_just_died shes_just_died "
        "hes_already_dead shes_already_dead",
        "may": "may might could",
        "may_be": "be_dead be_already_dead have_died have_just_died have_passed have_passed_away",
        "if": "if whether that",
        "person": "he she they it baby him her",
        "his": "my our his her the their this a",
    }
)
_SURE: Final = "think|reckon|believe|suspect|guess|maybe|perhaps|possibly|unsure|worried|looks_like|seems_like"
# "Afraid" is not among these: "I am afraid my husband has died" is how a death is told.
_NOT_SURE: Final = "not_sure|not_certain|dont_know|cant_tell|how_do_i_know|how_can_i_tell|tell|wondering"
_PERSON: Final = "$people|$person"
_SAY: Final = (
    f"{_SURE} $if? $his? {_PERSON} $gone / {_SURE} $if? $hes / {_SURE} $if? $his? {_PERSON} $may $may_be /"
    f" {_NOT_SURE} $if $his? {_PERSON} $gone / {_NOT_SURE} $if $hes / {_PERSON} $may $may_be /"
    # "Died" alone is mostly told of a death that is known, and "think" is of what caused it.
    f" {_SURE} $if? $his? {_PERSON} died in|during the night / {_SURE} $if? $his? {_PERSON} died just_now|today|tonight"
)
_UNLESS: Final = (
    f"{_SURE} .. died|dead|passed|passed_away of|from|because|due|for|to|years|months|weeks|last /"
    " died|dead|passed|passed_away of|from|because|due / i may|might|could be dead /"
    " be_dead by|before|within|soon|next|in|if|when|one|any / died|dead|passed|passed_away .. years|months|weeks ago"
)


def may_be_dead(words: Sequence[str]) -> bool:
    """Whether they say so: "I think he is dead", "she may have died", "not sure if he's dead"."""
    return _phrases().search(line_of(list(words))) is not None


@cache
def _phrases() -> Phrases:
    lists = {**_LISTS, "people": " ".join(lexicon().people.people)}
    return Phrases(compile_phrases(_SAY, lists), compile_phrases(_UNLESS, lists))
