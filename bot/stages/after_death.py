"""What to do after a death: one thing at a time, at the person's own pace, days apart if they like."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.model.bereft import Early
from bot.model.directory import Need
from bot.model.position import Question
from bot.model.saying import Button, Said
from bot.model.search import Grief
from bot.stages import grief, signposting, signposting_told
from bot.stages.after_death_steps import STEPS, Step, Where
from bot.stages.conversation import Conversation, passes, was_away
from bot.stages.heard import hear_on
from bot.stages.mirroring import mirrored
from bot.understanding.asking import is_question
from bot.understanding.commands import plain
from bot.understanding.done import says_done, step_named

AFTER_DEATH = "after_death"
"""The value of the button that leads here from anywhere."""
BUTTON = Button("What to do after a death", f"choose:{AFTER_DEATH}")
_AFTER_A_MISCARRIAGE = Button("After a miscarriage", "choose:information:after_a_miscarriage")
NAMES = {
    Where.ENGLAND: "England",
    Where.WALES: "Wales",
    Where.SCOTLAND: "Scotland",
    Where.NORTHERN_IRELAND: "Northern Ireland",
}
_BUTTONS = (
    Button("Next", "choose:next"),
    Button("I have done that", "choose:done"),
    Button("Another day", "pause"),
    Button("Stop", "choose:stop_steps"),
)
_SHOW = Button("Show it again", f"choose:{AFTER_DEATH}")
_EXPLAINED = frozenset({"certificate", "register", "tell_us_once", "benefits", "funeral", "others"})
_OFTEN_ASKED = frozenset({"register", "funeral", "tell_us_once", "others"})
_WHAT_TO_DO = re.compile(r"\b(what|how) (do|should|must|have) (i|we) (have to |need to )?do\b")
MOST_ASKED = 2
LONGEST_PLACE = 4
"""Words in an answer that is no more than a place."""
_NEXT = frozenset({"next", "next one", "next step", "next please", "skip"})
_PART_OF_THE_STEPS = {Need.AFTER_DEATH, Need.FUNERAL}


def buttons(talk: Conversation) -> tuple[Button, ...]:
    """Return the button that leads here. A pregnancy that ended, and is not called a baby, has none of these steps."""
    if talk.position.bereft.grief is not Grief.PREGNANCY:
        return (BUTTON,)
    return (_AFTER_A_MISCARRIAGE,) if talk.position.bereft.early is Early.MISCARRIAGE else ()


def start(talk: Conversation) -> None:
    """Begin, or go on where they were; ask first where the person died, because it makes a difference."""
    _read_again(talk)
    talk.at(after_death=replace(talk.position.after_death, asked=0))
    if talk.position.after_death.nation:
        _to(talk, _present(talk))
    else:
        talk.move(Question.BEREAVEMENT_NATION)


def ask_nation(talk: Conversation) -> None:
    """Ask in which nation the person died."""
    after = talk.position.after_death
    talk.at(after_death=replace(after, asked=after.asked + 1))
    nations = tuple(Button(name, f"choose:{where}") for where, name in NAMES.items())
    talk.say("utter_bereavement_ask_nation", buttons=(*nations, Button("Skip", "skip")), die=mirrored(talk)["die"])


def put_down(talk: Conversation) -> None:
    """Put the question where they died down, once it was asked twice and something else was said each time."""
    if talk.position.question is Question.BEREAVEMENT_NATION and talk.position.after_death.asked >= MOST_ASKED:
        talk.say("utter_bereavement_stopped")
        talk.finish()


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
    elif len(lies_in := _lies_in(talk, said.words)) == 1 and len(said.words.split()) <= LONGEST_PLACE:
        where = lies_in[0]
    elif said.words and _to_support(talk, said.words, besides={Need.BEREAVEMENT}):
        return
    elif len(lies_in) == 1:
        where = lies_in[0]
    else:
        if signposting_told.says_who(talk, said.words):
            hear_on(talk)
        elif not grief.heard(talk, said.words):
            talk.say("utter_bereavement_say_nation")
        return
    talk.at(after_death=replace(talk.position.after_death, nation=where.value))
    _to(talk, _present(talk))


def _lies_in(talk: Conversation, words: str) -> list[Where]:
    nations = talk.facts.support.nations(words) if words else ()
    return [where for where, name in NAMES.items() if name in nations]


def ask_step(talk: Conversation) -> None:
    """Say the present step; only which it is, where it was read before and they did not go on or away since."""
    step, after = _present(talk), talk.position.after_death
    reading = f"{step.code} {after.nation}{' easy' if talk.position.easy_read else ''}"
    if after.told == reading and not was_away(talk):
        _say_step_in("utter_bereavement_step_again", talk, step)
        talk.say("utter_bereavement_ask_step", buttons=(*_BUTTONS, _elsewhere(talk), _SHOW))
        return
    talk.at(after_death=replace(after, told=reading))
    _say_step(talk, step)
    talk.say("utter_bereavement_ask_step", buttons=(*_BUTTONS, _elsewhere(talk)))


def _read_again(talk: Conversation) -> None:
    talk.at(after_death=replace(talk.position.after_death, told=""))


def explain(talk: Conversation, words: str, intent: str = "") -> bool:
    """Say the step that a question is about, such as the registrar, after a death; say whether there is one.

    The texts of information have none of these, and those about money are for the time before.
    """
    code = "benefits" if intent == "ask_money" else step_named(words)
    step = next((each for each in STEPS if each.code == code), None)
    if not talk.position.about_a_death or step is None or step.code not in _EXPLAINED:
        return False
    if talk.position.question is Question.BEREAVEMENT_STEP and step is _present(talk):
        _read_again(talk)
    else:
        _say_step(talk, step)
    return True


def answers(talk: Conversation, words: str) -> bool:
    """Say registering, or the funeral, to a question about it, whatever is open; say whether the words were one."""
    asks = is_question(words) and not _WHAT_TO_DO.search(plain(words))
    return asks and step_named(words) in _OFTEN_ASKED and explain(talk, words)


def _say_step(talk: Conversation, step: Step) -> None:
    where = _where(talk)
    _say_step_in("utter_bereavement_step", talk, step)
    talk.say(step.response(where), links=(step.source(where),))


def _say_step_in(response: str, talk: Conversation, step: Step) -> None:
    talk.say(response, number=str(STEPS.index(step) + 1), steps=str(len(STEPS)), title=step.title)


def _elsewhere(talk: Conversation) -> Button:
    return Button(f"Not in {NAMES[_where(talk)]}", "choose:nation")


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
    told = talk.facts.support.told(words)
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
