"""Identifiers with a meaning of their own, so that one cannot be passed for another."""

from typing import NewType

PersonId = NewType("PersonId", str)
TurnId = NewType("TurnId", str)
ShareId = NewType("ShareId", str)
ReleaseId = NewType("ReleaseId", str)
SummaryId = NewType("SummaryId", str)
SessionToken = NewType("SessionToken", str)
ChatId = NewType("ChatId", str)
