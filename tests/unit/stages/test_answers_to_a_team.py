"""Writing back to a team: each question answered, left aside, declined; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
I = "utter_improve_"  # noqa: E741

TABLE: Table = {
    Q.IMPROVE_ANSWER: [
        ("in the morning", Q.IMPROVE_SEND, I + "ask_send"),
        # to the question of a team, these are answers
        ("yes", Q.IMPROVE_SEND, I + "ask_send"),
        ("no", Q.IMPROVE_SEND, I + "ask_send"),
        ("I don't know", Q.IMPROVE_SEND, I + "ask_send"),
        ("skip", None, I + "later"),
        ("<later>", None, I + "later"),
        ("<leave>", None, I + "left"),
        ("x" * 2001, Q.IMPROVE_ANSWER, I + "say_answer"),
        ("<nonsense>", Q.IMPROVE_ANSWER, EARLIER),
        ("go back", None, "utter_session_what_next"),
    ],
    Q.IMPROVE_SEND: [
        ("yes", None, I + "sent"),
        ("<send>", None, I + "sent"),
        ("yes send it", None, I + "sent"),
        ("<again>", Q.IMPROVE_ANSWER, I + "ask_answer"),
        ("change it", Q.IMPROVE_ANSWER, I + "ask_answer"),
        ("go back", Q.IMPROVE_ANSWER, I + "ask_answer"),
        ("<do_not_send>", None, I + "not_sent"),
        ("no", None, I + "not_sent"),
        ("skip", None, I + "not_sent"),
        ("not sure", None, I + "not_sent"),
        ("keep it", Q.IMPROVE_SEND, I + "say_send"),
        ("after lunch is better", Q.IMPROVE_SEND, I + "say_send"),
        ("<nonsense>", Q.IMPROVE_SEND, EARLIER),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
