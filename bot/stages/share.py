"""Share: who, which parts, until when, an explicit yes; then who has looked, and stopping."""

from dataclasses import replace
from datetime import timedelta

from bot.model.dates import in_words, with_time
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.records.sharing import Share
from bot.records.team_shares import TeamShare
from bot.stages import record, share_team, share_without
from bot.stages.conversation import Conversation, agrees, heading_named, passes
from bot.stages.share_team import door_kept, parts_in_words
from bot.understanding.answers import days, number
from bot.understanding.commands import plain
from bot.understanding.naming import name_in, names_nobody

LONGEST_NAME = 80


def start(talk: Conversation) -> None:
    """Begin with whom to share; without a kept summary, say what comes first."""
    if talk.records.summaries.has_any(talk.person):
        talk.move(Question.SHARE_WHO, sections=(), days=0, team="")
        return
    talk.say("utter_share_nothing_kept")
    if talk.draft.lines and talk.position.question is None:
        record.start(talk)


def ask_who(talk: Conversation) -> None:
    """Ask who may read it; teams are offered beside typing a name."""
    teams = share_team.buttons(talk)
    if teams:
        talk.say("utter_share_ask_who_or_team", buttons=teams)
    else:
        talk.say("utter_share_ask_who")


def answer_who(talk: Conversation, said: Said) -> None:
    """Take the reader's name as the person says it, or a team."""
    team = share_team.team_meant(talk, said)
    if team:
        share_team.choose(talk, team)
    elif passes(said) or names_nobody(said.words):
        _not_now(talk)
    elif said.intent == "affirm" or not said.words or len(name_in(said.words)) > LONGEST_NAME:
        talk.say("utter_share_short_name")
    else:
        talk.draft = replace(talk.draft, recipient=name_in(said.words), called="")
        talk.move(Question.SHARE_SECTIONS, team="")


def ask_sections(talk: Conversation) -> None:
    """Ask which parts; a part is chosen or put back by pressing it."""
    chosen = talk.position.sections
    buttons = [Button("Everything", "choose:everything")]
    for heading in _headings(talk):
        label = door_kept(talk).over(heading)
        title = f"Take out: {label}" if heading in chosen else label
        buttons.append(Button(title, f"choose:{heading}"))
    if chosen:
        parts = parts_in_words(talk, chosen)
        talk.say("utter_share_chosen", sections=parts)
        buttons.append(Button("That is all", "choose:done"))
    talk.say("utter_share_ask_sections", buttons=tuple(buttons), recipient=talk.draft.recipient)


def answer_sections(talk: Conversation, said: Said) -> None:
    """Take everything, or part after part until that is all."""
    headings, chosen = _headings(talk), talk.position.sections
    nth = number(said.words, len(headings))
    named = heading_named(said.words, headings)
    words = plain(said.words)
    if said.choice == "everything" or words in {"everything", "all", "all of it", "the lot"}:
        talk.move(Question.SHARE_EXPIRY, sections=headings)
    elif chosen and (said.choice == "done" or said.intent in {"affirm", "deny"} or words in {"that is all", "done"}):
        talk.move(Question.SHARE_EXPIRY)
    elif said.choice in set(headings) or named or nth:
        heading = Heading(said.choice) if said.choice else named or headings[(nth or 1) - 1]
        kept = tuple(h for h in headings if (h in chosen) != (h is heading))
        talk.at(sections=kept)
    elif share_without.without(talk, said.words, headings):
        return
    elif passes(said):
        _not_now(talk)
    else:
        talk.say("utter_share_say_sections")


def ask_expiry(talk: Conversation) -> None:
    """Ask how long the link works."""
    talk.say("utter_share_ask_expiry")


def answer_expiry(talk: Conversation, said: Said) -> None:
    """Take a number of days, by button or in words ("a month"), at most a year."""
    length = int(said.choice) if said.choice.isdecimal() else days(said.words)
    consent = Question.SHARE_TEAM_CONSENT if talk.position.team else Question.SHARE_CONSENT
    if length:
        talk.move(consent, days=length)
    elif said.intent == "deny":
        _not_now(talk)
    elif passes(said):
        talk.say("utter_share_week_then")
        talk.move(consent, days=7)
    else:
        talk.say("utter_share_say_expiry")


def ask_consent(talk: Conversation) -> None:
    """Say exactly what would be shared, with whom and until when, and ask for a yes."""
    share_team.whose_yes(talk)
    parts = parts_in_words(talk, talk.position.sections)
    until = in_words(talk.now + timedelta(days=talk.position.days))
    talk.say("utter_share_ask_consent", recipient=talk.draft.recipient, sections=parts, until=until)


