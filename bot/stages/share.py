"""Share: who, which parts, until when, an explicit yes; then who has looked, and stopping."""

from dataclasses import replace
from datetime import timedelta

from bot.model.dates import in_words
from bot.model.headings import Heading
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import record, share_after_views, share_only, share_team
from bot.stages.called import as_said
from bot.stages.conversation import Conversation, agrees, heading_named, passes
from bot.stages.share_team import door_kept, parts_in_words
from bot.understanding.after_me import after_own_death, shares_after_death
from bot.understanding.answers import days, number
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
    **share_team.ASKS,
}
ANSWERS = {
    Question.SHARE_WHO: answer_who,
    Question.SHARE_SECTIONS: answer_sections,
    Question.SHARE_EXPIRY: answer_expiry,
    Question.SHARE_CONSENT: answer_consent,
    **share_team.ANSWERS,
}
