"""What to do after a death: one thing at a time, at the person's own pace, days apart if they like."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.model.directory import Need
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.stages import grief, signposting
from bot.stages.after_death_steps import STEPS, Step, Where
from bot.stages.conversation import Conversation, passes
from bot.stages.mirroring import mirrored
from bot.understanding.commands import plain
from bot.understanding.context import is_question
from bot.understanding.done import says_done, step_named

AFTER_DEATH = "after_death"
"""The value of the button that leads here from anywhere."""
BUTTON = Button("What to do after a death", f"choose:{AFTER_DEATH}")
NAMES = {
    Where.ENGLAND: "England",
    Where.WALES: "Wales",
    Where.SCOTLAND: "Scotland",
    Where.NORTHERN_IRELAND: "Northern Ireland",
}
_NEXT = frozenset({"next", "next one", "next step", "next please", "skip"})
_PART_OF_THE_STEPS = {Need.AFTER_DEATH, Need.FUNERAL}


def start(talk: Conversation) -> None:
    """Begin, or go on where they were; ask first where the person died, because it makes a difference."""
    if talk.position.after_death.nation:
        _to(talk, _present(talk))
    else:
        talk.move(Question.BEREAVEMENT_NATION)


def ask_nation(talk: Conversation) -> None:
    """Ask in which nation the person died."""
    buttons = tuple(Button(name, f"choose:{where}") for where, name in NAMES.items())
    talk.say("utter_bereavement_ask_nation", buttons=(*buttons, Button("Skip", "skip")), die=mirrored(talk)["die"])


def answer_nation(talk: Conversation, said: Said) -> None:
    """Take the nation, or a town in it; England when it is left aside, and that is said. A loss told here is heard."""
    named = [where for where, name in NAMES.items() if f" {plain(name)} " in f" {plain(said.words)} "]
    if said.choice in set(Where):
        where = Where(said.choice)
    elif len(named) == 1:
        where = named[0]
    elif passes(said):
        where = Where.ENGLAND
        talk.say("utter_bereavement_england_then")
    elif said.words and _to_support(talk, said.words, besides={Need.BEREAVEMENT}):
        return
    elif len(lies_in := _lies_in(talk, said.words)) == 1:
        where = lies_in[0]
    else:
        if not grief.heard(talk, said.words):
            talk.say("utter_bereavement_say_nation")
        return
    talk.at(after_death=replace(talk.position.after_death, nation=where.value))
    _to(talk, _present(talk))


def _lies_in(talk: Conversation, words: str) -> list[Where]:
    nations = talk.facts.support.nations(words) if words else ()
    return [where for where, name in NAMES.items() if name in nations]


def ask_step(talk: Conversation) -> None:
    """Say the present step."""
    step, where = _present(talk), _where(talk)
    talk.say("utter_bereavement_step", number=str(STEPS.index(step) + 1), steps=str(len(STEPS)), title=step.title)
    talk.say(step.response(where), links=(step.source(where),))
    buttons = (
        Button("Next", "choose:next"),
        Button("I have done that", "choose:done"),
        Button("Another day", "pause"),
        Button("Stop", "choose:stop_steps"),
        Button(f"Not in {NAMES[where]}", "choose:nation"),
    )
    talk.say("utter_bereavement_ask_step", buttons=buttons)


def answer_step(talk: Conversation, said: Said) -> None:
    """Go on, with or without having done it; stop; or change the nation."""
    words, here = plain(said.words), _present(talk)
    if said.choice == "done" or says_done(said.words):
        _tick(talk, here, step_named(said.words))
    elif said.choice == "next" or passes(said) or said.intent == "affirm" or words in _NEXT:
        _to(talk, _after(talk, here))
    elif said.choice == "stop_steps":
        talk.say("utter_bereavement_stopped")
        talk.finish()
    elif said.choice == "nation" or any(plain(name) in words for name in NAMES.values()):
        talk.move(Question.BEREAVEMENT_NATION)
        if said.words:
            answer_nation(talk, said)
    elif _to_support(talk, said.words):
        return
    elif is_question(said.words):
        talk.say("utter_bereavement_step_question")
    elif not grief.heard(talk, said.words):
        talk.say("utter_bereavement_say_step")


def _tick(talk: Conversation, here: Step, named: str) -> None:
    """Note a step as done: the present one, after which it goes on, or another that is named."""
    step = next((each for each in STEPS if each.code == named), here)
    done = tuple(dict.fromkeys((*talk.position.after_death.done, step.code)))
    talk.at(after_death=replace(talk.position.after_death, done=done))
    if step is here:
        _to(talk, _after(talk, here))
    else:
        talk.say("utter_bereavement_ticked", title=step.title)


def _to_support(talk: Conversation, words: str, besides: AbstractSet[Need] = frozenset()) -> bool:
    """A loss or a need that is told here leads to the choice with support in it; the place in the steps is kept.

    Needs in `besides` do not count: where they died is told with the word for it.
    """
    told = talk.facts.support.read(words)
    if not (told.losses or set(told.needs) - _PART_OF_THE_STEPS - besides):
        return False
    signposting.begin(talk, "bereavement_support", words)
    talk.move(Question.BEREAVEMENT_WHICH)
    return True


def go_back(talk: Conversation) -> bool:
    """Go to the step before; say whether there is one."""
    at = STEPS.index(_present(talk))
    if at:
        talk.at(after_death=replace(talk.position.after_death, step=STEPS[at - 1].code))
    return at > 0


def begun(talk: Conversation) -> bool:
    """Say whether they have begun and are not through."""
    return bool(talk.position.after_death.step)


def _to(talk: Conversation, step: Step | None) -> None:
    if step is None:
        _end(talk)
        return
    talk.at(after_death=replace(talk.position.after_death, step=step.code))
    talk.move(Question.BEREAVEMENT_STEP)


def _end(talk: Conversation) -> None:
    """That was the last: say what they passed by, if anything; the next time begins with those."""
    done = talk.position.after_death.done
    left = [step.title for step in STEPS if step.code not in done]
    if left and len(left) < len(STEPS):
        talk.say("utter_bereavement_left", left="\n".join(f"• {title}" for title in left))
    talk.say("utter_bereavement_end")
    talk.at(after_death=replace(talk.position.after_death, step="", done=done if left else ()))
    talk.finish()


def _present(talk: Conversation) -> Step:
    """Return the step they are at; the first that is not done when they begin, or begin again."""
    after = talk.position.after_death
    here = next((step for step in STEPS if step.code == after.step), None)
    return here or next((step for step in STEPS if step.code not in after.done), STEPS[0])


def _after(talk: Conversation, step: Step) -> Step | None:
    """Return the next step that is not done, or None when there is no other."""
    done = talk.position.after_death.done
    return next((other for other in STEPS[STEPS.index(step) + 1 :] if other.code not in done), None)


def _where(talk: Conversation) -> Where:
    nation = talk.position.after_death.nation
    return Where(nation) if nation in set(Where) else Where.ENGLAND


ASKS = {Question.BEREAVEMENT_NATION: ask_nation, Question.BEREAVEMENT_STEP: ask_step}
ANSWERS = {Question.BEREAVEMENT_NATION: answer_nation, Question.BEREAVEMENT_STEP: answer_step}
