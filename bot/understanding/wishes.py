"""Whole answers to "where would you like to be" that name no place: undecided, or rather not said."""

import re

from bot.understanding.commands import plain

_WE = r"(i |we |they |she |he )?"
_ARE = r"(im |i am |were |we are |theyre |they are |hes |shes )?(still )?"
_NOT = r"(have not|havent|has not|hasnt|not|cant|cannot) (yet )?"
_MIND = r"made (up )?(my|our|their|her|his) minds?( up)?"
_UNDECIDED = re.compile(
    rf"({_ARE}(undecided|not sure|thinking about it)|{_WE}{_NOT}(decided?|{_MIND})|{_WE}(dont|do not|doesnt) know)"
    r"( yet| where| still)*"
)
_SAY = r"(say|tell( you)?|talk about (it|that|this))"
_UNTOLD = re.compile(
    rf"(i |we |they |id |wed |theyd )?(would )?(rather|prefer) (not |not to ){_SAY}( where)?"
    rf"|(i |we |they )?(dont|do not) want to {_SAY}"
)


def is_undecided(text: str) -> bool:
    """Say whether an answer says no more than that it is not decided."""
    return _UNDECIDED.fullmatch(plain(text)) is not None


def is_untold(text: str) -> bool:
    """Say whether an answer says no more than that it is not to be told."""
    return _UNTOLD.fullmatch(plain(text)) is not None
