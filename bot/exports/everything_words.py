"""The words around everything that is held about a person: what each kind of thing is called, and its parts."""

from collections.abc import Mapping
from typing import Any

from bot.model.headings import Heading

SECTIONS: Mapping[str, tuple[str, str]] = {
    "kept_versions": ("What you kept", "Each version of your notes, the oldest first."),
    "draft": ("What you said and have not kept", "It is deleted if it is left for too long."),
    "consents": ("What you said yes to", "Each yes, and when you took it back if you did."),
    "shares": ("What you shared by a link", "Who it was for, which parts, and until when."),
    "openings": ("When those links were opened", "Each time that somebody opened a link with its PIN."),
    "after_my_death": ("What opens after your death", "Which parts, and how long it waits once both have said so."),
    "after_my_death_people": ("Who has a link for after your death", "The two you trust, and who may read."),
    "team_shares": ("What you shared with a team", "Which team, which parts, and until when."),
    "team_openings": ("When a team looked", "Each time that somebody of a team opened your notes."),
    "team_promises": ("What a team said it will do", "Their words, beside a line of yours."),
    "team_questions": ("What a team asked you", "Their question, and your answer if you gave one."),
    "team_reflections": ("What a team wrote for itself", "What they learnt beside your words."),
    "notices": ("What there was to tell you", "News from a team, and when you were told."),
    "complaints": ("What you said was not right", "Your words, who they were for, and the answer."),
    "reminders": ("Your reminder", "It holds a time, and no words of yours."),
    "messages": (
        "Your messages",
        "The words of a message go as soon as it is answered. The time and the kind of message stay for a while.",
    ),
    "devices": ("Where you talk from", "Each browser, program or chat that speaks as you."),
    "join_codes": ("Links to go on elsewhere", "When you asked for one. The link itself is not held."),
    "telegram": ("Your chat on Telegram", "The number that Telegram gives this chat."),
    "person": ("You", "You are a random number here. Your full name and address are not asked for."),
    "audit": (
        "What was done, and when",
        "This log has no words of yours. It stays when you delete everything, and so does the random number.",
    ),
}
"""What each kind is called, and one or two sentences on it, in the order in which they are read."""
FOR_PROGRAMS = frozenset(
    {
        *("id", "share_id", "release_id", "account_id", "message_id", "line_id", "subject_id", "number", "position"),
        "place",
        *("made_by", "changed_by", "asked_by", "attention", "seen_version", "tries", "next_due", "made", "applied_at"),
    }
)
"""What the page to read leaves to the file for programs: it says nothing to people."""
_LABELS = {
    "at": "When",
    "intent": "Kind",
    "actor": "Who",
    "action": "What",
    "subject": "Of what",
    "created_at": "When",
    "chat": "Number",
    "lines": "Words",
    "called": "The name you gave",
    "recipient": "For",
    "door": "Who it was for",
    "about": "Who it is about",
    "asked_edit": "A change you asked for",
    "told_too": "Also told",
    "look_told_at": "You were told of the first look",
    "asked_to_keep_at": "You were asked whether to keep it",
    "asks_to_keep": "It asked whether to keep what is here",
    "to_add": "To be added",
    "to_send": "An answer not sent yet",
    "supported": "Supported to write this by",
    "wrong_pins": "Wrong PINs in a row",
    "promised": "What was said at first",
    "people": "How many were there",
    "statement": "On statement",
    "said_at": "Said that you had died",
    "voided_said_at": "Said that you had died, and it counts no more",
    "voided_at": "Said before, and counts no more since",
    "delay_days": "Days that it waits",
    "trusted": "Trusted to say that you died",
    "readers": "To read it after your death",
}
_WORDED: Mapping[str, Mapping[str, str]] = {
    "purpose": {
        "keep": "Keep my notes",
        "share": "Share by a link",
        "share_team": "Share with a team",
        "after_death": "Show after my death",
    },
    "door": {
        "me": "Me",
        "close": "Someone close to me",
        "writing": "Someone I help to write",
        "grieving": "Someone who is grieving",
        "helping": "Someone who helps others",
    },
    "sections": {heading.value: heading.label for heading in Heading},
    "kind": {
        "what": "What matters",
        "why": "Why it matters",
        "support": "What good support looks like",
        "added": "",
        "place": "Place of care",
        "do": "Please do",
        "do_not": "Please do not",
        "caring": "For the one who cares",
        "for_others": "For those who are close",
    },
    "state": {"planned": "Planned", "done": "Done", "partly": "Partly done", "not_possible": "Not possible"},
    "role": {"trusted_one": "Trusted, one of two", "trusted_two": "Trusted, one of two", "reader": "May read it"},
    "intent": {
        "choose": "A button",
        "inform": "Own words",
        "nlu_fallback": "Not understood",
        "out_of_scope": "Not understood",
    },
    "actor": {"person": "You", "operator": "Those who run this"},
}

_CODES = frozenset({"intent", "action"})
"""Our own short words, never a person's."""


def label(name: str) -> str:
    """Return what stands before a value."""
    return _LABELS.get(name, name.removesuffix("_at").replace("_", " ").capitalize())


def worded(name: str, value: Any) -> str:
    """Return a value as people read it. Words that somebody wrote stay as they are."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    said = _WORDED.get(name, {}).get(str(value), str(value))
    return said.replace("_", " ") if name in _CODES else said
