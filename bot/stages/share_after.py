"""After my death: who may read what then, whom the person trusts to say so, until when, and an explicit yes."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.model.dates import in_words
from bot.model.position import Question
from bot.model.release import HolderLink, Plan, Role
from bot.model.saying import Said
from bot.stages import share, share_team
from bot.stages.called import as_said
from bot.stages.conversation import Conversation, agrees, passes
from bot.stages.share_after_views import days as in_days
from bot.stages.share_after_views import joined, take_readers
from bot.stages.share_team import door_kept, parts_in_words
from bot.understanding.after_me import names_in, without_own_death
from bot.understanding.answers import days
from bot.understanding.commands import plain
from bot.understanding.naming import names_nobody

MOST_READERS = 4
LONGEST_NAME = 40
BOTH = 2
_LENGTHS = frozenset({"365", "1825"})
_NO_END = frozenset({"no end", "no end date", "none", "never", "always", "for ever", "forever", "until i stop it"})


def ask_who(talk: Conversation) -> None:
    """Ask who may read it then."""
    talk.say("utter_share_after_ask_who")


def answer_who(talk: Conversation, said: Said) -> None:
    """Take up to four names."""
    readers = names_in(without_own_death(said.words))
    if passes(said) or names_nobody(said.words):
        _not_now(talk)
    elif said.intent == "affirm" or not _can_be_said(readers) or len(readers) > MOST_READERS:
        talk.say("utter_share_after_say_who")
    else:
        take_readers(talk, readers)


def answer_parts(talk: Conversation, said: Said) -> None:
    """Take the parts as for any other reader; whom the person trusts comes next."""
    share.answer_sections(talk, said)
    if talk.position.question is Question.SHARE_EXPIRY:
        talk.at(question=Question.SHARE_AFTER_TRUSTED)


def ask_trusted(talk: Conversation) -> None:
    """Ask for two people, or for the second of them."""
    if talk.draft.trusted:
        talk.say("utter_share_after_ask_second", first=talk.draft.trusted[0])
    else:
        talk.say("utter_share_after_ask_trusted")


def answer_trusted(talk: Conversation, said: Said) -> None:
    """Take two different names, together or one after the other. With fewer nothing is set up."""
    named = names_in(said.words)
    if passes(said) or names_nobody(said.words):
        talk.say("utter_share_after_needs_two")
        _not_now(talk)
        return
    before = {plain(name) for name in talk.draft.trusted}
    both = (*talk.draft.trusted, *(name for name in named if plain(name) not in before))
    if said.intent == "affirm" or not _can_be_said(named) or len(both) > BOTH or both == talk.draft.trusted:
        talk.say("utter_share_after_say_trusted")
        return
    talk.draft = replace(talk.draft, trusted=both)
    if len(both) == BOTH:
        talk.move(Question.SHARE_AFTER_UNTIL)


def ask_until(talk: Conversation) -> None:
    """Ask how long it may stand. Without an answer it has no end."""
    talk.say("utter_share_after_ask_until")


def answer_until(talk: Conversation, said: Said) -> None:
    """Take a length of time by button or in words, or none."""
    length = int(said.choice) if said.choice in _LENGTHS else days(said.words)
    if length:
        talk.move(Question.SHARE_AFTER_CONSENT, days=length)
    elif said.choice == "no_end" or plain(said.words) in _NO_END or passes(said):
        talk.move(Question.SHARE_AFTER_CONSENT, days=0)
    else:
        talk.say("utter_share_after_say_until")


def ask_consent(talk: Conversation) -> None:
    """Say exactly what would be read, by whom, once who has said so, and ask for a yes."""
    share_team.whose_yes(talk)
    ends = _ends(talk)
    talk.say(
        "utter_share_after_ask_consent",
        recipient=joined(talk.draft.readers),
        sections=parts_in_words(talk, talk.position.sections),
        trusted=joined(talk.draft.trusted),
        wait=in_days(talk.facts.release_days),
        until=in_words(ends) if ends else "you stop it",
    )


def answer_consent(talk: Conversation, said: Said) -> None:
    """Set it up on a clear yes, and give the links; nothing on anything else."""
    if agrees(said, "share"):
        one, two = talk.draft.trusted
        plan = Plan(
            sections=talk.position.sections,
            readers=talk.draft.readers,
            trusted=(one, two),
            door=door_kept(talk),
            delay_days=talk.facts.release_days,
            expires_at=_ends(talk),
        )
        for link in talk.records.releases.set_up(talk.person, plan):
            _give(talk, link)
        talk.say("utter_share_after_pass_on", trusted=joined(talk.draft.trusted))
        share_team.forget_choice(talk)
        talk.finish()
    elif said.choice == "do_not_share" or passes(said):
        _not_now(talk)
    else:
        talk.say("utter_share_after_clear_yes")


def begins_again(talk: Conversation) -> bool:
    """Ask who it is for again where that is gone, as when a draft expires; say whether it was."""
    question, draft = talk.position.question, talk.draft
    gone = question in _NEED_READERS and not draft.readers
    if gone or (question in _NEED_TRUSTED and len(draft.trusted) < BOTH):
        talk.at(question=Question.SHARE_AFTER_WHO, trail=(), sections=(), days=0, team="")
        return True
    return False


def _give(talk: Conversation, link: HolderLink) -> None:
    trusted = link.role is not Role.READER
    url = f"{talk.facts.public_url}/{'trusted' if trusted else 'shared'}/{link.token}"
    links = ((f"Page for {as_said(link.name)}", url),)
    pin = f"{link.pin[:3]} {link.pin[3:]}"
    talk.say(
        "utter_share_after_trusted_link" if trusted else "utter_share_after_reader_link",
        links=links,
        recipient=link.name,
    )
    talk.say("utter_share_after_pin", recipient=link.name, pin=pin)


def _ends(talk: Conversation) -> datetime | None:
    return talk.now + timedelta(days=talk.position.days) if talk.position.days else None


def _can_be_said(names: tuple[str, ...]) -> bool:
    return bool(names) and all(len(name) <= LONGEST_NAME for name in names)


def _not_now(talk: Conversation) -> None:
    share_team.forget_choice(talk)
    talk.say("utter_share_after_not_now")
    talk.finish()


_NEED_TRUSTED = frozenset({Question.SHARE_AFTER_UNTIL, Question.SHARE_AFTER_CONSENT})
_NEED_READERS = _NEED_TRUSTED | {Question.SHARE_AFTER_PARTS, Question.SHARE_AFTER_TRUSTED}
ASKS = {
    Question.SHARE_AFTER_WHO: ask_who,
    Question.SHARE_AFTER_PARTS: share.ask_sections,
    Question.SHARE_AFTER_TRUSTED: ask_trusted,
    Question.SHARE_AFTER_UNTIL: ask_until,
    Question.SHARE_AFTER_CONSENT: ask_consent,
}
ANSWERS = {
    Question.SHARE_AFTER_WHO: answer_who,
    Question.SHARE_AFTER_PARTS: answer_parts,
    Question.SHARE_AFTER_TRUSTED: answer_trusted,
    Question.SHARE_AFTER_UNTIL: answer_until,
    Question.SHARE_AFTER_CONSENT: answer_consent,
}
