"""Focus: where somebody would like to be cared for. It is asked once, and undecided or untold is an answer as well."""

from bot.model.draft import Kind
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import focus_topics
from bot.stages.conversation import Conversation
from bot.stages.focus_taking import leave_aside, says_nothing, show_earlier
from bot.understanding.commands import plain

_PLACES = {
    "place_home": "At home",
    "place_hospice": "In a hospice",
    "place_care_home": "In a care home",
    "place_hospital": "In hospital",
}
_OTHER = Button("Somewhere else", "choose:place_other")
_UNDECIDED, _UNTOLD = "place_undecided", "place_untold"
_NOT_SAID = frozenset(
    {"rather not say", "id rather not say", "i would rather not say", "would rather not say", "prefer not to say",
     "i prefer not to say", "id prefer not to say", "dont want to say", "i dont want to say"}
)  # fmt: skip


def ask(talk: Conversation) -> None:
    """Ask where, with every answer on a button of its own."""
    show_earlier(talk, Kind.PLACE)
    titles = _titles(talk)
    places = tuple(Button(titles[value], f"choose:{value}") for value in _PLACES)
    others = tuple(Button(titles[value], f"choose:{value}") for value in (_UNDECIDED, _UNTOLD))
    talk.say("utter_focus_place_ask", buttons=(*places, _OTHER, *others))


def answer(talk: Conversation, said: Said) -> None:
    """Keep what was chosen in the words of its button, and what was typed in the person's own."""
    titles = _titles(talk)
    if said.choice == "place_other":
        talk.say("utter_focus_place_say_where")
    elif said.choice in titles:
        _keep(talk, titles[said.choice], said.choice)
    elif plain(said.words) in _NOT_SAID:
        _keep(talk, said.words, _UNTOLD)
    elif said.intent == "express_uncertainty" and said.words:
        _keep(talk, said.words, _UNDECIDED)
    elif said.intent in {"skip", "deny", "express_uncertainty"}:
        _leave(talk, said)
    elif says_nothing(said):
        talk.say("utter_focus_in_your_words")
    else:
        _keep(talk, said.words)


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
    """Return the words of the buttons that are kept. Whoever is close tells of another person's decision."""
    close = talk.position.door is Door.CLOSE
    undecided = "They have not decided" if close else "I have not decided"
    return {**_PLACES, _UNDECIDED: undecided, _UNTOLD: "I would rather not say"}


ASKS = {Question.FOCUS_PLACE: ask}
ANSWERS = {Question.FOCUS_PLACE: answer}
