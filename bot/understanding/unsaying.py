"""Words that take back what was just said, or turn down that it is put down; with a reason, or said twice over.

Whole messages only: a part that tells something of its own makes it an answer.
"""

import re

from bot.understanding.asides import takes_off
from bot.understanding.asking import parts
from bot.understanding.commands import plain
from bot.understanding.refusing import refuses

_IT = r"(?:it|that|this|them|those|these)(?: (?:words?|bit|line|one|part))?"
_OH = r"(?:(?:no|nope|oh|ok|sorry|please|just|actually|wait|and|but|so|then|can you|could you|you can|id rather you) )*"
_AFTER = r"(?: (?:please|thanks|thank you|sorry|love|again|at all|anywhere|there|in there|now|then))*"
_UNSAYS = re.compile(
    rf"{_OH}(?:(?:dont|do not|didnt) (?:want (?:you to )?)?(?:put|write|use|include) {_IT}(?: (?:down|in|there|on))*"
    rf"|(?:leave|take|cross|rub|strike|get|keep) {_IT} (?:out|off|back)(?: of (?:it|there|this))?"
    rf"|(?:take|leave|cross) (?:out|off) {_IT}|(?:scrap|delete|remove|erase) {_IT}"
    rf"|(?:dont|do not) (?:keep|have|save) {_IT}(?: in| down| there)+){_AFTER}"
)
_OF_THE_PAST = r"(?:i (?:was|am|m) (?:only|just) (?:saying|talking|thinking|telling you)|i was only saying)"
_A_REASON = re.compile(
    r"(?:(?:its|it is|thats|that is|that was|it was|because|cos|as|since|theyre|they are) )*"
    r"(?:(?:too |very |quite |a bit |just )*(?:private|personal|secret|silly|daft|stupid|rubbish|wrong|not right"
    r"|not important)"
    rf"|between (?:us|me and \w+)|(?:not |only |just )?for (?:me|you|them|her|him|anyone|anybody)|{_OF_THE_PAST}"
    rf"|i (?:didnt|did not|dont) mean (?:it|that|to)(?: say that)?|(?:its )?(?:nobodys|no ones|none of their) business"
    r"|i (?:dont|do not) want (?:it|that|them) (?:in|there|down|read|seen|known)(?: by \w+)?"
    r"|i (?:dont|do not) want (?:anyone|anybody|people|them|him|her) (?:to (?:see|read|know) (?:it|that)|knowing"
    rf"|seeing (?:it|that)|reading (?:it|that))){_AFTER}"
)
_NO = re.compile(r"(?:(?:no|nope|nah|oh|sorry|wait|actually|please|hang on|hold on|thanks)(?: |$))+")


def unsays(text: str) -> bool:
    """Say whether what was just said, or is offered, is to go: "no dont put that down. take it out"."""
    told = _clauses(text)
    return any(map(_goes, told)) and all(_goes(part) or _is_beside(part) for part in told)


def _clauses(text: str) -> list[str]:
    """Return each part, and a reason behind it without a mark as a part of its own."""
    told = []
    for _, part in parts(text):
        words = plain(part)
        led = _UNSAYS.match(words)
        rest = words[led.end() :].strip() if led else ""
        split = bool(rest) and (_A_REASON.fullmatch(rest) or refuses(rest))
        told += [words[: led.end()].strip(), rest] if led and split else [words]
    return [part for part in told if part]


def _goes(words: str) -> bool:
    return _UNSAYS.fullmatch(words) is not None or takes_off(words)


def _is_beside(words: str) -> bool:
    return bool(_NO.fullmatch(words) or _A_REASON.fullmatch(words)) or refuses(words)
