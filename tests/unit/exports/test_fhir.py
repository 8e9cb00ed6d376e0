"""The file for record systems: valid FHIR R4B, whole in itself, every word as it was written, and no code made up."""

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from bot.exports.fhir import as_fhir
from bot.exports.files import copy_for_records
from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.own_copy import Agreed, OwnCopy
from bot.model.position import Door

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
AGREED = Agreed("keep/2", NOW - timedelta(days=2))
DOCUMENT = UUID(int=7)
CODES = {
    "http://loinc.org": {"81334-5"},
    "http://snomed.info/sct": {heading.snomed for heading in Heading},
    "http://terminology.hl7.org/CodeSystem/consentscope": {"patient-privacy"},
    "http://terminology.hl7.org/CodeSystem/provenance-participant-type": {"author", "enterer", "assembler"},
}
LINES = (
    Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "Sunday lunch"),
    Line("l2", Heading.MOST_IMPORTANT, Kind.WHY, 0, "she makes me laugh"),
    Line("l3", Heading.MOST_IMPORTANT, Kind.WHAT, 1, "my garden"),
    Line("l4", Heading.PLEASE_DO, Kind.DO_NOT, -1, "call me love"),
)
words = st.text(min_size=1, max_size=40) | st.sampled_from(
    ["👩‍👩‍👧‍👦 ❤️", "مرحبا يا أمي", "שלום\u202e", "\x00\x07", "\u2003", "\r\n", "\ufffe"]
)
lines = st.lists(st.tuples(st.sampled_from(list(Heading)), st.sampled_from(list(Kind)), st.integers(0, 2), words))


def copy(*said, door=Door.ME, **more):
    return OwnCopy(said or LINES, door, 3, NOW - timedelta(days=1), AGREED, **more)


def made(own):
    """The bundle as JSON, once it was found valid."""
    file = as_fhir(own, "Bramble Hospice", NOW, DOCUMENT)
    Bundle.model_validate_json(file)
    return json.loads(file)


def within(bundle, kind):
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def every(value, key):
    """Each value under this key, however deep."""
    if isinstance(value, dict):
        for name, inside in value.items():
            if name == key:
                yield inside
            yield from every(inside, key)
    elif isinstance(value, list):
        for each in value:
            yield from every(each, key)


def agents(bundle):
    [provenance] = within(bundle, "Provenance")
    return [
        (agent["type"]["coding"][0]["code"] if "coding" in agent["type"] else agent["type"]["text"], agent["who"])
        for agent in provenance["agent"]
    ]


def address(bundle, kind):
    [entry] = [entry for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]
    return {"reference": entry["fullUrl"]}


def told(answer):
    """The words of an answer: the attached bytes where a string could not hold them."""
    for item in answer.get("item", []):
        if item["linkId"].endswith(".exact"):
            return base64.b64decode(item["answer"][0]["valueAttachment"]["data"]).decode()
    return answer["valueString"]


def test_it_is_a_document_of_one_composition_about_one_person():
    bundle = made(copy())
    [composition] = within(bundle, "Composition")

    assert bundle["type"] == "document"
    assert bundle["timestamp"] == "2026-11-22T10:15:00Z"
    assert bundle["identifier"]["value"] == f"urn:uuid:{DOCUMENT}"
    assert bundle["entry"][0]["resource"] is composition
    assert composition["type"]["coding"][0]["code"] == "81334-5"
    assert composition["date"] == "2026-11-21T10:15:00Z"
    assert [section["title"] for section in composition["section"]] == [
        "What is most important to me",
        "Please do and please do not",
    ]
    assert [section["code"]["coding"][0]["code"] for section in composition["section"]] == [
        "1515861000000103",
        "1515901000000105",
    ]


def test_answers_stand_under_their_headings_each_why_inside_what_it_explains():
    [response] = within(made(copy()), "QuestionnaireResponse")
    important, please = response["item"]

    assert (important["linkId"], please["linkId"]) == ("most_important", "please_do")
    assert [answer["valueString"] for answer in important["item"][0]["answer"]] == ["Sunday lunch", "my garden"]
    assert important["item"][0]["answer"][0]["item"][0]["answer"] == [{"valueString": "she makes me laugh"}]
    assert please["item"][0]["answer"] == [{"valueString": "Please do not: call me love"}]
    assert {item["linkId"]: item.get("code", [{}])[0].get("code") for item in response["contained"][0]["item"]} == {
        **{heading.value: heading.snomed for heading in Heading},
        "supported": None,
    }


@pytest.mark.parametrize("door", [Door.ME, Door.CLOSE, Door.WRITING])
def test_every_reference_leads_to_something_in_the_file(door):
    bundle = made(copy(door=door, supported="my daughter Ann"))
    there = [entry["fullUrl"] for entry in bundle["entry"]]

    assert len(there) == len(set(there))
    assert set(every(bundle, "reference")) <= set(there)
    [response] = within(bundle, "QuestionnaireResponse")
    assert response["questionnaire"].removeprefix("#") in {each["id"] for each in response["contained"]}


