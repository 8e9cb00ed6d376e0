"""Coming and going: the welcome and who it is for, what to do next, starting again."""

from dataclasses import replace

from bot.model.position import WRITES, Door, Question, Stage
from bot.model.saying import Button, Said
from bot.stages import after_death, bereavement, focus, improve, mirroring, misses, plan, reflect, share, signposting
from bot.stages.conversation import Conversation, agrees, passes
from bot.stages.guesses import offered
from bot.stages.plan_card import clear as clear_plan
from bot.understanding.answers import door as door_named
from bot.understanding.answers import grieves_before, number, tells_of_illness
from bot.understanding.asides import wants_shorter
from bot.understanding.commands import wants_usual_words

FEW = 3
_MINE = (
    Button("Share my summary", "share_summary"),
    Button("See my summary", "review_summary"),
    Button("Change my summary", "edit_summary"),
)
_THEIRS = (
    Button("Share their summary", "share_summary"),
    Button("See their summary", "review_summary"),
    Button("Change their summary", "edit_summary"),
)
"""What can be done with what is kept, where another person typed it."""
_DOORS = (Door.ME, Door.CLOSE, Door.WRITING, Door.GRIEVING, Door.HELPING)
"""As the buttons of utter_welcome_ask_door stand."""
LONGEST_NOD = 3
"""Words in a yes or no to nothing; more than these say something."""
LONGEST_DOOR = 6
"""Words in an answer that only says who it is for; more than these are worth holding on to."""
LONGEST_NEWS = 12
"""Words that only say who is ill and with what; more than these say what matters too."""


def welcome(talk: Conversation) -> None:
    """Say once, before anything else, what this is, who runs it and what happens to words."""
    if not talk.position.welcomed:
        talk.say("utter_welcome_hello", organisation=talk.facts.organisation, days=str(talk.facts.draft_days))
        talk.at(welcomed=True)


def who(talk: Conversation) -> None:
    """Say that it is software and who runs it."""
    talk.say("utter_session_who", organisation=talk.facts.organisation)


def ask_door(talk: Conversation) -> None:
    """Ask who the conversation is for."""
    talk.say("utter_welcome_ask_door")


def answer_door(talk: Conversation, said: Said) -> None:
    """Take the door by button or in words and go where it leads."""
    name = said.choice or door_named(said.words) or _door_by_number(said.words)
    if name not in set(Door):
        _no_door_yet(talk, said)
        return
    if not said.choice:
        _hear(talk, said.words, Door(name))
    then, before = talk.position.after_door, talk.position.door
    if talk.draft.lines and talk.draft.door is None and name not in WRITES:
        talk.draft = replace(talk.draft, door=before)
    talk.at(door=Door(name), after_door=None)
    if then is Stage.REFLECT:
        _reflect(talk, said.words)
    elif name == Door.GRIEVING:
        bereavement.start(talk, said.words)
    elif name == Door.HELPING:
        talk.finish()
        signposting.start(talk, "volunteer_help", said.words if len(said.words.split()) > LONGEST_DOOR else "")
    elif then is Stage.SHARE:
        talk.finish()
        share.start(talk)
    elif then is Stage.PLAN:
        plan.start(talk)
    else:
        focus.start(talk)


def _door_by_number(words: str) -> str:
    """Return the door of the button with this number, where no more than a number was typed."""
    place = number(words, len(Door))
    return _DOORS[place - 1] if place else ""


def what_next(talk: Conversation, intent: str = "") -> None:
    """Nothing is open: offer what makes sense from here; to whoever only says thank you, no more than a few things."""
    buttons = list(improve.buttons(talk))
    kept = talk.records.summaries.has_any(talk.person)
    if talk.draft.lines:
        buttons.append(Button("Go on with my draft", "record_summary"))
    if kept:
        buttons += [
            *(_THEIRS if talk.position.door is Door.WRITING else _MINE),
            Button("Get a copy", "get_copy"),
        ]
        if share.anything_shared(talk):
            buttons.append(Button("Who has looked?", "ask_who_viewed"))
        if share.anything_open(talk):
            buttons.append(Button("Stop sharing", "withdraw_consent"))
    if talk.position.door is Door.GRIEVING or after_death.begun(talk):
        buttons.append(after_death.BUTTON)
    if talk.draft.reflections:
        buttons.append(reflect.LOOK_BACK)
    if not kept and not talk.draft.lines and talk.position.door not in {Door.GRIEVING, Door.HELPING}:
        buttons.append(Button("Work out what matters", "focus_on_what_matters"))
    buttons += plan.button(talk)
    if talk.position.door is Door.GRIEVING:
        buttons.append(Button("Who can listen to me", "bereavement_support"))
    buttons += [Button("Find support", "find_support"), Button("What can you do?", "help")]
    if talk.draft.opening:
        talk.say("utter_session_words_held")
        buttons.insert(0, Button("Use what I wrote earlier", "focus_on_what_matters"))
    talk.say("utter_session_what_next", buttons=tuple(buttons[:FEW] if intent == "thank" else buttons))


