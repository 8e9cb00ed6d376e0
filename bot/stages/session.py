"""Coming and going: the welcome and who it is for, what to do next, starting again."""

from dataclasses import replace

from bot.model.bereft import Theirs
from bot.model.position import WRITES, Door, Question, Stage
from bot.model.saying import Said
from bot.model.search import Grief, Search
from bot.stages import (
    after_death,
    after_death_place,
    bereavement,
    by_name,
    focus,
    information,
    menu,
    mirroring,
    misses,
    plan,
    reflect,
    search_again,
    share,
    share_leaving,
    signposting,
    surfacing,
    whom,
)
from bot.stages.conversation import Conversation, agrees, passes
from bot.stages.guesses import offered
from bot.stages.heard import hear_on
from bot.stages.plan_card import clear as clear_plan
from bot.understanding.answers import door as door_named
from bot.understanding.answers import door_title, goes_back_to_writing, grieves_before, number, tells_of_illness
from bot.understanding.answers import turns_to_writing as says_writing
from bot.understanding.asides import wants_shorter
from bot.understanding.asking import is_question
from bot.understanding.bad_news import is_bad_news
from bot.understanding.commands import wants_usual_words
from bot.understanding.written_for import written_for

FEW = 3
_NEVER_WRITE = frozenset({Door.GRIEVING, Door.HELPING})
"""Where nothing of what matters is written down, so that no words are held for it."""
_OF_SOMEBODY_ILL = frozenset({Door.ME, Door.CLOSE})
_NOT_OF_ONESELF = frozenset({Door.CLOSE, Door.WRITING, Door.GRIEVING, Door.HELPING})
"""Doors that words name plainly. "Me" and "my" stand in most that are told of what matters."""
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
    here = talk.position
    if here.welcomed:
        return
    if here.bereft.theirs is Theirs.TOLD and not here.about_them:
        talk.say("utter_welcome_after_a_death", organisation=talk.facts.organisation)
    else:
        talk.say("utter_welcome_hello", organisation=talk.facts.organisation, days=str(talk.facts.draft_days))
    talk.at(welcomed=True)


def who(talk: Conversation) -> None:
    """Say that it is software and who runs it; whoever is new is told so by the welcome that follows."""
    if talk.position.welcomed:
        talk.say("utter_session_who", organisation=talk.facts.organisation)


def ask_door(talk: Conversation) -> None:
    """Ask who the conversation is for."""
    talk.say("utter_welcome_ask_door")


def answer_door(talk: Conversation, said: Said) -> None:
    """Take the door by button or in words and go where it leads."""
    name = said.choice or door_named(said.words) or _door_by_number(said.words)
    if not name and whom.names_somebody(said.words):
        name = Door.CLOSE.value
    if name not in set(Door):
        _no_door_yet(talk, said)
        return
    if not said.choice:
        _hear(talk, said.words, Door(name))
    then, before = talk.position.after_door, talk.position.door
    if talk.draft.lines and talk.draft.door is None and name not in WRITES:
        talk.draft = replace(talk.draft, door=before)
    whom.remember(talk, said.words)
    talk.at(door=Door(name), after_door=None, bereft=replace(talk.position.bereft, theirs=None))
    whom.forget(talk)
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


def _tells_whom_first(talk: Conversation, said: Said) -> bool:
    """Go in by the door that the first words of all name: nobody is asked what they have just told."""
    here, words = talk.position, said.words
    door = door_named(words)
    told = whom.names_somebody(words) or (tells_of_illness(words) and door in _OF_SOMEBODY_ILL)
    told = told or bool(door_title(words)) or (door in _NOT_OF_ONESELF and len(words.split()) <= LONGEST_DOOR)
    told = told or written_for(words) is not None
    if here.welcomed or here.question is not None or is_question(words) or not told:
        return False
    welcome(talk)
    answer_door(talk, said)
    return True


def turns_to_writing(talk: Conversation, words: str) -> bool:
    """Leave a search for writing down another's words, or go back to that; say whether the words ask for it."""
    here = talk.position
    searching = here.question in signposting.QUESTIONS or (here.question is None and here.door is Door.HELPING)
    back = goes_back_to_writing(words)
    if back and here.door is Door.WRITING and here.question in focus.ASKS:
        return True
    if here.door not in {None, Door.HELPING, Door.WRITING}:
        return False
    if not (here.welcomed and (searching or (back and here.question is None)) and (back or says_writing(words))):
        return False
    if here.question in signposting.QUESTIONS:
        talk.turn_back()
    if talk.position.question not in focus.ASKS:
        talk.finish()
        talk.at(door=Door.WRITING)
        focus.start(talk)
    return True