def answer_consent(talk: Conversation, said: Said) -> None:
    """Make the link and PIN on a clear yes; nothing on anything else."""
    if agrees(said, "share"):
        until = talk.now + timedelta(days=talk.position.days)
        recipient = talk.draft.recipient
        door = door_kept(talk)
        made = talk.records.shares.create(talk.person, recipient, talk.position.sections, until, door)
        url = f"{talk.facts.public_url}/shared/{made.token}"
        talk.say(
            "utter_share_link",
            recipient=recipient,
            until=in_words(until),
            links=((f"Page for {recipient}", url),),
        )
        talk.say("utter_share_pin", recipient=recipient, pin=f"{made.pin[:3]} {made.pin[3:]}")
        talk.draft = replace(talk.draft, recipient="")
        talk.finish()
    elif said.choice == "do_not_share" or passes(said):
        _not_now(talk)
    else:
        talk.say("utter_share_clear_yes")


def who_viewed(talk: Conversation) -> None:
    """Say, for each share, whether and when it was opened."""
    with_a_team = share_team.tell_views(talk)
    shares = talk.records.shares.of(talk.person)
    if not shares and not with_a_team:
        talk.say("utter_share_nobody")
    open_now = {share.id for share in talk.records.shares.open_now(talk.person)}
    for share in shares:
        _tell_views(talk, share, still_open=share.id in open_now)


def stop(talk: Conversation) -> None:
    """Stop sharing: at once when there is one share, else ask which. Without any there is nothing to stop."""
    open_now = _open_now(talk)
    if len(open_now) == 1:
        _stop(talk, open_now[0])
    elif open_now:
        talk.turn_aside(Question.SHARE_STOP_WHICH)
    else:
        talk.say("utter_share_nothing_to_stop")


def ask_stop_which(talk: Conversation) -> None:
    """Ask which share to stop."""
    buttons = tuple(Button(_reader(talk, share), f"choose:{share.id}") for share in _open_now(talk))
    talk.say("utter_share_ask_stop_which", buttons=(*buttons, Button("All of them", "choose:all")))


def answer_stop_which(talk: Conversation, said: Said) -> None:
    """Stop the chosen share, or all of them."""
    shares = _open_now(talk)
    words = plain(said.words)
    if said.choice == "all" or words in {"all", "all of them", "everyone", "both", "everything"}:
        chosen = shares
    else:
        chosen = tuple(s for s in shares if s.id == said.choice or names(words, _reader(talk, s)))
    if not chosen and not passes(said):
        talk.say("utter_share_say_which")
        return
    if not chosen:
        talk.say("utter_share_goes_on")
    for share in chosen:
        _stop(talk, share)
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


def readers(talk: Conversation) -> tuple[str, ...]:
    """Return who could open something now."""
    return tuple(dict.fromkeys(_reader(talk, share) for share in _open_now(talk)))


def ever_read(talk: Conversation) -> bool:
    """Say whether anything was opened that was ever shared."""
    looked = talk.records.teamwork.looked(talk.person)
    return bool(looked) or any(share.openings for share in talk.records.shares.of(talk.person))


def anything_shared(talk: Conversation) -> bool:
    """Say whether anything was ever shared."""
    return bool(talk.records.shares.of(talk.person) or talk.records.teamwork.of(talk.person))


def _open_now(talk: Conversation) -> tuple[Share | TeamShare, ...]:
    return (*share_team.standing(talk), *talk.records.shares.open_now(talk.person))


def _reader(talk: Conversation, share: Share | TeamShare) -> str:
    return share_team.name_of(talk, share.team) if isinstance(share, TeamShare) else share.recipient


def _stop(talk: Conversation, share: Share | TeamShare) -> None:
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
        talk.say("utter_share_viewed_once", recipient=share.recipient, last=with_time(share.openings[-1]))
    elif share.openings:
        last = with_time(share.openings[-1])
        talk.say("utter_share_viewed", recipient=share.recipient, times=str(len(share.openings)), last=last)
    else:
        talk.say("utter_share_not_viewed", recipient=share.recipient)
    if still_open:
        talk.say("utter_share_open_until", recipient=share.recipient, until=in_words(share.expires_at))
    elif share.locked and not share.stopped:
        talk.say("utter_share_locked", recipient=share.recipient)
    else:
        talk.say("utter_share_closed", recipient=share.recipient)


def _headings(talk: Conversation) -> tuple[Heading, ...]:
    kept = talk.records.summaries.latest(talk.person)
    there = {line.heading for line in kept.lines} if kept else set()
    return tuple(heading for heading in Heading if heading in there)


def _not_now(talk: Conversation) -> None:
    share_team.forget_choice(talk)
    talk.say("utter_share_not_now")
    talk.finish()


ASKS = {
    Question.SHARE_WHO: ask_who,
    Question.SHARE_SECTIONS: ask_sections,
    Question.SHARE_EXPIRY: ask_expiry,
    Question.SHARE_CONSENT: ask_consent,
    Question.SHARE_STOP_WHICH: ask_stop_which,
    **share_team.ASKS,
}
ANSWERS = {
    Question.SHARE_WHO: answer_who,
    Question.SHARE_SECTIONS: answer_sections,
    Question.SHARE_EXPIRY: answer_expiry,
    Question.SHARE_CONSENT: answer_consent,
    Question.SHARE_STOP_WHICH: answer_stop_which,
    **share_team.ANSWERS,
}
