"""The headings of the PRSB "About Me" standard (v2.01, 2025), in its order, with their SNOMED CT codes.

Headings and codes are the Professional Record Standards Body's; the prompts asked under them are our own.
"""

from enum import StrEnum


class Heading(StrEnum):
    """One section of About Me. The value is a stable, word-free name used in stores and button payloads."""

    MOST_IMPORTANT = "most_important"
    PEOPLE = "people"
    COMMUNICATION = "communication"
    WELLNESS = "wellness"
    PLEASE_DO = "please_do"
    SUPPORT = "support"
    ALSO_KNOW = "also_know"

    @property
    def label(self) -> str:
        """The heading exactly as the standard prints it."""
        return _LABELS[self][0]

    @property
    def of_them(self) -> str:
        """The heading over what somebody close writes: it is about "them"."""
        return _OF_THEM.get(self, self.label)

    @property
    def snomed(self) -> str:
        """The SNOMED CT code of the section."""
        return _LABELS[self][1]


_LABELS = {
    Heading.MOST_IMPORTANT: ("What is most important to me", "1515861000000103"),
    Heading.PEOPLE: ("People who are important to me", "1515871000000105"),
    Heading.COMMUNICATION: ("How I communicate and how to communicate with me", "1515881000000107"),
    Heading.WELLNESS: ("My wellness", "1515891000000109"),
    Heading.PLEASE_DO: ("Please do and please do not", "1515901000000105"),
    Heading.SUPPORT: ("How and when to support me", "1515911000000107"),
    Heading.ALSO_KNOW: ("Also worth knowing about me", "1515921000000101"),
}
_OF_THEM = {
    Heading.MOST_IMPORTANT: "What is most important to them",
    Heading.PEOPLE: "People who are important to them",
    Heading.COMMUNICATION: "How they communicate and how to communicate with them",
    Heading.WELLNESS: "Their wellness",
    Heading.SUPPORT: "How and when to support them",
    Heading.ALSO_KNOW: "Also worth knowing about them",
}
