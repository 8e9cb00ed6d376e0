"""Somebody has died: each question answered, left aside, not known; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
P = "utter_signposting_"
B = "utter_bereavement_"

TABLE: Table = {
    Q.BEREAVEMENT_WHICH: [
        ("<after_death>", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("what to do", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("registering the death", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("<support_for_me>", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("support", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("someone to talk to", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("my husband", Q.SIGNPOSTING_PLACE, B + "partner"),
        ("he was a lovely man", Q.BEREAVEMENT_WHICH, "utter_grief_of_them"),
        ("skip", None, B + "later"),
        ("no", None, B + "later"),
        ("I don't know", None, B + "later"),
        ("yes", Q.BEREAVEMENT_WHICH, B + "say_which"),
        ("<nonsense>", Q.BEREAVEMENT_WHICH, EARLIER),
    ],
    Q.BEREAVEMENT_NATION: [
        ("<scotland>", Q.BEREAVEMENT_STEP, B + "step"),
        ("Northern Ireland", Q.BEREAVEMENT_STEP, B + "step"),
        ("in wales", Q.BEREAVEMENT_STEP, B + "step"),
        ("skip", Q.BEREAVEMENT_STEP, B + "england_then"),
        ("not sure", Q.BEREAVEMENT_STEP, B + "england_then"),
        ("no", Q.BEREAVEMENT_STEP, B + "england_then"),
        ("Spain", Q.BEREAVEMENT_NATION, B + "say_nation"),
        ("yes", Q.BEREAVEMENT_NATION, B + "say_nation"),
        ("<nonsense>", Q.BEREAVEMENT_NATION, EARLIER),
    ],
    Q.BEREAVEMENT_STEP: [
        ("<next>", Q.BEREAVEMENT_STEP, B + "step"),
        ("next", Q.BEREAVEMENT_STEP, B + "step"),
        ("yes", Q.BEREAVEMENT_STEP, B + "step"),
        ("skip", Q.BEREAVEMENT_STEP, B + "step"),
        ("I don't know", Q.BEREAVEMENT_STEP, B + "step"),
        ("<done>", Q.BEREAVEMENT_STEP, B + "step"),
        ("I have done that", Q.BEREAVEMENT_STEP, B + "step"),
        ("<nation>", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("it was in Scotland", Q.BEREAVEMENT_STEP, B + "step"),
        ("<stop_steps>", None, B + "stopped"),
        ("who pays for all this", Q.BEREAVEMENT_STEP, B + "step_question"),
        ("<nonsense>", Q.BEREAVEMENT_STEP, EARLIER),
        ("go back", Q.BEREAVEMENT_STEP, B + "step"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
