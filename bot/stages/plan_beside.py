"""Plan, on the card and once it is made: to write down what matters is to leave it for that."""

from bot.model.saying import Said
from bot.stages import focus
from bot.stages.conversation import Conversation
from bot.stages.plan_changes import ON_THE_CARD
from bot.understanding.writing_down import writes_what_matters


def goes_to_what_matters(talk: Conversation, said: Said) -> bool:
    """Go to what matters where the words ask for that on the card; say whether they do."""
    if talk.position.question not in ON_THE_CARD or said.choice or not writes_what_matters(said.words):
        return False
    focus.start(talk)
    return True
