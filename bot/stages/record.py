"""Record: the draft is read back line by line, put right, and kept only after an explicit yes."""

from dataclasses import replace

from bot.model.dates import in_words
from bot.model.draft import Kind, Line, in_order
from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.records.consent import Purpose
from bot.stages.conversation import Conversation, agrees, heading_named, passes, quoted
from bot.understanding.answers import line_command, number, plain_no, yes_or_no

SHORT_TITLE = 40


def start(talk: Conversation) -> None:
    """Go to reading back, or say that there is nothing to read back yet."""
    if talk.draft.lines:
        _to_check(talk)
        return
    talk.say("utter_record_nothing_yet")
    talk.finish()


def review(talk: Conversation) -> None:
    """Show what there is: the draft being worked on, else the kept summary."""
    if talk.draft.lines:
        talk.say("utter_record_draft_so_far")
        _read_back(talk, talk.draft.lines)
        return
    kept = talk.records.summaries.latest(talk.person)
    if kept is None:
        talk.say("utter_record_nothing_yet")
        return
    talk.say("utter_record_kept_version", version=str(kept.version), date=in_words(kept.created_at))
    _read_back(talk, kept.lines)


def edit(talk: Conversation) -> None:
    """Open what there is for changing; a kept summary becomes a draft again while the kept version stays."""
    if not talk.draft.lines:
        kept = talk.records.summaries.latest(talk.person)
        if kept is None:
            talk.say("utter_record_nothing_yet")
            return
        opened = replace(talk.draft, door=kept.door)
        for line in kept.lines:
            opened = opened.adding(line.heading, line.kind, line.topic, line.words)
        talk.draft = opened
    _to_check(talk)


def copy(talk: Conversation) -> None:
    """Give the person a copy: of the kept summary by a link that lasts half an hour, of a draft here and now."""
    if talk.records.summaries.has_any(talk.person):
        url = f"{talk.facts.public_url}/copy/{talk.records.copies.link(talk.person)}"
        talk.say("utter_record_copy_link", links=(("Open my copy (works for half an hour)", url),))
    elif talk.draft.lines:
        talk.say("utter_record_copy_here")
        _read_back(talk, talk.draft.lines)
    else:
        talk.say("utter_record_nothing_yet")


def delete(talk: Conversation) -> None:
    """Ask whether everything is to be deleted, remembering where the person was."""
    talk.turn_aside(Question.RECORD_DELETE)


def ask_check(talk: Conversation) -> None:
    """Read the draft back and ask what is not right."""
    talk.say("utter_record_read_back")
    _read_back(talk, talk.draft.lines)
    talk.say("utter_record_ask_check")


def answer_check(talk: Conversation, said: Said) -> None:
    """Go on when it is right; else to the change that was asked for."""
    asked_for = line_command(said.words)
    held, talk.draft = talk.draft, replace(talk.draft, to_add="")
    if said.choice == "right" or said.intent == "affirm":
        talk.move(Question.RECORD_CONSENT)
    elif said.choice in _CHANGES:
        _choose_line(talk, _CHANGES[said.choice])
    elif said.choice == "add_written":
        talk.draft = held
        talk.move(Question.RECORD_ADD_HEADING)
    elif said.choice == "add":
        talk.move(Question.RECORD_ADD_HEADING)
    elif asked_for is not None:
        _change_by_number(talk, *asked_for)
    elif said.intent == "deny":
        talk.say("utter_record_what_to_change")
    elif passes(said):
        talk.say("utter_record_left_for_now")
        talk.finish()
    else:
        talk.say("utter_record_say_which")
        if said.intent == "inform" and said.words:
            talk.draft = replace(talk.draft, to_add=said.words)
            talk.say("utter_record_can_add")


def ask_change_which(talk: Conversation) -> None:
    """Ask which line to change."""
    talk.say("utter_record_ask_change_which", buttons=_line_buttons(talk))


def ask_remove_which(talk: Conversation) -> None:
    """Ask which line to take out."""
    talk.say("utter_record_ask_remove_which", buttons=_line_buttons(talk))


def ask_move_which(talk: Conversation) -> None:
    """Ask which line comes first."""
    talk.say("utter_record_ask_move_which", buttons=_line_buttons(talk))


def answer_which(talk: Conversation, said: Said) -> None:
    """Change, take out or put first the line that was chosen by button or number."""
    question = talk.position.question
    line = _chosen(talk, said)
    if line is None:
        if passes(said):
            talk.say("utter_record_left_as_it_was")
            talk.move(Question.RECORD_CHECK)
        else:
            talk.say("utter_record_say_number")
    elif question is Question.RECORD_CHANGE_WHICH:
        talk.move(Question.RECORD_CHANGE_WORDS, line=line.id)
    elif question is Question.RECORD_REMOVE_WHICH:
        _remove(talk, line)
    else:
        _put_first(talk, line)


def ask_change_words(talk: Conversation) -> None:
    """Ask for the new words of a line, showing the present ones."""
    line = talk.draft.line(talk.position.line)
    if line is None:
        talk.move(Question.RECORD_CHECK)
        ask_check(talk)
        return
    talk.say("utter_record_ask_change_words", words=line.words)


