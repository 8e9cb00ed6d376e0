"""Questions about living and dying well: two short messages, and buttons to what stands behind them.

The texts are in data/information. Nothing here moves the conversation: the open question stays open.
"""

import re

from bot.model.directory import Nation
from bot.model.information import LeadsTo, Text
from bot.model.saying import Button
from bot.stages import after_death
from bot.stages.conversation import Conversation

TELL = "information"
READ = "information_read"
ASK = "information_ask"
_RESPECT_FORM = "respect_form"
_NAMES_RESPECT = re.compile(r"\bReSPECT\b|\b(?i:respect) (?i:forms?|plans?|documents?|process)\b")
ELSEWHERE = "information_elsewhere"
WRITTEN = "information_written"
"""How the values of the buttons begin; a colon and the id of a text follow."""
_TO = {
    LeadsTo.WHAT_MATTERS: Button("Talk about what matters", "focus_on_what_matters"),
    LeadsTo.FIND_SUPPORT: Button("Find support", "find_support"),
    LeadsTo.AFTER_DEATH_STEPS: after_death.BUTTON,
}


def answer(talk: Conversation, intent: str, words: str = "") -> None:
    """Say the text that answers a question; that of a form which the words name comes before that of its kind."""
    library = talk.facts.information()
    named = library.about(_RESPECT_FORM) if intent == "ask_cpr" and _NAMES_RESPECT.search(words) else None
    text = named or library.answering(intent)
    if text is None:
        talk.say("utter_information_gone")
    else:
        _tell(talk, text)


def is_pressed(choice: str) -> bool:
    """Say whether this is the value of a button of a text."""
    return choice.partition(":")[0] in _PARTS


def press(talk: Conversation, choice: str) -> None:
    """Say what a button of a text stands for."""
    part, _, need = choice.partition(":")
    text = talk.facts.information().about(need)
    if text is None:
        talk.say("utter_information_gone")
    else:
        _PARTS[part](talk, text)


def _tell(talk: Conversation, text: Text) -> None:
    words = "\n\n".join(text.easy_read if talk.position.easy_read else text.messages)
    if text.is_old(talk.now.date()):
        talk.say("utter_information_text", words=words)
        talk.say("utter_information_old", _buttons(talk, text, TELL), due=in_words(text))
    else:
        talk.say("utter_information_text", _buttons(talk, text, TELL), words=words)


def _where_to_read(talk: Conversation, text: Text) -> None:
    pages = tuple((page.name, page.address) for page in text.read_more)
    talk.say("utter_information_read", _buttons(talk, text, READ), links=pages)


def _who_to_ask(talk: Conversation, text: Text) -> None:
    who = "\n".join(f"• {one.name}: {one.phone}" if one.phone else f"• {one.name}" for one in text.ask)
    calls = tuple((f"Call {one.phone}", f"tel:{one.phone.replace(' ', '')}") for one in text.ask if one.phone)
    talk.say("utter_information_ask", _buttons(talk, text, ASK), links=calls, who=who)


def _elsewhere(talk: Conversation, text: Text) -> None:
    *others, last = text.differences.items() or ((Nation.ENGLAND, "\n\n".join(text.messages)),)
    for nation, words in others:
        talk.say("utter_information_elsewhere", nation=nation.value, words=words)
    nation, words = last
    talk.say("utter_information_elsewhere", _buttons(talk, text, ELSEWHERE), nation=nation.value, words=words)


def _who_wrote(talk: Conversation, text: Text) -> None:
    sources = tuple((page.name, page.address) for page in text.sources)
    talk.say(
        "utter_information_written",
        _buttons(talk, text, WRITTEN),
        links=sources,
        writer=text.written_by,
        reviewer=text.reviewed_by,
        read=f"{text.reviewed_on.day} {text.reviewed_on:%B %Y}",
        due=in_words(text),
    )


def in_words(text: Text) -> str:
    """Return the day by which a text is to be reviewed, such as "22 November 2027"."""
    return f"{text.review_by.day} {text.review_by:%B %Y}"


def _buttons(talk: Conversation, text: Text, pressed: str) -> tuple[Button, ...]:
    """Return what can be asked of a text, but for what was just said: earlier buttons work no more."""
    library = talk.facts.information()
    onward = [(one.title, one.id) for need in text.leads_on_to if (one := library.about(need))]
    parts = [("Who to ask", ASK), ("Where to read more", READ)]
    parts += [(_in_nations(text), ELSEWHERE)] if text.differences else []
    parts += [("Who wrote this, and when", WRITTEN)]
    return (
        *(Button(f"Next: {title}", f"choose:{TELL}:{need}") for title, need in onward),
        *(_TO[each] for each in text.leads_to),
        *(Button(title, f"choose:{part}:{text.id}") for title, part in parts if part != pressed),
    )


def _in_nations(text: Text) -> str:
    *others, last = (nation.value for nation in Nation if nation in text.differences)
    return f"In {', '.join(others)} or {last}" if others else f"In {last}"


_PARTS = {TELL: _tell, READ: _where_to_read, ASK: _who_to_ask, ELSEWHERE: _elsewhere, WRITTEN: _who_wrote}
