"""Sharing with a team: the name they may know the person by, a yes of its own, who has looked, stopping."""

from dataclasses import replace
from datetime import timedelta

from bot.model.dates import in_words, with_time
from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.model.saying import Button, Said
from bot.model.staff import Team
from bot.records.team_shares import Look, TeamClosedError, TeamShare
from bot.stages.conversation import Conversation, agrees, passes
from bot.understanding.commands import plain

LONGEST_CALLED = 60
TEAM = "team:"
NO_NAME = "none"
"""What stands for the name where the person gave none."""
_SMALL = frozenset({"the", "a", "my", "our", "team"})
_SERVICES = frozenset(
    {"hospice", "surgery", "practice", "clinic", "hospital", "nurses", "carers", "doctors", "palliative"}
)
"""What nobody is called: with one of these, or "team", part of a team's name means the team."""


def buttons(talk: Conversation) -> tuple[Button, ...]:
    """Return a button for each team one can share with."""
    return tuple(Button(team.name, f"choose:{TEAM}{team.id}") for team in talk.facts.teams())


def team_meant(talk: Conversation, said: Said) -> Team | None:
    """Return the team of a pressed button, or the one whose name was typed, whole or in part: "the hospice team"."""
    if said.choice.startswith(TEAM):
        return talk.facts.team(said.choice.removeprefix(TEAM))
    return team_named(talk, said.words)


def team_named(talk: Conversation, words: str) -> Team | None:
    """Return the one team that the words name. Part of its name is enough where they say that it is no person."""
    typed, teams = _telling(words), talk.facts.teams()
    whole = [team for team in teams if typed and typed == _telling(team.name)]
    if len(whole) == 1:
        return whole[0]
    said = set(plain(words).split())
    if not typed or not ("team" in said or said & _SERVICES):
        return None
    part = [team for team in teams if set(typed) <= set(_telling(team.name))]
    return part[0] if len(part) == 1 else None


def choose(talk: Conversation, team: Team) -> None:
    """Share with this team: the name comes next."""
    talk.draft = replace(talk.draft, recipient=team.name)
    talk.move(Question.SHARE_CALLED, team=team.id)


def ask_called(talk: Conversation) -> None:
    """Ask by which name the team may know them."""
    talk.say("utter_share_ask_called", recipient=talk.draft.recipient)


def answer_called(talk: Conversation, said: Said) -> None:
    """Take the name; none is an answer too."""
    name = " ".join(said.words.split())
    if said.choice == "no_name" or passes(said):
        talk.draft = replace(talk.draft, called="")
    elif said.intent == "affirm" or not name or len(name) > LONGEST_CALLED:
        talk.say("utter_share_say_called")
        return
    else:
        talk.draft = replace(talk.draft, called=name)
    talk.move(Question.SHARE_SECTIONS)


def ask_consent(talk: Conversation) -> None:
    """Say exactly what the team would see and may do, until when and how soon it looks, and ask for a yes."""
    team = talk.facts.team(talk.position.team)
    if team is None:
        return
    whose_yes(talk)
    talk.say(
        "utter_share_ask_consent_team",
        recipient=team.name,
        sections=parts_in_words(talk, talk.position.sections),
        called=talk.draft.called or NO_NAME,
        until=in_words(talk.now + timedelta(days=talk.position.days)),
        within=_within(team),
    )


def answer_consent(talk: Conversation, said: Said) -> None:
    """Share on a clear yes; nothing on anything else."""
    team = talk.facts.team(talk.position.team)
    if agrees(said, "share") and team is not None:
        until = talk.now + timedelta(days=talk.position.days)
        door = door_kept(talk)
        sections, called = talk.position.sections, talk.draft.called
        try:
            talk.records.teamwork.share(talk.person, team.id, called, sections, until, door)
        except TeamClosedError:
            _closed_meanwhile(talk, team)
            return
        talk.say("utter_share_team_done", recipient=team.name, until=in_words(until), within=_within(team))
        forget_choice(talk)
        talk.finish()
    elif said.choice == "do_not_share" or passes(said):
        talk.say("utter_share_not_now")
        forget_choice(talk)
        talk.finish()
    else:
        talk.say("utter_share_clear_yes")


