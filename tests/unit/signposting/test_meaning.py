"""What free text says: needs, losses, who died, age, place, way and time, in many voices and with typing slips."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.encoder import SHIPPED, TOKENIZER, Encoder, EncoderError
from bot.model.directory import Loss, Nation, Need, Relationship, Way
from bot.signposting.meaning import Meaning, Reader
from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.likeness import examples
from bot.signposting.reading.phrases import PhraseError, compile_phrases
from bot.signposting.reading.plain_words import MOST_WORDS, words
from bot.signposting.reading.slips import mended, read_words

READER = Reader()
PARTNER, PARENT, CHILD, SIBLING, FRIEND = (
    Relationship.PARTNER,
    Relationship.PARENT,
    Relationship.CHILD,
    Relationship.SIBLING,
    Relationship.FRIEND,
)

FIRST_NEED = [
    ("man whose wife died of cancer last week poole", Need.BEREAVEMENT),
    ("cant afford funeral", Need.FUNERAL),
    ("berevment", Need.BEREAVEMENT),
    ("what do i do, my mum died this morning", Need.AFTER_DEATH),
    ("I have months to live", Need.END_OF_LIFE),
    ("my wife is dying", Need.ANTICIPATORY_GRIEF),
    ("looking after my husband, worn out", Need.CARERS),
    ("behind with the rent", Need.MONEY),
    ("lasting power of attorny", Need.PLANNING),
    ("wants to be a befriender", Need.VOLUNTEERING),
    ("served in the navy", Need.MILITARY),
    ("is there a rabbi", Need.FAITH),
    ("lesbian helpline", Need.LGBT),
    ("pensioner on her own all day", Need.OLDER_PEOPLE),
    ("coffee morning near me", Need.LOCAL_SUPPORT),
    ("he hits me", Need.SAFETY),
    ("lost him to suicide", Need.BEREAVEMENT),
]


@pytest.mark.parametrize(("text", "need"), FIRST_NEED)
def test_words_say_the_need(text, need):
    assert READER.read(text).needs[0] is need


IN_DANGER = [
    "she wants to end it all",
    "cant go on without him",
    "my son is suicidal",
    "he keeps talking about killing himself since the funeral",
    "dont want to be here any more",
    "I wish I was dead like him",
    "i keep thinking i'll join her",
    "she has tablets saved up",
    "no reason to live now",
    "sucidal",
    "he tried to hang himself last night",
    "I want to die now he has gone",
]
NOT_IN_DANGER = [
    "she wants to die at home",
    "he died by suicide",
    "my son hung himself",
    "bereaved by suicide",
    "my brother killed himself in 2010",
    "I am dying and ready to talk about it",
    "boiler breakdown",
    "cant go on caring for him alone",
    "he jumped off a bridge and died",
]


@pytest.mark.parametrize("text", IN_DANGER)
def test_danger_comes_before_every_other_need(text):
    assert READER.read(text).needs[0] is Need.CRISIS


@pytest.mark.parametrize("text", NOT_IN_DANGER)
def test_talk_of_death_is_not_danger(text):
    assert Need.CRISIS not in READER.read(text).needs[:1]


def test_a_second_judge_can_put_danger_first():
    reader = Reader(in_danger=lambda text: "rope" in text)
    assert reader.read("my wife died and I bought a rope").needs == (Need.CRISIS, Need.BEREAVEMENT)
    assert reader.read("my wife died").needs == (Need.BEREAVEMENT,)


def test_a_second_judge_alarmed_by_how_somebody_died_leaves_help_for_that_grief():
    told = Reader(in_danger=lambda _: True).read("my husband hanged himself")
    assert told.needs == (Need.BEREAVEMENT, Need.CRISIS)
    assert "perhaps" in told.marks


def test_a_second_judge_settles_what_words_leave_open():
    assert "perhaps" in Reader().read("whats the point").marks
    told = Reader(in_danger=lambda _: True).read("whats the point")
    assert (told.needs[0], "perhaps" in told.marks) == (Need.CRISIS, False)


LOSSES = [
    ("my son hung himself", {Loss.SUICIDE}),
    ("took her own life", {Loss.SUICIDE}),
    ("my dad comitted suiside", {Loss.SUICIDE}),
    ("best mate topped himself", {Loss.SUICIDE}),
    ("she wants to kill herself", set()),
    ("he is thinking about suicide", set()),
    ("lost baby 20 weeks", {Loss.BABY}),
    ("miscarrage", {Loss.BABY}),
    ("our little girl was born sleeping", {Loss.BABY}),
    ("I lost my baby", {Loss.BABY}),
    ("baby brother died", set()),
    ("wife had a baby and her dad died", set()),
    ("cot death", {Loss.BABY, Loss.SUDDEN}),
    ("killed in a car crash", {Loss.SUDDEN}),
    ("husband died suddenly, heart attack", {Loss.SUDDEN}),
    ("he was murdered", {Loss.SUDDEN}),
    ("suddenly I feel ill", set()),
    ("killed in action in Afghanistan", {Loss.MILITARY, Loss.SUDDEN}),
    ("veteran whose wife died", set()),
    ("died of cancer", set()),
]


@pytest.mark.parametrize(("text", "losses"), LOSSES)
def test_words_say_how_somebody_died(text, losses):
    assert set(READER.read(text).losses) == losses


WHO = [
    ("man whose wife died", {PARTNER}),
    ("widow", {PARTNER}),
    ("my husband's mother died", {PARENT}),
    ("lost my wife's sister", {SIBLING}),
    ("my mum's sister died", {SIBLING}),
    ("lost my mum and dad", {PARENT}),
    ("dad of my children died", {PARENT}),
    ("my daughter's husband died", {PARTNER}),
    ("lost her husband to cancer", {PARTNER}),
    ("bereaved parents", {CHILD}),
    ("my mate died", {FRIEND}),
    ("mother in law died", set()),
    ("nan died", set()),
    ("my dauther died", {CHILD}),
    ("teenager mum dying", {PARENT}),
    ("my 80 year old mum died", {PARENT}),
    ("lost my keys", set()),
    ("lost touch with my son", set()),
    ("my son has gone to school", set()),
    ("I am dying, my wife is not coping", set()),
    ("my friend's wife died", {PARTNER}),
    ("grieving my brother", {SIBLING}),
    ("stillbirth", {CHILD}),
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_words_say_who_died_and_not_who_grieves(text, who):
    assert set(READER.read(text).relationships) == who


AGES = [
    ("I'm 34 and my husband died", 34, False),
    ("man 72, wife died", 72, False),
    ("my 8 year old lost her dad", 8, True),
    ("boy of 9, dad died", 9, True),
    ("my mum is dying and im 15", 15, True),
    ("my 80 year old mum died", None, False),
    ("lost baby 20 weeks", None, False),
    ("my husband died, he was 51", None, False),
    ("lost my husband, i have a 5 year old", None, False),
    ("teenager mum dying", None, True),
    ("how do I tell the kids their dad died", None, True),
    ("my son died", None, False),
    ("died 20 years ago when I was 12", None, False),
    ("widow aged 81", 81, False),
    ("14yo whose brother died", 14, True),
    ("toddler with a life limiting illness", None, True),
]


@pytest.mark.parametrize(("text", "age", "for_child"), AGES)
def test_the_age_is_that_of_the_one_who_grieves(text, age, for_child):
    read = READER.read(text)
    assert (read.age, read.for_child) == (age, for_child)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("deaf, needs text", {Way.TEXT}),
        ("deaf", {Way.TEXT, Way.RELAY, Way.BSL}),
        ("uses sign language", {Way.BSL}),
        ("cant talk on the phone", {Way.TEXT, Way.EMAIL, Way.WEB}),
        ("cant talk on the phone, wants to text", {Way.TEXT}),
        ("no phone", {Way.EMAIL, Way.WEB, Way.IN_PERSON}),
        ("no phone calls", {Way.TEXT, Way.EMAIL, Way.WEB}),
        ("I cant talk to my family about it", set()),
        ("by email please", {Way.EMAIL}),
        ("someone to visit", {Way.IN_PERSON}),
        ("he's no good with computers", {Way.PHONE}),
        ("ron. hes 84 he doesnt use the internet", {Way.PHONE}),
        ("she is not on the internet", {Way.PHONE}),
        ("no websites please", {Way.PHONE}),
        ("he hasn't got the internet", {Way.PHONE}),
        ("is there a website", {Way.WEB}),
    ],
)
def test_words_say_the_way(text, ways):
    assert READER.read(text).ways == ways


@pytest.mark.parametrize(
    ("text", "place", "nations"),
    [
        ("grieving in poole", "BH15", set()),
        ("grieving DT4 7AA", "DT4", set()),
        ("grieving, dt11", "DT11", set()),
        ("hospice in Dorset", "DT", set()),
        ("widow in Scotland", "", {Nation.SCOTLAND}),
        ("Cardiff", "CF10", set()),
        ("vitamin B12 and SR1 form", "", set()),
        ("a bath and some reading", "", set()),
    ],
)
def test_words_say_the_place(text, place, nations):
    read = READER.read(text)
    assert (read.place, read.nations) == (place, nations)


@pytest.mark.parametrize(
    ("text", "soon"),
    [("someone to talk to tonight", "tonight"), ("needs help right now", "now"), ("he is gone now he is at peace", "")],
)
def test_words_say_how_soon(text, soon):
    assert READER.read(text).soon == soon


def test_before_a_death_is_told_from_after_it():
    assert READER.read("my wife is dying").before
    assert not READER.read("my wife died").before
    assert not READER.read("my wife died and now my dad is dying").before


@pytest.mark.parametrize("typed", ["there", "world", "heart", "parent", "personal", "brothers", "directory"])
def test_words_of_english_are_not_taken_for_slips(typed):
    assert read_words(typed) == [typed]


def test_no_common_word_of_english_is_taken_for_a_slip():
    """The tokenizer's whole words are the commonest of the language. Others are added to not_slips.txt when seen."""
    pieces = json.loads((SHIPPED / TOKENIZER).read_text(encoding="utf-8"))["model"]["vocab"]
    common = sorted(word for word in pieces if word.isascii() and word.isalpha() and len(word) >= 5)[::4]
    assert [word for word in common if word not in lexicon().known and mended(word, lexicon().mended)] == []


