"""What matters, why, and what good support is: each question answered, left aside, gone back from."""

from bot.model.position import Question
from tests.unit.stages.answering import Table, answered, each_answer

Q = Question
W = "utter_welcome_"
F = "utter_focus_"
R = "utter_record_"

TABLE: Table = {
    Q.FOCUS_WHAT: [
        ("the sea", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("skip", Q.FOCUS_SUPPORT, F + "left_aside"),
        ("I don't know", Q.FOCUS_SUPPORT, F + "not_known"),
        ("no", Q.FOCUS_SUPPORT, F + "left_aside"),
        ("yes", Q.FOCUS_WHAT, F + "in_your_words"),
        ("<opening>", Q.FOCUS_WHAT, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_WHAT, F + "in_your_words"),
        ("go back", Q.WELCOME_DOOR, W + "ask_door"),
    ],
    Q.FOCUS_WHY: [
        ("it is where we met", Q.FOCUS_SUPPORT, F + "ask_support"),
        ("skip", Q.FOCUS_SUPPORT, F + "left_aside"),
        ("not sure", Q.FOCUS_SUPPORT, F + "not_known"),
        ("no", Q.FOCUS_SUPPORT, F + "left_aside"),
        ("ok", Q.FOCUS_WHY, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_WHY, F + "in_your_words"),
        ("go back", Q.FOCUS_WHAT, F + "earlier"),
    ],
    Q.FOCUS_SUPPORT: [
        ("a lift there", Q.FOCUS_MORE, F + "ask_more"),
        ("pass", Q.FOCUS_MORE, F + "left_aside"),
        ("dunno", Q.FOCUS_MORE, F + "not_known"),
        ("no", Q.FOCUS_MORE, F + "left_aside"),
        ("yes", Q.FOCUS_SUPPORT, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_SUPPORT, F + "in_your_words"),
        ("go back", Q.FOCUS_WHY, F + "earlier"),
    ],
    Q.FOCUS_MORE: [
        ("yes", Q.FOCUS_WHAT, F + "ask_what_else"),
        ("<more>", Q.FOCUS_WHAT, F + "ask_what_else"),
        ("my grandson", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("no", Q.RECORD_CHECK, R + "read_back"),
        ("No, that's it thanks", Q.RECORD_CHECK, R + "read_back"),
        ("nothing else", Q.RECORD_CHECK, R + "read_back"),
        ("that's all", Q.RECORD_CHECK, R + "read_back"),
        ("<enough>", Q.RECORD_CHECK, R + "read_back"),
        ("skip", Q.RECORD_CHECK, R + "read_back"),
        ("I don't know", Q.RECORD_CHECK, R + "read_back"),
        # answers that begin like a refusal
        ("No more hospital stays", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("Nothing beats my garden", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("no visitors after tea", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("No tubes", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("<nonsense>", Q.FOCUS_MORE, F + "in_your_words"),
        ("go back", Q.FOCUS_SUPPORT, F + "earlier"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
