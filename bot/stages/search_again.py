"""What somebody says once a list was shown: it adds to that search, so that nothing is asked a second time."""

import re
from dataclasses import replace

from bot.model.directory import Looking, Need
from bot.model.position import Door
from bot.model.search import Search
from bot.stages import mirroring, signposting, signposting_told
from bot.stages.conversation import Conversation
from bot.stages.looking_for import HOW, SEARCHES, WHO, joined, named
from bot.understanding.children_left import children_left
from bot.understanding.commands import plain
from bot.understanding.helping_words import asks_for_company, weighs_on_helper
from bot.understanding.places import of_a_place, of_somebody

_NOT_A_CHILD = re.compile(r"\b(?:not|no|isn'?t|aint)(?: an?)? (?:child|kid|boy|girl|teenager|baby)\b", re.IGNORECASE)
_ASKS_FOR_IT = frozenset(
    {"support for me", "help for me", "support", "who can listen to me", "who can listen", "somebody to listen",
     "someone to listen", "someone to talk to", "somebody to talk to", "local support", "local help"}
)  # fmt: skip
"""The buttons of grief and their like, typed out."""
LONGEST_OF_CHILDREN = 6
LEAST_NAME, MOST_WORDS = 4, 3
"""Letters of a place that is written small ("so" and "me" are areas of postcodes too), and words of a place alone."""


def is_asked_for(talk: Conversation, words: str) -> bool:
    """Say whether words with nothing open are a place, or the words of a button for support."""
    asked = plain(words).removesuffix(" please").removeprefix("please ")
    return asked in _ASKS_FOR_IT or bool(_place(talk, words))


def is_for_another(talk: Conversation, words: str) -> bool:
    """Look for what a helper asks for once a list was shown: company, the children, a need; say whether it was that."""
    here = talk.position
    helps = here.door is Door.HELPING and here.question is None and here.sought.tells_anything
    if not (helps and words) or weighs_on_helper(words):
        return False
    told, before = talk.facts.support.told(words), here.sought
    place = told.district or before.district
    if asks_for_company(words):
        search = Search(needs=(Need.LOCAL_SUPPORT,), district=place, age=before.age, ways=before.ways)
    elif children_left(words) and len(words.split()) <= LONGEST_OF_CHILDREN and not told.needs:
        search = Search(needs=(Need.BEREAVEMENT,), district=place, for_child=True)
    elif told.needs and not (told.losses or told.relationships or Need.BEREAVEMENT in told.needs):
        search = Search(needs=told.needs, district=place, age=before.age, ways=before.ways)
    else:
        return False
    talk.at(search=replace(search, said=before.said, shown=here.search.shown, wrong=here.search.wrong))
    signposting.go_on(talk)
    return True


def go_on(talk: Conversation, words: str) -> None:
    """Look again with what these words add; where they add nothing, ask a helper what kind of help it is for."""
    if is_for_another(talk, words):
        return
    here, words = talk.position, _NOT_A_CHILD.sub(" ", words)
    search = here.sought
    if here.door is Door.GRIEVING and Need.BEREAVEMENT not in search.needs:
        search = mirroring.recalled(talk, replace(SEARCHES["bereavement_support"], district=search.district))
    talk.at(search=replace(search, shown=here.search.shown, wrong=here.search.wrong))
    added = signposting_told.add(talk, words)
    added |= _adds(talk, replace(Search(), district=_place(talk, words)))
    for offered in (WHO, HOW) if Need.BEREAVEMENT in search.needs else ():
        answer = named(words, offered)
        added |= answer is not None and _adds(talk, answer.found)
    told = talk.facts.support.told(words)
    if not (added or told != Looking()) and here.door is Door.HELPING:
        talk.at(search=here.search)
    about_more = bool(told.needs or told.losses) or not talk.position.search.tells_anything
    signposting.go_on(talk, words if about_more or here.door is not Door.HELPING else "")


def _adds(talk: Conversation, found: Search) -> bool:
    search = talk.position.search
    talk.at(search=joined(search, found))
    return talk.position.search != search


def _place(talk: Conversation, words: str) -> str:
    """Return the district that bare words are, or that words about where somebody lives name; "" for none."""
    bare = words.strip(" .!?,")
    telling = len(bare) >= LEAST_NAME or bare.isupper() or any(letter.isdigit() for letter in bare)
    alone = telling and len(bare.split()) <= MOST_WORDS and not of_somebody(bare)
    return talk.facts.support.place(bare) if alone or of_a_place(words) else ""
