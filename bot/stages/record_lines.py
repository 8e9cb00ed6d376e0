"""Record: a line is changed, taken out or put first."""

from dataclasses import replace

from bot.model.draft import Kind, Line
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import record_all_about
from bot.stages.conversation import Conversation, passes
from bot.stages.record_edits import ask_or_remove, do, fitting, remove, to_check, waiting, why_of
from bot.stages.record_read_back import line_buttons
from bot.understanding.answers import leaves_it, lines_to_remove, number
from bot.understanding.commands import command
from bot.understanding.leaving_lines import stays
from bot.understanding.pointing import asks_for_order, one_pointed_at, only_names_a_place, order_named, puts_first
from bot.understanding.refusing import refuses

CHANGES = {
    "change": Question.RECORD_CHANGE_WHICH,
    "remove": Question.RECORD_REMOVE_WHICH,
    "move": Question.RECORD_MOVE_WHICH,
}
"""What can be done to a line, and what asks which line it is."""
FEWEST_TO_ORDER = 2


def choose_line(talk: Conversation, question: Question) -> None:
    """Ask which line; where there is only one, it is that."""
    talk.draft = replace(talk.draft, asked_edit="")
    talk.move(question)
    if len(talk.draft.lines) == 1:
        answer_which(talk, Said("choose", choice=talk.draft.lines[0].id))


def change_by_number(talk: Conversation, change: str, which: str) -> None:
    """Do what was asked for with its number, such as "take out 2"."""
    place = number(which, len(talk.draft.lines))
    if place is None:
        talk.say("utter_record_say_number")
        return
    talk.move(CHANGES[change])
    answer_which(talk, Said("choose", choice=talk.draft.in_order[place - 1].id))


def remove_several(talk: Conversation, numbers: tuple[str, ...]) -> None:
    """Take out the lines with these numbers, as they stood when they were named, and say which went."""
    lines = talk.draft.in_order
    places = {number(each, len(lines)) for each in numbers}
    if None in places:
        talk.say("utter_record_say_number")
        return
    named = [lines[place - 1] for place in sorted(place for place in places if place)]
    takes_more = [line for line in named if (why := why_of(talk, line)) and why not in named]
    asks = takes_more[0] if len(takes_more) == 1 else None
    for line in named:
        if line != asks and talk.draft.line(line.id):  # a why may have gone with what it explains
            remove(talk, line)
    if asks:
        ask_or_remove(talk, asks)


def put_in_order(talk: Conversation, words: str) -> bool:
    """Put what the words name first, or last; say whether they ask for that of a line they name."""
    if not (asks_for_order(words) or only_names_a_place(words)):
        return False
    for among in (talk.draft.things, talk.draft.in_order):
        named, last = order_named(words, [line.words for line in among])
        if not named:
            continue
        for place in reversed(named):
            (_put_last if last else _put_first)(talk, among[place])
        return True
    return False


def ask_which_first(talk: Conversation, words: str) -> bool:
    """Ask which line comes first, where the words ask for that and no line has what they name; say whether they do."""
    if len(talk.draft.lines) < FEWEST_TO_ORDER or not puts_first(words):
        return False
    choose_line(talk, Question.RECORD_MOVE_WHICH)
    return True


def ask_change_which(talk: Conversation) -> None:
    """Ask which line to change."""
    talk.say("utter_record_ask_change_which", buttons=_buttons(talk))


def ask_remove_which(talk: Conversation) -> None:
    """Ask which line to take out, or whether all that name something are to go."""
    if not record_all_about.ask(talk):
        talk.say("utter_record_ask_remove_which", buttons=_buttons(talk))


def ask_move_which(talk: Conversation) -> None:
    """Ask which line comes first."""
    talk.say("utter_record_ask_move_which", buttons=line_buttons(talk.draft.in_order, _movable(talk)))


