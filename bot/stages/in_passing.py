"""What is asked in passing: one plain answer, or the open question made easier. It is asked again after it."""

from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.stages import known_death, misses
from bot.stages.conversation import Conversation
from bot.stages.record_read_back import door_of
from bot.stages.whom import say_of_them
from bot.understanding.in_passing import (
    LEGAL,
    MAY_GO_ON,
    MAY_TELL,
    USUAL,
    WHEN_THEY_COME,
    WHOSE,
    WHOSE_YES,
    WITHOUT_THEM,
    asked_in_passing,
)
from bot.understanding.manners import is_manners
from bot.understanding.to_the_chat import (
    ALLOWED,
    COUNTS,
    FOR_WHOM,
    LISTENING,
    WELCOME,
    asked_again,
    doubts,
    said_to_chat,
)

_SAYS = {
    LEGAL: "utter_session_is_it_legal",
    USUAL: "utter_session_is_it_usual",
    WHEN_THEY_COME: "utter_session_when_they_come",
    WHOSE: "utter_record_read_back",
    MAY_GO_ON: "utter_session_you_may_go_on",
    MAY_TELL: "utter_session_you_may_tell",
    LISTENING: "utter_session_listening",
    COUNTS: "utter_session_it_counts",
    WELCOME: "utter_session_no_waste",
    ALLOWED: "utter_session_is_it_allowed",
}
_DOUBTS = {ALLOWED: "utter_session_you_may", FOR_WHOM: "utter_session_for_anyone"}
_WHY: dict[Question | None, str] = {Question.SIGNPOSTING_PLACE: "utter_signposting_why_place"}
"""Why a question is asked that is not about what matters."""
_EASY_READ = Button("Easy read", "easy_read")


def answer(talk: Conversation, said: Said) -> None:
    """Give the one plain answer there is; where there is none, say so, and who to ask."""
    if said.intent == "ask_why_asking":
        talk.say(_WHY.get(talk.position.question, "utter_smalltalk_why_asking"))
        return
    if talk.position.question in {None, Question.WELCOME_DOOR} and (doubt := doubts(said.words)):
        talk.say(_DOUBTS[doubt])
        return
    if is_manners(said.words):
        talk.say("utter_session_manners")
        return
    kind = asked_in_passing(said.words) or said_to_chat(said.words)
    if kind == WHOSE_YES:
        talk.say("utter_record_their_yes" if door_of(talk) is Door.WRITING else "utter_record_whose_yes")
        return
    if kind == WITHOUT_THEM and talk.position.door in {None, Door.WRITING}:
        talk.say("utter_focus_without_them")
        return
    if kind == MAY_TELL and known_death.is_known(talk):
        talk.say("utter_bereavement_you_may_tell")
        return
    none = "utter_session_no_answer" if asked_again(said.words) else "utter_session_not_understood"
    say_of_them(talk, _SAYS.get(kind, none))


def makes_room(talk: Conversation, said: Said) -> bool:
    """Say whether somebody asked if they may go on or tell, with nothing open: no menu comes in between."""
    asked = said.intent == "ask_in_passing" and asked_in_passing(said.words) in {MAY_GO_ON, MAY_TELL}
    return asked and talk.position.question is None and talk.position.welcomed


def clarify(talk: Conversation) -> None:
    """Say how the open question may be answered, and offer easier words; it is asked again in those."""
    misses.missed(talk, "utter_smalltalk_clarify", () if talk.position.easy_read else (_EASY_READ,))
