"""What is set up for after a death, as the person sees it: who, how far it has come, stopping it, what was said."""

from collections.abc import Iterable
from dataclasses import replace

from bot.model.dates import in_words, with_time
from bot.model.position import Door, Question
from bot.model.release import Release
from bot.model.saying import Button
from bot.stages.conversation import Conversation
from bot.stages.share_team import parts_in_words
from bot.understanding.after_me import names_in, without_own_death
from bot.understanding.commands import plain

SET_UP = "after_my_death"
"""The value of the button that leads to setting it up, from anywhere."""
MOST_BUTTONS = 6
SAID = "said:"
"""How the id of what was told begins; the id of the release follows."""
_OWN_NAMES = ("after my death", "after i die", "after death", "after their death", "after they die")


def button(talk: Conversation) -> Button:
    """Return the button that leads to setting it up."""
    theirs = talk.position.door is Door.WRITING
    return Button("Only after they die" if theirs else "Only after I die", f"choose:{SET_UP}")


def begin(talk: Conversation, words: str = "") -> None:
    """Ask who may read it then; with nothing kept, say what comes first. `words` may name a reader already."""
    if not talk.records.summaries.has_any(talk.person):
        talk.say("utter_share_nothing_kept")
        return
    talk.move(Question.SHARE_AFTER_WHO, sections=(), days=0, team="")
    readers = names_in(without_own_death(words))
    if readers and without_own_death(words) != words:
        take_readers(talk, readers)


def take_readers(talk: Conversation, readers: tuple[str, ...]) -> None:
    """Hold who may read it, and go on to the parts."""
    talk.draft = replace(talk.draft, recipient=joined(readers), readers=readers, trusted=())
    talk.move(Question.SHARE_AFTER_PARTS)


def standing(talk: Conversation) -> tuple[Release, ...]:
    """Return what is set up and neither stopped nor over."""
    return talk.records.releases.standing(talk.person)


def label(release: Release) -> str:
    """Return what it is called where one chooses what to stop."""
    return f"After death: {joined(reader.name for reader in release.readers)}"


def is_named(release: Release, words: str) -> bool:
    """Say whether these plain words name it, or one of its readers."""
    names = (*_OWN_NAMES, *(plain(reader.name) for reader in release.readers))
    return any(f" {name} " in f" {words} " for name in names if name)


def stop(talk: Conversation, release: Release) -> None:
    """Stop one for good, and say what that does and cannot undo."""
    talk.records.releases.stop(release.id)
    talk.say("utter_share_after_stopped", recipient=joined(reader.name for reader in release.readers))
    _tell_read(talk, release)


def tell_views(talk: Conversation) -> bool:
    """Say what is set up, who has said what, and who has read it; return whether anything is or was."""
    releases = talk.records.releases.of(talk.person)
    for release in releases:
        tell_one(talk, release)
    return bool(releases)


def tell(talk: Conversation) -> None:
    """The person is here: what was said of them counts no more. Who said it is told until that was handed out."""
    if not talk.held:
        return  # what was said has lost its force all the same: see bot.records.release_state
    said = talk.records.releases.here(talk.person)
    if not said or talk.position.asked or talk.position.told:
        return
    names = joined(dict.fromkeys(each.name for each in said))
    on = in_words(min(each.at for each in said))
    read = max((each.read_at for each in said if each.read_at), default=None)
    stop_it = (Button("Stop it for good", "withdraw_consent"),) if standing(talk) else ()
    told = tuple(dict.fromkeys(f"{SAID}{each.release}" for each in said))
    if read:
        last = with_time(read)
        talk.say("utter_share_after_told_read", stop_it, told=told, names=names, when=on, last=last)
    else:
        talk.say("utter_share_after_told", stop_it, told=told, names=names, when=on)


def not_by_chat(talk: Conversation) -> None:
    """A death told here opens nothing: only the two trusted people can say so, each by their link."""
    if talk.position.door is Door.WRITING and standing(talk):
        talk.say("utter_share_after_not_by_chat")


def joined(names: Iterable[str]) -> str:
    """Return names as a sentence has them: "Jo, Sam and Kit"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def days(count: int) -> str:
    """Return a number of days in words."""
    return "1 day" if count == 1 else f"{count} days"


def tell_one(talk: Conversation, release: Release) -> None:
    """Say of one who may read what, who has to say so, and who has read it. Whatever was said is over by now."""
    readers = joined(reader.name for reader in release.readers)
    if not release.stands:
        talk.say("utter_share_after_over", recipient=readers)
    else:
        trusted = joined(holder.name for holder in release.trusted)
        parts = parts_in_words(talk, release.sections)
        talk.say("utter_share_after_set", recipient=readers, sections=parts, trusted=trusted, until=until(release))
        for holder in release.holders:
            if holder.locked:
                talk.say("utter_share_after_locked", recipient=holder.name)
    _tell_read(talk, release)


def _tell_read(talk: Conversation, release: Release) -> None:
    for reader in release.readers:
        if reader.opened_at is None:
            continue
        last, times = with_time(reader.opened_at), str(reader.openings)
        once = reader.openings == 1
        response = "utter_share_after_viewed_once" if once else "utter_share_after_viewed"
        talk.say(response, recipient=reader.name, last=last, times=times)


def until(release: Release) -> str:
    """Return until when it stands, in words."""
    return f"until {in_words(release.expires_at)}" if release.expires_at else "until you stop it"
