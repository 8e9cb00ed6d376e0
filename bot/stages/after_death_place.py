"""In which nation somebody died, where a town, a postcode or the nation itself is named beside the death."""

from dataclasses import replace

from bot.model.position import Door
from bot.signposting.nations_named import nation_named
from bot.stages import known_death
from bot.stages.after_death_steps import Where
from bot.stages.conversation import Conversation

LONGEST_PLACE = 5
"""Words that only say where: "we're in Glasgow"."""


def note(talk: Conversation, words: str) -> None:
    """Note the nation, unless they are in the steps already: there it is asked for, and put right."""
    here = talk.position
    if not words or here.door is Door.HELPING or here.after_death.step or not known_death.is_known(talk):
        return
    nation = nation_named(words)
    if nation is not None:
        talk.at(after_death=replace(here.after_death, nation=Where[nation.name].value))


def only_says_where(talk: Conversation, words: str) -> bool:
    """Say whether the words only say where, soon after the safety door answered a death and nothing else was sought."""
    here = talk.position
    first = here.bereft.settled and not (here.sought.tells_anything or here.search.shown or here.after_death.step)
    return bool(first and len(words.split()) <= LONGEST_PLACE and nation_named(words))