def answer_nothing(talk: Conversation, said: Said) -> None:
    """Words that answer no question are not lost: they become the start of what matters, if the person wishes."""
    adds_nothing = said.intent != "inform" and len(said.words.split()) <= LONGEST_NOD
    if adds_nothing or not said.words:
        return
    if talk.position.door is Door.GRIEVING:
        _hear_grief(talk)
        return
    talk.hold_opening(said.words)
    if talk.position.welcomed:
        focus.start(talk)


def not_understood(talk: Conversation, said: Said) -> None:
    """Say so, with two likely meanings; nothing longer than a few words is lost, and whoever grieves is heard."""
    buttons = offered(said)
    nothing_open = talk.position.question is None
    says_something = len(said.words.split()) > LONGEST_NOD
    if nothing_open and talk.position.door is Door.GRIEVING and said.words:
        _hear_grief(talk)
    elif nothing_open and says_something:
        talk.hold_opening(said.words)
        if talk.position.welcomed:
            talk.say("utter_session_put_by", buttons)
    elif buttons:
        misses.missed(talk, "utter_session_did_you_mean", buttons)
    else:
        misses.missed(talk, "utter_session_not_understood")


def _hear_grief(talk: Conversation) -> None:
    if not mirroring.hear(talk):
        talk.say("utter_session_grieving")


def easy_read(talk: Conversation, words: str) -> None:
    """Change to easier words, or back to the usual ones. It is remembered."""
    if wants_usual_words(words):
        talk.at(easy_read=False)
        talk.say("utter_session_usual_words")
    else:
        talk.at(easy_read=True)
        talk.say("utter_session_shorter" if wants_shorter(words) else "utter_session_easy_read")
        if talk.position.question is Question.WELCOME_DOOR and not talk.position.trail:
            talk.at(welcomed=False)  # what this is and what happens to words is said again, so that it is understood


def start_over(talk: Conversation) -> None:
    """Ask before letting a draft go; without one, simply begin again."""
    if not (talk.draft.lines or talk.draft.reflections or talk.draft.plan):
        talk.say("utter_session_begin_again")
        _begin_again(talk)
    else:
        talk.turn_aside(Question.SESSION_START_OVER)


def ask_start_over(talk: Conversation) -> None:
    """Ask for a yes to letting the draft go, and a plan with it."""
    if talk.draft.plan:
        talk.say("utter_plan_ask_start_over")
    else:
        talk.say("utter_session_ask_start_over")


def answer_start_over(talk: Conversation, said: Said) -> None:
    """Begin again on a clear yes; else back to where the person was."""
    if agrees(said, "start_over"):
        talk.say("utter_plan_started_over" if talk.draft.plan else "utter_session_started_over")
        clear_plan(talk)
        talk.clear_draft()
        _begin_again(talk)
        return
    talk.say("utter_plan_stays" if talk.draft.plan else "utter_session_draft_stays")
    talk.turn_back()


def _begin_again(talk: Conversation) -> None:
    talk.finish()
    talk.at(question=Question.WELCOME_DOOR, door=None, topic=0, after_door=None, search=talk.position.search.over(()))


def _no_door_yet(talk: Conversation, said: Said) -> None:
    """Ask again, hold what was said, or leave the question be."""
    if said.intent == "inform" and said.words:
        talk.hold_opening(said.words)
        talk.say("utter_welcome_which")
    elif passes(said) and talk.position.after_door is Stage.REFLECT:
        _reflect(talk)
    elif passes(said):
        talk.say("utter_welcome_later")
        talk.finish()
    else:
        talk.say("utter_welcome_say_door")


def _reflect(talk: Conversation, words: str = "") -> None:
    """Go on to the talk that somebody told of before they were asked who this is for."""
    if talk.position.door is Door.GRIEVING:
        signposting.begin(talk, "bereavement_support", words)
    talk.finish()
    talk.at(after_door=None)
    reflect.begin(talk)


def _hear(talk: Conversation, words: str, door: Door) -> None:
    """Acknowledge bad news; hold words that say more than who it is for. An illness is not offered as what matters."""
    length = len(words.split())
    if door is Door.CLOSE and grieves_before(words):
        talk.say("utter_bereavement_before")
    told = door in WRITES and tells_of_illness(words)
    if told:
        talk.say("utter_welcome_thank")
    if length > (LONGEST_NEWS if told else LONGEST_DOOR):
        talk.hold_opening(words)


ASKS = {Question.WELCOME_DOOR: ask_door, Question.SESSION_START_OVER: ask_start_over}
ANSWERS = {Question.WELCOME_DOOR: answer_door, Question.SESSION_START_OVER: answer_start_over}
