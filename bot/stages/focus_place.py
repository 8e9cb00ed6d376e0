"""Focus: where somebody would like to be cared for. It is asked once, and undecided or untold is an answer as well."""

from bot.model.draft import Kind
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import focus_topics
from bot.stages.conversation import Conversation, passes
from bot.stages.focus_taking import leave_aside, says_nothing, show_earlier
from bot.stages.whom import say_of_them
from bot.understanding.commands import plain
from bot.understanding.wishes import is_undecided, is_untold

_PLACES = {
    "place_home": "At home",
    "place_hospice": "In a hospice",
    "place_care_home": "In a care home",
    "place_hospital": "In hospital",
}
_OTHER, _UNDECIDED, _UNTOLD = "place_other", "place_undecided", "place_untold"


def ask(talk: Conversation) -> None:
    """Ask where, with every answer on a button of its own: what is left out or behind another page is chosen less."""
    show_earlier(talk, Kind.PLACE)
    buttons = tuple(Button(title, f"choose:{value}") for value, title in _titles(talk).items())
    say_of_them(talk, "utter_focus_place_ask", buttons=buttons)


def answer(talk: Conversation, said: Said) -> None:
    """Keep what was chosen in the words of its button, and what was typed in the person's own."""
    value = said.choice or _named(talk, said.words)
    if value == _OTHER:
        talk.say("utter_focus_place_say_where")
    elif said.choice in _titles(talk):
        _keep(talk, _titles(talk)[value], value)
    elif is_untold(said.words) or value == _UNTOLD:
        _keep(talk, said.words, _UNTOLD)
    elif said.words and (said.intent == "express_uncertainty" or is_undecided(said.words) or value == _UNDECIDED):
        _keep(talk, said.words, _UNDECIDED)
    elif passes(said):
        _leave(talk, said)
    elif says_nothing(said):
        talk.say("utter_focus_in_your_words")
    else:
        _keep(talk, said.words)


def _named(talk: Conversation, words: str) -> str:
    """Return the value of the button whose words were typed, or an empty string."""
    return next((value for value, title in _titles(talk).items() if plain(title) == plain(words)), "")


def _keep(talk: Conversation, words: str, value: str = "") -> None:
    talk.write(focus_topics.heading(talk), Kind.PLACE, words)
    if value == _UNTOLD:
        talk.say("utter_focus_place_untold")
        talk.move(Question.FOCUS_MORE)
    elif value == _UNDECIDED:
        talk.say("utter_focus_place_undecided")
        talk.move(Question.FOCUS_SUPPORT)
    else:
        talk.move(Question.FOCUS_WHY)


def _leave(talk: Conversation, said: Said) -> None:
    """Leave the question; an answer given before stays, and its why is asked as ever."""
    if talk.draft.said(Kind.PLACE, talk.position.topic):
        talk.move(Question.FOCUS_WHY)
    else:
        leave_aside(talk, said)
        talk.move(Question.FOCUS_MORE)


def _titles(talk: Conversation) -> dict[str, str]:
    """Return the words of the buttons. Whoever is close tells of another person's decision."""
    undecided = "They have not decided" if talk.position.about_them else "I have not decided"
    return {**_PLACES, _OTHER: "Somewhere else", _UNDECIDED: undecided, _UNTOLD: "I would rather not say"}


ASKS = {Question.FOCUS_PLACE: ask}
ANSWERS = {Question.FOCUS_PLACE: answer}
