"""What is held about a person, table by table: what of it they are given, and what not, with the reason.

A test walks the tables of the store, so that none that is about a person is forgotten here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, select

from bot.model.ids import PersonId
from bot.store.tables.base import Table
from bot.store.tables.complaints import ComplaintRow
from bot.store.tables.joining import JoinCodeRow
from bot.store.tables.people import (
    AuditRow,
    ChoiceRow,
    ConsentRow,
    DraftRow,
    OpeningRow,
    PersonRow,
    SessionRow,
    ShareRow,
    SummaryRow,
    TurnRow,
)
from bot.store.tables.releases import ReleaseHolderRow, ReleaseRow
from bot.store.tables.reminders import ReminderRow
from bot.store.tables.teamwork import (
    CommitmentRow,
    NoticeRow,
    QuestionRow,
    ReflectionRow,
    TeamOpeningRow,
    TeamShareRow,
)
from bot.store.tables.telegram import ChatRow, OutgoingRow, UpdateRow

OPENS = "it opens something"
MAY_OPEN = "it may hold a link or a PIN, and goes within the hour"


@dataclass(frozen=True, slots=True)
class Held:
    """One table. `name` is what its rows are called when they are given out, oldest first by the column `order`.

    `sealed`: by column without "sealed_", the row that its words are bound to. `left_out`: by column, why it is not
    given. `through`: the table whose rows these belong to, by their column share_id.
    """

    name: str
    table: type[Table]
    order: str
    sealed: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    through: type[Table] | None = None

    def of(self, person: PersonId) -> ColumnElement[bool]:
        """Return the condition for the rows of one person."""
        columns = self.table.__table__.columns
        if self.through is not None:
            theirs = self.through.__table__.columns
            return columns["share_id"].in_(select(theirs["id"]).where(theirs["person_id"] == person))
        return columns["id" if self.table is PersonRow else "person_id"] == person


GIVEN = (
    Held("person", PersonRow, "created_at", left_out={"wrapped_key": OPENS}),
    Held("draft", DraftRow, "updated_at", {"draft": "drafts"}),
    Held("kept_versions", SummaryRow, "version", {"lines": "summaries/{version}"}),
    Held("consents", ConsentRow, "number"),
    Held(
        "shares",
        ShareRow,
        "created_at",
        {"recipient": "shares/{id}"},
        left_out={"token_hash": OPENS, "pin_hash": OPENS},
    ),
    Held("openings", OpeningRow, "opened_at", through=ShareRow),
    Held("after_my_death", ReleaseRow, "created_at"),
    Held(
        "after_my_death_people",
        ReleaseHolderRow,
        "place",
        {"name": "release_holders/{id}"},
        left_out={"token_hash": OPENS, "pin_hash": OPENS},
    ),
    Held("team_shares", TeamShareRow, "created_at", {"called": "team_shares/{id}"}),
    Held("team_openings", TeamOpeningRow, "opened_at", through=TeamShareRow),
    Held(
        "team_promises",
        CommitmentRow,
        "created_at",
        {"words": "commitments/{id}", "promised": "commitments/{id}/promised"},
    ),
    Held("team_questions", QuestionRow, "asked_at", {"question": "questions/{id}", "answer": "questions/{id}/answer"}),
    Held("team_reflections", ReflectionRow, "created_at", {"words": "reflections/{id}"}),
    Held("notices", NoticeRow, "created_at"),
    Held(
        "complaints",
        ComplaintRow,
        "sent_at",
        {"words": "complaints/{id}", "who": "complaints/{id}/who", "answer": "complaints/{id}/answer"},
    ),
    Held("reminders", ReminderRow, "due_at", left_out={"chat_id": OPENS}),
    Held(
        "messages",
        TurnRow,
        "number",
        {"input": "turns/{id}/input"},
        left_out={"sealed_said": MAY_OPEN, "sealed_reply": MAY_OPEN},
    ),
    Held("devices", SessionRow, "created_at", left_out={"token_hash": OPENS}),
    Held("join_codes", JoinCodeRow, "made_at", left_out={"code_hash": OPENS}),
    Held("audit", AuditRow, "number"),
)
"""Each table that is given, in the order in which they are read."""

NOT_GIVEN: Mapping[type[Table], str] = {
    ChoiceRow: "the buttons that stand on the screen now, in our words; they change with each message",
    ChatRow: "the number of a chat on Telegram is given by itself, as `telegram`; what else is there opens something",
    UpdateRow: "a message from Telegram, until it is answered; then it is one of the messages",
    OutgoingRow: "a message on its way to Telegram; it may hold a link or a PIN, and goes within two days",
}
"""Each table about a person that is not given, and why."""
