"""What a team says back: told once, in the team's words; and answers to its questions, sent after a clear yes.

Nothing is told while a reply about danger is still the latest, nor to somebody who came because a person died: it
waits. A question that waits is asked again afterwards. An answer that was written and left unsent is come back to.
"""

from dataclasses import replace

from bot.model.dates import day_in_words
from bot.model.position import Door, Question, Unsent
from bot.model.saying import Button, Said
from bot.model.teamwork import Progress, TeamQuestion
from bot.records.notices import Notice, NoticeKind
from bot.records.questions import QuestionClosedError
from bot.records.team_shares import TeamShare
from bot.stages.conversation import LEFT_IS_NO, Conversation, agrees
from bot.stages.share_team import name_of
from bot.understanding.commands import plain

ANSWER_TEAM = "answer_team"
"""The value of the button that leads to the oldest question of a team from anywhere."""
LONGEST_ANSWER = 2000
_SEND = frozenset({"send", "send it", "yes send it", "please send it", "yes please send it", "send please"})
_AGAIN = frozenset({"change it", "change", "write it again", "again", "no change it"})
_SAYS = {
    Progress.DONE: "utter_improve_done",
    Progress.PARTLY: "utter_improve_partly",
    Progress.NOT_POSSIBLE: "utter_improve_not_possible",
}


def tell(talk: Conversation) -> None:
    """Tell what teams wrote since the person was last here. The first question of a team opens when nothing else is.

    A reply that is not held for a repeat, such as a greeting, only says that there is something to read.
    """
    here = talk.position
    if here.asked or here.told or here.question in {*ASKS} or here.door is Door.GRIEVING:
        return
    _come_back(talk)
    notices = talk.records.teamwork.notices(talk.person)
    if notices and not talk.held:
        talk.say("utter_improve_news", buttons=(Button("Read it", "resume"),))
        return
    for notice in notices:
        if notice.kind is NoticeKind.COMMITMENT:
            _tell_commitment(talk, notice)
        elif talk.facts.team(notice.team) is None:
            continue  # it has closed: an answer would reach nobody
        elif talk.position.question is None and talk.position.welcomed and not talk.draft.to_send:
            _open(talk, notice.subject)
        elif talk.position.question is not Question.IMPROVE_ANSWER:
            _tell_question(talk, notice)


def waiting(talk: Conversation) -> tuple[tuple[TeamShare, TeamQuestion], ...]:
    """Return the questions of teams that are neither answered nor left, oldest first. A closed team waits for none."""
    records = talk.records.teamwork
    there = [share for share in records.of(talk.person) if share.stands and talk.facts.team(share.team)]
    asked = [(share, each) for share in there for each in records.questions.of(share)]
    open_ones = [(share, each) for share, each in asked if each.answer is None and not each.left]
    return tuple(sorted(open_ones, key=lambda pair: pair[1].asked_at))


def buttons(talk: Conversation) -> tuple[Button, ...]:
    """Return a button for the answer that was written and not sent, else for the oldest question of a team."""
    unsent = _asked(talk) if talk.draft.to_send else None
    first = (unsent,) if unsent else waiting(talk)[:1]
    return tuple(_button(name_of(talk, share.team)) for share, _ in first)


def start(talk: Conversation) -> None:
    """Go to the answer that was written and not sent, else to the oldest question of a team."""
    open_ones = waiting(talk)
    if talk.draft.to_send and _asked(talk) is None:
        _let_go(talk)
        if talk.position.question in ASKS:
            talk.turn_back()
    if talk.draft.to_send:
        if len(open_ones) > 1:  # the button may have named another team
            talk.say("utter_improve_not_sent_yet")
        _to_unsent(talk)
    elif open_ones:
        _open(talk, open_ones[0][1].id)
    else:
        talk.say("utter_improve_nothing_asked")


def ask_answer(talk: Conversation) -> None:
    """Say what the team asks. They may ignore it."""
    found = _asked(talk)
    if found is None:
        return
    share, question = found
    told = tuple(str(n.id) for n in talk.records.teamwork.notices(talk.person) if n.subject == question.id)
    talk.say("utter_improve_ask_answer", team=name_of(talk, share.team), question=question.question, told=told)


def answer_answer(talk: Conversation, said: Said) -> None:
    """Hold the answer in their own words; "yes", "no" and "I don't know" are answers here."""
    if said.choice == "leave":
        _leave(talk)
    elif said.choice == "later" or said.intent == "skip":
        talk.say("utter_improve_later")
        _put_off(talk)
    elif not said.words or len(said.words) > LONGEST_ANSWER:
        talk.say("utter_improve_say_answer")
    else:
        talk.draft = replace(talk.draft, to_send=said.words)
        talk.at(question=Question.IMPROVE_SEND)


def ask_send(talk: Conversation) -> None:
    """Show what would be sent, and ask for a yes."""
    found = _asked(talk)
    if found is not None:
        talk.say("utter_improve_ask_send", team=name_of(talk, found[0].team), words=talk.draft.to_send)


