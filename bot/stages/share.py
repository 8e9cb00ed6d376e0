"""Share: who, which parts, until when, an explicit yes; then who has looked, and stopping."""

from dataclasses import replace
from datetime import timedelta

from bot.model.dates import in_words, with_time
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.release import Release
from bot.model.saying import Button, Said
from bot.records.sharing import Share
from bot.records.team_shares import TeamShare
from bot.stages import record, share_after_views, share_looks, share_only, share_team
from bot.stages.called import as_said
from bot.stages.conversation import Conversation, agrees, heading_named, passes
from bot.stages.share_team import door_kept, parts_in_words
from bot.understanding.after_me import after_own_death, shares_after_death
from bot.understanding.answers import days, number
from bot.understanding.commands import plain
from bot.understanding.naming import (
    is_reader,
    left_out,
    may_see,
    means_all_parts,
    name_in,
    names_nobody,
    reader_in,
    shares_all,
    shown_to,
)

LONGEST_NAME = 80


def start(talk: Conversation, words: str = "") -> None:
    """Begin with whom to share, or the reader whom the words name; with nothing kept, say what comes first."""
    if shares_after_death(words):
        share_after_views.begin(talk, reader_in(words))
        return
    if talk.records.summaries.has_any(talk.person):
        talk.move(Question.SHARE_WHO, sections=headings(talk) if shares_all(words) else (), days=0, team="")
        if reader := reader_in(words, bare=True) or may_see(words) or shown_to(words):
            answer_who(talk, Said("inform", reader))
        return
    talk.say("utter_share_nothing_kept")
    if talk.draft.lines and talk.position.question is None:
        record.start(talk)


def ask_who(talk: Conversation) -> None:
    """Ask who may read it; teams are offered beside typing a name."""
    teams = share_team.buttons(talk)
    after = (share_after_views.button(talk),) if len(teams) < share_after_views.MOST_BUTTONS else ()
    talk.say("utter_share_ask_who_or_team" if teams else "utter_share_ask_who", buttons=(*teams, *after))


def answer_who(talk: Conversation, said: Said) -> None:
    """Take the reader's name as the person says it, or a team."""
    team = share_team.team_meant(talk, said)
    if team:
        share_team.choose(talk, team)
    elif after_own_death(said.words):
        share_after_views.begin(talk, said.words)
    elif passes(said) or names_nobody(said.words):
        _not_now(talk)
    elif means_all_parts(said.words):
        talk.at(sections=headings(talk))
        talk.say("utter_share_all_parts")
    else:
        _take_name(talk, said)


def named(talk: Conversation, words: str) -> None:
    """Take the reader whom a question names where it is asked who may read it: "can my aunty Jean see it"."""
    if talk.position.question is Question.SHARE_WHO and (reader := may_see(words)):
        _take_name(talk, Said("inform", reader))


def _take_name(talk: Conversation, said: Said) -> None:
    """Take a name, kin or role. Whoever is only left out is none, nor is a sentence."""
    who, out = left_out(said.words)
    name = may_see(said.words) or who or name_in(said.words)
    if out:
        talk.say("utter_share_left_out", who=turned(out))
    if out and not who:
        return
    if said.intent == "affirm" or not said.words or len(name) > LONGEST_NAME or not is_reader(name):
        talk.say("utter_share_short_name")
        return
    talk.draft = replace(talk.draft, recipient=name, called="")
    all_chosen = bool(talk.position.sections) and talk.position.sections == headings(talk)
    talk.move(Question.SHARE_EXPIRY if all_chosen else Question.SHARE_SECTIONS, team="")


def turned(out: str) -> str:
    """Return whoever is left out as the assistant may say it: "my brother" is "your brother"."""
    return as_said(" ".join(out.split())[:LONGEST_NAME])


def ask_sections(talk: Conversation) -> None:
    """Ask which parts; a part is chosen or put back by pressing it."""
    chosen = talk.position.sections
    buttons = [Button("Everything", "choose:everything")]
    for heading in headings(talk):
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
    there, chosen = headings(talk), talk.position.sections
    nth = number(said.words, len(there))
    named = heading_named(said.words, there)
    if said.choice == "everything" or means_all_parts(said.words):
        talk.move(Question.SHARE_EXPIRY, sections=there)
    elif chosen and (said.choice == "done" or share_only.is_all(talk, said)):
        talk.move(Question.SHARE_EXPIRY)
    elif said.choice in set(there) or named or nth:
        heading = Heading(said.choice) if said.choice else named or there[(nth or 1) - 1]
        kept = tuple(h for h in there if (h in chosen) != (h is heading))
        talk.at(sections=kept)
    elif share_only.chooses(talk, said.words, there):
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
            links=((f"Page for {as_said(recipient)}", url),),
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


def headings(talk: Conversation) -> tuple[Heading, ...]:
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
