"""Tables of answers: what is typed, or pressed (in angle brackets); where it leads; the first response."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import Talk, at

Table = dict[Question, list[tuple[str, Question | None, str]]]
"""To each question: what is answered, the question that is open then (or none), the first response."""


EARLIER = "utter_session_earlier_button"
"""Said to a button that the open question does not know."""


def each_answer(table: Table) -> pytest.MarkDecorator:
    """Run a test for every answer of a table."""
    answers = [(question, *answer) for question, answers in table.items() for answer in answers]
    return pytest.mark.parametrize(("question", "what", "leads_to", "said"), answers, ids=lambda value: str(value)[:40])


def asked(talk: Talk, question: Question) -> Talk:
    """Have a question open, as it comes to be."""
    if question is Question.WELCOME_DOOR:
        talk.does("arrive")
    else:
        at(talk, question)
    assert talk.question is question
    return talk


def answered(talk: Talk, question: Question, what: str) -> tuple[Question | None, str]:
    """Answer a question; return which one is open then, and the first response."""
    asked(talk, question)
    responses = talk.presses(what[1:-1]) if what[0] == "<" else talk.types(what)
    if responses == ["utter_record_deleted"]:
        return None, responses[0]  # nobody is here any more
    return talk.question, responses[0]
