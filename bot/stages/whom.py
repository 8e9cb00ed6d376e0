"""Whom the questions are about, in the person's own word: "your wife", "Dave"; a baby's name. It is held in the draft.

The draft is sealed and expires, so that a name is nowhere else. Whoever is not named stays "them".
"""

from dataclasses import replace

from bot.model.position import Door, Question
from bot.model.saying import Button, Said, Say
from bot.model.search import Grief
from bot.stages.conversation import Conversation
from bot.understanding.commands import plain
from bot.understanding.given_names import name_alone
from bot.understanding.losses import speaks_of_a_loss
from bot.understanding.whom import alone, name_told, only_says_whom, put_right, whom
from bot.understanding.written_for import comes_in, written_for

_KIN = "your "
_OF_ANOTHER = frozenset({None, Door.CLOSE, Door.WRITING})


def called(talk: Conversation) -> dict[str, str]:
    """Return what stands for the one whom the questions are about: `them`, `they`, `their` and `do`."""
    about = talk.draft.about if talk.position.about_them else ""
    if not about:
        return {"them": "them", "they": "they", "their": "their", "do": "do"}
    return {"them": about, "they": about, "their": f"{about}'s", "do": "does"}


def say_of_them(talk: Conversation, response: str, buttons: tuple[Button, ...] = (), **values: str) -> None:
    """Say a response that has a place for them."""
    talk.says.append(Say(response, called(talk) | values, buttons))


def name(talk: Conversation) -> str:
    """Return the name of whoever has died, or may, where one was told; else ""."""
    return "" if talk.draft.about.startswith(_KIN) else talk.draft.about


def remember(talk: Conversation, words: str) -> None:
    """Note who it is about, where the words say so. A volunteer is told of many."""
    here = talk.position
    if not words or here.door not in {*_OF_ANOTHER, Door.GRIEVING}:
        return
    if here.door is Door.GRIEVING or here.about_a_death or here.bereft.grief is Grief.BEFORE_BABY:
        told = name_told(words)
    else:
        first = here.question is Question.FOCUS_WHAT and not talk.draft.about
        asked = here.question is Question.WELCOME_DOOR
        told = whom(words, asked=asked, wishes=first and here.door is Door.CLOSE)
        begins = here.question is Question.FOCUS_WHAT and here.door is Door.WRITING and not talk.draft.lines
        if (helped := written_for(words) or (comes_in(words) if begins else None)) and not told:
            told = helped.about
    if told:
        talk.draft = replace(talk.draft, about=told)


def names_somebody(words: str) -> bool:
    """Say whether the words tell clearly that they are about somebody else, and who is alive."""
    return bool(whom(words)) and not (name_told(words) or speaks_of_a_loss(plain(words).replace("dying", "")))


def forget(talk: Conversation) -> None:
    """Let it go, where it turns out that nobody else is written about."""
    if talk.draft.about and talk.position.door not in _OF_ANOTHER:
        kept = name(talk) if talk.position.door is Door.GRIEVING else ""
        talk.draft = replace(talk.draft, about=kept)


def takes_name(talk: Conversation, said: Said) -> bool:
    """Note a name that is told alone where it is asked why something matters to somebody, and say it back.

    Once they have a name, another one is an answer: of whom they love.
    """
    name_told_alone = "" if said.choice or talk.position.door is not Door.CLOSE else name_alone(said.words)
    if not name_told_alone or name(talk):
        return False
    talk.draft = replace(talk.draft, about=name_told_alone)
    say_of_them(talk, "utter_focus_named")
    return True


def heard(talk: Conversation, words: str) -> bool:
    """Say back who it is about, or the name of whoever has died, where nothing else was told; say whether it was so."""
    here = talk.position
    if here.about_them and (about := _put_right(talk, words)):
        talk.draft = replace(talk.draft, about=about)
        say_of_them(talk, "utter_focus_named")
        return True
    named_again = bool(name(talk)) and plain(words) == plain(name(talk))
    if not talk.draft.about or not (only_says_whom(words) or named_again):
        return False
    if (here.about_a_death or here.bereft.grief is Grief.BEFORE_BABY) and name(talk):
        talk.say("utter_bereavement_named", name=name(talk))
        return True
    if here.about_them and str(here.question or "").startswith("focus_"):
        say_of_them(talk, "utter_focus_named")
        return True
    return False


def _put_right(talk: Conversation, words: str) -> str:
    """Return whom it is about, where the words put that right, or name nobody else before anything was told; or ""."""
    here = talk.position
    if here.about_a_death or here.bereft.grief is Grief.BEFORE_BABY:
        return ""
    about, of_the_word = put_right(words)
    asked_of_them = str(here.question or "").startswith("focus_") or here.question is Question.RECORD_CHECK
    if about and (of_the_word or asked_of_them):
        return about
    first = here.question is Question.FOCUS_WHAT and here.door is Door.CLOSE and not talk.draft.lines
    return alone(words) if first and not talk.draft.about else ""