def _door_by_number(words: str) -> str:
    """Return the door of the button with this number, where no more than a number was typed."""
    place = number(words, len(Door))
    return _DOORS[place - 1] if place else ""


def what_next(talk: Conversation, intent: str = "") -> None:
    """Nothing is open: offer what makes sense from here; to whoever only says thank you, no more than a few things."""
    if talk.draft.opening and talk.position.door not in _NEVER_WRITE:
        talk.say("utter_session_words_held")
    buttons = menu.buttons(talk)
    talk.say("utter_session_what_next", buttons=buttons[:FEW] if intent == "thank" else buttons)


def answer_nothing(talk: Conversation, said: Said) -> None:
    """Words that answer no question are not lost: they become the start of what matters, if the person wishes."""
    adds_nothing = said.intent != "inform" and len(said.words.split()) <= LONGEST_NOD
    if adds_nothing or not said.words:
        return
    unborn = talk.position.bereft.grief is Grief.BEFORE_BABY
    if talk.position.door in _NEVER_WRITE or talk.position.bereft.theirs or unborn:
        _hear_without_writing(talk, said.words)
        return
    if _tells_whom_first(talk, said) or surfacing.hear_news(talk, said.words):
        return
    talk.hold_opening(said.words)
    if talk.position.welcomed:
        focus.start(talk)


def not_understood(talk: Conversation, said: Said) -> None:
    """Say so, with two likely meanings; nothing longer than a few words is lost, and whoever grieves is heard."""
    if by_name.show_named(talk, said.words, alone=talk.position.question is None):
        return
    if share_leaving.stops_a_reader(talk, said):
        return
    if information.is_followed_up(talk, said.words) or information.answers_in_grief(talk, said.words):
        return
    buttons = offered(said)
    nothing_open = talk.position.question is None
    says_something = len(said.words.split()) > LONGEST_NOD
    here = talk.position.door
    bereft = talk.position.bereft
    grieves = here is Door.GRIEVING or bool(bereft.theirs) or bereft.grief is Grief.BEFORE_BABY
    asks_on = here is Door.HELPING and (says_something or search_again.is_asked_for(talk, said.words))
    if nothing_open and said.words and (grieves or asks_on):
        _hear_without_writing(talk, said.words)
    elif nothing_open and (_tells_whom_first(talk, said) or surfacing.hear_news(talk, said.words)):
        return
    elif nothing_open and says_something:
        talk.hold_opening(said.words)
        if talk.position.welcomed:
            talk.say("utter_session_put_by", buttons)
    elif buttons:
        misses.missed(talk, "utter_session_did_you_mean", buttons)
    else:
        misses.missed(talk, "utter_session_not_understood")


def _hear_without_writing(talk: Conversation, words: str) -> None:
    """A helper's words go to the search, and so does a place; whoever grieves is heard."""
    after_death_place.note(talk, words)
    if after_death_place.only_says_where(talk, words):
        after_death.start(talk)
    elif talk.position.door is Door.HELPING or search_again.is_asked_for(talk, words):
        search_again.go_on(talk, words)
    elif talk.position.bereft.grief is Grief.BEFORE_BABY or talk.position.heard.times or talk.position.heard.told:
        hear_on(talk)
    else:
        talk.at(heard=replace(talk.position.heard, times=1))
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
    talk.at(sought=Search())


def _no_door_yet(talk: Conversation, said: Said) -> None:
    """Ask again, hold what was said, or leave the question be."""
    if said.intent == "inform" and surfacing.hear_news(talk, said.words):
        talk.say("utter_welcome_say_door")
    elif said.intent == "inform" and said.words:
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
    if door is Door.CLOSE and grieves_before(words):
        talk.say("utter_bereavement_before")
    if written_for(words):
        return
    news = is_bad_news(words)
    told = door in WRITES and (news or tells_of_illness(words))
    if told:
        talk.say("utter_welcome_thank")
    if len(words.split()) > (LONGEST_NEWS if told else LONGEST_DOOR) and not news:
        talk.hold_opening(words)


ASKS = {Question.WELCOME_DOOR: ask_door, Question.SESSION_START_OVER: ask_start_over}
ANSWERS = {Question.WELCOME_DOOR: answer_door, Question.SESSION_START_OVER: answer_start_over}
