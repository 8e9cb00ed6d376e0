"""Messages in a row that could not be made use of: another way is offered, then people. No sentence is said twice.

What asks for an answer again is told by the end of its name. Whoever grieves is heard each time.
"""

import re
from dataclasses import replace

from bot.model.position import FOR_CONSENT
from bot.model.saying import Button, Said
from bot.stages.conversation import Conversation

_ASKS_AGAIN = re.compile(r"utter_(?:\w+_(?:say_\w+|in_your_words|clear_yes\w*|short_name)|welcome_which)")
_HEARD = "utter_bereavement_heard"
_EASIER = Button("Use easier words", "easy_read")
_SKIP = Button("Skip this question", "skip")
_LATER = Button("Stop here for now", "pause")
_SOMEBODY = Button("Find somebody to ring", "find_support")
_ASIDES = {
    "out_of_scope": "utter_smalltalk_out_of_scope",
    "chitchat": "utter_smalltalk_chitchat",
    "abusive": "utter_smalltalk_abusive",
}


def missed(talk: Conversation, response: str, buttons: tuple[Button, ...] = ()) -> None:
    """Say that nothing could be made of a message: in these words the first time, then by offering another way."""
    talk.at(misses=talk.position.misses + 1)
    if talk.position.misses == 1:
        talk.say(response, buttons)
    else:
        _offer(talk)


def aside(talk: Conversation, said: Said) -> None:
    """Answer what was said to the chat and answers nothing. An insult is met with calm, then with people to ask."""
    if said.intent == "abusive" and talk.position.misses == 1:
        talk.at(misses=2)
        talk.say("utter_session_abusive_again", (_SOMEBODY, _LATER), organisation=talk.facts.organisation)
    else:
        missed(talk, _ASIDES[said.intent])


def count(talk: Conversation, *, pressed: bool = False) -> None:
    """Note whether the answer just given was taken; what asks for it again is said in another way from then on.

    `pressed`: it was a button. One that the open question does not know is from earlier, and that is said.
    """
    again = [at for at, say in enumerate(talk.says) if say.response == _HEARD or _ASKS_AGAIN.fullmatch(say.response)]
    if not again:
        talk.at(misses=0)
        return
    if pressed:
        for at in reversed(again):
            del talk.says[at]
        talk.say("utter_session_earlier_button")
        return
    talk.at(misses=talk.position.misses + 1)
    if talk.position.misses == 1:
        return
    grieves = any(talk.says[at].response == _HEARD for at in again)
    for at in reversed(again):
        del talk.says[at]
    if not grieves:
        _offer(talk)
    elif talk.position.misses % 2:
        talk.say(_HEARD)
    else:
        died = talk.position.about_a_death or bool(talk.position.bereft.theirs)
        talk.say(
            "utter_bereavement_heard_again",
            (replace(_SOMEBODY, payload="bereavement_support") if died else _SOMEBODY,),
        )


def _offer(talk: Conversation) -> None:
    leave = _LATER if talk.position.question in FOR_CONSENT else _SKIP
    ways = (leave,) if talk.position.question else ()
    if talk.position.misses % 2:
        talk.say("utter_session_another_person", (_SOMEBODY, *ways), organisation=talk.facts.organisation)
    elif talk.position.easy_read:
        talk.say("utter_session_another_way_easy", ways)
    else:
        talk.say("utter_session_another_way", (*ways, _EASIER))
