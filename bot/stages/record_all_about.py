"""Record: all that is about something is to go. Every line that names it is shown, and none goes before a yes."""

from bot.model.draft import Line, in_order
from bot.model.position import Expecting, Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, agrees
from bot.stages.record_edits import fitting, waiting, why_of
from bot.stages.record_read_back import line_buttons
from bot.understanding.all_about import left_of_deleting
from bot.understanding.commands import command, plain
from bot.understanding.named_out import named_out, out_of_it
from bot.understanding.pointing import pointed_at

_ALL = "all_shown"
_TITLES = {2: "Take out both lines"}
"""What goes is what is shown. By its own title nothing else is promised: a line goes with its why in `record_bits`."""
_LEAVE = Button("Leave it as it is", "deny")
_SAYS_ALL = frozenset(
    {"all", "both", "both of them", "all of them", "them all", "the lot", "take them out", "take them all out",
     "take both out", "take out both", "take out all of them", "take them both out", "yes all of them", "yes both",
     "yes take them out", "yes take them all out", "every one", "all please", "both please", "all three", "yes all",
     "take out both lines", "both lines", "take out all of these", "all of these"}
)  # fmt: skip


def ask(talk: Conversation) -> bool:
    """Show the lines that would go, and ask; say whether it is that which waits."""
    lines = shown(talk)
    if not lines:
        return False
    numbered = {line.id: place for place, line in enumerate(talk.draft.in_order, start=1)}
    title = _TITLES.get(len(lines), "Take out all of these")
    talk.say(
        "utter_record_ask_remove_all_shown",
        (Button(title, f"choose:{_ALL}"), *line_buttons(talk.draft.in_order, lines), _LEAVE),
        lines="\n".join(f"{numbered[line.id]}. “{line.words}”" for line in lines),
    )
    return True


def shown(talk: Conversation) -> tuple[Line, ...]:
    """Return the lines that name what is to go, each with its why, where that is asked; else none."""
    asked = waiting(talk)
    if talk.position.question is not Question.RECORD_REMOVE_WHICH or asked is None or not asked.every:
        return ()
    named = fitting(talk, asked)
    whys = [why_of(talk, line) for line in named]
    return tuple(line for line in talk.draft.in_order if line in named or line in whys)


def numbers(talk: Conversation, said: Said) -> tuple[str, ...]:
    """Return the numbers of the lines that were shown, where all of them are to go; else none."""
    lines = shown(talk)
    if not (said.choice == _ALL or plain(said.words) in _SAYS_ALL or agrees(said, "delete")):
        return ()
    return tuple(str(place) for place, line in enumerate(talk.draft.in_order, start=1) if line in lines)


def named_in(talk: Conversation, words: str) -> str:
    """Return what words name that are taken for a wish to delete everything, where a line has it; else ""."""
    if command(words) is not None or talk.position.question is Question.RECORD_DELETE:
        return ""
    return _in_a_line(talk, left_of_deleting(words))


def kept_out(talk: Conversation, words: str) -> str:
    """Return what is not to stand in what is written, "Ken out", where a line has it; else ""."""
    answers = talk.position.expecting is Expecting.ANSWERING
    return _in_a_line(talk, named_out(words) if answers else out_of_it(words))


def _in_a_line(talk: Conversation, about: str) -> str:
    kept = talk.records.summaries.latest(talk.person)
    lines = talk.draft.in_order or (in_order(kept.lines) if kept else ())
    return about if pointed_at(about, [line.words for line in lines]) else ""