def whose_yes(talk: Conversation) -> None:
    """Say whose words these are, where another person typed them: the yes is that person's."""
    if door_kept(talk) is Door.WRITING:
        talk.say("utter_record_their_yes")


def door_kept(talk: Conversation) -> Door:
    """Return whose words the newest kept summary holds."""
    kept = talk.records.summaries.latest(talk.person)
    return kept.door if kept else Door.ME


def parts_in_words(talk: Conversation, headings: tuple[Heading, ...]) -> str:
    """Return the names of parts of the kept summary, as one can be asked about them."""
    return ", ".join(door_kept(talk).over(heading) for heading in headings)


def forget_choice(talk: Conversation) -> None:
    """Let go of who it was going to be shared with."""
    talk.draft = replace(talk.draft, recipient="", called="", readers=(), trusted=())


def gone(talk: Conversation) -> bool:
    """Say whether the team that was chosen can no longer be shared with."""
    return bool(talk.position.team) and talk.facts.team(talk.position.team) is None


def standing(talk: Conversation) -> tuple[TeamShare, ...]:
    """Return the shares that a team could open now."""
    return tuple(share for share in talk.records.teamwork.of(talk.person) if share.stands)


def tell_views(talk: Conversation) -> bool:
    """Say which team opened it and when; return whether anything is or was shared with a team."""
    newest = _newest_of_each(talk.records.teamwork.of(talk.person))
    looks = talk.records.teamwork.looked(talk.person)
    for share in newest:
        _tell(talk, share, [look for look in looks if look.team == share.team])
    return bool(newest)


def stop(talk: Conversation, share: TeamShare) -> None:
    """Stop sharing with a team, and say what that does and does not undo."""
    looks = [look for look in talk.records.teamwork.looked(talk.person) if look.team == share.team]
    talk.records.teamwork.stop(share.id)
    name = name_of(talk, share.team)
    if looks:
        last = max(look.last_at for look in looks)
        talk.say("utter_share_team_stopped_seen", recipient=name, last=with_time(last))
    else:
        talk.say("utter_share_team_stopped_unseen", recipient=name)


def name_of(talk: Conversation, team: str) -> str:
    """Return a team's name; one that has closed is a team that has closed."""
    found = talk.facts.team(team)
    return found.name if found else "A team that has closed"


def _closed_meanwhile(talk: Conversation, team: Team) -> None:
    """The team closed between the question and the yes: nothing is shared, and who to share with is asked anew."""
    talk.say("utter_share_team_gone", recipient=team.name)
    forget_choice(talk)
    talk.at(question=Question.SHARE_WHO, trail=(), sections=(), days=0, team="")


def _tell(talk: Conversation, share: TeamShare, looks: list[Look]) -> None:
    name = name_of(talk, share.team)
    if len(looks) == 1:
        talk.say("utter_share_team_viewed_once", recipient=name, last=with_time(looks[0].opened_at))
    elif looks:
        last = with_time(looks[0].opened_at)
        talk.say("utter_share_team_viewed", recipient=name, times=str(len(looks)), last=last)
    else:
        talk.say("utter_share_team_not_viewed", recipient=name)
    if share.stands and talk.facts.team(share.team):
        talk.say("utter_share_team_open_until", recipient=name, until=in_words(share.expires_at))
    else:
        talk.say("utter_share_team_closed", recipient=name)


def _newest_of_each(shares: tuple[TeamShare, ...]) -> tuple[TeamShare, ...]:
    """One for each team: what stands now, else the newest."""
    newest: dict[str, TeamShare] = {}
    for share in sorted(shares, key=lambda share: not share.stands):
        newest.setdefault(share.team, share)
    return tuple(newest.values())


def _within(team: Team) -> str:
    return "1 day" if team.answers_within == 1 else f"{team.answers_within} days"


def _telling(words: str) -> tuple[str, ...]:
    return tuple(word for word in plain(words).split() if word not in _SMALL)


ASKS = {Question.SHARE_CALLED: ask_called, Question.SHARE_TEAM_CONSENT: ask_consent}
ANSWERS = {Question.SHARE_CALLED: answer_called, Question.SHARE_TEAM_CONSENT: answer_consent}
