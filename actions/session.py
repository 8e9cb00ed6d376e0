"""Coming and going: arrive, greet, ask, answer, pause, start over."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import (
    flow,
    heard_in_grief,
    in_passing,
    leaving,
    misses,
    plan_company,
    privacy,
    put_right_in_search,
    returning,
    session,
)
from bot.stages.conversation import Conversation


class ActionAnswer(StageAction):
    """Takes what was said as the answer to the open question."""

    def name(self) -> str:
        return "action_answer"

    def decide(self, talk: Conversation, said: Said) -> None:
        flow.answer(talk, said)


class ActionAsk(StageAction):
    """Asks the open question, or offers what to do next. It ends nearly every turn."""

    once = False

    def name(self) -> str:
        return "action_ask"

    def decide(self, talk: Conversation, said: Said) -> None:
        flow.ask(talk, said)


class ActionSessionArrive(StageAction):
    """Greets someone who comes back."""

    once = False

    def name(self) -> str:
        return "action_session_arrive"

    def decide(self, talk: Conversation, said: Said) -> None:
        returning.arrive(talk, said)


class ActionSessionGreet(StageAction):
    """Returns a greeting."""

    once = False

    def name(self) -> str:
        return "action_session_greet"

    def decide(self, talk: Conversation, said: Said) -> None:
        returning.greet(talk, said)


class ActionSessionWho(StageAction):
    """Says that it is software and who runs it."""

    once = False

    def name(self) -> str:
        return "action_session_who"

    def decide(self, talk: Conversation, said: Said) -> None:
        if not put_right_in_search.is_heard(talk, said):
            session.who(talk)


class ActionSessionPrivacy(StageAction):
    """Says where words are kept, who can see them and for how long."""

    once = False

    def name(self) -> str:
        return "action_session_privacy"

    def decide(self, talk: Conversation, said: Said) -> None:
        privacy.tell(talk, said.words)


class ActionSessionLeave(StageAction):
    """Says what stays, for a pause, a stop or a goodbye."""

    def name(self) -> str:
        return "action_session_leave"

    def decide(self, talk: Conversation, said: Said) -> None:
        leaving.leave(talk, said.intent, said.words)


class ActionSessionInPassing(StageAction):
    """Answers a question asked in passing."""

    once = False

    def name(self) -> str:
        return "action_session_in_passing"

    def decide(self, talk: Conversation, said: Said) -> None:
        if not plan_company.is_heard(talk, said):
            in_passing.answer(talk, said)


class ActionSessionClarify(StageAction):
    """Says how a question may be answered; what comes after it in this turn is said in easier words."""

    easier = True

    def name(self) -> str:
        return "action_session_clarify"

    def decide(self, talk: Conversation, said: Said) -> None:
        in_passing.clarify(talk)


class ActionSessionNotUnderstood(StageAction):
    """Says that words were not understood, and holds them."""

    def name(self) -> str:
        return "action_session_not_understood"

    def decide(self, talk: Conversation, said: Said) -> None:
        if not (put_right_in_search.is_heard(talk, said) or heard_in_grief.is_heard(talk, said)):
            session.not_understood(talk, said)


class ActionSessionAside(StageAction):
    """Answers what is said to the chat and answers nothing, an insult too."""

    def name(self) -> str:
        return "action_session_aside"

    def decide(self, talk: Conversation, said: Said) -> None:
        if plan_company.is_heard(talk, said):
            return
        if not (put_right_in_search.is_heard(talk, said) or heard_in_grief.is_heard(talk, said)):
            misses.aside(talk, said)


class ActionSessionEasyRead(StageAction):
    """Changes to easier words, or back to the usual ones."""

    def name(self) -> str:
        return "action_session_easy_read"

    def decide(self, talk: Conversation, said: Said) -> None:
        session.easy_read(talk, said.words)


class ActionSessionStartOver(StageAction):
    """Begins again, after asking when a draft would go."""

    def name(self) -> str:
        return "action_session_start_over"

    def decide(self, talk: Conversation, said: Said) -> None:
        session.start_over(talk)
