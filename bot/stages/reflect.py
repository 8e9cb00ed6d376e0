"""Reflect: after a real conversation. How it went, what was learned or left unsaid, how the person is, what next.

Every question can be left aside. A talk that did not happen is an ending like any other, and nothing is chased.
"""

from dataclasses import replace

from bot.model.directory import Looking, Need
from bot.model.position import WRITES, Question, Stage
from bot.model.reflection import Feels, Reflection, Went
from bot.model.saying import Button, Said
from bot.stages import reflect_notes
from bot.stages.conversation import ASIDE, Conversation, passes
from bot.stages.reflect_notes import FEELS, WENT, how_it_went
from bot.stages.services import find, show_found
from bot.understanding.commands import command
from bot.understanding.looking_back import only_looks_back
from bot.understanding.went import went

LOOK_BACK = Button("Look back on a talk", "reflect_on_conversation")
_PLAN = Button("Plan another talk", "plan_conversation")
_ENDS = frozenset({Question.REFLECT_NEXT, Question.REFLECT_AGAIN})
_BEFORE_A_YES = {Question.RECORD_CONSENT: Question.RECORD_CHECK, Question.RECORD_COPY: Question.RECORD_CHECK}
"""Where a yes was waited for, the notes are read back again first: they may have changed."""


def start(talk: Conversation, words: str = "") -> None:
    """Begin to look back on a talk, or stay where it was begun. Words that tell of the talk already are held."""
    here = talk.position.question
    if here in ASKS and here not in _ENDS:
        _hold(talk, words)
        return
    _make_room(talk)
    _hold(talk, words)
    if talk.position.door is None:
        talk.move(Question.WELCOME_DOOR, after_door=Stage.REFLECT)
    else:
        begin(talk)


def begin(talk: Conversation) -> None:
    """Ask the first question; what was open is returned to at the end."""
    if talk.position.question in ASIDE:
        talk.turn_back()
    if talk.position.question in _ENDS:
        talk.at(question=None)
    talk.at(trail=tuple(step for step in talk.position.trail if step[0] not in ASKS))
    talk.move(Question.REFLECT_HOW)


def ask_how(talk: Conversation) -> None:
    """Ask how it went."""
    _show_earlier(talk, how_it_went(talk.draft.reflection))
    talk.say("utter_reflect_ask_how", tuple(Button(title, f"choose:{each}") for each, title in WENT.items()))


def answer_how(talk: Conversation, said: Said) -> None:
    """Take how it went, by button or in words; after a talk that did not happen nothing more is asked of it."""
    meant = went(said.words)
    if said.choice in set(Went):
        talk.draft = talk.draft.reflecting(went=Went(said.choice), how="")
    elif meant or (said.words and said.intent != "affirm" and not passes(said)):
        talk.draft = talk.draft.reflecting(went=Went(meant) if meant else None, how=said.words)
    elif passes(said):
        _leave_aside(talk, said, _after_how(talk))
        return
    else:
        talk.say("utter_focus_in_your_words")
        return
    _acknowledge(talk)
    then = _after_how(talk)
    if then in _ENDS:
        talk.draft = talk.draft.reflecting(over=True)
    talk.move(then)


def ask_learned(talk: Conversation) -> None:
    """Ask what was learned."""
    _show_earlier(talk, talk.draft.reflection.learned)
    talk.say("utter_reflect_ask_learned")


def answer_learned(talk: Conversation, said: Said) -> None:
    """Take what was learned."""
    if _in_own_words(talk, said, Question.REFLECT_UNSAID):
        talk.draft = talk.draft.reflecting(learned=said.words)


def ask_unsaid(talk: Conversation) -> None:
    """Ask what was left unsaid."""
    _show_earlier(talk, talk.draft.reflection.unsaid)
    talk.say("utter_reflect_ask_unsaid")


def answer_unsaid(talk: Conversation, said: Said) -> None:
    """Take what was left unsaid."""
    if _in_own_words(talk, said, Question.REFLECT_NOW):
        talk.draft = talk.draft.reflecting(unsaid=said.words)


