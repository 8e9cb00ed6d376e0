"""A question about living and dying well is answered, all that stands behind it is said, and nothing else moves."""

from dataclasses import replace

import pytest

from bot.information.loader import read_information
from bot.model.heard import Heard
from bot.model.information import QUESTIONS, Library
from bot.model.position import Question
from bot.stages.information import in_words
from tests.unit.stages.talking import Talk, at

I = "utter_information_"  # noqa: E741
LIBRARY = read_information()
TEXTS = LIBRARY.texts


def words(talk):
    return talk.value(I + "text", "words")


def own_buttons(talk):
    """The buttons of the text itself, those of the open question left out."""
    return [
        button
        for say in talk.heard
        if say.response.startswith(I)
        for button in say.buttons
        if "information" in button.payload
    ]


@pytest.mark.parametrize("intent", QUESTIONS)
def test_every_question_has_its_text(talk, intent):
    text = LIBRARY.answering(intent)
    at(talk, Question.FOCUS_WHY)
    said = talk.does(intent)
    assert said[0] == I + "text"
    assert words(talk) == "\n\n".join(text.messages)
    assert said[-1].startswith("utter_focus_ask_why"), "the open question is asked again"


@pytest.mark.parametrize("text", TEXTS, ids=[text.id for text in TEXTS])
def test_all_that_stands_behind_a_text_can_be_had_one_after_the_other(talk, text):
    """Earlier buttons work no more, so each reply offers the others again."""
    at(talk, Question.FOCUS_WHY)
    talk.presses(f"information:{text.id}")
    parts = {"information_ask": "ask", "information_read": "read", "information_written": "written"}
    parts |= {"information_elsewhere": "elsewhere"} if text.differences else {}
    for part, said in parts.items():
        offered = {button.payload for button in own_buttons(talk)}
        assert f"choose:{part}:{text.id}" in offered
        assert talk.presses(f"{part}:{text.id}")[0] == I + said
        assert f"choose:{part}:{text.id}" not in {button.payload for button in own_buttons(talk)}
    assert len(own_buttons(talk)) <= 5
    for need in text.leads_on_to:
        assert f"choose:information:{need}" in {button.payload for button in own_buttons(talk)}


@pytest.mark.parametrize("question", [None, *(q for q in Question if q is not Question.SIGNPOSTING_WRONG)])
def test_no_button_of_a_text_moves_the_open_question(talk, question):
    at(talk, question)
    before = (replace(talk.position, welcomed=True, again=None), talk.draft, talk.kept, len(talk.shares))
    talk.does("ask_lpa")
    asked = replace(talk.position, welcomed=True, again=None)
    assert _but_for_what_was_told(asked) == _but_for_what_was_told(before[0])
    for part in ("information", "information_ask", "information_read", "information_elsewhere", "information_written"):
        said = talk.presses(f"{part}:someone_to_decide")
        assert said[0].startswith(I), part
        assert len(said) > 1, "the open question is asked again"
        after = (replace(talk.position, welcomed=True, again=None), talk.draft, talk.kept, len(talk.shares))
        assert _but_for_what_was_told(after[0]) == _but_for_what_was_told(before[0]), part
        assert after[1:] == before[1:], part


def _but_for_what_was_told(here):
    """Without which text was told last, and how often a question was asked."""
    return replace(here, text="", heard=Heard(), put=(), after_death=replace(here.after_death, asked=0))


def test_whom_to_ask_can_be_rung_and_pages_opened(talk):
    text = LIBRARY.answering("ask_lpa")
    phone = next(one.phone for one in text.ask if one.phone)
    at(talk, Question.FOCUS_WHY)
    talk.does("ask_lpa")
    talk.presses(f"information_ask:{text.id}")
    assert (f"Call {phone}", f"tel:{phone.replace(' ', '')}") in talk.links()
    assert len(talk.value(I + "ask", "who").splitlines()) == len(text.ask)
    talk.presses(f"information_read:{text.id}")
    assert talk.links() == [(page.name, page.address) for page in text.read_more]


def test_each_nation_has_a_message_of_its_own(talk):
    text = LIBRARY.answering("ask_adrt")
    at(talk, Question.FOCUS_WHY)
    talk.does("ask_adrt")
    assert "In Scotland, Wales or Northern Ireland" in [button.title for button in own_buttons(talk)]
    talk.presses(f"information_elsewhere:{text.id}")
    told = {say.values["nation"]: say.values["words"] for say in talk.heard if say.response == I + "elsewhere"}
    assert told == {nation.value: words for nation, words in text.differences.items()}


