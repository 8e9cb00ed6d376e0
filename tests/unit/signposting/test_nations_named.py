"""The nation of a death is read from the town that was named beside it."""

import pytest

from bot.model.directory import Nation
from bot.signposting.nations_named import nation_named


@pytest.mark.parametrize(
    ("words", "nation"),
    [
        ("my husband died at home in Cardiff this morning", Nation.WALES),
        ("Swansea", Nation.WALES),
        ("were in Glasgow", Nation.SCOTLAND),
        ("he died in Edinburgh", Nation.SCOTLAND),
        ("my mum died last month in Belfast", Nation.NORTHERN_IRELAND),
        ("she died in Poole hospital", Nation.ENGLAND),
        ("it was in G12 8QQ", Nation.SCOTLAND),
        ("he died", None),
        ("we read the will", None),
        ("he died in Cardiff and I live in Poole", None),
        ("how long have I got to register it", None),
    ],
)
def test_it_is_the_one_nation_that_is_named(words, nation):
    assert nation_named(words) is nation