def ask_now(talk: Conversation) -> None:
    """Ask how the person is; after a hard talk, say first that there are people who listen."""
    reflection = talk.draft.reflection
    _show_earlier(talk, reflection.now or FEELS.get(reflection.feels, ""))
    if reflection.went is Went.HARD:
        talk.say("utter_reflect_after_hard")
    talk.say("utter_reflect_ask_now", tuple(Button(title, f"choose:{each}") for each, title in FEELS.items()))


def answer_now(talk: Conversation, said: Said) -> None:
    """Hear how the person is. Who would like to talk to somebody is shown who listens, at once."""
    meant = went(said.words)
    if said.choice in set(Feels):
        feels = Feels(said.choice)
        talk.draft = talk.draft.reflecting(feels=feels, now="")
        talk.say(_ON_FEELING[feels])
        if feels is Feels.SOMEONE:
            _show_who_listens(talk)
    elif meant or (said.words and said.intent != "affirm" and not passes(said)):
        talk.draft = talk.draft.reflecting(feels=None, now=said.words)
        talk.say("utter_reflect_now_low" if meant == Went.HARD else "utter_reflect_now_heard")
    elif passes(said):
        _say_left_aside(talk, said)
    else:
        talk.say("utter_focus_in_your_words")
        return
    reflect_notes.start(talk)


def ask_again(talk: Conversation) -> None:
    """Offer to leave a talk that did not happen, or to plan it again."""
    talk.say("utter_reflect_ask_again", (Button("Leave it", "choose:leave_it"), replace(_PLAN, title="Plan it again")))


def answer_again(talk: Conversation, said: Said) -> None:
    """Leave it be; words about it are held with the rest."""
    if said.choice == "leave_it" or passes(said):
        talk.say("utter_reflect_left_be")
        _leave(talk)
    elif said.words and said.intent != "affirm":
        how = talk.draft.reflection.how
        talk.draft = talk.draft.reflecting(how=f"{how}\n{said.words}" if how else said.words)
        talk.say("utter_reflect_held", days=str(talk.facts.draft_days))
        _leave(talk)
    else:
        talk.say("utter_reflect_say_again")


def ask_next(talk: Conversation) -> None:
    """Ask what the person would like to do next. No next talk is offered where somebody has died."""
    buttons = []
    if talk.draft.lines:
        buttons.append(Button("Go on with my draft", "record_summary"))
    elif talk.position.door in WRITES:
        buttons.append(Button("Write down what matters", "focus_on_what_matters"))
    if not talk.position.about_a_death:
        buttons.append(_PLAN)
    if talk.records.summaries.has_any(talk.person):
        buttons.append(Button("Share my summary", "share_summary"))
    last = "Go on where we were" if _came_from(talk) else "Nothing now"
    buttons += [Button("Find support", "find_support"), Button(last, "choose:nothing")]
    talk.say("utter_reflect_ask_next", tuple(buttons))


def answer_next(talk: Conversation, said: Said) -> None:
    """Leave it there; what the person means to do, in their own words, is held with the rest."""
    if said.choice == "nothing" or passes(said):
        talk.say("utter_reflect_left_be")
        _leave(talk)
    elif said.words and said.intent != "affirm":
        talk.draft = talk.draft.reflecting(next=said.words)
        talk.say("utter_reflect_held", days=str(talk.facts.draft_days))
        _leave(talk)
    else:
        talk.say("utter_reflect_say_next")


def _make_room(talk: Conversation) -> None:
    """Begin a new look back when the last one is over; what was said in that stays beside it."""
    held = tuple(each for each in talk.draft.reflections if each.said)
    if held and held[-1].over:
        held = (*held, Reflection())
    talk.draft = replace(talk.draft, reflections=held)


