"""A service asked for by its name: it is shown, whatever is open, and the open question waits."""

from bot.model.position import Expecting
from bot.stages.conversation import Conversation
from bot.stages.services import show
from bot.understanding.by_name import may_be_a_name, name_asked_for
from bot.understanding.looking import asks_again


def show_named(talk: Conversation, words: str, *, alone: bool = False) -> bool:
    """Show the service that the words ask for by name; say whether there is one.

    `alone`: a name by itself asks for it too, as where a service is looked for.
    """
    answering = talk.position.expecting is Expecting.ANSWERING
    desk, asked = talk.facts.support, name_asked_for(words, number=answering)
    found = desk.again(talk.position.search.shown) if asks_again(words) and not answering else ()
    found = found or (desk.called(asked) if asked else ())
    if not found and alone and may_be_a_name(words) and not desk.place(words):
        found = desk.called(words.strip(" .!?"))
    if found:
        show(talk, found)
        talk.seek(shown=tuple(match.entry.id for match in found))
    return bool(found)
