"""Looking for support: each question answered, left aside, not known; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
F = "utter_focus_"
P = "utter_signposting_"
B = "utter_bereavement_"

TABLE: Table = {
    Q.SIGNPOSTING_NEED: [
        ("<bereavement>", Q.SIGNPOSTING_WHO, B + "any"),
        ("<money>", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("4", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("money trouble", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("my brother died", Q.SIGNPOSTING_PLACE, B + "sibling"),
        ("skip", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("I don't know", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("yes", Q.SIGNPOSTING_NEED, P + "say_it_simply"),
        ("the purple one", Q.SIGNPOSTING_NEED, P + "say_it_simply"),
        ("<nonsense>", Q.SIGNPOSTING_NEED, EARLIER),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_WHO: [
        ("<partner>", Q.SIGNPOSTING_PLACE, B + "partner"),
        ("<sibling>", Q.SIGNPOSTING_PLACE, B + "sibling"),
        ("<baby>", Q.SIGNPOSTING_PLACE, B + "baby"),
        ("<other>", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("my nan", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("my brother", Q.SIGNPOSTING_PLACE, B + "sibling"),
        ("1", Q.SIGNPOSTING_PLACE, B + "partner"),
        ("my son, and we are in Poole", Q.FOCUS_MORE, B + "child"),
        ("no", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("skip", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("not sure", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("she was everything to me", Q.SIGNPOSTING_WHO, "utter_grief_of_them"),
        ("yes", Q.SIGNPOSTING_WHO, P + "say_it_simply"),
        ("<nonsense>", Q.SIGNPOSTING_WHO, EARLIER),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_HOW: [
        ("<suicide>", Q.SIGNPOSTING_PLACE, B + "suicide"),
        ("<sudden>", Q.SIGNPOSTING_PLACE, B + "sudden"),
        ("<expected>", Q.SIGNPOSTING_WHO, B + "expected"),
        ("an accident", Q.SIGNPOSTING_PLACE, B + "sudden"),
        ("he took his own life", Q.SIGNPOSTING_PLACE, B + "suicide"),
        ("skip", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("no", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("not sure", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("blue", Q.SIGNPOSTING_HOW, P + "say_it_simply"),
        ("<nonsense>", Q.SIGNPOSTING_HOW, EARLIER),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_YOUNG: [
        ("<young>", Q.SIGNPOSTING_PLACE, B + "young"),
        ("yes", Q.SIGNPOSTING_PLACE, B + "young"),
        ("<grown_up>", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("no", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("skip", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("my granddaughter", Q.SIGNPOSTING_PLACE, B + "young"),
        ("blue", Q.SIGNPOSTING_YOUNG, P + "say_yes_or_no"),
        ("<nonsense>", Q.SIGNPOSTING_YOUNG, EARLIER),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_PLACE: [
        ("DT1", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("I'm in Poole", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("skip", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("no", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("not sure", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("Timbuktu", Q.SIGNPOSTING_PLACE, P + "say_place"),
        ("yes", Q.SIGNPOSTING_PLACE, P + "ask_place"),
        ("<nonsense>", Q.SIGNPOSTING_PLACE, EARLIER),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_WRONG: [
        ("<s1>", Q.FOCUS_MORE, P + "wrong_reported"),
        ("2", Q.FOCUS_MORE, P + "wrong_reported"),
        ("the one for Mosaic House", Q.FOCUS_MORE, P + "wrong_reported"),
        ("cruse", Q.FOCUS_MORE, P + "wrong_reported"),
        ("no", Q.FOCUS_MORE, P + "wrong_left"),
        ("skip", Q.FOCUS_MORE, P + "wrong_left"),
        ("not sure", Q.FOCUS_MORE, P + "wrong_left"),
        ("cruse and mosaic", Q.SIGNPOSTING_WRONG, P + "say_wrong"),
        ("99", Q.SIGNPOSTING_WRONG, P + "say_wrong"),
        ("yes", Q.SIGNPOSTING_WRONG, P + "say_wrong"),
        ("<s9>", Q.SIGNPOSTING_WRONG, EARLIER),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
