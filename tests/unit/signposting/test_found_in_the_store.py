"""What a store gives back is what was put in: in each of the situations the same is found as from the files."""

import pytest

from bot.encoder import Encoder
from bot.signposting.directory import Directory
from bot.signposting.finder import Finder
from bot.signposting.meaning import Reader
from bot.signposting.open_directory import OpenDirectory, Wanted
from bot.signposting.seed import load_seed
from tests.unit.signposting.test_situations import ENTRIES, SITUATIONS, looking


@pytest.fixture
def directory(open_transaction):
    load_seed(open_transaction)
    return Directory(open_transaction)


@pytest.mark.parametrize("how", ["with the encoder", "by words alone"])
def test_the_same_is_found_as_from_the_files(directory, clock, how):
    read = Reader(Encoder).read if how == "with the encoder" else None
    by_name = tuple(sorted(ENTRIES, key=lambda entry: (entry.name.casefold(), entry.id)))
    stored, files = Finder(directory.entries, read, clock), Finder(lambda: by_name, read, clock)
    for row in SITUATIONS:
        found = [[match.entry.id for match in finder.find(looking(row)).matches] for finder in (stored, files)]
        assert found[0] == found[1], row


def test_the_open_directory_gives_out_every_entry_once_and_in_one_order(open_transaction, directory):
    pages = OpenDirectory(open_transaction, directory.entries)
    every = [each["id"] for each in pages.services(Wanted(), 1, 1000).contents]
    by_sevens = [each["id"] for page in range(1, 40) for each in pages.services(Wanted(), page, 7).contents]
    assert by_sevens == every
    assert sorted(every) == sorted(entry.id for entry in directory.entries())


@pytest.mark.parametrize("word", ["bereave", "BEREAVE", "%", "_", "\\", "'", "’", "é"])
def test_a_word_is_looked_for_as_it_stands(open_transaction, directory, word):
    pages = OpenDirectory(open_transaction, directory.entries)
    every = pages.services(Wanted(), 1, 1000).contents
    looked_in = {each["id"]: (each["name"], each["description"], each["organization"]["name"]) for each in every}
    holds = sorted(key for key, texts in looked_in.items() if any(word.lower() in text.lower() for text in texts))
    assert sorted(each["id"] for each in pages.services(Wanted(search=word), 1, 1000).contents) == holds
