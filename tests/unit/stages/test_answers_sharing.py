"""Who may read what, how long, and no longer: each question answered, left aside, declined; typed and pressed."""

from bot.model.position import Question
from tests.unit.stages.answering import Table, answered, each_answer

Q = Question
S = "utter_share_"

TABLE: Table = {
    Q.SHARE_WHO: [
        ("Aunt May", Q.SHARE_SECTIONS, S + "ask_sections"),
        ("<team:team-care>", Q.SHARE_CALLED, S + "ask_called"),
        ("the garden team", Q.SHARE_CALLED, S + "ask_called"),
        ("<team:nobody>", Q.SHARE_WHO, S + "short_name"),
        ("skip", None, S + "not_now"),
        ("no", None, S + "not_now"),
        ("I don't know", None, S + "not_now"),
        ("yes", Q.SHARE_WHO, S + "short_name"),
        ("ok", Q.SHARE_WHO, S + "short_name"),
        ("x" * 81, Q.SHARE_WHO, S + "short_name"),
        ("<nonsense>", Q.SHARE_WHO, S + "short_name"),
    ],
    Q.SHARE_CALLED: [
        ("Nan Jean", Q.SHARE_SECTIONS, S + "ask_sections"),
        ("<no_name>", Q.SHARE_SECTIONS, S + "ask_sections"),
        ("skip", Q.SHARE_SECTIONS, S + "ask_sections"),
        ("no", Q.SHARE_SECTIONS, S + "ask_sections"),
        ("I don't know", Q.SHARE_SECTIONS, S + "ask_sections"),
        ("yes", Q.SHARE_CALLED, S + "say_called"),
        ("x" * 61, Q.SHARE_CALLED, S + "say_called"),
        ("<nonsense>", Q.SHARE_CALLED, S + "say_called"),
    ],
    Q.SHARE_SECTIONS: [
        ("<everything>", Q.SHARE_EXPIRY, S + "ask_expiry"),
        ("Everything.", Q.SHARE_EXPIRY, S + "ask_expiry"),
        ("all of it!", Q.SHARE_EXPIRY, S + "ask_expiry"),
        ("<support>", Q.SHARE_SECTIONS, S + "chosen"),
        ("1", Q.SHARE_SECTIONS, S + "chosen"),
        ("how and when to support me", Q.SHARE_SECTIONS, S + "chosen"),
        ("no", None, S + "not_now"),
        ("skip", None, S + "not_now"),
        ("not sure", None, S + "not_now"),
        ("99", Q.SHARE_SECTIONS, S + "say_sections"),
        ("not the one about my dog", Q.SHARE_SECTIONS, S + "without_part"),
        ("<people>", Q.SHARE_SECTIONS, S + "say_sections"),
        ("<done>", Q.SHARE_SECTIONS, S + "say_sections"),
        ("<nonsense>", Q.SHARE_SECTIONS, S + "say_sections"),
    ],
    Q.SHARE_EXPIRY: [
        ("<30>", Q.SHARE_CONSENT, S + "ask_consent"),
        ("a month", Q.SHARE_CONSENT, S + "ask_consent"),
        ("skip", Q.SHARE_CONSENT, S + "week_then"),
        ("not sure", Q.SHARE_CONSENT, S + "week_then"),
        ("no", None, S + "not_now"),
        ("for ever", Q.SHARE_EXPIRY, S + "say_expiry"),
        ("0 days", Q.SHARE_EXPIRY, S + "say_expiry"),
        ("ten years", Q.SHARE_EXPIRY, S + "say_expiry"),
        ("<nonsense>", Q.SHARE_EXPIRY, S + "say_expiry"),
        ("<0>", Q.SHARE_EXPIRY, S + "say_expiry"),
        ("yes", Q.SHARE_EXPIRY, S + "say_expiry"),
    ],
    Q.SHARE_CONSENT: [
        ("yes", None, S + "link"),
        ("<share>", None, S + "link"),
        ("yes share it", None, S + "link"),
        ("no", None, S + "not_now"),
        ("<do_not_share>", None, S + "not_now"),
        ("skip", None, S + "not_now"),
        ("not sure", None, S + "not_now"),
        ("my garden", Q.SHARE_CONSENT, S + "clear_yes"),
        ("<nonsense>", Q.SHARE_CONSENT, S + "clear_yes"),
    ],
    Q.SHARE_TEAM_CONSENT: [
        ("yes", None, S + "team_done"),
        ("<share>", None, S + "team_done"),
        ("yes share it", None, S + "team_done"),
        ("no", None, S + "not_now"),
        ("<do_not_share>", None, S + "not_now"),
        ("skip", None, S + "not_now"),
        ("not sure", None, S + "not_now"),
        ("keep it", Q.SHARE_TEAM_CONSENT, S + "clear_yes"),
        ("my garden", Q.SHARE_TEAM_CONSENT, S + "clear_yes"),
        ("<nonsense>", Q.SHARE_TEAM_CONSENT, S + "clear_yes"),
    ],
    Q.SHARE_STOP_WHICH: [
        ("reader 0", None, S + "stopped_unseen"),
        ("Reader 1", None, S + "stopped_unseen"),
        ("<all>", None, S + "stopped_unseen"),
        ("All of them.", None, S + "stopped_unseen"),
        ("no", None, S + "goes_on"),
        ("skip", None, S + "goes_on"),
        ("somebody", Q.SHARE_STOP_WHICH, S + "say_which"),
        ("yes", Q.SHARE_STOP_WHICH, S + "say_which"),
        ("<nonsense>", Q.SHARE_STOP_WHICH, S + "say_which"),
        ("go back", None, "utter_session_what_next"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