def test_it_says_who_wrote_it_who_reviewed_it_and_when(talk):
    text = LIBRARY.answering("ask_assisted_dying")
    at(talk, Question.FOCUS_WHY)
    talk.presses(f"information_written:{text.id}")
    assert talk.value(I + "written", "reviewer") == text.reviewed_by
    assert talk.value(I + "written", "due") == in_words(text)
    assert talk.links() == [(page.name, page.address) for page in text.sources]


def test_what_is_past_its_date_says_so(begin, facts, clock):
    text = replace(LIBRARY.answering("ask_assisted_dying"), review_by=clock.now().date())
    other = LIBRARY.answering("ask_cpr")
    talk = at(Talk(begin, replace(facts, information=lambda: Library((text, other)))), Question.FOCUS_WHY)
    assert I + "old" not in talk.does("ask_assisted_dying")
    clock.move(days=1)
    assert talk.does("ask_assisted_dying")[:2] == [I + "text", I + "old"]
    assert talk.value(I + "old", "due") == "21 November 2026"
    assert own_buttons(talk)
    assert I + "old" not in talk.does("ask_cpr")


def test_easier_words_where_they_are_asked_for(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types("easy read")
    talk.does("ask_comfort")
    assert words(talk) == "\n\n".join(LIBRARY.about("comfort").easy_read)
    talk.types("usual words")
    talk.does("ask_comfort")
    assert words(talk) == "\n\n".join(LIBRARY.about("comfort").messages)


def test_what_may_lie_behind_it_can_be_talked_about(talk):
    at(talk, None)
    talk.does("ask_assisted_dying")
    assert {"focus_on_what_matters", "choose:information:comfort"} <= set(talk.buttons())


@pytest.mark.parametrize("choice", ["information:gone", "information_ask:", "information_read", "information:a:b"])
def test_a_text_that_is_not_there_any_more_is_told(talk, choice):
    at(talk, Question.FOCUS_WHY)
    before = talk.position
    assert talk.presses(choice)[0] == I + "gone"
    assert replace(talk.position, again=None) == before


def test_a_copy_without_texts_says_so(begin, facts):
    talk = at(Talk(begin, replace(facts, information=Library)), Question.FOCUS_WHY)
    assert talk.does("ask_money")[0] == I + "gone"


@pytest.mark.parametrize(
    "asked",
    ["what is a respect form", "whats a ReSPECT then", "do I need a respect plan", "who fills in respect forms"],
)
def test_a_form_that_is_named_is_told_of(talk, asked):
    at(talk, Question.FOCUS_WHY)
    talk.does("ask_cpr", asked)
    assert words(talk) == "\n\n".join(LIBRARY.about("respect_form").messages)


@pytest.mark.parametrize("asked", ["how is that different from a dnacpr", "do they respect a no to CPR", "what is CPR"])
def test_respect_alone_is_no_form(talk, asked):
    at(talk, Question.FOCUS_WHY)
    talk.does("ask_cpr", asked)
    assert words(talk) == "\n\n".join(LIBRARY.answering("ask_cpr").messages)


@pytest.mark.parametrize(
    ("asked", "intent", "text"),
    [
        ("who pays for the care home", "ask_money", "continuing_healthcare"),
        ("can I get carer's allowance if I work", "ask_carer_support", "carers_allowance"),
        ("will he be in pain", "ask_medical_advice", "easing_pain"),
        ("how do I close my dad's facebook", "ask_digital_legacy", "accounts_of_someone_who_died"),
    ],
)
def test_the_need_that_is_named_comes_before_its_kind(talk, asked, intent, text):
    at(talk, Question.FOCUS_WHY)
    said = talk.does(intent, asked)
    assert words(talk) == "\n\n".join(LIBRARY.about(text).messages)
    assert said[-1].startswith("utter_focus_ask_why"), "the open question is asked again"


@pytest.mark.parametrize("asked", ["my dad has dementia, who helps me", "she has Alzheimer's and I am worn out"])
def test_who_knows_the_illness_that_was_said_is_told_at_once(talk, asked):
    at(talk, Question.FOCUS_WHY)
    assert talk.does("ask_carer_support", asked)[:2] == [I + "text", I + "ask_first"]
    assert "0800 888 6678" in talk.value(I + "ask_first", "who")
    assert ("Call 0800 888 6678", "tel:08008886678") in talk.links()
    assert own_buttons(talk)


def test_no_illness_is_spoken_of_that_was_not_said(talk):
    at(talk, Question.FOCUS_WHY)
    assert I + "ask_first" not in talk.does("ask_carer_support", "I look after my mum, who helps me")
