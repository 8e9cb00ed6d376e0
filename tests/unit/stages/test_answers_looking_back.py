"""Looking back on a talk: each question answered, left aside; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
F = "utter_focus_"
L = "utter_reflect_"
R = "utter_record_"

TABLE: Table = {
    Q.REFLECT_HOW: [
        ("<well>", Q.REFLECT_LEARNED, L + "thank"),
        ("<mixed>", Q.REFLECT_LEARNED, L + "thank"),
        ("<hard>", Q.REFLECT_LEARNED, L + "hard"),
        ("<not_yet>", Q.REFLECT_AGAIN, L + "not_yet"),
        ("it went well", Q.REFLECT_LEARNED, L + "thank"),
        ("fine", Q.REFLECT_LEARNED, L + "thank"),
        ("it was really hard", Q.REFLECT_LEARNED, L + "hard"),
        ("they said not today", Q.REFLECT_AGAIN, L + "not_yet"),
        ("It didn't happen", Q.REFLECT_AGAIN, L + "not_yet"),
        # a talk that did happen, in words that begin as if it had not
        ("It didn't happen the way I hoped", Q.REFLECT_LEARNED, L + "thank"),
        ("we didn't talk about money, but he held my hand", Q.REFLECT_LEARNED, L + "thank"),
        ("he said no", Q.REFLECT_LEARNED, L + "thank"),
        ("he cried and so did I", Q.REFLECT_LEARNED, L + "thank"),
        ("skip", Q.REFLECT_LEARNED, F + "left_aside"),
        ("no", Q.REFLECT_LEARNED, F + "left_aside"),
        ("hard to say", Q.REFLECT_LEARNED, F + "not_known"),
        ("yes", Q.REFLECT_HOW, F + "in_your_words"),
        ("<nonsense>", Q.REFLECT_HOW, EARLIER),
    ],
    Q.REFLECT_LEARNED: [
        ("he wants the window open", Q.REFLECT_UNSAID, L + "ask_unsaid"),
        ("skip", Q.REFLECT_UNSAID, F + "left_aside"),
        ("nothing", Q.REFLECT_UNSAID, F + "left_aside"),
        ("I don't know", Q.REFLECT_UNSAID, F + "not_known"),
        ("yes", Q.REFLECT_LEARNED, F + "in_your_words"),
        ("<nonsense>", Q.REFLECT_LEARNED, EARLIER),
    ],
    Q.REFLECT_UNSAID: [
        ("that I forgave him years ago", Q.REFLECT_NOW, L + "ask_now"),
        ("skip", Q.REFLECT_NOW, F + "left_aside"),
        ("no", Q.REFLECT_NOW, F + "left_aside"),
        ("not sure", Q.REFLECT_NOW, F + "not_known"),
        ("yes", Q.REFLECT_UNSAID, F + "in_your_words"),
        ("<nonsense>", Q.REFLECT_UNSAID, EARLIER),
    ],
    Q.REFLECT_NOW: [
        ("<all_right>", Q.REFLECT_NEXT, L + "thank"),
        ("<tired>", Q.REFLECT_NEXT, L + "now_tired"),
        ("<low>", Q.REFLECT_NEXT, L + "now_low"),
        ("<someone>", Q.REFLECT_NEXT, L + "now_someone"),
        ("awful", Q.REFLECT_NEXT, L + "now_low"),
        ("fine", Q.REFLECT_NEXT, L + "now_heard"),
        ("a bit wobbly", Q.REFLECT_NEXT, L + "now_heard"),
        ("skip", Q.REFLECT_NEXT, F + "left_aside"),
        ("I don't know", Q.REFLECT_NEXT, F + "not_known"),
        ("yes", Q.REFLECT_NOW, F + "in_your_words"),
        ("<nonsense>", Q.REFLECT_NOW, EARLIER),
    ],
    Q.REFLECT_NOTES: [
        ("yes", Q.REFLECT_NEXT, L + "put_in"),
        ("yes please", Q.REFLECT_NEXT, L + "put_in"),
        ("<put_in>", Q.REFLECT_NEXT, L + "put_in"),
        ("<put_under>", Q.REFLECT_UNDER, R + "adding"),
        ("no", Q.REFLECT_NEXT, L + "left_out"),
        ("skip", Q.REFLECT_NEXT, L + "left_out"),
        ("not sure", Q.REFLECT_NEXT, L + "left_out"),
        # a yes to something else, or perhaps one, is none
        ("keep it", Q.REFLECT_NOTES, L + "clear_yes"),
        ("that's right", Q.REFLECT_NOTES, L + "clear_yes"),
        ("yes?", Q.REFLECT_NOTES, L + "clear_yes"),
        ("yes but not the window", Q.REFLECT_NOTES, L + "clear_yes"),
        ("<nonsense>", Q.REFLECT_NOTES, EARLIER),
    ],
    Q.REFLECT_UNDER: [
        ("<people>", Q.REFLECT_NEXT, L + "put_in"),
        ("2", Q.REFLECT_NEXT, L + "put_in"),
        ("my wellness", Q.REFLECT_NEXT, L + "put_in"),
        ("skip", Q.REFLECT_NEXT, L + "left_out"),
        ("no", Q.REFLECT_NEXT, L + "left_out"),
        ("99", Q.REFLECT_UNDER, R + "say_heading"),
        ("yes", Q.REFLECT_UNDER, R + "say_heading"),
        ("<nonsense>", Q.REFLECT_UNDER, EARLIER),
    ],
    Q.REFLECT_NEXT: [
        # what was open before the talk was told of is open again
        ("<nothing>", Q.FOCUS_SUPPORT, L + "left_be"),
        ("nothing", Q.FOCUS_SUPPORT, L + "left_be"),
        ("skip", Q.FOCUS_SUPPORT, L + "left_be"),
        ("not sure", Q.FOCUS_SUPPORT, L + "left_be"),
        ("ring my sister", Q.FOCUS_SUPPORT, L + "held"),
        ("yes", Q.REFLECT_NEXT, L + "say_next"),
        ("<nonsense>", Q.REFLECT_NEXT, EARLIER),
    ],
    Q.REFLECT_AGAIN: [
        ("<leave_it>", Q.FOCUS_SUPPORT, L + "left_be"),
        ("no", Q.FOCUS_SUPPORT, L + "left_be"),
        ("skip", Q.FOCUS_SUPPORT, L + "left_be"),
        ("he was too tired", Q.FOCUS_SUPPORT, L + "held"),
        ("yes", Q.REFLECT_AGAIN, L + "say_again"),
        ("<nonsense>", Q.REFLECT_AGAIN, EARLIER),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
