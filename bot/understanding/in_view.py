"""What is asked for while somebody's lines are shown to them: shorter ways to say it, beside those of `editing`.

Elsewhere "add my sister" or "take out the drip" may be told of a life; here it is said of the lines.
"""

import re

from bot.understanding.answers import NUMBERED
from bot.understanding.asking import is_question, parts
from bot.understanding.commands import plain
from bot.understanding.editing import Change, Edit, asks_to_add, edit
from bot.understanding.requests import put_plainly

_LEAD = (
    r"\s*(?:(?:please|can you|could you|can we|can i|will you|i(?:'|\u2019)?d like to|i would like to|i want to"
    r"|actually|no|oh|ok|okay|sorry|and|also|just|yes|but|wait|then)[\s,.]+)*"
)
_INSISTS = re.compile(
    r"\s*(?:(?:oh|no|ok|but|look|please)[\s,.]+)*i (?:just |already |did |only )?(?:said|told you|asked you)(?: to)?"
    r"[\s:,]+(?=(?:please |to )*(?:add|put|write|include|take|cross|leave|remove|delete|get rid)\b)",
    re.IGNORECASE,
)
"""What is said a second time, since it was not heeded."""
_A_LINE = (
    r"(?:(?:a|an|another|one|this|the|as|new|more|extra|following)\s+)*(?:lines?|bits?|things?|notes?|points?|one)"
)
_SAYING = r"(?:\s+(?:that says|which says|saying|to say|that)\b)?\s*[:,–-]?\s+"
_PUT = r"(?:(?:also\s+)?(?:add|include)(?:\s+(?:in|on))?|(?:also\s+)?(?:put|write|note|jot)\s+(?:in|down)|also\s+put)"
_ENDS = r"(?:[\s,]+(?:please|thanks|thank you|too|as well))*[\s.!]*"
_ADDS = (
    re.compile(
        rf"{_LEAD}(?:add|put|write|insert)(?:\s+(?:in|down|me))?\s+{_A_LINE}"
        rf"(?:\s+(?:that says|which says|saying|to say)\s*:?\s+|\s*[:,–-]\s*)(?P<new>\S.*?){_ENDS}",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"{_LEAD}(?:put|add|write|get|include)\s+(?:that|this|it)(?:\s+(?:one|bit|line))?\s+(?:in|down|on)"
        r"(?:\s+(?:too|as well|there|please|for me))*\s*[.,:;!–-]+\s*"
        r"(?:that\s+(?=(?:i|we|he|she|they|it|there|my|our|her|his|their)\b))?"
        rf"(?P<new>\S.*?){_ENDS}",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(rf"{_LEAD}{_PUT}(?:\s*:|\s+that\b)?\s+(?P<new>\S.*?){_ENDS}", re.IGNORECASE | re.DOTALL),
)
_PUT_IT = re.compile(
    r"\s*(?P<new>\S.*?)[\s,.;:!–-]+(?:(?:please|can you|could you|and|so|you can|also|just)\s+)*"
    r"(?:put|add|write|get)\s+(?:that|it|this)(?:\s+(?:one|bit|line))?(?:\s+(?:in|down|on|to it))"
    rf"(?:\s+(?:there|for me))?{_ENDS}",
    re.IGNORECASE | re.DOTALL,
)
_NO_NEW_LINE = re.compile(
    r"(?:it|this|that|them|these|to (?:it|that|this|my|the)|up|another|one|more|something|a line|nothing|everything"
    r"|my name|names?|date|first|last)\b(?: \w+){0,2}$"
)
_TAKES_OUT = re.compile(
    rf"{_LEAD}(?:(?:take|cross|leave|cut)\s+out|remove|delete|get\s+rid\s+of)\s+"
    r"(?!(?:it|that|this|them|all|everything|both|nothing|the line and)\b)"
    rf"(?!(?:(?:the|line|number)\s+)*(?:{NUMBERED})\b)"
    rf"(?P<about>\S.*?){_ENDS}",
    re.IGNORECASE | re.DOTALL,
)
_TAKES_IT_OUT = re.compile(
    rf"{_LEAD}(?:take|cross|cut|leave|edit|strike)\s+"
    r"(?!(?:it|that|this|them|all|everything|both|nothing|me|you|us)\b)"
    rf"(?!(?:(?:the|line|number)\s+)*(?:{NUMBERED})\b)(?P<about>\S.*?)\s+out{_ENDS}",
    re.IGNORECASE | re.DOTALL,
)
_OPENS = re.compile(
    r"\s*(?:(?:please|can i|can we|can you|could you|i want to|i(?:'|\u2019)?d like to|i need to|ok|no)[\s,]+)*"
    r"(?:change|edit|fix|open|update|alter)\s+(?:my|the)\s+(?:summary|notes|words|lines|list)"
    r"(?:\s+(?:please|then))*\s*(?:[.,;:!–-]+\s*|\s+(?=and\b|to\b))(?:(?:and|to|then)\s+)*(?=\S)",
    re.IGNORECASE,
)
"""What only opens it, before what is to be changed."""
_QUOTES = "“”\"'‘’"
FEWEST_NEW = 2
MOST_POINTING = 8


def opens_it(text: str) -> bool:
    """Say whether the words ask for the summary itself to be opened and changed: "change my summary"."""
    return _OPENS.match(f"{text.strip().rstrip('.!?')}, so") is not None


def in_view(text: str) -> Edit | None:
    """Return the change to the lines shown that these words ask for, or None."""
    text = _OPENS.sub("", text, count=1)
    text = put_plainly(text)
    asked = edit(text)
    if asked or text.rstrip().endswith("?") or asks_to_add(text):
        return asked
    text = _INSISTS.sub("", text)
    if new := _added(text):
        return Edit(Change.ADD, new=new)
    out = _TAKES_OUT.fullmatch(text) or _TAKES_IT_OUT.fullmatch(text)
    if out and len(out["about"].split()) <= MOST_POINTING:
        return Edit(Change.REMOVE, about=out["about"].strip().strip(_QUOTES).strip())
    return edit(text)


def _holds_a_question(text: str) -> bool:
    return any(is_question(part) for _, part in parts(text))


def _added(text: str) -> str:
    found = next((found for shape in _ADDS if (found := shape.fullmatch(text))), None)
    if found is None and (found := _PUT_IT.fullmatch(text)) and _holds_a_question(found["new"]):
        return ""  # what is told beside a question is found by `new_words`
    new = found["new"].strip().strip(_QUOTES).strip() if found else ""
    return "" if len(new.split()) < FEWEST_NEW or _NO_NEW_LINE.match(plain(new)) else new
