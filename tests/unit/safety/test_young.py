"""Whose age a message tells: the writer's own, or somebody else's, or no age at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety.young import writer_is_young

WORDS = ["eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
YOUNG = [
    "im 14 and i want to die",
    "I'm 15. My dad hits me",
    "I\N{RIGHT SINGLE QUOTATION MARK}m 16 and I don't want to be here",
    "I am 8",
    "IM 13 AND I TOOK ALL MY MUMS TABLETS",
    "im 12 and my uncle makes me do things i dont like",
    "i want to kill myself im only 13",
    "im14 n i cant do this",
    "i m 14 and scared",
    "iam 15",
    "am 13 n my uncle hits me",
    "dad died at 4 im 17 and its just me and my sister here",
    "mums died im 15 and dont know who to tell",
    "I'm looking after my mum and little sisters on my own, theres no food and im 12",
    "i am fifteen and i have a plan",
    "im a 14 year old girl and i want to end it",
    "I'm just a 15yo",
    "im 14yo help",
    "im 15f and i want to die",
    "i'm 16 years old",
    "im 16yrs old",
    "I am aged 15",
    "i've just turned 13",
    "im nearly 16 and cant cope",
    "im like 12 please help",
    "my sister is 9 and im 11",
    "my age is 14",
    "14f and i want to die",
    "15 yo here, want to die",
    "13 year old girl here",
    "im 14, my daughter is 0",
    "im 14 on sunday and i want to die",
    "I said I'm 14",
    "cant leave home until im 16 and he hits me",
    "im 18 next month",
    "i turn 16 in may",
    "im under 18",
    "im not even 18",
    "I'm a minor",
    "im just a kid and nobody listens",
    "I'm a child, please help",
    "im a schoolgirl",
    "im a teenager and i want to die",
    "im underage",
    "i'm in year 9. my mum's funeral was monday",
    "im year 10",
    "im a yr 8 and people hate me",
    "I am in year nine",
    "im in y11",
    "i'm in S3 and my dad hits me",
    "im in school rn and i want to die",
    "I'm at secondary school",
    "im in sixth form",
    "i told my form tutor i want to die",
    "my head of year says i have to tell someone but i want to kill myself",
    "my teacher knows he hits me",
    "nobody at school gets it",
    "mum died two weeks ago and i got mocks. i want to die",
    "i dont want to go to school and i dont want to live",
    "i look after my dad before school and he hits me",
    "My dad died 2 years ago and im in year 9",
]
NOT_YOUNG = [
    "",
    "I want to die",
    "my daughter is 14 and she wants to die",
    "my son is in year 9 and he says he wants to die",
    "she's 15 and she has taken tablets",
    "my grandson, 12, is being hit",
    "I'm mum to a 14 year old who wants to die",
    "there is a 14 year old here who has stopped breathing",
    "I am a 14 year old's mum",
    'my daughter said "im 14 and i want to die"',
    "she said im 14 and i want to die",
    "when I was 14 my uncle touched me",
    "since i was 15",
    "I'm 14 weeks pregnant and I want to die",
    "im 10 minutes away from her",
    "i'm 16 stone",
    "I'm 12 days into chemo",
    "im 9 months sober",
    "I'm 15 years into this illness",
    "I am 8 out of 10 for pain",
    "im 10/10 pain and i want to die",
    "the pain, im 9",
    "I'm 17% of normal lung function",
    "im 16th on the list",
    "I am 10 to 15 minutes from the hospice",
    "I'm 10:30 appointment",
    "im 10 tablets in",
    "I'm 15 miles away and she isn't breathing",
    "explain it like im 10",
    "he treats me like I'm 12 and takes my money",
    "she thinks im 12",
    "I feel as if I'm 8 again",
    "I'm 18 and I want to die",
    "im 45",
    "I am 84 and tired of living",
    "I'm 117",
    "I'm a kid at heart",
    "I'm a child and family nurse",
    "I'm a child psychologist",
    "I'm an only child",
    "he was only a child",
    "I'm in year 9 of my treatment",
    "I'm in year 5 at medical school",
    "I teach year 9 and one of them wants to die",
    "I'm a year 9 teacher, a pupil wants to die",
    "I'm a teacher, a girl in my class says she wants to die",
    "I'm at school to pick up my grandson, he says he wants to die",
    "my son is being hit by someone at school",
    "my teacher hit me when I was a girl",
    "as a child i was beaten, my teacher knew",
    "I'm 46 and my teacher from night class worries about me",
    "my school days were happy",
    "Nan died when I was in year 7",
    "my yoga teacher died",
    "i have had enough, 14 tablets taken",
    "14 tablets and i want to die",
    "14 year old daughter has taken an overdose",
    "it is 9 am and mum has died",
    "at 10 am 12 people came",
]


@pytest.mark.parametrize("text", YOUNG)
def test_taken_for_a_child(text):
    assert writer_is_young(text)


@pytest.mark.parametrize("text", NOT_YOUNG)
def test_not_taken_for_a_child(text):
    assert not writer_is_young(text)


said = st.sampled_from(
    ["im {}", "I'm {}", "I am {}", "i'm only {}", "IM {} AND I WANT TO DIE", "I want to die. I am {}"]
)
after = st.sampled_from(
    ["", ".", "!", " and my dad hits me", ", help", "\nhelp", " \N{CRYING FACE}", " years old", "yo"]
)
others = st.sampled_from(["my daughter is {}", "he's {}", "she is {} and wants to die", "a boy of {}", "my son, {},"])


@given(said, st.sampled_from([*map(str, range(11, 18)), *WORDS]), after)
def test_every_age_below_18_in_every_dress(form, age, end):
    assert writer_is_young(form.format(age) + end)


@given(said, st.integers(18, 110), after)
def test_no_age_from_18(form, age, end):
    assert not writer_is_young(form.format(age) + end)


@given(others, st.integers(1, 110), after)
def test_nobody_elses_age(form, age, end):
    assert not writer_is_young(form.format(age) + end)


@given(said, st.integers(8, 17), st.sampled_from(["weeks", "stone", "miles", "mins", "%", "days", "out of 20"]))
def test_no_other_number(form, number, unit):
    assert not writer_is_young(form.format(f"{number} {unit}"))


@settings(max_examples=300)
@given(st.text())
def test_any_text_at_all_is_read(text):
    assert writer_is_young(text) in {True, False}


@pytest.mark.parametrize(
    "piece", ["i am only just still ", "im a ", "i ", " ", "im 14 weeks ", "i have got to go ", "\n", "age "]
)
def test_a_long_message_is_read_in_time(piece):
    begun = time.perf_counter()
    writer_is_young(piece * (200_000 // len(piece)))
    assert time.perf_counter() - begun < 5
