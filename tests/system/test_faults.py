"""Under any fault every message gets a reply, no words are lost, and nothing is done twice."""

import re
import threading

import pytest

from tests.system.stack import Heard, Person, Stack

ANSWER = "the smell of bread on a sunday morning"


def break_actions(stack: Stack) -> None:
    stack.kill("actions")


def actions_answer_500(stack: Stack) -> None:
    stack.proxy.mode = "refusing"


def actions_hang(stack: Stack) -> None:
    stack.proxy.mode = "hanging"


def stop_rasa(stack: Stack) -> None:
    stack.kill("engine")


def freeze_rasa(stack: Stack) -> None:
    stack.freeze("engine")


FAULTS = [break_actions, actions_answer_500, actions_hang, stop_rasa, freeze_rasa]


def mend(stack: Stack) -> None:
    stack.proxy.mode = "normal"
    for name in stack.services:
        if name not in stack.running:
            stack.start(name)
        stack.thaw(name)
    stack.wait_until_ready()


def lines_read_back(person: Person) -> list[str]:
    """The lines of the draft, in order, as they are read back."""
    draft = person.says("show me what you have").text
    return re.findall(r"^\d+\. (?:Why: )?“(.*?)”$", draft, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("fault", FAULTS)
def test_words_said_during_a_fault_are_kept_and_used_once(faults: Stack, person: Person, fault) -> None:
    person.reaches("focus_what")
    fault(faults)
    held = person.says(ANSWER)
    assert "Your words are safe" in held.text
    assert "116 123" in held.text
    mend(faults)
    assert "Why does that matter" in person.presses("Try again").text
    assert lines_read_back(person).count(ANSWER) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_crisis_is_answered_during_a_fault(faults: Stack, person: Person, fault) -> None:
    person.reaches("focus_why")
    fault(faults)
    assert "999" in person.says("she has taken all her tablets and won't wake up").messages[0]["text"]
    assert "116 123" in person.says("i want to end my life").text


def test_repeating_oneself_during_a_fault_is_not_said_twice(faults: Stack, person: Person) -> None:
    person.reaches("focus_what")
    actions_answer_500(faults)
    for words in (ANSWER, "hello?", ANSWER):
        person.says(words)
    mend(faults)
    person.says("ok")
    assert lines_read_back(person).count(ANSWER) == 1


def test_more_words_during_a_fault_belong_to_the_same_answer(faults: Stack, person: Person) -> None:
    person.reaches("focus_what")
    actions_answer_500(faults)
    person.says(ANSWER)
    person.says("and the dog under the table")
    mend(faults)
    person.presses("Try again")
    assert lines_read_back(person) == [f"{ANSWER}\nand the dog under the table"]


def test_a_button_pressed_during_a_fault_counts_once_it_is_over(faults: Stack, person: Person) -> None:
    person.reaches("record_consent")
    actions_answer_500(faults)
    yes = next(choice for title, choice in person.last.choices.items() if title.startswith("Yes"))
    assert "not working" in person.send(choice=yes).text
    mend(faults)
    assert "version 1" in person.send(choice=yes).text
    assert "version 1" in person.says("my summary").text


@pytest.mark.parametrize("victim", ["web", "engine", "actions"])
def test_a_process_killed_at_any_point_loses_nothing(faults: Stack, person: Person, victim: str) -> None:
    person.reaches("focus_why")
    faults.kill(victim)
    mend(faults)
    assert "good support" in person.says("because it is home").text
    assert "because it is home" in lines_read_back(person)


def test_the_engine_is_killed_while_it_thinks(faults: Stack, person: Person) -> None:
    person.reaches("focus_what")
    faults.proxy.mode = "hanging"
    heard: list[Heard] = []
    asking = threading.Thread(target=lambda: heard.append(person.says(ANSWER)))
    asking.start()
    while not faults.store("SELECT 1 FROM turns WHERE answered_at IS NULL AND tries = 1"):
        pass
    faults.kill("engine")
    asking.join(timeout=30)
    assert "Your words are safe" in heard[0].text
    mend(faults)
    person.presses("Try again")
    assert lines_read_back(person).count(ANSWER) == 1


def test_two_messages_at_once_are_both_answered_one_after_the_other(stack: Stack, person: Person) -> None:
    person.reaches("focus_what")
    replies: dict[str, Heard] = {}

    def say(words: str) -> None:
        replies[words] = Person.send(person, text=words)

    both = [threading.Thread(target=say, args=(words,)) for words in ("the sea air", "the church bells")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(timeout=60)
    assert {reply.status for reply in replies.values()} == {200}
    assert sorted(lines_read_back(person)) == ["the church bells", "the sea air"]


def test_a_message_that_arrives_twice_counts_once(person: Person) -> None:
    person.reaches("focus_what")
    first = person.send(text="the sea air", message_id="abc")
    again = person.send(text="the sea air", message_id="abc")
    assert again.body == first.body
    assert lines_read_back(person).count("the sea air") == 1


def test_a_button_pressed_twice_counts_once(person: Person) -> None:
    person.reaches("focus_more")
    more = person.last.choices["Yes, something else"]
    assert person.send(choice=more).body == person.send(choice=more).body


def test_a_stale_button_changes_nothing(person: Person) -> None:
    person.reaches("focus_more")
    stale = person.last.choices["No, show me what I said"]
    person.says("my brass band")
    heard = person.send(choice=stale)
    assert "from earlier" in heard.text
    assert "“my brass band”" in heard.text, "the open question comes back"


def test_another_persons_button_does_nothing(stack: Stack, person: Person) -> None:
    person.reaches("record_consent")
    theirs = next(choice for title, choice in person.last.choices.items() if title.startswith("Yes"))
    other = Person(stack.url)
    other.reaches("focus_why")
    assert "from earlier" in other.send(choice=theirs).text
    assert "nothing written" not in person.says("show me what you have").text


def test_two_devices_on_one_session_see_one_conversation(stack: Stack, person: Person) -> None:
    person.reaches("focus_what")
    tab = Person(stack.url)
    tab.session = person.session
    tab.says("my allotment")
    assert "good support" in person.says("it keeps me out of mischief").text