def test_every_link_of_an_answer_was_asked():
    odd = (replace(LINES[0], words="\x07"), replace(LINES[1], words="\x07"), LINES[3])
    [response] = within(made(copy(*odd, supported="Ann \x07")), "QuestionnaireResponse")

    assert set(every(response["item"], "linkId")) <= set(every(response["contained"], "linkId"))


@pytest.mark.parametrize("door", [Door.ME, Door.CLOSE, Door.WRITING])
def test_no_code_is_made_up(door):
    for coding in every(made(copy(door=door, supported="Ann")), "coding"):
        for each in coding:
            assert each["code"] in CODES[each["system"]]


def test_who_wrote_it_is_told_by_whose_words_they_are():
    own, close, typed = (made(copy(door=door, supported="Ann")) for door in (Door.ME, Door.CLOSE, Door.WRITING))
    helped = ("Supported to write this by", {"display": "Ann"})

    assert agents(own)[:2] == [("author", address(own, "Patient")), helped]
    assert agents(close)[:2] == [("author", address(close, "RelatedPerson")), helped]
    assert agents(typed)[:3] == [
        ("author", address(typed, "Patient")),
        ("enterer", address(typed, "RelatedPerson")),
        helped,
    ]
    assert within(close, "Composition")[0]["author"] == [address(close, "RelatedPerson")]
    assert "It is their own account." in within(close, "Provenance")[0]["text"]["div"]
    assert not within(own, "RelatedPerson")


def test_of_the_person_there_is_a_name_or_nothing():
    [named], [unnamed] = (within(made(copy(called=called)), "Patient") for called in ("Nan Jean", ""))

    assert set(named) == {"resourceType", "text", "name"}
    assert named["name"] == [{"text": "Nan Jean"}]
    assert set(unnamed) == {"resourceType", "text"}


def test_the_yes_is_the_one_to_keep_and_to_nothing_else():
    [consent] = within(made(copy()), "Consent")

    assert consent["status"] == "active"
    assert consent["dateTime"] == "2026-11-20T10:15:00Z"
    assert consent["policyRule"] == {"text": "Wording keep/2 of What Matters"}
    assert "It is not a yes to share them, and not a consent to treatment." in consent["text"]["div"]
    assert "provision" not in consent


def test_it_says_what_it_is_and_is_not_when_it_was_made_and_that_a_newer_one_may_exist():
    bundle = made(copy())
    [composition] = within(bundle, "Composition")

    assert bundle["meta"]["tag"] == [{"display": "Shaped like FHIR R4B; not conformant to a national profile"}]
    for sentence in (
        "Shaped like FHIR R4B; not conformant to a national profile.",
        "They are not an advance decision.",
        "They are not a legal or clinical document.",
        "Last updated: 21 November 2026, version 3.",
        "There may be a newer version.",
        "Made on 22 November 2026 at 10:15 with What Matters, which is run by Bramble Hospice.",
    ):
        assert sentence in composition["text"]["div"]
    assert composition["title"] == "What matters to me (not a clinical or legal document)"


def test_two_files_never_have_the_same_name_inside():
    first, second = (json.loads(copy_for_records(copy(), "Bramble Hospice", NOW).content) for _ in range(2))

    assert first["identifier"] != second["identifier"]
    assert not {entry["fullUrl"] for entry in first["entry"]} & {entry["fullUrl"] for entry in second["entry"]}


@given(lines, st.sampled_from([Door.ME, Door.CLOSE, Door.WRITING]), words | st.just(""), words | st.just(""))
def test_every_word_is_there_byte_for_byte_whatever_was_written(said, door, supported, called):
    own = copy(
        *(Line(f"l{place}", *line) for place, line in enumerate(said)), door=door, supported=supported, called=called
    )
    bundle = made(own)
    [response] = within(bundle, "QuestionnaireResponse")
    found = [
        told(answer) for answers in every(response["item"], "answer") for answer in answers if "valueString" in answer
    ]

    expected = [each.words if each.kind is Kind.WHY else each.shown for each in own.lines]
    assert sorted(found) == sorted([*expected, *filter(None, [supported])])
    for narrative in every(bundle, "div"):
        ET.fromstring(narrative)
    for text in every(bundle, "valueString"):
        assert not any(ord(sign) < 32 and sign not in "\t\r\n" for sign in text)


@given(st.lists(words, min_size=1))
def test_words_stay_in_their_order(said):
    own = copy(*(Line(f"l{place}", Heading.PEOPLE, Kind.ADDED, -1, each) for place, each in enumerate(said)))
    [response] = within(made(own), "QuestionnaireResponse")

    assert [told(answer) for answer in response["item"][0]["item"][0]["answer"]] == said
