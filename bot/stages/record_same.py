"""Record: what was opened and not changed makes no new version."""

from dataclasses import replace

from bot.model.draft import Line, in_order
from bot.stages.conversation import Conversation
from bot.stages.record_read_back import door_of


def is_same(talk: Conversation) -> bool:
    """Say whether the draft says just what is kept already, and nothing waits to be put into it."""
    kept = talk.records.summaries.latest(talk.person, door_of(talk))
    if kept is None or talk.draft.to_add:
        return False
    return _said(kept.lines) == _said(talk.draft.lines) and kept.supported == talk.draft.supported


def leave(talk: Conversation) -> None:
    """Say that nothing changed, and that what is kept stays."""
    talk.draft = replace(talk.draft, lines=(), door=None, supported="")
    talk.say("utter_record_more_same_as_kept")
    talk.finish()


def _said(lines: tuple[Line, ...]) -> list[tuple[str, str, str]]:
    return [(line.heading, line.kind, line.words) for line in in_order(lines)]
