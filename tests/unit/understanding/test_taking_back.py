"""Taking back a yes to be counted or asked, in few words of one's own; a life, a question or a complaint is none."""

import pytest

from bot.understanding.offers import NOT_CONTACT, NOT_COUNT
from bot.understanding.taking_back import taken_back

COUNT = """dont use it for research|no research
ive changed my mind about the research|take me out of that counting thing
can u stop using it for research|take my name off the research|no more research please|pull me out of the study
id rather not be counted now|no to the research|opt me out of research|i want my yes to research back|no counting
i said yes to the research but ive changed my mind|please remove me from the research|forget the research"""
CONTACT = """i dont want contacting|no dont get in touch|can u not contact me|take back that you can contact me
i never said u could contact me|i didnt say you could contact me|ive changed my mind about being contacted|no contact
stop contacting me|i dont want you to get in touch|id rather you didnt contact me|cancel contacting me"""
NEITHER = """dont stop the research|ive not changed my mind about the research|i dont mind the research
you never contacted me
you havent contacted me|why did you not contact me|no you can contact me|i changed my mind you can contact me
dont forget to contact me|no contact with my brother|i want no more research drugs|stop the chemo
stop contacting my sister|dont contact my doctor|no one got in touch|please contact me|what is the research|no|stop
have i said no to research|i am not in contact with them|dont take me off the research|im not against research"""


def said(lines):
    return lines.replace("\n", "|").split("|")


@pytest.mark.parametrize("words", said(COUNT))
def test_it_is_not_to_be_counted(words):
    assert taken_back(words) == NOT_COUNT


@pytest.mark.parametrize("words", said(CONTACT))
def test_nobody_is_to_get_in_touch(words):
    assert taken_back(words) == NOT_CONTACT


@pytest.mark.parametrize("words", said(NEITHER))
def test_nothing_is_taken_back(words):
    assert not taken_back(words)


@pytest.mark.parametrize("words", ["no contact", "no research", "no more research please"])
def test_a_bare_answer_stays_an_answer(words):
    assert not taken_back(words, answering=True)
