"""The actions Rasa can ask for: thin adapters from a turn to a stage function. Flat, as rasa-sdk needs it."""

from actions.base import StageAction
from actions.feelings import ActionFeelings
from actions.focus import ActionFocusStart
from actions.improve import ActionImproveFeedback
from actions.information import ActionInformation
from actions.plan import ActionPlanStart
from actions.record import (
    ActionRecordCopy,
    ActionRecordDelete,
    ActionRecordDifferently,
    ActionRecordEdit,
    ActionRecordReview,
    ActionRecordStart,
)
from actions.reflect import ActionReflectStart
from actions.safety import ActionSafety
from actions.session import (
    ActionAnswer,
    ActionAsk,
    ActionSessionArrive,
    ActionSessionAside,
    ActionSessionClarify,
    ActionSessionEasyRead,
    ActionSessionGreet,
    ActionSessionInPassing,
    ActionSessionLeave,
    ActionSessionNotUnderstood,
    ActionSessionPrivacy,
    ActionSessionStartOver,
    ActionSessionWho,
)
from actions.share import ActionShareStart, ActionShareStop, ActionShareWhoViewed
from actions.signposting import ActionSignposting, ActionSignpostingWrongNumber
from bot.records.unit_of_work import Begin
from bot.stages.conversation import Facts

_ALL: tuple[type[StageAction], ...] = (
    ActionAnswer,
    ActionAsk,
    ActionSessionArrive,
    ActionSessionGreet,
    ActionSessionWho,
    ActionSessionPrivacy,
    ActionSessionLeave,
    ActionSessionNotUnderstood,
    ActionSessionAside,
    ActionSessionInPassing,
    ActionSessionClarify,
    ActionSessionEasyRead,
    ActionSessionStartOver,
    ActionFeelings,
    ActionPlanStart,
    ActionFocusStart,
    ActionImproveFeedback,
    ActionInformation,
    ActionRecordStart,
    ActionRecordReview,
    ActionRecordDifferently,
    ActionRecordEdit,
    ActionRecordCopy,
    ActionRecordDelete,
    ActionShareStart,
    ActionShareWhoViewed,
    ActionShareStop,
    ActionReflectStart,
    ActionSignposting,
    ActionSignpostingWrongNumber,
    ActionSafety,
)


def all_actions(begin: Begin, facts: Facts) -> list[StageAction]:
    """Return every action, made with the parts it needs."""
    return [action(begin, facts) for action in _ALL]
