"""Focus: what matters, why, what good support looks like, anything else. Leaving a question aside is an answer."""

from dataclasses import replace

from bot.model.draft import Kind
from bot.model.headings import Heading
from bot.model.position import WRITES, Question, Stage
from bot.model.saying import Said
from bot.model.topics import Focus
from bot.stages import focus_end, focus_own, focus_place, focus_please, focus_several, focus_topics, record, talk_ahead
from bot.stages.conversation import Conversation, passes
from bot.stages.focus_taking import leave_aside, next_number, says_nothing, show_earlier, take
from bot.stages.whom import say_of_them, takes_name
from bot.understanding.answers import leaves_it, says_no
from bot.understanding.commands import plain

_USES_THEM = frozenset({"use those words", "yes use those words", "use those words please", "use them", "yes use them"})
"""What is offered, chosen by typing it."""


def start(talk: Conversation) -> None:
    """Begin with what matters; someone who has not said who it is for is asked that first.

    What is kept already is gone on with: the next version holds it too.
    """
    if talk.position.door not in WRITES:
        talk.move(Question.WELCOME_DOOR, after_door=Stage.FOCUS)
        return
    record.open_kept(talk, talk.position.door)
    if talk.draft.lines:
        _begin_another(talk)
        return
    talk.move(Question.FOCUS_WHAT, topic=0, focus=Focus())


def ask_what(talk: Conversation) -> None:
    """Ask what matters (or what else), showing an earlier answer or words that came before the question."""
    earlier = talk.draft.thing(talk.position.topic)
    if earlier:
        talk.say("utter_focus_earlier", words=earlier.words)
    elif talk.draft.opening and not focus_topics.chosen(talk):
        talk.say("utter_focus_opening", words=talk.draft.opening)
        talk_ahead.offer(talk)
        say_of_them(talk, "utter_focus_ask_opening")
        return
    if not focus_topics.ask(talk):
        say_of_them(talk, "utter_focus_ask_what_else" if talk.position.topic else "utter_focus_ask_what")


def answer_what(talk: Conversation, said: Said) -> None:
    """Take what matters in the person's words, or the topic they choose."""
    said = focus_own.meant(talk, said)
    earlier = talk.draft.thing(talk.position.topic)
    offered = "" if earlier or focus_topics.chosen(talk) else talk.draft.opening
    if focus_topics.answer(talk, said) or focus_own.take(talk, said):
        return
    if offered and (said.intent == "deny" or leaves_it(said.words)):
        talk.draft = replace(talk.draft, opening="")
    elif offered and (said.choice == "opening" or said.intent == "affirm" or plain(said.words) in _USES_THEM):
        _write_thing(talk, offered)
        talk.draft = replace(talk.draft, opening="")
        talk.move(Question.FOCUS_WHY)
    elif passes(said) and earlier:
        talk.move(Question.FOCUS_WHY)
    elif passes(said):
        _leave_thing(talk, said)
    elif says_nothing(said):
        talk.say("utter_focus_in_your_words")
    else:
        _write_thing(talk, said.words)
        if offered:
            talk.draft = replace(talk.draft, opening="")
        focus_several.after_thing(talk)


def ask_why(talk: Conversation) -> None:
    """Ask why it matters."""
    show_earlier(talk, Kind.WHY)
    focus_topics.ask_why(talk)


def answer_why(talk: Conversation, said: Said) -> None:
    """Take why it matters; it belongs to the same topic, and stands under the same heading."""
    said = focus_own.meant(talk, said)
    if takes_name(talk, said) or focus_own.take(talk, said):
        return
    thing = talk.draft.thing(talk.position.topic)
    if take(talk, said, thing.heading if thing else Heading.MOST_IMPORTANT, Kind.WHY):
        focus_several.after_why(talk)


def ask_support(talk: Conversation) -> None:
    """Ask what good support would look like."""
    show_earlier(talk, Kind.SUPPORT)
    focus_topics.ask_support(talk)


def answer_support(talk: Conversation, said: Said) -> None:
    """Take what good support looks like."""
    said = focus_own.meant(talk, said)
    if focus_own.take(talk, said):
        return
    if take(talk, said, focus_topics.support_heading(talk), Kind.SUPPORT):
        focus_please.after_support(talk)


def ask_more(talk: Conversation) -> None:
    """Ask whether anything else matters."""
    say_of_them(talk, "utter_focus_ask_more")


def answer_more(talk: Conversation, said: Said) -> None:
    """Go round again for another thing that matters, or on to what ends it."""
    said = focus_own.meant(talk, said)
    if said.intent == "affirm" or said.choice == "more":
        _begin_another(talk)
    elif focus_topics.answer(talk, said) or focus_own.take(talk, said):
        return
    elif passes(said) or said.choice == "enough" or says_no(said.words):
        focus_end.go_on(talk)
    elif not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        talk.move(Question.FOCUS_WHAT, topic=next_number(talk))
        focus_topics.offer(talk, 0)
        _write_thing(talk, said.words)
        focus_several.after_thing(talk)


def _begin_another(talk: Conversation) -> None:
    talk.move(Question.FOCUS_WHAT, topic=next_number(talk))
    focus_topics.offer(talk)


def _write_thing(talk: Conversation, words: str) -> None:
    earlier = talk.draft.thing(talk.position.topic)
    if earlier:
        talk.draft = talk.draft.with_words(earlier.id, words)
    else:
        talk.write(focus_topics.heading(talk), Kind.WHAT, words)
    talk.at(focus=replace(talk.position.focus, page=0))


def _leave_thing(talk: Conversation, said: Said) -> None:
    """Go on without it. Whoever does not know is given ideas first, and is not asked a second time."""
    chosen, first = focus_topics.chosen(talk), not talk.position.topic
    nothing_offered = not (chosen or talk.position.focus.page or talk.draft.opening)
    if said.intent == "express_uncertainty" and nothing_offered:
        talk.say("utter_focus_topics_no_hurry")
        focus_topics.offer(talk)
        return
    leave_aside(talk, said)
    focus_topics.offer(talk, 0)
    talk.move(Question.FOCUS_SUPPORT if first and not chosen else Question.FOCUS_MORE)


ASKS = {
    Question.FOCUS_WHAT: ask_what,
    Question.FOCUS_WHY: ask_why,
    Question.FOCUS_SUPPORT: ask_support,
    Question.FOCUS_MORE: ask_more,
    **focus_several.ASKS,
    **focus_place.ASKS,
    **focus_please.ASKS,
    **focus_end.ASKS,
}
ANSWERS = {
    Question.FOCUS_WHAT: answer_what,
    Question.FOCUS_WHY: answer_why,
    Question.FOCUS_SUPPORT: answer_support,
    Question.FOCUS_MORE: answer_more,
    **focus_several.ANSWERS,
    **focus_place.ANSWERS,
    **focus_please.ANSWERS,
    **focus_end.ANSWERS,
}
