"""What can be done next, on eight buttons at most: where there are more, those for the same thing stand behind one."""

from dataclasses import dataclass
from functools import partial

from bot.model.position import Door
from bot.model.saying import Button
from bot.stages import after_death, improve, plan, reflect, share_standing
from bot.stages.conversation import Conversation
from bot.stages.returning import ELSE

MOST = 8
_NEVER_WRITE = frozenset({Door.GRIEVING, Door.HELPING})
_HELP = Button("What can you do?", "help")
_FIND = Button("Find support", "find_support")


@dataclass(frozen=True, slots=True)
class Group:
    """Buttons for one thing, and the one that stands for them all. The name is the value of that one."""

    name: str
    title: str
    buttons: tuple[Button, ...]

    @property
    def button(self) -> Button:
        """The button that shows the others."""
        return Button(self.title, f"choose:{self.name}")


def buttons(talk: Conversation) -> tuple[Button, ...]:
    """Return what makes sense from here. What is asked of them, or begun, is never behind another button."""
    groups = _groups(talk)
    folded: set[str] = set()
    for name in _FOLDED_FIRST:
        if sum(1 if group.name in folded else len(group.buttons) for group in groups) <= MOST:
            break
        folded |= {group.name for group in groups if group.name == name and len(group.buttons) > 1}
    shown = ((group.button,) if group.name in folded else group.buttons for group in groups)
    return tuple(button for each in shown for button in each)


def unfold(talk: Conversation, name: str) -> None:
    """Show what stands behind a button; where nothing does any more, all there is."""
    behind = next((group.buttons for group in _groups(talk) if group.name == name), ())
    talk.say("utter_session_which_of_these", buttons=(*(behind or buttons(talk)), ELSE))


def is_unfolded(talk: Conversation, choice: str) -> bool:
    """Say whether this turn showed what stands behind a button, so that nothing else is offered."""
    return choice in FROM_ANYWHERE and talk.position.question is None


def _groups(talk: Conversation) -> tuple[Group, ...]:
    kept = talk.records.summaries.has_any(talk.person)
    whose = "their" if talk.position.door is Door.WRITING else "my"
    return (
        Group("menu_asked", "", improve.buttons(talk)),
        Group("menu_words", "What I wrote here", _words(talk, kept=kept)),
        Group("menu_sharing", f"Share {whose} summary", _sharing(talk, whose) if kept else ()),
        Group("menu_summary", f"See or change {whose} summary", _summary(whose) if kept else ()),
        Group("menu_talks", "A talk with someone", _talks(talk)),
        Group("menu_support", "Support and help", _support(talk)),
    )


_FOLDED_FIRST = ("menu_summary", "menu_sharing", "menu_talks", "menu_support", "menu_words")


def _words(talk: Conversation, *, kept: bool) -> tuple[Button, ...]:
    writes = talk.position.door not in _NEVER_WRITE
    held = bool(talk.draft.opening) and writes
    new = writes and not (kept or talk.draft.lines or held or talk.position.bereft.theirs)
    return (
        *((Button("Use what I wrote earlier", "focus_on_what_matters"),) if held else ()),
        *((Button("Go on with my draft", "record_summary"),) if talk.draft.lines else ()),
        *((Button("Work out what matters", "focus_on_what_matters"),) if new else ()),
    )


def _support(talk: Conversation) -> tuple[Button, ...]:
    grieving = talk.position.door is Door.GRIEVING or bool(talk.position.bereft.theirs)
    return (
        *(after_death.buttons(talk) if grieving or after_death.begun(talk) else ()),
        *((Button("Who can listen to me", "bereavement_support"),) if grieving else ()),
        _FIND,
        _HELP,
    )


_MINE = (Button("See my summary", "review_summary"), Button("Change my summary", "edit_summary"))
_THEIRS = (Button("See their summary", "review_summary"), Button("Change their summary", "edit_summary"))
_SHARE_MINE, _SHARE_THEIRS = Button("Share my summary", "share_summary"), Button("Share their summary", "share_summary")


def _summary(whose: str) -> tuple[Button, ...]:
    return (*(_MINE if whose == "my" else _THEIRS), Button("Get a copy", "get_copy"))


def _sharing(talk: Conversation, whose: str) -> tuple[Button, ...]:
    looked = (Button("Who has looked?", "ask_who_viewed"),) if share_standing.anything_shared(talk) else ()
    stop = (Button("Stop sharing", "withdraw_consent"),) if share_standing.anything_to_stop(talk) else ()
    return (_SHARE_MINE if whose == "my" else _SHARE_THEIRS, *looked, *stop)


def _talks(talk: Conversation) -> tuple[Button, ...]:
    return (*plan.button(talk), *((reflect.LOOK_BACK,) if talk.draft.reflections else ()))


FROM_ANYWHERE = {name: partial(unfold, name=name) for name in _FOLDED_FIRST}
"""The values of the buttons that show what stands behind them."""
