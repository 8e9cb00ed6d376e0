"""What is said of a list, or of whoever it is for, and is no answer: that it has to be free, or not on the internet."""

from dataclasses import replace

from bot.model.directory import Way
from bot.model.position import Door
from bot.model.saying import Said
from bot.stages import known_death, signposting
from bot.stages.conversation import Conversation
from bot.understanding.helping_words import asks_for_books, wants_it_free, weighs_on_helper, without_internet


def is_heard(talk: Conversation, said: Said) -> bool:
    """Use what the words put right of the search, or say what cannot be sorted by; say whether they were that."""
    here = talk.position
    searching = here.question in signposting.QUESTIONS or here.question is None
    if said.choice or not said.words or not searching:
        return False
    if here.door is Door.HELPING and weighs_on_helper(said.words):
        talk.say("utter_grief_helper")
    elif not _looks_for_help(talk):
        return False
    elif wants_it_free(said.words):
        talk.say("utter_grief_free")
    elif asks_for_books(said.words) and known_death.is_known(talk):
        talk.say("utter_grief_books")
    elif without_internet(said.words):
        _by_phone(talk)
    else:
        return False
    return True


def _looks_for_help(talk: Conversation) -> bool:
    here = talk.position
    return here.search.tells_anything or here.sought.tells_anything or known_death.is_known(talk)


def _by_phone(talk: Conversation) -> None:
    """Look again for what can be rung, or note it for the search that is being asked for."""
    here = talk.position
    talk.say("utter_grief_by_phone")
    if here.search.tells_anything:
        talk.seek(ways=tuple(dict.fromkeys((*here.search.ways, Way.PHONE))))
    elif here.sought.tells_anything:
        ways = tuple(dict.fromkeys((*here.sought.ways, Way.PHONE)))
        talk.at(search=replace(here.sought, ways=ways, shown=here.search.shown, wrong=here.search.wrong))
        signposting.go_on(talk)
