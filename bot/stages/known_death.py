"""Whether somebody has told of a death, also when the search that it led to is over."""

from bot.model.directory import Loss
from bot.model.position import Door
from bot.model.safety import Told
from bot.model.search import Grief
from bot.stages.conversation import Conversation

_OF_SOMEBODY_ALIVE = frozenset({Door.ME, Door.CLOSE, Door.WRITING})
"""Doors to what matters to somebody who lives, whoever else has died before."""


def is_known(talk: Conversation) -> bool:
    """Say whether the conversation is about a death."""
    here = talk.position
    just_told = bool(here.bereft.theirs) or here.told is Told.DEATH_JUST_HAPPENED
    return here.about_a_death or just_told or (here.door not in _OF_SOMEBODY_ALIVE and here.sought.tells_of_a_death)


def is_of_a_baby(talk: Conversation) -> bool:
    """Say whether that is the death of a baby, or the end of a pregnancy."""
    here = talk.position
    told = here.bereft.how is Loss.BABY or Loss.BABY in (*here.search.losses, *here.sought.losses)
    return told and is_known(talk)


def was_early(talk: Conversation) -> bool:
    """Say whether that was before 24 weeks, as far as it was told."""
    return talk.position.bereft.grief in {Grief.PREGNANCY, Grief.BABY_EARLY}


def was_no_illness(talk: Conversation) -> bool:
    """Say whether that was a suicide or sudden, as far as it was told."""
    here = talk.position
    sudden = here.bereft.how is Loss.SUDDEN or Loss.SUDDEN in (*here.search.losses, *here.sought.losses)
    return sudden or was_suicide(talk)


def was_suicide(talk: Conversation) -> bool:
    """Say whether that was a suicide, as far as it was told."""
    here = talk.position
    return here.bereft.how is Loss.SUICIDE or Loss.SUICIDE in (*here.search.losses, *here.sought.losses)
