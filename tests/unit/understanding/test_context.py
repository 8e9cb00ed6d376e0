"""The rule of context: what a message is acted on as, while nothing, a question or a choice is open."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.understanding.asking import is_question
from bot.understanding.commands import command
from bot.understanding.context import LEAST_SAFETY, act_on
from bot.understanding.kinds import INTERRUPTIONS, SAFETY
from bot.understanding.likely import (
    LEAST_ABOUT_THE_CHAT,
    LEAST_INTERRUPTION,
    LEAST_MOVE,
    LEAST_OPEN,
    LEAST_QUESTION,
    LEAST_TOLD,
)
from tests.unit.fakes import RULES

LEARNT = sorted(set(RULES) - {"choose", "arrive"})
OPEN, ANSWERING, CHOOSING = "open", "answering", "choosing"

TABLE = [
    # the model's guess, its confidence, what was typed, what is open -> acted on as; why
    # answering: an answer is an answer, however many trigger words it holds
    ("ask_place_of_care", 0.96, "I want to die at home", ANSWERING, "inform", "a wish, not a question"),
    ("ask_cpr", 0.95, "No resuscitation", ANSWERING, "inform", "a wish about CPR"),
    ("ask_wills_funerals", 0.96, "A woodland funeral with jazz", ANSWERING, "inform", "a wish about a funeral"),
    ("express_fear", 0.98, "I'm scared of dying alone", ANSWERING, "inform", "a feeling that is the answer"),
    ("bereavement_support", 0.9, "My wife died and I miss her", ANSWERING, "inform", "grief that is the answer"),
    ("find_support", 0.9, "support from my neighbours", ANSWERING, "inform", "the word support"),
    ("share_summary", 0.5, "share it", ANSWERING, "share_summary", "word for word, so a command"),
    ("share_summary", 0.9, "I want to share my meals with my sister every day of the week if I possibly can", ANSWERING,
     "share_summary", "the model is sure of it, and it asks before it shares"),
    ("share_summary", LEAST_INTERRUPTION - 0.01, "I want to share Sunday lunch", ANSWERING, "inform", "unsure"),
    ("stop", LEAST_MOVE - 0.01, "stop the tests", ANSWERING, "inform", "not sure enough to end the conversation"),
    ("affirm", 0.99, "yes my dog", ANSWERING, "inform", "yes is never guessed"),
    ("deny", 0.99, "no more hospitals", ANSWERING, "inform", "nor no"),
    ("choose", 0.99, "my garden", ANSWERING, "inform", "nobody types a button"),
    ("arrive", 0.99, "my garden", ANSWERING, "inform", "nor opens a page by typing"),
    ("chitchat", 0.9, "football", ANSWERING, "inform", "football can matter most"),
    ("abusive", 0.9, "you lot are useless", ANSWERING, "inform", "kept as said"),
    ("nlu_fallback", 1.0, "asdf", ANSWERING, "inform", "even this"),
    ("inform", 0.2, "🌻", ANSWERING, "inform", "a picture can be an answer"),
    ("inform", 0.2, "12", ANSWERING, "inform", "and a number"),
    ("express_uncertainty", 0.9, "I keep changing my mind between home and the hospice", ANSWERING, "inform", "told"),
    ("express_uncertainty", 0.9, "oh I could not tell you off hand", ANSWERING, "express_uncertainty", "nothing told"),
    ("skip", 0.9, "change 1", ANSWERING, "edit_summary", "a line by its number"),
    ("inform", 0.9, "a change of air", ANSWERING, "inform", "no line is named"),
    ("inform", 0.9, "i might sleep now", ANSWERING, "pause", "word for word"),
    ("inform", 0.9, "I might sleep in my own bed", ANSWERING, "inform", "a wish"),
    # "hang on" leads in to what is told
    ("pause", 0.98, "hang on. one more. my boy's 15 and wont come out of his room", ANSWERING, "inform", "it goes on"),
    ("pause", 0.98, "hang on. one more. my boy's 15 and wont come out of his room", OPEN, "inform", "it goes on"),
    ("stop", 0.9, "hang on, she says put Betty and Len. Len's the dog", ANSWERING, "inform", "it goes on"),
    ("goodbye", 0.9, "wait, there is my sister too", CHOOSING, "inform", "it goes on"),
    ("find_support", 0.9, "hang on, is there help with bills", OPEN, "find_support", "the rest is read"),
    ("pause", 0.9, "hang on", ANSWERING, "pause", "no more words"),
    ("pause", 0.9, "wait, I will do this tomorrow when I feel up to it", ANSWERING, "pause", "the rest ends it"),
    ("inform", 0.9, "hang on, stop", ANSWERING, "stop", "a command behind it"),
    ("inform", 0.9, "wait, skip this one", ANSWERING, "skip", "a command behind it"),
    ("inform", 0.9, "hang on, yes", CHOOSING, "inform", "never a yes"),
    # what puts the question aside interrupts; so does anything put as a question
    ("express_distress", 0.9, "never mind that, I'm in floods", ANSWERING, "express_distress", "aside"),
    ("bereaved_sudden", 0.9, "cant answer that. my lad was killed in March", ANSWERING, "bereaved_sudden", "aside"),
    ("bereaved_sudden", LEAST_TOLD - 0.01, "cant answer that. my lad was killed", ANSWERING, "inform", "a weak guess"),
    ("express_anger", 0.9, "They lost her notes and I am livid", ANSWERING, "inform", "a feeling is an answer"),
    ("chitchat", 0.9, "and how are you today?", ANSWERING, "chitchat", "a question to the chat"),
    ("out_of_scope", 0.9, "who won the match last night?", ANSWERING, "out_of_scope", "a question to somebody else"),
    ("affirm", 0.99, "never mind that, yes", ANSWERING, "inform", "yes is never guessed"),
    ("express_guilt", 0.9, "I want to say sorry I was not a better dad", ANSWERING, "inform", "nothing is put aside"),
    ("express_fear", 0.9, "I want to hold on to hope", ANSWERING, "inform", "nor here"),
    ("express_fear", 0.9, "my questions answered honestly", ANSWERING, "inform", "questions of one's own"),
    # what begins like a question and is a wish is kept
    ("ask_cpr", 0.9, "Do not want CPR", ANSWERING, "inform", "a wish"),
    ("ask_place_of_care", 0.9, "Would like to die at home", ANSWERING, "inform", "a wish"),
    ("express_fear", 0.9, "Am frightened of choking", ANSWERING, "inform", "a feeling"),
    ("ask_wills_funerals", 0.9, "when im gone no black", ANSWERING, "inform", "a wish"),
    # a yes is taken back as easily as it was given
    ("withdraw_consent", 0.9, "don't share it with my sister any more", ANSWERING, "withdraw_consent", "taken back"),
    ("share_summary", 0.9, "don't share it with my sister", ANSWERING, "inform", "never the opposite"),
    # real questions interrupt
    ("ask_cpr", 0.8, "what is a DNACPR?", ANSWERING, "ask_cpr", "a question"),
    ("ask_lpa", 0.8, "can my daughter decide for me", ANSWERING, "ask_lpa", "without its mark"),
    ("ask_privacy", 0.8, "and who will read all of this?", ANSWERING, "ask_privacy", "with a word before it"),
    ("ask_cpr", LEAST_QUESTION - 0.01, "what is a DNACPR?", ANSWERING, "inform", "but not on a weak guess"),
    ("ask_what_to_expect", 0.9, "what matters is that I know", ANSWERING, "inform", "begins like a question"),
    ("ask_comfort", 0.9, "how I look", ANSWERING, "inform", "begins like a question"),
    ("inform", 0.9, "why does it always rain?", ANSWERING, "inform", "a question nobody can place"),
    # commands, word for word, in every state
    ("inform", 0.9, "skip", ANSWERING, "skip", "a command"),
    ("inform", 0.9, "Not today.", CHOOSING, "pause", "a command"),
    ("inform", 0.9, "go back", OPEN, "go_back", "a command"),
    ("inform", 0.9, "yes", OPEN, "affirm", "word for word"),
    ("inform", 0.9, "we talked", OPEN, "reflect_on_conversation", "a command"),
    ("inform", 0.9, "we talked", ANSWERING, "inform", "and an answer to why"),
    ("inform", 0.9, "we had the talk", ANSWERING, "reflect_on_conversation", "in every state"),
    ("inform", 0.9, "no", ANSWERING, "deny", "word for word"),
    ("emergency", 0.99, "help", ANSWERING, "help", "the door has seen it before"),
    # guessed commands
    ("delete_my_data", 0.99, "get rid of what you hold on me", ANSWERING, "delete_my_data", "it asks before it does"),
    ("delete_my_data", LEAST_INTERRUPTION, "please wipe it", ANSWERING, "delete_my_data", "likely enough"),
    ("delete_my_data", LEAST_INTERRUPTION - 0.01, "please wipe it", ANSWERING, "inform", "not likely enough"),
    ("get_copy", LEAST_INTERRUPTION, "a paper one for me", ANSWERING, "get_copy", "likely enough"),
    ("pause", LEAST_MOVE - 0.01, "I could do with a lie down", ANSWERING, "inform", "a pause takes more"),
    ("go_back", LEAST_MOVE - 0.01, "I want to go back to Ireland before I die", ANSWERING, "inform", "so does this"),
    ("go_back", 0.99, "to go back to the house in Mayo where my mother was born and see the strand again", ANSWERING,
     "inform", "a long sentence that does not speak of the chat never moves it"),
    ("go_back", LEAST_ABOUT_THE_CHAT, "can I change what I said to the last question", ANSWERING, "go_back",
     "it speaks of the chat"),
    ("skip", LEAST_ABOUT_THE_CHAT, "leave this question out", ANSWERING, "skip", "so does this"),
    ("skip", LEAST_MOVE, "give that one a miss", ANSWERING, "skip", "it need not, when the model is very sure"),
    ("ask_privacy", 0.99, "privacy", ANSWERING, "ask_privacy", "a word may be a question when the model is sure"),
    ("inform", 0.9, "privacy", ANSWERING, "inform", "and is an answer when it is not"),
    ("delete_my_data", 0.9, "please don't delete anything", CHOOSING, "deny", "words against a thing never do it"),
    ("delete_my_data", 0.9, "no don't delete it", ANSWERING, "inform", "the same"),
    ("suicidal", 0.9, "my brother died by suicide", OPEN, "bereaved_suicide", "bereaved is not in danger"),
    ("suicidal", 0.9, "my son nearly killed himself", OPEN, "suicidal", "he lives, and is in danger"),
    ("suicidal", 0.9, "my brother killed himself and I am going to do the same", OPEN, "suicidal", "this is"),
    # choosing
    ("edit_summary", 0.9, "take out 2", CHOOSING, "inform", "an answer to the choice"),
    ("delete_my_data", 0.95, "delete 3", CHOOSING, "inform", "a line, not everything"),
    ("affirm", 0.99, "I suppose", CHOOSING, "inform", "consent is never guessed"),
    ("affirm", 0.99, "👍", CHOOSING, "inform", "nor read from a picture"),
    ("ask_privacy", 0.9, "who can see it then?", CHOOSING, "ask_privacy", "a question comes first"),
    ("edit_summary", 0.9, "take out 2", ANSWERING, "edit_summary", "no line is chosen while words are asked for"),
    ("review_summary", 0.99, '{"intent": "affirm"}', ANSWERING, "inform", "no sentence, so no command"),
    ("edit_summary", 0.99, "he's mine \\ back\\slash", ANSWERING, "inform", "nor this"),
    ("give_feedback", 0.9, "it keeps me out of mischief", ANSWERING, "inform", "it praises an allotment, not the chat"),
    ("give_feedback", 0.5, "your questions are too long", ANSWERING, "give_feedback", "it speaks of the chat"),
    # danger
    ("suicidal", LEAST_SAFETY, "some words", ANSWERING, "suicidal", "sure"),
    ("suicidal", LEAST_SAFETY - 0.01, "some words", ANSWERING, "inform", "the door has judged; the model must be sure"),
    ("emergency", 0.99, "some words", CHOOSING, "emergency", "sure"),
    ("suicidal", LEAST_SAFETY - 0.01, "some words", OPEN, "inform", "the next likeliest meaning"),
    ("death_just_happened", 0.99, "the night sitter has just gone", OPEN, "inform", "nobody died"),
    ("death_just_happened", 0.99, "she's gone home to Leeds", ANSWERING, "inform", "nor here"),
    ("death_just_happened", 0.99, "he's gone", OPEN, "death_just_happened", "gone to no place"),
    # a postcode is where somebody lives
    ("goodbye", 0.99, "DT4", ANSWERING, "inform", "a district"),
    ("thank", 0.99, "ta5", OPEN, "inform", "with nothing open too"),
    ("skip", 0.99, "BA4 6XX", CHOOSING, "inform", "and a whole one"),
    # at a bedside
    ("chitchat", 0.44, "is he going to die tonight do you think", ANSWERING, "ask_medical_advice", "a prognosis"),
    ("bereavement_support", 0.5, "how will i know when he's gone", OPEN, "ask_what_to_expect", "what to expect"),
    ("ask_organ_donation", 0.4, "can he still hear me", ANSWERING, "ask_what_to_expect", "at a bedside"),
    ("ask_privacy", 0.4, "can she hear me", CHOOSING, "ask_what_to_expect", "and here"),
    ("ask_wills_funerals", 0.5, "would a charity take the dog out", ANSWERING, "find_support", "help, not a bequest"),
    ("chitchat", 0.5, "can you hear me", OPEN, "chitchat", "the chat is asked"),
    # deleting is guessed only where all of it is named
    ("withdraw_consent", 0.6, "that was me crying love. take that off", ANSWERING, "edit_summary", "one line"),
    ("delete_my_data", 0.9, "that was me crying love, rub the crying out", OPEN, "edit_summary", "still one line"),
    ("delete_my_data", 0.9, "rub every word of it out", ANSWERING, "delete_my_data", "all of it"),
    ("skip", 0.9, "delete that one", ANSWERING, "edit_summary", "what was just said"),
    ("inform", 0.9, "I would not let them take that off me", ANSWERING, "inform", "an answer"),
    # open
    ("ask_cpr", 0.6, "CPR", OPEN, "ask_cpr", "a word is enough when nothing is asked"),
    ("find_support", 0.9, "🙂🙂", OPEN, "nlu_fallback", "a picture asks for nothing"),
    ("find_support", 0.9, "12345", OPEN, "nlu_fallback", "nor a number"),
    ("find_support", 0.9, "", OPEN, "nlu_fallback", "nor nothing"),
    ("affirm", 0.9, "yes let us do that", OPEN, "affirm", "with nothing open, it agrees to nothing"),
    ("inform", 0.9, "my garden", OPEN, "inform", "words that answer nothing are held"),
    ("goodbye", 0.9, "dt6 3", OPEN, "inform", "where somebody lives"),
    ("set_reminder", 0.9, "its on the 14th of january. do i have to speak", OPEN, "nlu_fallback", "no such word"),
    ("set_reminder", 0.9, "its on the 14th of january. do i have to speak", CHOOSING, "inform", "here too"),
    ("set_reminder", 0.9, "give us a shout on sunday", OPEN, "set_reminder", "a way to ask for it"),
]  # fmt: skip


def ranking(guess: str, confidence: float) -> list[tuple[str, float]]:
    """The guess, and all the rest of the likelihood on a plain answer or, for that, on a feeling."""
    other = "express_fear" if guess == "inform" else "inform"
    return sorted([(guess, confidence), (other, 1 - confidence)], key=lambda pair: -pair[1])


@pytest.mark.parametrize(("guess", "confidence", "text", "state", "expected", "why"), TABLE)
def test_act_on(guess, confidence, text, state, expected, why):
    assert act_on(ranking(guess, confidence), text, state)[0] == expected, why


@given(
    guess=st.sampled_from(LEARNT),
    confidence=st.floats(0, 1),
    text=st.text() | st.text(st.characters()),
    state=st.sampled_from([OPEN, ANSWERING, CHOOSING]),
)
def test_there_is_always_an_intent_with_a_rule(guess, confidence, text, state):
    intent, sure = act_on(ranking(guess, confidence), text, state)
    assert intent in RULES
    assert 0 <= sure <= 1
    if intent in {"affirm", "deny"} and state != OPEN:
        assert command(text) == intent
    assert intent not in {"choose", "arrive"}


@given(text=st.text(st.characters(categories=["So", "Sk", "P", "Zs"]), min_size=1), guess=st.sampled_from(LEARNT))
def test_pictures_never_say_yes_no_or_delete(text, guess):
    assume(not any(c.isalnum() for c in unicodedata.normalize("NFKC", text)))
    for state in (OPEN, CHOOSING, ANSWERING):
        intent, _ = act_on(ranking(guess, 0.3), text, state)
        assert intent not in {"affirm", "deny", "delete_my_data", "withdraw_consent"}


def test_every_named_intent_has_a_rule():
    assert set(RULES) >= INTERRUPTIONS | SAFETY


@pytest.mark.parametrize("state", [OPEN, ANSWERING, CHOOSING])
def test_without_any_guess_an_answer_is_an_answer_and_the_rest_is_not_understood(state):
    assert act_on([], "blue then blue", state)[0] == ("nlu_fallback" if state == OPEN else "inform")


def test_with_nothing_open_a_hunch_is_not_acted_on():
    hunches = [(f"ask_{number}", LEAST_OPEN - 0.01) for number in range(4)]
    assert act_on(hunches, "hm cpr hm", OPEN)[0] == "nlu_fallback"
    assert act_on([("ask_cpr", LEAST_OPEN), *hunches], "hm cpr hm", OPEN)[0] == "ask_cpr"


@pytest.mark.parametrize(
    ("guess", "confidence", "text", "expected"),
    [
        ("chitchat", 0.46, "not being funny but youve not said anything about him", "nlu_fallback"),
        ("goodbye", 0.4, "and that was the end of him", "nlu_fallback"),
        ("ask_who_are_you", 0.4, "husband wife or partner i said", "nlu_fallback"),
        ("out_of_scope", 0.49, "he did the garden and the bins", "nlu_fallback"),
        ("ask_who_are_you", 0.4, "who am I talking to here", "ask_who_are_you"),
        ("chitchat", 0.5, "do you like football then", "chitchat"),
        ("bereavement_support", 0.3, "i just want somebody who knows about it", "bereavement_support"),
    ],
)
def test_a_weak_guess_never_leads_away_from_what_was_told(guess, confidence, text, expected):
    assert act_on([(guess, confidence), ("inform", 0.1)], text, OPEN)[0] == expected


def test_several_likely_interruptions_count_together():
    likely = [("ask_cpr", 0.35), ("ask_adrt", 0.3), ("inform", 0.2), ("affirm", 0.15)]
    assert act_on(likely, "is there a form that says no machines", ANSWERING) == ("ask_cpr", pytest.approx(0.65))


def test_the_likeliest_meaning_that_is_no_danger_is_found_behind_one_that_is_not_likely_enough():
    likely = [("suicidal", 0.5), ("bereaved_suicide", 0.4), ("inform", 0.1)]
    assert act_on(likely, "some words", OPEN) == ("bereaved_suicide", pytest.approx(0.8))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is a DNACPR", True),
        ("is it safe", True),
        ("My garden?", True),
        ("tell me about hospices", True),
        ("so how long have I got", True),
        ("who I love", False),
        ("what I want is quiet", False),
        ("where my husband is buried", False),
        ("when it rains", False),
        ("my garden", False),
        ("Whatever comes", False),
        ("Islands", False),
        ("", False),
    ],
)
def test_is_question(text, expected):
    assert is_question(text) is expected


@pytest.mark.parametrize("text", ["for me please", "For me", "it's for my mum", "about someone close to me"])
def test_who_it_is_for_is_an_answer_to_a_choice(text):
    assert act_on([("review_summary", 0.98)], text, "choosing") == ("inform", 1.0)


def test_who_it_is_for_is_not_read_so_where_nothing_is_asked():
    assert act_on([("focus_on_what_matters", 0.98)], "for me please", "open")[0] == "focus_on_what_matters"