def answer_change_words(talk: Conversation, said: Said) -> None:
    """Put the new words in place of the old; a yes ("keep it", "that's fine") is no new words."""
    if passes(said) or said.intent == "affirm" or not said.words:
        talk.say("utter_record_left_as_it_was")
    else:
        talk.draft = talk.draft.with_words(talk.position.line, said.words)
        talk.say("utter_record_changed")
    talk.move(Question.RECORD_CHECK, line="")


def ask_add_heading(talk: Conversation) -> None:
    """Ask under which heading to add."""
    buttons = tuple(Button(heading.label, f"choose:{heading}") for heading in Heading)
    if talk.draft.to_add:
        talk.say("utter_record_adding", words=talk.draft.to_add)
        buttons = (*buttons, Button("Leave it out", "skip"))
    talk.say("utter_record_ask_add_heading", buttons=buttons)


def answer_add_heading(talk: Conversation, said: Said) -> None:
    """Take a heading by button, number or its own words; words of another kind are held until a heading is chosen."""
    nth = number(said.words, len(Heading))
    named = heading_named(said.words, tuple(Heading))
    if said.choice in set(Heading):
        _add_under(talk, Heading(said.choice))
    elif passes(said):
        talk.draft = replace(talk.draft, to_add="")
        talk.say("utter_record_left_as_it_was")
        talk.move(Question.RECORD_CHECK)
    elif named or nth:
        _add_under(talk, named or tuple(Heading)[(nth or 1) - 1])
    else:
        talk.say("utter_record_say_heading")
        if said.words and said.intent != "affirm":
            together = f"{talk.draft.to_add}\n{said.words}" if talk.draft.to_add else said.words
            talk.draft = replace(talk.draft, to_add=together)


def ask_add_words(talk: Conversation) -> None:
    """Ask for the words to add."""
    heading = talk.position.heading or Heading.ALSO_KNOW
    talk.say("utter_record_ask_add_words", heading=heading.label)


def answer_add_words(talk: Conversation, said: Said) -> None:
    """Add the words under the chosen heading."""
    if passes(said):
        talk.say("utter_record_left_as_it_was")
        talk.move(Question.RECORD_CHECK, heading=None)
    elif said.intent == "affirm" or not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        _add(talk, talk.position.heading or Heading.ALSO_KNOW, said.words)


def ask_consent(talk: Conversation) -> None:
    """Ask for an explicit yes to keep the summary."""
    if talk.records.summaries.has_any(talk.person, _door(talk)):
        talk.say("utter_record_ask_consent_again")
    else:
        talk.say("utter_record_ask_consent")


def answer_consent(talk: Conversation, said: Said) -> None:
    """Keep a version on a clear yes, offer a copy on a no, and do neither on anything else."""
    if agrees(said, "keep"):
        talk.records.consents.give(talk.person, Purpose.KEEP)
        version = talk.records.summaries.keep(talk.person, _door(talk), in_order(talk.draft.lines))
        talk.draft = replace(talk.draft, lines=(), door=None, to_add="")
        talk.say("utter_record_kept", version=str(version), date=in_words(talk.now))
        talk.finish()
    elif said.choice == "do_not_keep" or said.intent == "deny" or yes_or_no(said.words) is False:
        talk.move(Question.RECORD_COPY)
    elif said.intent in {"skip", "express_uncertainty"}:
        talk.say("utter_record_no_hurry")
        talk.finish()
    else:
        talk.say("utter_record_clear_yes")


def ask_copy(talk: Conversation) -> None:
    """Offer a copy before the draft is let go."""
    talk.say("utter_record_ask_copy")


def answer_copy(talk: Conversation, said: Said) -> None:
    """Let the draft go after the copy, or on the button or a plain no; on anything else nothing is deleted."""
    if agrees(said, "copy"):
        talk.say("utter_record_copy_here")
        _read_back(talk, talk.draft.lines)
    elif not (said.choice == "no_copy" or plain_no(said.words)):
        talk.say("utter_record_clear_yes_copy")
        return
    kept = talk.records.summaries.has_any(talk.person)
    talk.clear_draft()
    talk.say("utter_record_not_kept_earlier_stays" if kept else "utter_record_not_kept")
    talk.finish()


def ask_delete(talk: Conversation) -> None:
    """Ask for a clear yes to deleting everything."""
    talk.say("utter_record_ask_delete")


def answer_delete(talk: Conversation, said: Said) -> None:
    """Forget the person on a clear yes; on anything else nothing is deleted and they are back where they were."""
    if agrees(said, "delete"):
        forget(talk)
        return
    talk.say("utter_record_nothing_deleted")
    talk.turn_back()


def forget(talk: Conversation) -> None:
    """Delete everything held about the person; their sessions go on, each as somebody new."""
    talk.records.telegram.leave(talk.person)
    talk.records.sessions.begin_anew(talk.person, talk.records.people.create)
    talk.records.people.forget(talk.person, "person")
    talk.records.erase()
    talk.forgotten = True
    talk.say("utter_record_deleted")


