"""The nation that the places named in a text lie in, read from the names alone."""

from bot.model.directory import Nation
from bot.signposting.meaning import places_named
from bot.signposting.places import read_district
from bot.signposting.reading.lexicon import Town
from bot.signposting.reading.phrases import line_of
from bot.signposting.reading.slips import read_words


def nation_named(text: str) -> Nation | None:
    """Return the one nation that a text names, itself or by a town or a postcode; None for none, or for several."""
    words = read_words(text)
    if not words:
        return None
    found = {nation for town in places_named(text, line_of(words)) for nation in _nations(town)}
    return found.pop() if len(found) == 1 else None


def _nations(town: Town) -> frozenset[Nation]:
    if town.nation is not None:
        return frozenset({town.nation})
    districts = (read_district(code) or read_district(f"{code}1") for code in town.codes)
    return frozenset(nation for district in districts if district is not None for nation in district.nations)
