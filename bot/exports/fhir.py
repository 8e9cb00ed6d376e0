"""A person's own copy as a document that record systems can read: shaped like FHIR R4B, conformant to no profile.

A Bundle of type document: Composition, QuestionnaireResponse under the headings of About Me, Patient, Consent,
Provenance, and a RelatedPerson where somebody else wrote or typed it. Codes are those of `bot.model.headings` and of
FHIR itself, and LOINC 81334-5; what has no code there is text.
"""

from datetime import datetime
from uuid import UUID, uuid5

from fhir.resources.R4B.bundle import Bundle

from bot.exports.fhir_answers import answers, section
from bot.exports.fhir_text import Resource, in_string, listed, narrative
from bot.exports.summary import NEWER, PRINTED, SUPPORTED, heading_of, made_on
from bot.model.dates import in_words
from bot.model.headings import Heading
from bot.model.own_copy import OwnCopy
from bot.model.position import Door

SHAPED = "Shaped like FHIR R4B; not conformant to a national profile"
KEPT = "A yes to keep these notes. It is not a yes to share them, and not a consent to treatment."
_LOINC = {"system": "http://loinc.org", "code": "81334-5", "display": "Patient Personal advance care plan"}
_PRIVACY = {"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}
_PART = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
_OTHERS = {Door.CLOSE: "Someone close to the person", Door.WRITING: "Someone who typed what the person said"}
"""Who besides the person had a part in the words."""
_WRITTEN_BY = {
    Door.ME: "Written by the person themselves.",
    Door.CLOSE: "Written by someone close to the person. It is their own account.",
    Door.WRITING: "Said by the person, typed by someone helping.",
}
_KINDS = ("composition", "patient", "answers", "consent", "provenance", "device", "related")


def as_fhir(copy: OwnCopy, organisation: str, now: datetime, document: UUID) -> bytes:
    """Return the bundle as JSON (UTF-8). `document` names this one file, made `now`; `organisation` runs this copy."""
    names = {kind: f"urn:uuid:{uuid5(document, kind)}" for kind in _KINDS}
    writer = "related" if copy.door is Door.CLOSE else "patient"
    made = {
        "composition": _composition(copy, names, writer, made_on(organisation, now)),
        "patient": _patient(copy),
        "answers": answers(copy, names["patient"], names[writer]),
        "consent": _consent(copy, names["patient"], names[writer]),
        "provenance": _provenance(copy, names, writer, now),
        "device": _device(organisation),
    }
    if copy.door in _OTHERS:
        made["related"] = _related(copy, names["patient"])
    bundle: Resource = {
        "resourceType": "Bundle",
        "meta": {"tag": [{"display": SHAPED}]},
        "type": "document",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{document}"},
        "timestamp": now.isoformat(),
        "entry": [{"fullUrl": names[kind], "resource": resource} for kind, resource in made.items()],
    }
    return Bundle.model_validate(bundle).model_dump_json(indent=2).encode()


def _to(name: str) -> Resource:
    return {"reference": name}


def _composition(copy: OwnCopy, names: dict[str, str], writer: str, made: str) -> Resource:
    heading, notice = heading_of(copy.door)
    said = (
        f"{SHAPED}.",
        *notice,
        *_who(copy),
        f"Last updated: {in_words(copy.updated_at)}, version {copy.version}.",
        NEWER,
        PRINTED,
    )
    return {
        "resourceType": "Composition",
        "text": narrative(listed((*said, made))),
        "status": "final",
        "type": {"coding": [_LOINC], "text": heading},
        "subject": _to(names["patient"]),
        "date": copy.updated_at.isoformat(),
        "author": [_to(names[writer])],
        "title": f"{heading} (not a clinical or legal document)",
        "section": [section(copy, heading, names["answers"]) for heading in Heading if copy.under(heading)],
    }


def _patient(copy: OwnCopy) -> Resource:
    """Return no more than the name they gave to be known by, if they gave one: no number, no date of birth."""
    called = in_string(copy.called) if copy.called else ""
    text = f"Known as: {called}" if called else "No name was given."
    name = {"name": [{"text": called}]} if called else {}
    return {"resourceType": "Patient", "text": narrative(listed((text,))), **name}


def _related(copy: OwnCopy, patient: str) -> Resource:
    part = _OTHERS[copy.door]
    relationship = [{"text": part}]
    text = narrative(listed((f"{part}.",)))
    return {"resourceType": "RelatedPerson", "text": text, "patient": _to(patient), "relationship": relationship}


def _device(organisation: str) -> Resource:
    name = {"name": "What Matters", "type": "user-friendly-name"}
    text = f"What Matters is a piece of software, which is run by {organisation}."
    return {"resourceType": "Device", "text": narrative(listed((text,))), "deviceName": [name]}


def _consent(copy: OwnCopy, patient: str, writer: str) -> Resource:
    wording = f"Wording {copy.agreed.wording} of What Matters"
    return {
        "resourceType": "Consent",
        "text": narrative(listed((KEPT, f"{wording}, {in_words(copy.agreed.at)}."))),
        "status": "active",
        "scope": {"coding": [_PRIVACY], "text": "Keeping notes"},
        "category": [{"text": "A yes to keep notes about what matters"}],
        "patient": _to(patient),
        "dateTime": copy.agreed.at.isoformat(),
        "performer": [_to(writer)],
        "policyRule": {"text": wording},
    }


def _provenance(copy: OwnCopy, names: dict[str, str], writer: str, now: datetime) -> Resource:
    agents = [_agent("author", _to(names[writer]))]
    if copy.door is Door.WRITING:
        agents.append(_agent("enterer", _to(names["related"])))
    if copy.supported:
        agents.append({"type": {"text": SUPPORTED}, "who": {"display": in_string(copy.supported)}})
    agents.append(_agent("assembler", _to(names["device"])))
    return {
        "resourceType": "Provenance",
        "text": narrative(listed(_who(copy))),
        "target": [_to(names["composition"]), _to(names["answers"])],
        "occurredDateTime": copy.updated_at.isoformat(),
        "recorded": now.isoformat(),
        "agent": agents,
    }


def _agent(part: str, who: Resource) -> Resource:
    return {"type": {"coding": [{"system": _PART, "code": part}]}, "who": who}


def _who(copy: OwnCopy) -> tuple[str, ...]:
    helped = (f"{SUPPORTED}: {copy.supported}",) if copy.supported else ()
    return (_WRITTEN_BY.get(copy.door, _WRITTEN_BY[Door.ME]), *helped)
