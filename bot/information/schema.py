"""What a file of data/information may hold. Whoever edits one is told of a fault in plain words, with its line."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from bot.model.directory import Nation
from bot.model.information import QUESTIONS, LeadsTo

MOST_BUTTONS: Final = 2
"""Ways on from a text, at the most."""
_PHONE = re.compile(r"\d{3}|[01][\d ]{3,14}\d")
_ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/[\w./%-]*)?")


def _fault(words: str) -> PydanticCustomError:
    return PydanticCustomError("plain", words)


def _message(text: str) -> str:
    if re.search(r"\n\s*\n", text):
        raise _fault("holds an empty line, which would start another message. Mend: take the line out")
    if "{" in text or "}" in text:
        raise _fault("holds a { or }, which stand for values. Mend: use ( and )")
    if text.endswith("?"):
        raise _fault("ends with a question, and another question follows it. Mend: say it without asking")
    return text


def _phone(number: str) -> str:
    if not _PHONE.fullmatch(number):
        raise _fault('is not a phone number as it is printed, such as "0800 999 2434"')
    return number


def _address(address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise _fault("is not an address that begins with https://, without ? or #")
    return address


def _question(intent: str) -> str:
    if intent not in QUESTIONS:
        raise _fault(f"is none of the questions that people ask. Mend: use one of {', '.join(QUESTIONS)}")
    return intent


Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=50, strip_whitespace=True, pattern=r"^[^{}\n]+$")]
Message = Annotated[Words, AfterValidator(_message)]
Two = Annotated[list[Message], Field(min_length=2, max_length=2)]
SaidWord = Annotated[str, StringConstraints(min_length=1, pattern=r"^[a-z]+$")]
Phone = Annotated[str, AfterValidator(_phone)]
Address = Annotated[str, AfterValidator(_address)]
Question = Annotated[str, AfterValidator(_question)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PageIn(_Strict):
    """A page with its name and address."""

    name: Title
    address: Address


class ContactIn(_Strict):
    """Somebody to ask, with a phone number where it is the same for everybody."""

    name: Words
    phone: Phone | None = None
    said: list[SaidWord] = Field(default_factory=list)


class TextIn(_Strict):
    """One file. Its folder is the stage and its name the id."""

    title: Title
    need: Words
    answers: list[Question] = Field(default_factory=list)
    messages: Two
    easy_read: Two
    ask: list[ContactIn] = Field(min_length=1)
    read_more: list[PageIn] = Field(min_length=1)
    differences: dict[Nation, Message] = Field(default_factory=dict)
    leads_on_to: list[Words] = Field(default_factory=list)
    leads_to: list[LeadsTo] = Field(default_factory=list)
    sources: list[PageIn] = Field(min_length=1)
    written_by: Words
    reviewed_by: Words
    reviewed_on: date
    review_by: date

    @model_validator(mode="after")
    def _fits_together(self) -> "TextIn":
        if len(self.leads_on_to) + len(self.leads_to) > MOST_BUTTONS:
            raise _fault(f"leads_on_to and leads_to name more than {MOST_BUTTONS} together. Mend: keep the best")
        if self.review_by <= self.reviewed_on:
            raise _fault("review_by is not after reviewed_on. Mend: give a later day")
        if Nation.ENGLAND in self.differences:
            raise _fault("differences names England, which the messages are for. Mend: take it out")
        return self


def in_plain_words(error: ErrorDetails) -> str:
    """Return what is wrong, and how to mend it, without a word of pydantic's."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "plain":
        return str(error["msg"])
    return _PLAIN.get(kind, _usual(kind, context) or str(error["msg"]))


def _usual(kind: str, context: dict[str, Any]) -> str:
    if kind in {"too_short", "too_long"} and context.get("field_type") == "List":
        least, most = context.get("min_length"), context.get("max_length")
        wanted = f"at most {most}" if least is None else f"at least {least}"
        return f"has {context.get('actual_length')} in its list, and needs {wanted}"
    if kind == "string_too_long":
        return f"is longer than {context.get('max_length')} signs"
    if kind == "enum":
        return f"is not one of these: {context.get('expected')}"
    return ""


_PLAIN: Final = {
    "missing": "is not there. Mend: add it",
    "extra_forbidden": "is no field of a text. Mend: look for a slip in its name, or take it out",
    "string_type": 'is not a text. Mend: put it in quotes, such as "111"',
    "string_too_short": "is empty. Mend: write it, or take the whole line out",
    "string_pattern_mismatch": "has a sign in it that cannot stand there",
    "list_type": "is not a list. Mend: begin each item on a line of its own with a dash",
    "dict_type": "is not a list of names with a text each, such as Scotland: ...",
    "model_type": "is not a list of fields. Mend: write each as a name, a colon and its value",
    "date_type": "is not a date. Mend: write it as 2026-11-22",
    "date_from_datetime_parsing": "is not a date. Mend: write it as 2026-11-22",
    "date_from_datetime_inexact": "has a time of day in it. Mend: write it as 2026-11-22",
    "date_parsing": "is not a date. Mend: write it as 2026-11-22",
}