def _to_check(talk: Conversation) -> None:
    if talk.draft.door is not None:
        talk.at(door=talk.draft.door)
    talk.move(Question.RECORD_CHECK)


def _door(talk: Conversation) -> Door:
    """Whose words these are: those of the summary being changed, else as the person said who it is for."""
    door = talk.draft.door or talk.position.door
    return Door.CLOSE if door is Door.CLOSE else Door.ME


def _read_back(talk: Conversation, lines: tuple[Line, ...]) -> None:
    numbered = {line.id: place for place, line in enumerate(in_order(lines), start=1)}
    for heading in Heading:
        under = [line for line in in_order(lines) if line.heading is heading]
        if under:
            text = "\n".join(f"{numbered[line.id]}. {_BECAUSE[line.kind]}“{line.words}”" for line in under)
            talk.say("utter_record_section", heading=heading.label, lines=text)


def _line_buttons(talk: Conversation) -> tuple[Button, ...]:
    return tuple(
        Button(f"{place}. {_short(line.words)}", f"choose:{line.id}")
        for place, line in enumerate(talk.draft.in_order, start=1)
    )


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= SHORT_TITLE else f"{one_line[:SHORT_TITLE].rstrip()}…"


def _choose_line(talk: Conversation, question: Question) -> None:
    talk.move(question)
    if len(talk.draft.lines) == 1:
        answer_which(talk, Said("choose", choice=talk.draft.lines[0].id))


def _change_by_number(talk: Conversation, change: str, which: str) -> None:
    place = number(which, len(talk.draft.lines))
    if place is None:
        talk.say("utter_record_say_number")
        return
    talk.move(_CHANGES[change])
    answer_which(talk, Said("choose", choice=talk.draft.in_order[place - 1].id))


def _chosen(talk: Conversation, said: Said) -> Line | None:
    if said.choice:
        return talk.draft.line(said.choice)
    place = number(said.words, len(talk.draft.lines))
    return talk.draft.in_order[place - 1] if place else None


def _remove(talk: Conversation, line: Line) -> None:
    talk.draft = talk.draft.without(line.id)
    quote = quoted(line.words)
    if quote:
        talk.say("utter_record_removed_quoting", words=quote)
    else:
        talk.say("utter_record_removed")
    if talk.draft.lines:
        talk.move(Question.RECORD_CHECK)
    else:
        talk.draft = replace(talk.draft, door=None, to_add="")
        talk.say("utter_record_nothing_left")
        talk.finish()


def _put_first(talk: Conversation, line: Line) -> None:
    if line.kind is Kind.WHY:
        line = talk.draft.said(Kind.WHAT, line.topic) or line
    talk.draft = talk.draft.first(line.id)
    talk.say("utter_record_moved")
    talk.move(Question.RECORD_CHECK)


def _add_under(talk: Conversation, heading: Heading) -> None:
    words = talk.draft.to_add
    if words:
        talk.draft = replace(talk.draft, to_add="")
        _add(talk, heading, words)
    else:
        talk.move(Question.RECORD_ADD_WORDS, heading=heading)


def _add(talk: Conversation, heading: Heading, words: str) -> None:
    talk.draft = talk.draft.adding(heading, Kind.ADDED, -1, words)
    talk.say("utter_record_added", heading=heading.label)
    talk.move(Question.RECORD_CHECK, heading=None)


_BECAUSE = {Kind.WHAT: "", Kind.WHY: "Why: ", Kind.SUPPORT: "", Kind.ADDED: ""}
_CHANGES = {
    "change": Question.RECORD_CHANGE_WHICH,
    "remove": Question.RECORD_REMOVE_WHICH,
    "move": Question.RECORD_MOVE_WHICH,
}
ASKS = {
    Question.RECORD_CHECK: ask_check,
    Question.RECORD_CHANGE_WHICH: ask_change_which,
    Question.RECORD_REMOVE_WHICH: ask_remove_which,
    Question.RECORD_MOVE_WHICH: ask_move_which,
    Question.RECORD_CHANGE_WORDS: ask_change_words,
    Question.RECORD_ADD_HEADING: ask_add_heading,
    Question.RECORD_ADD_WORDS: ask_add_words,
    Question.RECORD_CONSENT: ask_consent,
    Question.RECORD_COPY: ask_copy,
    Question.RECORD_DELETE: ask_delete,
}
ANSWERS = {
    Question.RECORD_CHECK: answer_check,
    Question.RECORD_CHANGE_WHICH: answer_which,
    Question.RECORD_REMOVE_WHICH: answer_which,
    Question.RECORD_MOVE_WHICH: answer_which,
    Question.RECORD_CHANGE_WORDS: answer_change_words,
    Question.RECORD_ADD_HEADING: answer_add_heading,
    Question.RECORD_ADD_WORDS: answer_add_words,
    Question.RECORD_CONSENT: answer_consent,
    Question.RECORD_COPY: answer_copy,
    Question.RECORD_DELETE: answer_delete,
}
