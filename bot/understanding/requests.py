"""A request put politely is the request: "could u change the dog to Bess pls" is "change the dog to Bess"."""

import re

_BEFORE = r"(?:(?:please|pls|plz|plse|ok|okay|oh|so|and|also|now|hi|hello|sorry|actually|no|yes|but|then|wait)[\s,.]+)*"
_ASKING = re.compile(
    rf"\s*{_BEFORE}(?P<ask>(?:can|could|cld|would|wld|will)\s+(?:(?:you|u|ya|ye|yer)|(?P<own>we|i))\s+"
    r"(?:(?:please|pls|plz|plse|just|kindly|possibly|maybe|perhaps|also|now)[\s,]+)*)(?=\w)",
    re.IGNORECASE,
)
_END = re.compile(r"[\s,]+(?:please|pls|plz|plse|thanks|thank you|thx|ta|for me)[\s.!?]*$", re.IGNORECASE)


def put_plainly(text: str) -> str:
    """Return the request without what makes it polite, its words as typed; what asks for nothing, as it is.

    Asked of the chat, a question mark asks nothing more.
    """
    asked = _ASKING.match(text)
    if asked is None:
        return text
    rest = text[asked.end() :]
    rest = rest if asked["own"] else rest.rstrip(" ?")
    while _END.search(rest):
        rest = _END.sub("", rest)
    return rest or text