def test_every_need_has_thirty_examples_and_each_stands_once():
    said = examples()
    assert {need for need, _ in said} == {need.value for need in Need} | {"other"}
    assert min(sum(1 for each, _ in said if each == need) for need in Need) >= 30
    assert len({line.casefold() for _, line in said}) == len(said)


class Meant:
    """Stands in for the encoder: every text about the sea is like the examples of money, and any other like nothing."""

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked.append(len(texts))
        labels = [need for need, _ in examples()]
        if len(texts) == len(labels):
            return np.array([[label == "money", label != "money"] for label in labels], dtype=np.float32)
        return np.array([[1, 0] if "sea" in text else [0, 0] for text in texts], dtype=np.float32)


def test_where_words_say_nothing_nearness_in_meaning_does():
    meant = Meant()
    reader = Reader(lambda: meant)
    assert reader.read("the sea took everything").needs == (Need.MONEY,)
    assert reader.read("blue").needs == ()
    assert reader.read("my wife died at sea").needs == (Need.BEREAVEMENT,)
    assert meant.asked[0] == len(examples())
    assert meant.asked.count(len(examples())) == 1


def _broken():
    raise EncoderError("missing")


class Falls:
    def encode(self, texts):
        if len(texts) == 1:
            raise RuntimeError
        return np.ones((len(texts), 2), dtype=np.float32)


