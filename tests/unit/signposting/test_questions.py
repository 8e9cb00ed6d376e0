"""At most two questions, each only where its answer would change what is shown."""

import pytest

from bot.model.directory import Looking, Loss, Need, Relationship
from bot.signposting.seed import read_seed
from tests.unit.signposting.services import entry, finder

GENERAL = entry("General Line")
FOR_PARTNERS = entry("Partners", relationships=(Relationship.PARTNER,))
AFTER_SUICIDE = entry("After Suicide", losses=(Loss.SUICIDE,))
IN_DORSET = entry("In Dorset", districts=("DT1", "BH1"))
GRIEF = Looking(needs=(Need.BEREAVEMENT,))


@pytest.mark.parametrize(
    ("entries", "question"),
    [
        ([GENERAL], None),
        ([GENERAL, FOR_PARTNERS], "who"),
        ([GENERAL, AFTER_SUICIDE], "how"),
        ([GENERAL, IN_DORSET], "place"),
    ],
)
def test_what_would_change_the_services_is_asked(entries, question):
    assert finder(*entries).next_question(GRIEF) == question


@pytest.mark.parametrize(
    ("entries", "known"),
    [
        ([GENERAL, FOR_PARTNERS], {"relationships": (Relationship.PARENT,)}),
        ([GENERAL, AFTER_SUICIDE], {"losses": (Loss.SUDDEN,)}),
        ([GENERAL, IN_DORSET], {"district": "LS1"}),
        ([GENERAL, FOR_PARTNERS], {"text": "my mum died"}),
        ([GENERAL, IN_DORSET], {"text": "grieving in Scotland"}),
    ],
)
def test_what_is_known_is_not_asked(entries, known):
    assert finder(*entries).next_question(Looking(needs=(Need.BEREAVEMENT,), **known)) is None


def test_the_same_is_not_asked_twice_and_never_three_questions():
    search = finder(GENERAL, FOR_PARTNERS, AFTER_SUICIDE, IN_DORSET)
    asked = ()
    while (question := search.next_question(GRIEF, asked)) is not None:
        asked = (*asked, question)
    assert len(asked) == 2
    assert len(set(asked)) == 2


@pytest.mark.parametrize("text", ["I want to end it all", "he took pills just now", "zxqv", ""])
def test_nobody_in_danger_is_asked_anything_nor_for_nothing(text):
    crisis = entry("Crisis In Dorset", Need.CRISIS, districts=("DT1",))
    assert finder(GENERAL, FOR_PARTNERS, crisis).next_question(Looking(text=text)) is None


def test_the_built_in_services_are_worth_two_questions():
    search = finder(*read_seed())
    first = search.next_question(Looking(text="bereavement"))
    assert first is not None
    assert search.next_question(Looking(text="bereavement"), (first,)) not in {None, first}
