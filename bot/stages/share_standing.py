"""What is shared: who could open it, who has looked, and stopping that."""

import re

from bot.model.dates import in_words, with_time
from bot.model.position import Question
from bot.model.release import Release
from bot.model.saying import Button, Said
from bot.records.sharing import Share
from bot.records.team_shares import TeamShare
from bot.stages import share_after_views, share_looks, share_team
from bot.stages.conversation import Conversation, passes
from bot.understanding.commands import plain
from bot.understanding.pointing import pointed_at
from bot.understanding.unsharing import stopped_reader

_DOCTOR = re.compile(r"\b(?:doctor|doc|dr)\b")


def who_viewed(talk: Conversation) -> None:
    """Say, for each share, whether and when it was opened."""
    with_a_team = share_team.tell_views(talk)
    after_death = share_after_views.tell_views(talk)
    shares = talk.records.shares.of(talk.person)
    if not shares and not with_a_team and not after_death:
        talk.say("utter_share_nobody")
    open_now = {share.id for share in talk.records.shares.open_now(talk.person)}
    for share in shares:
        _tell_views(talk, share, still_open=share.id in open_now)


def stop(talk: Conversation) -> None:
    """Stop sharing: at once when there is one share, else ask which. Without any there is nothing to stop."""
    stands = standing(talk)
    if len(stands) == 1:
        stop_one(talk, stands[0])
    elif stands:
        talk.turn_aside(Question.SHARE_STOP_WHICH)
    else:
        talk.say("utter_share_nothing_to_stop")


def ask_stop_which(talk: Conversation) -> None:
    """Ask which share to stop."""
    buttons = tuple(Button(reader_of(talk, share), f"choose:{share.id}") for share in standing(talk))
    talk.say("utter_share_ask_stop_which", buttons=(*buttons, Button("All of them", "choose:all")))


def answer_stop_which(talk: Conversation, said: Said) -> None:
    """Stop the chosen share, or all of them."""
    shares = standing(talk)
    words = plain(said.words)
    if said.choice == "all" or words in {"all", "all of them", "everyone", "both", "everything"}:
        chosen = shares
    else:
        chosen = tuple(s for s in shares if s.id == said.choice or is_named(talk, s, words))
        chosen = chosen or (() if said.choice or passes(said) else pointed_out(talk, stopped_reader(words) or words))
    if not chosen and not passes(said):
        talk.say("utter_share_say_which")
        return
    if not chosen:
        talk.say("utter_share_goes_on")
    for share in chosen:
        stop_one(talk, share)
    talk.turn_back()


def names(words: str, recipient: str) -> bool:
    """Say whether these plain words name a reader."""
    name = plain(recipient)
    return bool(name) and f" {name} " in f" {words} "


def how_many_open(talk: Conversation) -> int:
    """Return how many readers and teams could open it now."""
    return len(_open_now(talk))


def anything_open(talk: Conversation) -> bool:
    """Say whether somebody could open anything now: a reader with a link, or a team."""
    return bool(_open_now(talk))


def anything_to_stop(talk: Conversation) -> bool:
    """Say whether anything stands that can be stopped: what is open now, or what opens after a death."""
    return bool(standing(talk))


def readers(talk: Conversation) -> tuple[str, ...]:
    """Return who could open something now."""
    return tuple(dict.fromkeys(reader_of(talk, share) for share in _open_now(talk)))


def ever_read(talk: Conversation) -> bool:
    """Say whether anything was opened that was ever shared."""
    looked = talk.records.teamwork.looked(talk.person)
    return bool(looked) or any(share.openings for share in talk.records.shares.of(talk.person))


def anything_shared(talk: Conversation) -> bool:
    """Say whether anything was ever shared, for now or for after a death."""
    records = talk.records
    return bool(records.shares.of(talk.person) or records.teamwork.of(talk.person) or records.releases.of(talk.person))


def _open_now(talk: Conversation) -> tuple[Share | TeamShare, ...]:
    return (*share_team.standing(talk), *talk.records.shares.open_now(talk.person))


def standing(talk: Conversation) -> tuple[Share | TeamShare | Release, ...]:
    return (*_open_now(talk), *share_after_views.standing(talk))


def pointed_out(talk: Conversation, words: str) -> tuple[Share | TeamShare | Release, ...]:
    """Return what stands with whoever a few words point at: "the sister" is "my sister Jan", "the gp" is "Dr Mehta"."""
    stands = standing(talk)
    readers_there = [_DOCTOR.sub("gp", plain(reader_of(talk, each))) for each in stands]
    return tuple(stands[place] for place in pointed_at(_DOCTOR.sub("gp", plain(words)), readers_there))


def is_named(talk: Conversation, share: Share | TeamShare | Release, words: str) -> bool:
    if isinstance(share, Release):
        return share_after_views.is_named(share, words)
    return names(words, reader_of(talk, share))


def reader_of(talk: Conversation, share: Share | TeamShare | Release) -> str:
    if isinstance(share, Release):
        return share_after_views.label(share)
    return share_team.name_of(talk, share.team) if isinstance(share, TeamShare) else share.recipient


def stop_one(talk: Conversation, share: Share | TeamShare | Release) -> None:
    if isinstance(share, Release):
        share_after_views.stop(talk, share)
        return
    if isinstance(share, TeamShare):
        share_team.stop(talk, share)
        return
    talk.records.shares.stop(share.id)
    if share.openings:
        talk.say("utter_share_stopped_seen", recipient=share.recipient, last=with_time(share.openings[-1]))
    else:
        talk.say("utter_share_stopped_unseen", recipient=share.recipient)


def _tell_views(talk: Conversation, share: Share, *, still_open: bool) -> None:
    if len(share.openings) == 1:
        last, told = with_time(share.openings[-1]), share_looks.told_of((share,))
        talk.say("utter_share_viewed_once", told=told, recipient=share.recipient, last=last)
    elif share.openings:
        last, times = with_time(share.openings[-1]), str(len(share.openings))
        told = share_looks.told_of((share,))
        talk.say("utter_share_viewed", told=told, recipient=share.recipient, times=times, last=last)
    else:
        talk.say("utter_share_not_viewed", recipient=share.recipient)
    if still_open:
        talk.say("utter_share_open_until", recipient=share.recipient, until=in_words(share.expires_at))
    elif share.locked and not share.stopped:
        talk.say("utter_share_locked", recipient=share.recipient)
    else:
        talk.say("utter_share_closed", recipient=share.recipient)


ASKS = {Question.SHARE_STOP_WHICH: ask_stop_which}
ANSWERS = {Question.SHARE_STOP_WHICH: answer_stop_which}
