"""Every question of the conversation: answered, left aside, not known, declined, gone back from; typed and pressed."""

from dataclasses import replace

import pytest

from bot.model.position import Question
from bot.stages.flow import ANSWERS, ASKS
from tests.unit.stages.talking import at
from tests.unit.stages.test_answers_planning import TABLE as PLANNING

Q = Question
W = "utter_welcome_"
F = "utter_focus_"
R = "utter_record_"
S = "utter_share_"
I = "utter_improve_"  # noqa: E741
P = "utter_signposting_"
B = "utter_bereavement_"
M = "utter_reminder_"


@pytest.fixture
def facts(facts):
    """A channel can write to the person first, so a reminder can be set."""
    return replace(facts, can_write_first=lambda person: True)


def test_every_question_can_be_asked_and_answered():
    assert set(ASKS) == set(ANSWERS) == set(Q)


# question: what is typed or pressed (a value in angle brackets is a button) -> where it leads, what is said first
TABLE = {
    Q.WELCOME_DOOR: [
        ("for me", Q.FOCUS_WHAT, F + "ask_what"),
        ("<me>", Q.FOCUS_WHAT, F + "ask_what"),
        ("my mum", Q.FOCUS_WHAT, F + "ask_what"),
        ("<close>", Q.FOCUS_WHAT, F + "ask_what"),
        ("<grieving>", Q.BEREAVEMENT_WHICH, B + "any"),
        ("my dad died in May", Q.BEREAVEMENT_WHICH, B + "parent"),
        ("<helping>", Q.SIGNPOSTING_NEED, "utter_signposting_volunteer_help"),
        ("I am a volunteer", Q.SIGNPOSTING_NEED, "utter_signposting_volunteer_help"),
        ("skip", None, W + "later"),
        ("I don't know", None, W + "later"),
        ("no", None, W + "later"),
        ("yes", Q.WELCOME_DOOR, W + "say_door"),
        ("<nonsense>", Q.WELCOME_DOOR, W + "say_door"),
        ("go back", Q.WELCOME_DOOR, "utter_session_first_question"),
        ("my garden", Q.WELCOME_DOOR, W + "which"),
        ("me and my husband", Q.WELCOME_DOOR, W + "which"),
        ("my mum is dying", Q.FOCUS_WHAT, W + "thank"),
    ],
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
    Q.RECORD_CHECK: [
        ("yes", Q.RECORD_CONSENT, R + "ask_consent"),
        ("that's right", Q.RECORD_CONSENT, R + "ask_consent"),
        ("<right>", Q.RECORD_CONSENT, R + "ask_consent"),
        ("<change>", Q.RECORD_CHANGE_WHICH, R + "ask_change_which"),
        ("<remove>", Q.RECORD_REMOVE_WHICH, R + "ask_remove_which"),
        ("<move>", Q.RECORD_MOVE_WHICH, R + "ask_move_which"),
        ("<add>", Q.RECORD_ADD_HEADING, R + "ask_add_heading"),
        ("change 2", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("please change line two", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("change the last one", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("take out 1", Q.RECORD_CHECK, R + "removed_quoting"),
        ("put 3 first", Q.RECORD_CHECK, R + "moved"),
        ("no", Q.RECORD_CHECK, R + "what_to_change"),
        ("skip", None, R + "left_for_now"),
        ("not sure", None, R + "left_for_now"),
        ("change 99", Q.RECORD_CHECK, R + "say_number"),
        ("remove 0", Q.RECORD_CHECK, R + "say_number"),
        ("take out 1000", Q.RECORD_CHECK, R + "say_number"),
        ("the bit about the dog is wrong", Q.RECORD_CHECK, R + "say_which"),
        ("remove the one about the dog", Q.RECORD_CHECK, R + "say_which"),
        ("take out the last bit of the first line", Q.RECORD_CHECK, R + "say_which"),
        ("<nonsense>", Q.RECORD_CHECK, R + "say_which"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.RECORD_CHANGE_WHICH: [
        ("2", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("the second one", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("number 3 please", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("<l1>", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("not sure", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("99", Q.RECORD_CHANGE_WHICH, R + "say_number"),
        ("0", Q.RECORD_CHANGE_WHICH, R + "say_number"),
        ("-1", Q.RECORD_CHANGE_WORDS, R + "ask_change_words"),
        ("yes", Q.RECORD_CHANGE_WHICH, R + "say_number"),
        ("<l99>", Q.RECORD_CHANGE_WHICH, R + "say_number"),
    ],
    Q.RECORD_REMOVE_WHICH: [
        ("1", Q.RECORD_CHECK, R + "removed_quoting"),
        ("<l1>", Q.RECORD_CHECK, R + "removed_quoting"),
        ("number one", Q.RECORD_CHECK, R + "removed_quoting"),
        ("remove line 2 please", Q.RECORD_CHECK, R + "removed_quoting"),
        # nothing may be taken out on a misreading
        ("no not that one", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("none of them, leave that one", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("the one about the dog", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("not 2", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("I have two dogs", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("1 or 2", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("99", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("yes", Q.RECORD_REMOVE_WHICH, R + "say_number"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("dunno", Q.RECORD_CHECK, R + "left_as_it_was"),
    ],
    Q.RECORD_MOVE_WHICH: [
        ("3", Q.RECORD_CHECK, R + "moved"),
        ("the last one", Q.RECORD_CHECK, R + "moved"),
        ("<l2>", Q.RECORD_CHECK, R + "moved"),
        ("99", Q.RECORD_MOVE_WHICH, R + "say_number"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("not sure", Q.RECORD_CHECK, R + "left_as_it_was"),
    ],
    Q.RECORD_CHANGE_WORDS: [
        ("my garden, at dusk", Q.RECORD_CHECK, R + "changed"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("I don't know", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("<nonsense>", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("keep it", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("that's fine", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("ok", Q.RECORD_CHECK, R + "left_as_it_was"),
    ],
    Q.RECORD_ADD_HEADING: [
        ("<people>", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("2", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("My wellness", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("my wellness.", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("I am allergic to nuts", Q.RECORD_ADD_HEADING, R + "say_heading"),
        ("I have two cats", Q.RECORD_ADD_HEADING, R + "say_heading"),
        ("one sugar in my tea", Q.RECORD_ADD_HEADING, R + "say_heading"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("not sure", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("<nonsense>", Q.RECORD_ADD_HEADING, R + "say_heading"),
        ("people", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("wellness", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("support", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("communication", Q.RECORD_ADD_WORDS, R + "ask_add_words"),
        ("important", Q.RECORD_ADD_HEADING, R + "say_heading"),
        ("me", Q.RECORD_ADD_HEADING, R + "say_heading"),
        ("yes", Q.RECORD_ADD_HEADING, R + "say_heading"),
    ],
    Q.RECORD_ADD_WORDS: [
        ("knock first", Q.RECORD_CHECK, R + "added"),
        ("skip", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("no", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("dunno", Q.RECORD_CHECK, R + "left_as_it_was"),
        ("<nonsense>", Q.RECORD_ADD_WORDS, F + "in_your_words"),
        ("ok", Q.RECORD_ADD_WORDS, F + "in_your_words"),
    ],
    Q.RECORD_CONSENT: [
        ("yes", None, R + "kept"),
        ("<keep>", None, R + "kept"),
        ("no", Q.RECORD_COPY, R + "ask_copy"),
        ("<do_not_keep>", Q.RECORD_COPY, R + "ask_copy"),
        ("skip", None, R + "no_hurry"),
        ("not sure", None, R + "no_hurry"),
        ("my garden", Q.RECORD_CONSENT, R + "clear_yes"),
        ("<nonsense>", Q.RECORD_CONSENT, R + "clear_yes"),
    ],
    Q.RECORD_COPY: [
        ("yes", None, R + "copy_here"),
        ("<copy>", None, R + "copy_here"),
        ("no", None, R + "not_kept"),
        ("<no_copy>", None, R + "not_kept"),
        ("my garden", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("<nonsense>", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("no thanks", None, R + "not_kept"),
        ("don't", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("no don't", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("please don't delete it", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("skip", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("I don't know", Q.RECORD_COPY, R + "clear_yes_copy"),
        ("no, that's all", Q.RECORD_COPY, R + "clear_yes_copy"),
    ],
    Q.RECORD_DELETE: [
        ("yes", None, R + "deleted"),
        ("<delete>", None, R + "deleted"),
        ("yes delete everything", None, R + "deleted"),
        ("no", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("skip", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("not sure", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("keep it", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("please keep it", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("yes keep it", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("yes share it", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("my garden", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("<nonsense>", Q.RECORD_CHECK, R + "nothing_deleted"),
        ("go back", Q.RECORD_CHECK, R + "read_back"),
    ],
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
        ("not the one about my dog", Q.SHARE_SECTIONS, S + "say_sections"),
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
        ("<nonsense>", Q.IMPROVE_ANSWER, I + "say_answer"),
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
        ("<nonsense>", Q.IMPROVE_SEND, I + "say_send"),
    ],
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
        ("<nonsense>", Q.SIGNPOSTING_NEED, P + "say_it_simply"),
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
        ("she was everything to me", Q.SIGNPOSTING_WHO, B + "heard"),
        ("yes", Q.SIGNPOSTING_WHO, P + "say_it_simply"),
        ("<nonsense>", Q.SIGNPOSTING_WHO, P + "say_it_simply"),
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
        ("hm", Q.SIGNPOSTING_HOW, P + "say_it_simply"),
        ("<nonsense>", Q.SIGNPOSTING_HOW, P + "say_it_simply"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_YOUNG: [
        ("<young>", Q.SIGNPOSTING_PLACE, B + "young"),
        ("yes", Q.SIGNPOSTING_PLACE, B + "young"),
        ("<grown_up>", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("no", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("skip", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("my granddaughter", Q.SIGNPOSTING_PLACE, B + "young"),
        ("hm", Q.SIGNPOSTING_YOUNG, P + "say_yes_or_no"),
        ("<nonsense>", Q.SIGNPOSTING_YOUNG, P + "say_yes_or_no"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.SIGNPOSTING_PLACE: [
        ("DT1", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("I'm in Poole", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("skip", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("no", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("not sure", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("Timbuktu", Q.SIGNPOSTING_PLACE, P + "say_place"),
        ("yes", Q.SIGNPOSTING_PLACE, P + "say_place"),
        ("<nonsense>", Q.SIGNPOSTING_PLACE, P + "say_place"),
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
        ("<s9>", Q.SIGNPOSTING_WRONG, P + "say_wrong"),
        ("go back", Q.FOCUS_MORE, F + "ask_more"),
    ],
    Q.BEREAVEMENT_WHICH: [
        ("<after_death>", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("what to do", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("registering the death", Q.BEREAVEMENT_NATION, B + "ask_nation"),
        ("<support_for_me>", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("support", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("someone to talk to", Q.SIGNPOSTING_WHO, P + "ask_who"),
        ("my husband", Q.SIGNPOSTING_PLACE, B + "partner"),
        ("he was a lovely man", Q.BEREAVEMENT_WHICH, B + "heard"),
        ("skip", None, B + "later"),
        ("no", None, B + "later"),
        ("I don't know", None, B + "later"),
        ("yes", Q.BEREAVEMENT_WHICH, B + "say_which"),
        ("<nonsense>", Q.BEREAVEMENT_WHICH, B + "say_which"),
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
        ("<nonsense>", Q.BEREAVEMENT_NATION, B + "say_nation"),
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
        ("<nonsense>", Q.BEREAVEMENT_STEP, B + "say_step"),
        ("go back", Q.BEREAVEMENT_STEP, B + "step"),
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
    Q.REMINDER_WHEN: [
        ("<in_a_day>", None, M + "set"),
        ("<in_three_days>", None, M + "set"),
        ("<in_a_week>", None, M + "set"),
        ("on friday at 3", None, M + "set"),
        ("no", None, M + "none"),
        ("skip", None, M + "none"),
        ("I don't know", None, M + "none"),
        ("stop reminders", None, M + "none_open"),
        ("I am in Spain", Q.REMINDER_WHEN, M + "zone"),
        ("my time zone is Narnia", Q.REMINDER_WHEN, M + "say_zone"),
        ("today at 9", Q.REMINDER_WHEN, M + "past"),
        ("in a hundred years", Q.REMINDER_WHEN, M + "say_when"),
        ("in 99 days", Q.REMINDER_WHEN, M + "too_far"),
        ("after lunch", Q.REMINDER_WHEN, M + "say_when"),
        ("yes", Q.REMINDER_WHEN, M + "say_when"),
        ("<nonsense>", Q.REMINDER_WHEN, M + "say_when"),
        ("go back", None, "utter_session_what_next"),
    ],
    Q.SESSION_START_OVER: [
        ("<start_over>", Q.WELCOME_DOOR, "utter_session_started_over"),
        ("yes", Q.WELCOME_DOOR, "utter_session_started_over"),
        ("no", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("skip", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("keep it", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("yes keep it", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("my garden", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("go back", Q.RECORD_CHECK, R + "read_back"),
    ],
}
CASES = [(question, *case) for question, cases in TABLE.items() for case in cases]


def test_the_table_knows_every_question():
    assert {*TABLE, *PLANNING} == set(Q)


def answered(talk, question, what):
    if question is Q.WELCOME_DOOR:
        talk.does("arrive")
    else:
        at(talk, question)
    assert talk.question is question
    return talk.presses(what[1:-1]) if what[0] == "<" else talk.types(what)


@pytest.mark.parametrize(("question", "what", "leads_to", "said"), CASES, ids=lambda value: str(value)[:40])
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    responses = answered(talk, question, what)

    if said.endswith("_deleted") and not said.endswith("nothing_deleted"):
        assert responses == [said]
        return
    assert (talk.question, responses[0]) == (leads_to, said)


# A pause, a question of the person's own, a feeling: none of them answers what is open.
ASIDE = [
    "pause", "stop", "goodbye", "ask_privacy", "help", "thank", "express_fear", "report_directory_error", "ask_clarify",
    "ask_who_are_you", "chitchat", "nlu_fallback", "resume", "greet", "arrive", "review_summary", "ask_who_viewed",
    "get_copy",
]  # fmt: skip


LEAVING = ("pause", "stop", "goodbye")
ASKED_ASIDE = (Q.RECORD_DELETE, Q.PLAN_CLEAR, Q.SHARE_STOP_WHICH, Q.SESSION_START_OVER)


@pytest.mark.parametrize("intent", LEAVING)
@pytest.mark.parametrize("question", ASKED_ASIDE)
def test_leaving_is_a_no_to_what_is_asked_aside(talk, question, intent):
    at(talk, question)
    kept, shares, draft = talk.kept, len(talk.shares), talk.draft
    assert talk.does(intent)[0] == "utter_session_nothing_changed"
    assert talk.question is not question, "a dangerous question would stay open for weeks"
    assert (talk.kept, len(talk.shares), talk.draft) == (kept, shares, draft)


@pytest.mark.parametrize("question", Q)
def test_an_interruption_answers_nothing(talk, question):
    if question is Q.WELCOME_DOOR:
        talk.does("arrive")
    else:
        at(talk, question)
    before = (talk.position, talk.draft, talk.kept, len(talk.shares))
    for intent in ASIDE:
        if intent in LEAVING and question in ASKED_ASIDE:
            continue
        if intent == "report_directory_error" and question is Q.SIGNPOSTING_WRONG:
            continue
        responses = talk.does(intent)
        assert responses, intent
        assert (talk.position, talk.draft, talk.kept, len(talk.shares)) == before, intent
        if intent not in LEAVING:
            assert responses[-1] != "utter_session_what_next", intent


@pytest.mark.parametrize("question", [q for q in Q if q not in ASKED_ASIDE])
@pytest.mark.parametrize("words", ["not today", "maybe later", "I need a break"])
def test_a_pause_is_not_an_answer(talk, question, words):
    if question is Q.WELCOME_DOOR:
        talk.does("arrive")
    else:
        at(talk, question)
    before = (talk.position, talk.draft)

    assert talk.types(words)[0].startswith("utter_session_pause")
    assert (talk.position, talk.draft) == before
    assert talk.does("resume")
    assert (talk.position, talk.draft) == before
