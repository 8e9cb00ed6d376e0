"""Plan, put right in one sentence, on the card or on the way: each part named changes, and the others stay."""

from dataclasses import dataclass, replace

from bot.model.plan import Part
from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import plan_card, plan_parts
from bot.stages.conversation import Conversation, quoted
from bot.stages.plan_dates import moment_of
from bot.understanding.commands import plain
from bot.understanding.editing import holds, replaced
from bot.understanding.plan_changes import Change, Kind, changes, is_a_place, timely
from bot.understanding.planning import names_somebody

ON_THE_CARD = frozenset({Question.PLAN_CHECK, Question.PLAN_CHANGE, Question.PLAN_READY})
"""Where a plan is looked at: to change something means the plan, and no summary."""
_SMALL = frozenset({"in", "at", "on", "the", "my", "a", "an", "with", "by", "our", "her", "his", "to", "about"})


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done to one part. No words take it out; where they are to come, it is asked about."""

    part: Part
    words: str = ""
    to_come: bool = False


def put_right(talk: Conversation, said: Said) -> bool:
    """Change what the words say is to be different; say whether they do."""
    if said.intent not in {"inform", "edit_summary"} or not said.words:
        return False
    found = changes(said.words)
    steps = [_step(talk, each) for each in found]
    read = [step for step in steps if step]
    alone = len(steps) == 1
    if (alone or not steps) and plan_parts.put_right(talk, replace(said, intent="inform")):
        return True
    if not read or not (_on_card(talk) or _meant_while_asked(talk, found, steps)):
        return False
    change_parts(talk, read, [each.words for each, step in zip(found, steps, strict=True) if step is None])
    return True


def change_parts(talk: Conversation, steps: list[Step], unread: list[str] | None = None) -> None:
    """Change these parts and show what changes; then the card again, or what was asked."""
    _do(talk, steps)
    _go_on(talk, steps, unread or [])


def _on_card(talk: Conversation) -> bool:
    return talk.position.question in ON_THE_CARD


def _meant_while_asked(talk: Conversation, found: tuple[Change, ...], steps: list[Step | None]) -> bool:
    """Say whether words are no answer to the open question: all of them are read, and they change something told."""
    if not all(steps) or any(each.kind is Kind.ASK for each in found):
        return False
    plan, asked = talk.draft.plan, plan_parts.part_asked(talk)
    parts = [step.part for step in steps if step]
    changed = [plan.has(part) and part is not asked for part in parts]
    if len(found) == 1:
        return changed[0] and found[0].kind is not Kind.IS
    return any(changed) or all(each.kind in {Kind.IS, Kind.PUT} for each in found)


def _do(talk: Conversation, steps: list[Step]) -> None:
    before, said_already = talk.draft.plan, len(talk.says)
    for step in steps:
        if not step.to_come:
            plan_parts.take(talk, step.part, step.words, puts_right=True)
    dates = talk.says[said_already:]
    del talk.says[said_already:]
    lines = [line for step in steps if (line := _line(before.words(step.part), step))]
    if lines:
        talk.say("utter_plan_put_right_parts", lines="\n".join(lines))
    talk.says += dates


def _line(before: str, step: Step) -> str:
    label = plan_card.LABELS[step.part]
    if step.words:
        return f"{label}: “{step.words}”"
    return f"Taken out: “{before}”" if before and not step.to_come else ""


def _go_on(talk: Conversation, steps: list[Step], unread: list[str]) -> None:
    """Show the card again, or ask what was asked; before that, what could not be read or is still to come."""
    to_ask = tuple(step.part for step in steps if step.to_come)
    if not _on_card(talk):
        told = tuple(step.part for step in steps if step.words)
        plan = talk.draft.plan
        talk.draft = replace(talk.draft, plan=replace(plan, told_ahead=(*plan.told_ahead, *told)))
        if plan_parts.part_asked(talk) in told:
            plan_parts.go_on(talk)
    elif unread or to_ask:
        talk.draft = replace(talk.draft, plan=replace(talk.draft.plan, to_ask=to_ask[1:]))
        for each in filter(None, map(quoted, unread)):
            talk.say("utter_plan_not_read", words=each)
        plan_parts.to_card(talk, Question.PLAN_CHANGE)
        if to_ask:
            talk.move(plan_parts.QUESTIONS[to_ask[0]])
        else:
            plan_card.show(talk)
    else:
        plan_parts.to_card(talk)


def _step(talk: Conversation, change: Change) -> Step | None:
    """Return what a change means in this plan, or None where that is not clear."""
    part = Part(change.part) if change.part else None
    if change.kind is Kind.UNREAD:
        return None
    if part and change.kind in {Kind.DROP, Kind.ASK}:
        there = change.kind is Kind.ASK or talk.draft.plan.has(part)
        return Step(part, to_come=change.kind is Kind.ASK) if there else None
    if change.kind is Kind.SWAP and (swapped := _swapped(talk, change)):
        return swapped
    part = part or _part_of(talk, change.words)
    if part is None or (part is Part.WHEN and not (timely(change.words) or moment_of(talk, change.words))):
        return None
    return Step(part, change.words)


def _swapped(talk: Conversation, change: Change) -> Step | None:
    """Return the part that holds the old words, with the new ones in their place."""
    plan, old = talk.draft.plan, set(plain(change.old).split()) - _SMALL
    holding = [part for part in Part if old and old <= set(plain(plan.words(part)).split())]
    if len(holding) != 1:
        return None
    part, words = holding[0], plan.words(holding[0])
    more = set(plain(words).split()) - _SMALL - old
    return Step(part, replaced(words, change.old, change.words) if more and holds(words, change.old) else change.words)


def _part_of(talk: Conversation, words: str) -> Part | None:
    """Return the part that words belong to by what they are."""
    if moment_of(talk, words):
        return Part.WHEN
    if names_somebody(words):
        return Part.WHO
    return Part.WHERE if is_a_place(words) else None
