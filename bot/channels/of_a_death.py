"""What is known of a death once the safety door has answered it, so that nobody is asked for it again. Codes alone."""

from dataclasses import replace

from bot.model.position import Door, Position, Question
from bot.model.safety import Told
from bot.safety.door import SafetyReply
from bot.signposting.nations_named import nation_named


def of_a_death(position: Position, answer: SafetyReply, words: str) -> Position:
    """Return their place with the nation that was named beside the death; a death that is settled opens its door."""
    nation = nation_named(words) if words and answer.tells is Told.DEATH_JUST_HAPPENED else None
    if nation is not None and not position.after_death.step:
        code = nation.value.lower().replace(" ", "_")
        position = replace(position, after_death=replace(position.after_death, nation=code))
    nobody_asked = position.door is None and position.question in {None, Question.WELCOME_DOOR}
    if answer.settles and nobody_asked:
        return replace(position, door=Door.GRIEVING, question=None)
    if answer.takes_back is Told.DEATH_JUST_HAPPENED and position.bereft.settled and not position.about_them:
        own = position.door is Door.GRIEVING and position.question is None and not position.search.tells_anything
        return replace(position, door=None) if own else position
    return position
