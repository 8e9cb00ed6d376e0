"""What somebody offers by themselves: each question answered, left aside, declined; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
I = "utter_improve_more_"  # noqa: E741  (as in the other tables, the first letter of the topic)

TABLE: Table = {
    Q.IMPROVE_COUNT: [
        ("yes", None, I + "count_given"),
        ("<count>", None, I + "count_given"),
        ("no", None, I + "not_noted"),
        ("<do_not_count>", None, I + "not_noted"),
        ("skip", None, I + "not_noted"),
        ("not sure", None, I + "not_noted"),
        ("keep it", Q.IMPROVE_COUNT, I + "clear_yes"),
        ("share it", Q.SHARE_WHO, "utter_share_ask_who_or_team"),
        ("that's right", Q.IMPROVE_COUNT, I + "clear_yes"),
        ("yes?", Q.IMPROVE_COUNT, I + "clear_yes"),
        ("only the garden", Q.IMPROVE_COUNT, I + "clear_yes"),
        ("<nonsense>", Q.IMPROVE_COUNT, EARLIER),
        ("go back", None, "utter_session_what_next"),
    ],
    Q.IMPROVE_CONTACT: [
        ("yes", None, I + "contact_given"),
        ("<contact>", None, I + "contact_given"),
        ("no", None, I + "not_noted"),
        ("<do_not_contact>", None, I + "not_noted"),
        ("skip", None, I + "not_noted"),
        ("keep it", Q.IMPROVE_CONTACT, I + "clear_yes"),
        ("maybe on Sundays", Q.IMPROVE_CONTACT, I + "clear_yes"),
        ("<nonsense>", Q.IMPROVE_CONTACT, EARLIER),
        ("go back", None, "utter_session_what_next"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
