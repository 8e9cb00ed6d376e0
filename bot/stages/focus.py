"""Focus: what matters, why, what good support looks like, anything else. Leaving a question aside is an answer."""

from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question, Stage
from bot.model.saying import Said
from bot.stages import record
from bot.stages.conversation import Conversation, passes, quoted
from bot.understanding.answers import says_no


def start(talk: Conversation) -> None:
    """Begin with what matters; someone who has not said who it is for is asked that first."""
    if talk.position.door not in {Door.ME, Door.CLOSE}:
        talk.move(Question.WELCOME_DOOR, after_door=Stage.FOCUS)
        return
    if talk.draft.lines:
        talk.move(Question.FOCUS_WHAT, topic=_next_topic(talk))
        return
    talk.move(Question.FOCUS_WHAT, topic=0)


def ask_what(talk: Conversation) -> None:
    """Ask what matters (or what else), showing an earlier answer or words that came before the question."""
    earlier = talk.draft.said(Kind.WHAT, talk.position.topic)
    if earlier:
        talk.say("utter_focus_earlier", words=earlier.words)
    elif talk.draft.opening:
        talk.say("utter_focus_opening", words=talk.draft.opening)
        talk.say("utter_focus_ask_opening")
        return
    talk.say("utter_focus_ask_what_else" if talk.position.topic else "utter_focus_ask_what")


def answer_what(talk: Conversation, said: Said) -> None:
    """Take what matters in the person's words."""
    earlier = talk.draft.said(Kind.WHAT, talk.position.topic)
    offered = "" if earlier else talk.draft.opening
    if offered and (said.choice == "opening" or said.intent == "affirm"):
        words = offered
    elif offered and said.intent == "deny":
        talk.draft = replace(talk.draft, opening="")
        return
    elif passes(said) and earlier:
        talk.move(Question.FOCUS_WHY)
        return
    elif passes(said):
        _leave_aside(talk, said, Question.FOCUS_SUPPORT if not talk.position.topic else Question.FOCUS_MORE)
        return
    elif said.intent == "affirm" or not said.words:
        talk.say("utter_focus_in_your_words")
        return
    else:
        words = said.words
    talk.draft = replace(talk.draft, opening="")
    talk.write(Heading.MOST_IMPORTANT, Kind.WHAT, words)
    talk.move(Question.FOCUS_WHY)


def ask_why(talk: Conversation) -> None:
    """Ask why it matters, in the person's own words where they are short enough to quote."""
    what = talk.draft.said(Kind.WHAT, talk.position.topic)
    _show_earlier(talk, Kind.WHY)
    quote = quoted(what.words) if what else ""
    if quote:
        talk.say("utter_focus_ask_why_quoting", words=quote)
    else:
        talk.say("utter_focus_ask_why")


def answer_why(talk: Conversation, said: Said) -> None:
    """Take why it matters; it belongs to the same topic."""
    _take(talk, said, Heading.MOST_IMPORTANT, Kind.WHY, Question.FOCUS_SUPPORT)


def ask_support(talk: Conversation) -> None:
    """Ask what good support would look like."""
    _show_earlier(talk, Kind.SUPPORT)
    talk.say("utter_focus_ask_support")


def answer_support(talk: Conversation, said: Said) -> None:
    """Take what good support looks like."""
    _take(talk, said, Heading.SUPPORT, Kind.SUPPORT, Question.FOCUS_MORE)


def ask_more(talk: Conversation) -> None:
    """Ask whether anything else matters."""
    talk.say("utter_focus_ask_more")


def answer_more(talk: Conversation, said: Said) -> None:
    """Go round again for another thing that matters, or on to reading it back."""
    if said.intent == "affirm" or said.choice == "more":
        talk.move(Question.FOCUS_WHAT, topic=_next_topic(talk))
    elif passes(said) or said.choice == "enough" or says_no(said.words):
        record.start(talk)
    elif not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        talk.at(topic=_next_topic(talk))
        talk.write(Heading.MOST_IMPORTANT, Kind.WHAT, said.words)
        talk.move(Question.FOCUS_WHY)


def _take(talk: Conversation, said: Said, heading: Heading, kind: Kind, then: Question) -> None:
    if passes(said):
        _leave_aside(talk, said, then)
    elif said.intent == "affirm" or not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        talk.write(heading, kind, said.words)
        talk.move(then)


def _leave_aside(talk: Conversation, said: Said, then: Question) -> None:
    talk.say("utter_focus_not_known" if said.intent == "express_uncertainty" else "utter_focus_left_aside")
    talk.move(then)


def _show_earlier(talk: Conversation, kind: Kind) -> None:
    earlier = talk.draft.said(kind, talk.position.topic)
    if earlier:
        talk.say("utter_focus_earlier", words=earlier.words)


def _next_topic(talk: Conversation) -> int:
    return max((line.topic for line in talk.draft.lines), default=-1) + 1


ASKS = {
    Question.FOCUS_WHAT: ask_what,
    Question.FOCUS_WHY: ask_why,
    Question.FOCUS_SUPPORT: ask_support,
    Question.FOCUS_MORE: ask_more,
}
ANSWERS = {
    Question.FOCUS_WHAT: answer_what,
    Question.FOCUS_WHY: answer_why,
    Question.FOCUS_SUPPORT: answer_support,
    Question.FOCUS_MORE: answer_more,
}
