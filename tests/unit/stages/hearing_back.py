"""What a team says back, as a test looks at it; and an answer to it that is left before it is sent."""

from bot.model.position import Question
from tests.unit.stages.talking import ask_from_team
from tests.unit.team_store import CARE, staff

I = "utter_improve_"  # noqa: E741


def share_of(talk):
    """The id of the share that stands."""
    with talk.begin() as records:
        return next(share.id for share in records.teamwork.of(talk.person) if share.stands)


def question(pages, talk):
    """The first question of the team, as the team sees it."""
    return pages.open(staff("a1"), share_of(talk)).questions[0]


def leaves(talk, intent="find_support"):
    """Somebody types an answer and, asked whether to send it, goes off to something else."""
    ask_from_team(talk)
    if talk.question is not Question.IMPROVE_ANSWER:
        talk.does("resume")
    talk.types("in the morning, after ten")
    assert talk.question is Question.IMPROVE_SEND
    return talk.does(intent)


def stop_care(talk):
    """Sharing with the care team ends."""
    with talk.begin() as records:
        records.teamwork.stop(next(share.id for share in records.teamwork.of(talk.person) if share.team == CARE))
        records.commit()