def answer_which(talk: Conversation, said: Said) -> None:
    """Change, take out or put first the line that was chosen by button or number."""
    question, waits = talk.position.question, waiting(talk)
    line = _chosen(talk, said)
    several = record_all_about.numbers(talk, said)
    if question is Question.RECORD_REMOVE_WHICH and not several:
        several = lines_to_remove(f"take out {said.words}")
    if several:
        talk.draft = replace(talk.draft, asked_edit="")
        remove_several(talk, several)
    elif line is None:
        if passes(said) or said.intent == "affirm" or stays(said.words):
            talk.draft = replace(talk.draft, asked_edit="")
            talk.say("utter_record_left_as_it_was")
            talk.move(Question.RECORD_CHECK)
        else:
            talk.say("utter_record_say_number")
    elif waits and line in fitting(talk, waits):
        do(talk, waits, line)
    elif question is Question.RECORD_CHANGE_WHICH:
        talk.move(Question.RECORD_CHANGE_WORDS, line=line.id)
    elif question is Question.RECORD_REMOVE_WHICH:
        ask_or_remove(talk, line)
    else:
        _put_first(talk, line)


def ask_change_words(talk: Conversation) -> None:
    """Ask for the new words of a line, showing the present ones."""
    line = talk.draft.line(talk.position.line)
    assert line is not None, "flow moves on from a line that is gone"
    talk.say("utter_record_ask_change_words", words=line.words)


def answer_change_words(talk: Conversation, said: Said) -> None:
    """Put the new words in place of the old, unless they plainly cancel."""
    if _cancels(said):
        talk.say("utter_record_left_as_it_was")
    else:
        talk.draft = talk.draft.with_words(talk.position.line, said.words)
        talk.say("utter_record_changed")
    to_check(talk)


def _cancels(said: Said) -> bool:
    """Say whether the line is to stay. A yes ("keep it", "that's fine") is no new words; a guess cancels nothing."""
    plainly = command(said.words) is not None or refuses(said.words)
    return not said.words or said.intent == "affirm" or leaves_it(said.words) or (plainly and passes(said))


def _chosen(talk: Conversation, said: Said) -> Line | None:
    if said.choice:
        return talk.draft.line(said.choice)
    lines = talk.draft.in_order
    if place := number(said.words, len(lines)):
        return lines[place - 1]
    among = fitting(talk, waiting(talk))
    pointed = one_pointed_at(said.words, [line.words for line in among])
    return None if pointed is None else among[pointed]


def _buttons(talk: Conversation) -> tuple[Button, ...]:
    return line_buttons(talk.draft.in_order, fitting(talk, waiting(talk)))


def _movable(talk: Conversation) -> tuple[Line, ...]:
    """Return the lines that can come first: no why, which stands behind what it explains, and not the first one."""
    lines = talk.draft.in_order
    return tuple(line for line in lines[1:] if _stands_alone(talk, line)) or lines


def _stands_alone(talk: Conversation, line: Line) -> bool:
    """Say whether a line stands by itself, and is no why of a thing that is there."""
    return line.kind is not Kind.WHY or talk.draft.thing(line.topic) is None


def _put_first(talk: Conversation, line: Line) -> None:
    if line.kind is Kind.WHY:
        line = talk.draft.thing(line.topic) or line
    before = talk.draft.in_order
    if before and before[0] == line:
        talk.say("utter_record_first_already")
    elif line in talk.draft.things:
        talk.draft = talk.draft.most_important(line.id)
        talk.say("utter_record_moved")
    else:
        talk.draft = talk.draft.first(line.id)
        stayed = talk.draft.in_order == before
        talk.say("utter_record_first_in_its_part_already" if stayed else "utter_record_moved_in_its_part")
    talk.move(Question.RECORD_CHECK)


def _put_last(talk: Conversation, line: Line) -> None:
    talk.draft = talk.draft.last(line.id)
    talk.say("utter_record_moved_last")
    talk.move(Question.RECORD_CHECK)


ASKS = {
    Question.RECORD_CHANGE_WHICH: ask_change_which,
    Question.RECORD_REMOVE_WHICH: ask_remove_which,
    Question.RECORD_MOVE_WHICH: ask_move_which,
    Question.RECORD_CHANGE_WORDS: ask_change_words,
}
ANSWERS = {
    Question.RECORD_CHANGE_WHICH: answer_which,
    Question.RECORD_REMOVE_WHICH: answer_which,
    Question.RECORD_MOVE_WHICH: answer_which,
    Question.RECORD_CHANGE_WORDS: answer_change_words,
}
