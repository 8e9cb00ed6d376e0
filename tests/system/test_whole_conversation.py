"""The main job through the chat API, end to end, as a person would do it."""

import pytest

from tests.system.stack import Person, Stack


def test_a_person_talks_keeps_shares_sees_who_looked_and_stops(stack: Stack, person: Person) -> None:
    greeting = person.says("hello")
    assert "piece of software" in greeting.text
    assert "Bramble Hospice" in greeting.text
    assert "draft" in greeting.text
    assert list(greeting.choices) == [
        "For me",
        "For someone close to me",
        "I help someone write theirs",
        "Someone has died",
        "I am here to help others",
        "Easier words",
    ]

    person.presses("For me")
    assert "“my granddaughter’s singing”" in person.says("my granddaughter’s singing").text
    person.says("it lifts the whole house")
    person.says("somebody who lets her visit late")
    person.presses("Yes, something else")
    person.says("my chair by the window")
    person.says("skip")
    person.says("I don't know")
    readback = person.presses("No, show me")
    for words in ("my granddaughter’s singing", "it lifts the whole house", "my chair by the window"):
        assert words in readback.text
    assert "What is most important to me" in readback.text
    assert "How and when to support me" in readback.text

    person.presses("Put a line first")
    first = person.says("3")
    assert first.text.index("my chair") < first.text.index("singing")
    person.presses("It is right")
    kept = person.presses("Yes, keep it")
    assert "version 1" in kept.text

    person.presses("Share my summary")
    person.says("Aunt May")
    person.presses("What is most important to me")
    person.presses("That is all")
    person.presses("One month")
    shared = person.presses("Yes, make the link")
    link = shared.links[0]
    pin = shared.text.split("The PIN is ")[1][:7]

    reader = Person(stack.url).client
    assert "my chair" not in reader.get(link).text
    assert reader.post(link, data={"pin": "000 000"}).status_code == 422
    page = reader.post(link, data={"pin": pin}).text
    assert "my chair by the window" in page
    assert "somebody who lets her visit late" not in page, "a section that was not chosen is shown"

    looked = person.says("who has looked at it?")
    assert "Aunt May: the page was opened once" in looked.text
    stopped = person.says("stop sharing")
    assert "Sharing with Aunt May is stopped" in stopped.text
    assert "cannot take back" in stopped.text
    assert reader.post(link, data={"pin": pin}).status_code == 404

    person.says("can i have a copy")
    copy = person.presses("One page").links[0]
    assert "somebody who lets her visit late" in reader.post(copy).text


@pytest.mark.parametrize(
    ("door", "expected"),
    [
        ("For me", "What matters most to you"),
        ("For someone close to me", "From what you see, what matters most to them"),
        ("Someone has died", "What would help now?"),
        ("I am here to help others", "What kind of help"),
    ],
)
def test_each_door_answers_sensibly(person: Person, door: str, expected: str) -> None:
    person.says("hello")
    assert expected in person.presses(door).text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("it's for me", "What matters most to you"),
        ("someone has died.", "What would help now?"),
        ("my mum", "matters most to your mum"),
        ("my dad died last week", "What would help now?"),
        ("i'm a volunteer", "wanting to help"),
    ],
)
def test_a_door_can_be_typed(person: Person, words: str, expected: str) -> None:
    person.says("hi")
    assert expected in person.says(words).text


def test_no_is_respected_a_copy_is_offered_and_nothing_stays(stack: Stack, person: Person) -> None:
    person.reaches("record_copy")
    reply = person.presses("Yes, show me a copy")
    assert "sitting in my garden" in reply.text
    assert "Nothing of it is kept" in reply.text
    assert "nothing written down" in person.says("show me what you have").text


def test_an_edited_summary_becomes_a_new_version_only_after_another_yes(person: Person) -> None:
    person.reaches("kept")
    person.presses("Change my summary")
    person.says("change 1")
    person.says("sitting in my garden with the cat")
    person.presses("It is right")
    assert "version 2" in person.presses("Yes, keep it").text


def test_declining_a_change_leaves_the_kept_version(person: Person) -> None:
    person.reaches("kept")
    person.presses("Change my summary")
    person.says("take out 1")
    person.presses("Take out the line and its why")
    person.presses("It is right")
    person.presses("No, do not keep it")
    person.presses("No, delete it")
    assert "sitting in my garden" in person.says("my summary").text


def test_words_said_before_any_question_are_not_lost(person: Person) -> None:
    person.says("my husband is poorly and i want people to know he loves the sea and his old dog")
    assert "loves the sea and his old dog" in person.last.text
    assert "Why does that matter to your husband" in person.presses("Use those words").text


def test_sharing_before_anything_is_kept_explains_what_comes_first(person: Person) -> None:
    person.reaches("focus_more")
    assert "nothing to share" in person.says("share my summary").text


def test_somebody_asks_for_easy_read_and_has_it_from_then_on(person: Person) -> None:
    person.says("hello")
    easier = person.presses("Easier words").text
    assert "easy words" in easier
    assert "a computer program run by Bramble Hospice" in easier
    person.presses("For someone close to me")
    easy = person.says("help").text
    person.says("usual words")
    usual = person.says("help").text
    assert usual != easy
    person.says("easy read")
    assert person.says("help").text == easy
