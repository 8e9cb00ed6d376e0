"""What was written, as FHIR has it twice: as answers under the headings of About Me, and as text to be read."""

from bot.exports.fhir_text import EXACTLY, Resource, exactly, in_string, in_xhtml, narrative
from bot.exports.summary import SUPPORTED
from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.own_copy import OwnCopy

SNOMED = "http://snomed.info/sct"
ABOUT_ME = "about-me"
"""The id of the questionnaire, which travels inside the answers: it holds the codes of the headings."""
_HELPED = "supported"
_LINE, _WHY = "What was written", "Why this matters"


def section(copy: OwnCopy, heading: Heading, answered: str) -> Resource:
    """Return the section of the Composition for one heading; `answered` is the full address of the answers."""
    lines = "".join(f"<li>{_read(line)}</li>" for line in copy.under(heading))
    return {
        "title": copy.door.over(heading),
        "code": _coded(heading),
        "text": narrative(f"<ul>{lines}</ul>"),
        "entry": [{"reference": answered}],
    }


def answers(copy: OwnCopy, patient: str, writer: str) -> Resource:
    """Return the QuestionnaireResponse; `patient` and `writer` are full addresses."""
    groups = [_group(copy, heading) for heading in Heading if copy.under(heading)]
    helped = [_item(_HELPED, SUPPORTED, [_answer(copy.supported, _HELPED)])] if copy.supported else []
    return {
        "resourceType": "QuestionnaireResponse",
        "text": narrative("<p>What was written, under the headings of About Me.</p>"),
        "contained": [_questionnaire()],
        "questionnaire": f"#{ABOUT_ME}",
        "status": "completed",
        "subject": {"reference": patient},
        "authored": copy.updated_at.isoformat(),
        "author": {"reference": writer},
        "item": [*groups, *helped],
    }


def _coded(heading: Heading) -> Resource:
    return {"coding": [_coding(heading)], "text": heading.label}


def _coding(heading: Heading) -> Resource:
    return {"system": SNOMED, "code": heading.snomed, "display": heading.label}


def _read(line: Line) -> str:
    label = f"{_WHY}: " if line.kind is Kind.WHY else ""
    return f"{label}{in_xhtml(line.shown)}"


def _group(copy: OwnCopy, heading: Heading) -> Resource:
    """Return the answers under one heading, in the order in which they are read, each with its why inside it."""
    said: list[Resource] = []
    before: Line | None = None
    for line in copy.under(heading):
        if line.kind is Kind.WHY and before is not None and before.topic == line.topic:
            said[-1].setdefault("item", []).append(
                _item(f"{heading}.why", _WHY, [_answer(line.words, f"{heading}.why")])
            )
        else:
            said.append(_answer(line.shown, f"{heading}.line"))
        before = line
    return {
        "linkId": heading.value,
        "text": copy.door.over(heading),
        "item": [_item(f"{heading}.line", _LINE, said)],
    }


def _item(link: str, text: str, answered: list[Resource]) -> Resource:
    return {"linkId": link, "text": text, "answer": answered}


def _answer(words: str, link: str) -> Resource:
    answer: Resource = {"valueString": in_string(words)}
    if attached := exactly(words):
        answer["item"] = [_item(f"{link}.exact", EXACTLY, [{"valueAttachment": attached}])]
    return answer


def _questionnaire() -> Resource:
    """Return what was asked: a group for each heading, with its code, and who helped to write it, which has none."""
    groups = [
        {
            "linkId": heading.value,
            "code": [_coding(heading)],
            "text": heading.label,
            "type": "group",
            "item": [_asked(f"{heading}.line", _LINE, _asked(f"{heading}.why", _WHY), repeats=True)],
        }
        for heading in Heading
    ]
    return {
        "resourceType": "Questionnaire",
        "id": ABOUT_ME,
        "title": "The headings of the PRSB About Me standard",
        "status": "active",
        "item": [*groups, _asked(_HELPED, SUPPORTED)],
    }


def _asked(link: str, text: str, *inside: Resource, repeats: bool = False) -> Resource:
    exact = {"linkId": f"{link}.exact", "text": EXACTLY, "type": "attachment"}
    return {"linkId": link, "text": text, "type": "text", "repeats": repeats, "item": [*inside, exact]}