def _hold(talk: Conversation, words: str) -> None:
    if not words or command(words) == "reflect_on_conversation" or only_looks_back(words):
        return
    told = talk.draft.reflection.told
    talk.draft = talk.draft.reflecting(told=f"{told}\n{words}" if told else words)
    if talk.position.welcomed:
        talk.say("utter_reflect_told")


def _acknowledge(talk: Conversation) -> None:
    how = talk.draft.reflection.went
    if how is Went.HARD:
        talk.say("utter_reflect_hard")
    elif how is Went.NOT_YET and talk.position.about_a_death:
        talk.say("utter_reflect_never")
    elif how is Went.NOT_YET:
        talk.say("utter_reflect_not_yet")
    else:
        talk.say("utter_reflect_thank")


def _after_how(talk: Conversation) -> Question:
    if talk.draft.reflection.went is not Went.NOT_YET:
        return Question.REFLECT_LEARNED
    return Question.REFLECT_UNSAID if talk.position.about_a_death else Question.REFLECT_AGAIN


def _in_own_words(talk: Conversation, said: Said, then: Question) -> bool:
    """Go on and return True for words to keep; leave the question aside, or ask for words."""
    if passes(said):
        _leave_aside(talk, said, then)
    elif said.intent == "affirm" or not said.words:
        talk.say("utter_focus_in_your_words")
    else:
        talk.move(then)
        return True
    return False


def _leave_aside(talk: Conversation, said: Said, then: Question) -> None:
    _say_left_aside(talk, said)
    talk.move(then)


def _say_left_aside(talk: Conversation, said: Said) -> None:
    talk.say("utter_focus_not_known" if said.intent == "express_uncertainty" else "utter_focus_left_aside")


def _show_earlier(talk: Conversation, words: str) -> None:
    if words:
        talk.say("utter_focus_earlier", words=words)


def _show_who_listens(talk: Conversation) -> None:
    need = Need.BEREAVEMENT if talk.position.about_a_death else Need.END_OF_LIFE
    found = find(talk, Looking(needs=(need,), district=talk.position.search.district))
    show_found(talk, found)
    talk.seek(shown=tuple(match.entry.id for match in found.matches))


def _came_from(talk: Conversation) -> tuple[int, Question, int] | None:
    """Return what was open when the look back began (its place in the trail, the question, its topic), or None."""
    trail = talk.position.trail
    before = [(place, *step) for place, step in enumerate(trail) if step[0] not in ASKS]
    return before[-1] if before and before[-1][1] is not Question.WELCOME_DOOR else None


def _leave(talk: Conversation) -> None:
    """End the look back and return to what it interrupted, if anything."""
    if talk.draft.reflection.said:
        talk.draft = talk.draft.reflecting(over=True)
    came_from = _came_from(talk)
    if came_from is None:
        talk.finish()
        return
    place, question, topic = came_from
    trail = talk.position.trail[:place]
    talk.at(question=_BEFORE_A_YES.get(question, question), topic=topic, trail=trail, returning_to=None)


_ON_FEELING = {
    Feels.ALL_RIGHT: "utter_reflect_thank",
    Feels.TIRED: "utter_reflect_now_tired",
    Feels.LOW: "utter_reflect_now_low",
    Feels.SOMEONE: "utter_reflect_now_someone",
}
ASKS = {
    Question.REFLECT_HOW: ask_how,
    Question.REFLECT_LEARNED: ask_learned,
    Question.REFLECT_UNSAID: ask_unsaid,
    Question.REFLECT_NOW: ask_now,
    Question.REFLECT_NEXT: ask_next,
    Question.REFLECT_AGAIN: ask_again,
    **reflect_notes.ASKS,
}
ANSWERS = {
    Question.REFLECT_HOW: answer_how,
    Question.REFLECT_LEARNED: answer_learned,
    Question.REFLECT_UNSAID: answer_unsaid,
    Question.REFLECT_NOW: answer_now,
    Question.REFLECT_NEXT: answer_next,
    Question.REFLECT_AGAIN: answer_again,
    **reflect_notes.ANSWERS,
}
