"""What was not right: each question answered, left aside, declined; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
I = "utter_improve_"  # noqa: E741  (as in the other tables, the first letter of the topic)

TABLE: Table = {
    Q.IMPROVE_NOT_RIGHT: [
        ("it asked me the same thing twice", Q.IMPROVE_NOT_RIGHT_SEND, I + "ask_send"),
        ("skip", None, I + "not_sent"),
        ("no", None, I + "not_sent"),
        ("<later>", None, I + "not_sent"),
        ("<nonsense>", Q.IMPROVE_NOT_RIGHT, EARLIER),
        ("go back", None, "utter_session_what_next"),
    ],
    Q.IMPROVE_NOT_RIGHT_SEND: [
        ("yes", None, I + "not_right_sent"),
        ("<send>", None, I + "not_right_sent"),
        ("send it", None, I + "not_right_sent"),
        ("no", None, I + "not_sent"),
        ("<do_not_send>", None, I + "not_sent"),
        ("skip", None, I + "not_sent"),
        ("<again>", Q.IMPROVE_NOT_RIGHT, I + "ask_not_right"),
        ("go back", Q.IMPROVE_NOT_RIGHT, I + "ask_not_right"),
        ("keep it", Q.IMPROVE_NOT_RIGHT_SEND, I + "say_send"),
        ("that's right", Q.IMPROVE_NOT_RIGHT_SEND, I + "say_send"),
        ("and it was slow", Q.IMPROVE_NOT_RIGHT_SEND, I + "say_send"),
        ("<nonsense>", Q.IMPROVE_NOT_RIGHT_SEND, EARLIER),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