@pytest.mark.parametrize("load", [_broken, Falls])
def test_without_a_working_encoder_words_alone_are_read(load, caplog):
    reader = Reader(load)
    assert reader.read("the sea took everything").needs == ()
    assert reader.read("my wife died").needs == (Need.BEREAVEMENT,)
    assert "everything" not in caplog.text


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("there is nothing left in the purse until friday", Need.MONEY),
        ("my old lady next door has no company from one week to the next", Need.OLDER_PEOPLE),
    ],
)
def test_the_projects_own_encoder_reads_what_no_phrase_has(text, need):
    assert need in Reader(Encoder).read(text).needs


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=400), st.text(alphabet="died my wife\0\u202e\N{BROKEN HEART}7", max_size=300)))
def test_no_text_is_too_odd_to_read(text):
    read = READER.read(text)
    assert isinstance(read, Meaning)
    assert text.strip() not in repr(read) or len(text.strip()) < 20


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "died " * 4_000, "my wife " * 3_000, "\N{BROKEN HEART}" * 20_000, "\ud800"]
)
def test_the_longest_text_is_read_in_part(text):
    assert len(words(text)) <= MOST_WORDS
    assert isinstance(READER.read(text), Meaning)


@pytest.mark.parametrize("written", ["", "word?", "..", "Capital", "$nothing word", "it's"])
def test_a_phrase_that_cannot_be_read_is_refused(written):
    with pytest.raises(PhraseError):
        compile_phrases(written, {})


def test_the_data_files_name_only_kinds_and_words_that_are_there():
    known = {*lexicon().kinds.values(), *(kind for row in lexicon().rows for kind in row.kinds), "ill_child", "urgent"}
    assert lexicon().exact <= known
    assert lexicon().matters <= known
    assert lexicon().faiths <= known
    assert all(group <= known for group in lexicon().either)
    assert set(lexicon().near) == set(Need)
