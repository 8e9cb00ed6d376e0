"""The index that finds copied lines finds what comparing all pairs finds."""

import random
from itertools import combinations

from tests.repo.alike import FEWEST_WORDS, copies, nearly_equal, twins
from tests.repo.training_lines import Line


def line(text: str) -> Line:
    return Line(text, "inform", "here")


def texts(pairs):
    return [(first.text, second.text) for first, second in pairs]


def test_lines_are_the_same_whatever_their_case_and_punctuation():
    assert texts(twins([line("Aye."), line("no"), line("aye")])) == [("aye", "Aye.")]


def test_nearly_the_same_is_nine_words_in_ten_in_any_order():
    ten = "one two three four five six seven eight nine ten"
    assert texts(copies([line("eleven " + ten)], [line(ten)])) == [("eleven " + ten, ten)]
    assert texts(copies([line("eleven twelve " + ten)], [line(ten)])) == []
    assert texts(copies([line("ten nine eight seven six five four three two one")], [line(ten)])) != []


def test_short_lines_are_compared_as_they_stand():
    assert texts(twins([line("I am so tired"), line("so tired I am")])) == []


def test_nothing_is_missed_that_comparing_all_pairs_finds():
    chance = random.Random(3)
    words = [f"w{number}" for number in range(40)]
    lines = [line(" ".join(chance.sample(words, chance.randint(FEWEST_WORDS, 30)))) for _ in range(300)]
    for near in chance.sample(lines, 100):
        spoken = near.text.split()
        spoken[chance.randrange(len(spoken))] = chance.choice(words)
        lines.append(line(" ".join(spoken)))
    slowly = {frozenset((id(a), id(b))) for a, b in combinations(lines, 2) if nearly_equal(a.words, b.words)}

    assert slowly
    assert {frozenset((id(a), id(b))) for a, b in twins(lines)} == slowly
