"""Record: a copy in the kind the person chooses; all that is held too, with or without a summary."""

from bot.model.own_copy import CopyForm
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation, passes
from bot.stages.record_read_back import read_back
from bot.understanding.answers import number
from bot.understanding.copies import form_chosen, form_named, wants_more_kinds

EVERYTHING = "copy_everything"
"""The value of the button that gives all that is held, from anywhere."""
_ALL_I_HOLD = Button("Everything held about me", f"choose:{EVERYTHING}")
_MORE = "more_kinds"
_BUTTONS = {
    "one_page": CopyForm.PRINT,
    "large_print": CopyForm.LARGE_PRINT,
    "crew_card": CopyForm.CARD,
    "plain_text": CopyForm.TEXT,
    "for_records": CopyForm.RECORD,
    "all_held": CopyForm.EVERYTHING,
}
"""By the values of the buttons."""
_FIRST = (CopyForm.PRINT, CopyForm.LARGE_PRINT, CopyForm.CARD)
_LATER = (CopyForm.TEXT, CopyForm.RECORD, CopyForm.EVERYTHING)
_GIVEN = {
    CopyForm.PRINT: ("utter_record_copy_link", "Open my copy"),
    CopyForm.LARGE_PRINT: ("utter_record_copy_large", "Open the large print"),
    CopyForm.CARD: ("utter_record_copy_card", "Open the card"),
    CopyForm.TEXT: ("utter_record_copy_text", "Open the plain text"),
    CopyForm.RECORD: ("utter_record_copy_for_records", "Open the file for record systems"),
    CopyForm.EVERYTHING: ("utter_record_copy_everything", "Open everything held about me"),
}


def start(talk: Conversation, words: str = "") -> None:
    """Give the kind of copy that the words name; else ask which, or show here what there is while nothing is kept."""
    form = form_named(words)
    if form:
        give(talk, CopyForm(form))
    elif talk.records.summaries.has_any(talk.person):
        talk.turn_aside(Question.RECORD_COPY_WHICH)
    else:
        _show_here(talk)


def everything(talk: Conversation) -> None:
    """Give all that is held, which needs no summary."""
    give(talk, CopyForm.EVERYTHING)


def give(talk: Conversation, form: CopyForm) -> None:
    """Give a link that lasts half an hour; in Telegram it becomes the file. Most kinds need a kept summary."""
    if form is not CopyForm.EVERYTHING and not talk.records.summaries.has_any(talk.person):
        talk.say("utter_record_copy_needs_kept")
        _show_here(talk)
    else:
        response, title = _GIVEN[form]
        token = talk.records.copies.link(talk.person)
        kind = "" if form is CopyForm.PRINT else f"/{form}"
        url = f"{talk.facts.public_url}/copy/{token}{kind}"
        talk.say(response, links=((f"{title} (works for half an hour)", url),))
    if talk.position.question in ASKS:
        talk.turn_back()


def ask_which(talk: Conversation) -> None:
    """Ask which kind, the most wanted first."""
    talk.say("utter_record_copy_ask_which")


def ask_more(talk: Conversation) -> None:
    """Ask which of the other kinds."""
    talk.say("utter_record_copy_ask_more")


def answer(talk: Conversation, said: Said) -> None:
    """Take a kind by button, number or in words; it may be left."""
    offered = _FIRST if talk.position.question is Question.RECORD_COPY_WHICH else _LATER
    nth = number(said.words, len(_FIRST) + 1)
    form = _BUTTONS.get(said.choice) or form_chosen(said.words)
    if nth and nth <= len(offered):
        form = offered[nth - 1]
    if form:
        give(talk, CopyForm(form))
    elif said.choice == _MORE or nth or wants_more_kinds(said.words):
        talk.at(question=Question.RECORD_COPY_MORE)
    elif passes(said):
        talk.say("utter_record_copy_not_now")
        talk.turn_back()
    else:
        talk.say("utter_record_copy_say_which")


def _show_here(talk: Conversation) -> None:
    if talk.draft.lines:
        talk.say("utter_record_copy_here", (_ALL_I_HOLD,))
        read_back(talk, talk.draft.lines, talk.draft.supported)
    else:
        talk.say("utter_record_nothing_yet", (_ALL_I_HOLD,))


ASKS = {Question.RECORD_COPY_WHICH: ask_which, Question.RECORD_COPY_MORE: ask_more}
ANSWERS = {Question.RECORD_COPY_WHICH: answer, Question.RECORD_COPY_MORE: answer}
