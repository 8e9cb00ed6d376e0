"""Words as FHIR can hold them: in a string, in XHTML, and, where neither takes a sign of them, as bytes beside it."""

import base64
import re
from collections.abc import Iterable
from html import escape
from typing import Any

Resource = dict[str, Any]
"""A resource of FHIR or an element of one, as JSON has it."""
EXACTLY = "Exactly as it was written"
_NOT_IN_A_STRING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_PICTURES = 0x2400
"""Where Unicode has a picture for each control sign, in their order."""
BLANK = "(only blank signs)"


def in_string(words: str) -> str:
    """Return the words, unchanged where FHIR takes every sign of them; else a picture stands for a control sign."""
    shown = _NOT_IN_A_STRING.sub(lambda sign: chr(_PICTURES + ord(sign[0])), words)
    return shown if shown.strip() else BLANK


def exactly(words: str) -> dict[str, str] | None:
    """Return an Attachment with the very bytes (UTF-8) of words that a string cannot hold; None where it can."""
    if in_string(words) == words:
        return None
    data = base64.b64encode(words.encode()).decode()
    return {"contentType": "text/plain; charset=utf-8", "data": data, "title": EXACTLY}


def in_xhtml(words: str) -> str:
    """Return the words for a narrative; each line of them stays a line."""
    return escape(_NOT_IN_XML.sub("\ufffd", in_string(words)), quote=False).replace("\n", "<br/>")


def listed(sentences: Iterable[str]) -> str:
    """Return sentences as paragraphs of XHTML."""
    return "".join(f"<p>{in_xhtml(sentence)}</p>" for sentence in sentences)


def narrative(xhtml: str) -> Resource:
    """Return a Narrative around XHTML."""
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{xhtml}</div>'}
