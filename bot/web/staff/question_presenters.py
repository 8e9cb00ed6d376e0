"""Turns what a team asked a person, and what came back, into what the page shows. Not answering is an answer too."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.teamwork import TeamQuestion
from bot.web.staff.days import when

ASK = "ask"
"""The name of the form that asks the person something."""
NOT_TOLD = "It waits for them in their own chat."
NO_ANSWER_YET = "There is no answer yet. They may choose not to answer."
LEFT = "They chose not to answer."


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question, and what came of it; `answers` holds the answer, or nothing."""

    question: str
    asked: str
    answers: tuple[str, ...]
    came: str


def present_question(question: TeamQuestion, now: datetime) -> QuestionView:
    """Return one question with what came of it."""
    return QuestionView(
        question=question.question,
        asked=f"{question.asked_by} asked this {when(question.asked_at, now)}.",
        answers=(question.answer,) if question.answer is not None else (),
        came=_came(question, now),
    )


def _came(question: TeamQuestion, now: datetime) -> str:
    if question.answered_at is not None and question.answer is not None:
        return f"They answered {when(question.answered_at, now)}."
    if question.left:
        return LEFT
    return NO_ANSWER_YET if question.told else NOT_TOLD
