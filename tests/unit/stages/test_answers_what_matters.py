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
        ("I don't know", Q.FOCUS_WHAT, F + "topics_no_hurry"),
        ("<ideas>", Q.FOCUS_WHAT, F + "topics_ideas"),
        ("give me ideas", Q.FOCUS_WHAT, F + "topics_ideas"),
        ("<people>", Q.FOCUS_WHAT, F + "topics_people"),
        ("<speaks>", Q.FOCUS_WHAT, F + "topics_no_power"),
        ("<place>", Q.FOCUS_PLACE, F + "place_ask"),
        ("<please>", Q.FOCUS_DO, F + "please_do"),
        ("the sea\nmy dog", Q.FOCUS_SEVERAL, F + "topics_ask_several"),
        ("no", Q.FOCUS_SUPPORT, F + "left_aside"),
        ("yes", Q.FOCUS_WHAT, F + "in_your_words"),
        ("<opening>", Q.FOCUS_WHAT, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_WHAT, F + "in_your_words"),
        ("go back", Q.WELCOME_DOOR, W + "ask_door"),
    ],
    Q.FOCUS_WHY: [
        ("it is where we met", Q.FOCUS_SUPPORT, F + "topics_you_said"),
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
        ("<good_day>", Q.FOCUS_WHAT, F + "topics_good_day"),
        ("<ideas>", Q.FOCUS_WHAT, F + "ask_what_else"),
        ("1. my grandson 2. my bees", Q.FOCUS_SEVERAL, F + "topics_ask_several"),
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
    Q.FOCUS_SEVERAL: [
        ("yes", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("<apart>", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("<together>", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("no", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("skip", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("not sure", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("the hens lay well", Q.FOCUS_SEVERAL, F + "topics_say_several"),
        ("<nonsense>", Q.FOCUS_SEVERAL, F + "topics_say_several"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.FOCUS_PLACE: [
        ("<place_home>", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("<place_hospital>", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("by the sea, with my sister", Q.FOCUS_WHY, F + "ask_why_quoting"),
        ("<place_other>", Q.FOCUS_PLACE, F + "place_say_where"),
        ("<place_undecided>", Q.FOCUS_SUPPORT, F + "place_undecided"),
        ("not sure", Q.FOCUS_SUPPORT, F + "place_undecided"),
        ("I don't know", Q.FOCUS_SUPPORT, F + "place_undecided"),
        ("<place_untold>", Q.FOCUS_MORE, F + "place_untold"),
        ("I'd rather not say", Q.FOCUS_MORE, F + "place_untold"),
        ("I would rather not say", Q.FOCUS_MORE, F + "place_untold"),
        ("skip", Q.FOCUS_MORE, F + "left_aside"),
        ("no", Q.FOCUS_MORE, F + "left_aside"),
        ("yes", Q.FOCUS_PLACE, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_PLACE, F + "in_your_words"),
        ("go back", Q.FOCUS_WHAT, F + "ask_what_else"),
    ],
    Q.FOCUS_DO: [
        ("knock before you come in", Q.FOCUS_DO_NOT, F + "please_do_not"),
        ("skip", Q.FOCUS_DO_NOT, F + "left_aside"),
        ("no", Q.FOCUS_DO_NOT, F + "left_aside"),
        ("I don't know", Q.FOCUS_DO_NOT, F + "not_known"),
        ("<neither>", Q.FOCUS_MORE, F + "left_aside"),
        ("yes", Q.FOCUS_DO, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_DO, F + "in_your_words"),
        ("go back", Q.FOCUS_WHAT, F + "ask_what_else"),
    ],
    Q.FOCUS_DO_NOT: [
        ("talk over my head", Q.FOCUS_MORE, F + "ask_more"),
        ("skip", Q.FOCUS_MORE, F + "left_aside"),
        ("no", Q.FOCUS_MORE, F + "left_aside"),
        ("dunno", Q.FOCUS_MORE, F + "not_known"),
        ("yes", Q.FOCUS_DO_NOT, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_DO_NOT, F + "in_your_words"),
        ("go back", Q.FOCUS_DO, F + "earlier"),
    ],
    Q.FOCUS_CARING: [
        ("someone for her to ring", Q.FOCUS_ORDER, F + "topics_ask_order"),
        ("skip", Q.FOCUS_ORDER, F + "left_aside"),
        ("no", Q.FOCUS_ORDER, F + "left_aside"),
        ("I don't know", Q.FOCUS_ORDER, F + "not_known"),
        ("yes", Q.FOCUS_CARING, F + "in_your_words"),
        ("<nonsense>", Q.FOCUS_CARING, F + "in_your_words"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.FOCUS_ORDER: [
        ("3", Q.RECORD_CHECK, R + "moved"),
        ("the last one", Q.RECORD_CHECK, R + "moved"),
        ("<l4>", Q.RECORD_CHECK, R + "moved"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("not sure", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("99", Q.FOCUS_ORDER, R + "say_number"),
        ("<l2>", Q.FOCUS_ORDER, R + "say_number"),
        ("yes", Q.FOCUS_ORDER, R + "say_number"),
        ("the one about the dog", Q.FOCUS_ORDER, R + "say_number"),
        ("<nonsense>", Q.FOCUS_ORDER, R + "say_number"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
