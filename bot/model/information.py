"""Texts about living and dying well, by stage of the pathway and by need, never by diagnosis. Plain values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from bot.model.directory import Nation


class Pathway(StrEnum):
    """The stages of the pathway. Each value is the name of a folder in data/information."""

    TALKING = "talking"
    PLANNING = "planning"
    COORDINATION = "coordination"
    SERVICES = "services"
    LAST_DAYS = "last_days"
    AFTER_DEATH = "after_death"

    @property
    def label(self) -> str:
        """The stage in plain words."""
        return _LABELS[self]


_LABELS: Final = {
    Pathway.TALKING: "Talking as the end of life approaches",
    Pathway.PLANNING: "Assessment and planning",
    Pathway.COORDINATION: "Coordination of care",
    Pathway.SERVICES: "Services and comfort",
    Pathway.LAST_DAYS: "The last days",
    Pathway.AFTER_DEATH: "After a death",
}


class LeadsTo(StrEnum):
    """What else here a text may lead to, besides other texts."""

    WHAT_MATTERS = "what_matters"
    FIND_SUPPORT = "find_support"
    AFTER_DEATH_STEPS = "after_death_steps"


QUESTIONS: Final = (
    "ask_how_to_start_talking", "ask_talk_to_children", "ask_advance_care_planning", "ask_adrt", "ask_lpa", "ask_cpr",
    "ask_place_of_care", "ask_what_to_expect", "ask_comfort", "ask_out_of_hours", "ask_carer_support", "ask_money",
    "ask_wills_funerals", "ask_organ_donation", "ask_digital_legacy", "ask_spiritual", "ask_assisted_dying",
    "ask_medical_advice",
)  # fmt: skip
"""The intents that ask about living and dying well. Each is answered by one text."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to read: its name and its https address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ask. `phone` is "" for those whose number is the person's own, such as their GP.

    `said` are single words, such as an illness: whoever says one of them is told of this one at once.
    """

    name: str
    phone: str = ""
    said: tuple[str, ...] = ()

    def is_for(self, words: str) -> bool:
        """Say whether one of its words is among these, which are in lower case and without marks."""
        return not set(self.said).isdisjoint(words.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is said to one need, for England where nothing else is said.

    `id` is the name of its file. `answers` are intents. `messages` and `easy_read` are two short messages each.
    `leads_on_to` holds ids of other texts. `review_by` is the last day on which it counts as checked.
    """

    id: str
    stage: Pathway
    need: str
    title: str
    answers: tuple[str, ...]
    messages: tuple[str, ...]
    easy_read: tuple[str, ...]
    ask: tuple[Contact, ...]
    read_more: tuple[Page, ...]
    sources: tuple[Page, ...]
    differences: dict[Nation, str] = field(default_factory=dict)
    leads_on_to: tuple[str, ...] = ()
    leads_to: tuple[LeadsTo, ...] = ()
    written_by: str
    reviewed_by: str
    reviewed_on: date
    review_by: date

    def is_old(self, today: date) -> bool:
        """Say whether it is past its review date."""
        return today > self.review_by


@dataclass(frozen=True, slots=True)
class Library:
    """Every text there is, in the order of the pathway."""

    texts: tuple[Text, ...] = ()

    def answering(self, intent: str) -> Text | None:
        """Return the text that answers an intent."""
        return next((text for text in self.texts if intent in text.answers), None)

    def about(self, need: str) -> Text | None:
        """Return the text with this id."""
        return next((text for text in self.texts if text.id == need), None)

    def past_review(self, today: date) -> tuple[Text, ...]:
        """Return the texts past their review date, longest past first."""
        return tuple(sorted((text for text in self.texts if text.is_old(today)), key=lambda text: text.review_by))