def answer_send(talk: Conversation, said: Said) -> None:
    """Send on a clear yes; write it again, or do not send."""
    words = plain(said.words)
    if agrees(said, "send") or words in _SEND:
        _send(talk)
    elif said.choice == "again" or words in _AGAIN:
        talk.draft = replace(talk.draft, to_send="")
        talk.at(question=Question.IMPROVE_ANSWER)
    elif said.choice == "do_not_send" or said.intent in {"deny", "skip", "express_uncertainty"}:
        talk.say("utter_improve_not_sent")
        _close(talk)
    else:
        talk.say("utter_improve_say_send")


def go_back(talk: Conversation) -> None:
    """Go back from the check to the answer."""
    talk.at(question=Question.IMPROVE_ANSWER)


def nothing_left_to_answer(talk: Conversation) -> bool:
    """Say whether the open question of a team can no longer be answered: stopped, expired, or answered elsewhere."""
    return _asked(talk) is None


def turn_away(talk: Conversation) -> None:
    """Leave a question that can no longer be answered."""
    talk.say("utter_improve_closed")
    _close(talk)


def _send(talk: Conversation) -> None:
    found = _asked(talk)
    try:
        talk.records.teamwork.answer(talk.position.asks, talk.draft.to_send)
    except QuestionClosedError:
        turn_away(talk)
        return
    team = talk.facts.team(found[0].team) if found else None
    if team:
        days = "1 day" if team.answers_within == 1 else f"{team.answers_within} days"
        talk.say("utter_improve_sent", team=team.name, within=days)
    _close(talk)


def _leave(talk: Conversation) -> None:
    try:
        talk.records.teamwork.leave(talk.position.asks)
    except QuestionClosedError:
        turn_away(talk)
        return
    talk.say("utter_improve_left")
    _close(talk)


def _open(talk: Conversation, question: str) -> None:
    """Ask this question. Words written for another never stand as its answer."""
    talk.draft = replace(talk.draft, to_send="")
    talk.at(asks=question, unsent=None)
    talk.turn_aside(Question.IMPROVE_ANSWER)


def _put_off(talk: Conversation) -> None:
    """Leave a question for later. What was written for it, before going back from the check, is kept."""
    if talk.draft.to_send:
        talk.at(unsent=Unsent.LATER)
        talk.turn_back()
    else:
        _close(talk)


def _close(talk: Conversation) -> None:
    talk.draft = replace(talk.draft, to_send="")
    talk.at(asks="", unsent=None)
    talk.turn_back()


def _come_back(talk: Conversation) -> None:
    """An answer that was left before it was sent, as to find support, is kept: say so once, and come back to it.

    It is asked about again when nothing else is open, unless they said that it can wait.
    """
    if not talk.draft.to_send:
        return
    found = _asked(talk)
    if found is None:
        _let_go(talk)
    elif talk.position.unsent is Unsent.LATER:
        return
    elif talk.position.question is None and talk.position.welcomed:
        talk.say("utter_improve_not_sent_yet")
        _to_unsent(talk)
    elif talk.position.question not in LEFT_IS_NO and talk.position.unsent is None:
        talk.say("utter_improve_kept", team=name_of(talk, found[0].team))
        talk.at(unsent=Unsent.KEPT)


def _let_go(talk: Conversation) -> None:
    """Let go of an answer that would reach nobody any more, and say so."""
    talk.say("utter_improve_closed")
    talk.draft = replace(talk.draft, to_send="")
    talk.at(asks="", unsent=None)


def _to_unsent(talk: Conversation) -> None:
    talk.at(unsent=None)
    talk.turn_aside(Question.IMPROVE_SEND)


def _asked(talk: Conversation) -> tuple[TeamShare, TeamQuestion] | None:
    return next((pair for pair in waiting(talk) if pair[1].id == talk.position.asks), None)


def _tell_commitment(talk: Conversation, notice: Notice) -> None:
    team, told = name_of(talk, notice.team), (str(notice.id),)
    if notice.about:
        talk.say("utter_improve_about", about=notice.about)
    if notice.state in _SAYS:
        if notice.promised:
            talk.say("utter_improve_promised", team=team, promised=notice.promised)
        talk.say(_SAYS[notice.state], team=team, words=notice.words, told=told)
    elif notice.due:
        talk.say("utter_improve_planned", team=team, words=notice.words, due=day_in_words(notice.due), told=told)
    else:
        talk.say("utter_improve_planned_some_time", team=team, words=notice.words, told=told)


def _tell_question(talk: Conversation, notice: Notice) -> None:
    team = name_of(talk, notice.team)
    talk.say("utter_improve_question", (_button(team),), team=team, question=notice.words, told=(str(notice.id),))


def _button(team: str) -> Button:
    return Button(f"Answer {team}", f"choose:{ANSWER_TEAM}")


ASKS = {Question.IMPROVE_ANSWER: ask_answer, Question.IMPROVE_SEND: ask_send}
ANSWERS = {Question.IMPROVE_ANSWER: answer_answer, Question.IMPROVE_SEND: answer_send}
