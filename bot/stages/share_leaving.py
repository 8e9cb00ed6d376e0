"""Sharing, left in the middle: for the summary itself, for other parts, or because somebody is not to see it."""

from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import share, share_standing, share_team
from bot.stages.conversation import Conversation
from bot.stages.share_only import only_parts
from bot.understanding.answers import days
from bot.understanding.commands import plain
from bot.understanding.in_view import opens_it
from bot.understanding.unsharing import stopped_reader

MAKING = frozenset(
    {
        Question.SHARE_WHO,
        Question.SHARE_CALLED,
        Question.SHARE_SECTIONS,
        Question.SHARE_EXPIRY,
        Question.SHARE_CONSENT,
        Question.SHARE_TEAM_CONSENT,
    }
)
"""Where nothing is shared yet."""
_AFTER_PARTS = frozenset({Question.SHARE_EXPIRY, Question.SHARE_CONSENT, Question.SHARE_TEAM_CONSENT})


def for_the_summary(talk: Conversation, words: str) -> bool:
    """Leave what is being made, where the words ask for the summary itself to change; say whether they do."""
    if talk.position.question not in MAKING or not opens_it(words):
        return False
    drop(talk)
    return True


def drop(talk: Conversation) -> None:
    """Let go what is being made, and say that nothing is shared with them."""
    share_team.forget_choice(talk)
    talk.say("utter_share_not_now")
    talk.finish()


def is_not_to_see(talk: Conversation, words: str) -> bool:
    """Stop what is named, what is being made too, and nothing else; say whether the words name one."""
    if stops_a_reader(talk, Said("inform", words)):
        return True
    named = plain(words)
    making = talk.position.question in MAKING and share_standing.names(named, talk.draft.recipient)
    standing = tuple(each for each in share_standing.standing(talk) if share_standing.is_named(talk, each, named))
    for each in standing:
        share_standing.stop_one(talk, each)
    if making:
        drop(talk)
    return making or bool(standing)


def stops_a_reader(talk: Conversation, said: Said) -> bool:
    """Stop what stands with whoever is named: "stop the sister". Say whether the words ask that of one who is there."""
    who = "" if said.choice else stopped_reader(said.words)
    meant = share_standing.pointed_out(talk, who) if who else ()
    if len(meant) == 1:
        share_standing.stop_one(talk, meant[0])
    elif meant:
        talk.turn_aside(Question.SHARE_STOP_WHICH)
    return bool(meant)


def names_a_part(talk: Conversation, said: Said) -> bool:
    """Go back to the parts with the one that is named by its heading, once they were chosen; say whether it is."""
    if talk.position.question not in _AFTER_PARTS or said.choice or said.intent != "inform":
        return False
    parts = () if days(said.words) else only_parts(talk, said.words, share.headings(talk))
    if not parts:
        return False
    talk.move(Question.SHARE_SECTIONS, sections=parts)
    return True
