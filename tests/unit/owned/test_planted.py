"""The search for planted words finds them in every form in which they may lie; or its silence would say nothing."""

import base64
import bz2
import gzip
import io
import lzma
import sqlite3
import zipfile
import zlib

import pytest

from bot.exports.files import copy_in_print
from bot.model.position import Door
from bot.model.sharing import SharedLine, SharedSection, SharedSummary
from tests.unit.fakes import START
from tests.unit.owned.planted import files_holding, holds

WORDS = "quokka lanterns over Durdle <marmalade>"


def zipped(data: bytes) -> bytes:
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inside.txt", data)
        return file.getvalue()


PLAIN = WORDS.encode()
HIDDEN = {
    "as it is": PLAIN,
    "two bytes a sign": WORDS.encode("utf-16-le"),
    "zlib": zlib.compress(PLAIN),
    "zlib that was cut off": zlib.compress(PLAIN * 9)[:-6],
    "gzip": gzip.compress(PLAIN),
    "bzip2": bz2.compress(PLAIN),
    "xz": lzma.compress(PLAIN),
    "a zip": zipped(PLAIN),
    "a gzip in a zip": zipped(gzip.compress(PLAIN)),
    "base64": base64.b64encode(PLAIN),
    "base64 for addresses": base64.urlsafe_b64encode(b"\xff\xfe" + PLAIN),
    "a gzip in base64": base64.b64encode(gzip.compress(PLAIN)),
    "hexadecimal": PLAIN.hex().encode(),
    "an address": b"/search?q=quokka%20lanterns%20over%20Durdle%20%3Cmarmalade%3E",
    "a form": b"q=quokka+lanterns+over+Durdle+%3Cmarmalade%3E",
    "HTML": b"quokka lanterns over Durdle &lt;marmalade&gt;",
}


@pytest.mark.parametrize("how", HIDDEN)
@pytest.mark.parametrize("around", [(b"", b""), (b'{"a": "', b'"}'), (b"\x00\xffx", b"\x00" * 50)])
def test_words_are_found_in_every_form(how, around):
    before, after = around
    assert holds(HIDDEN[how] if how == "a zip" else before + HIDDEN[how] + after, WORDS)


def test_words_are_found_in_print():
    summary = SharedSummary(
        recipient="",
        written_by="the person themselves",
        sections=(SharedSection("What is most important to me", (SharedLine("quokka lanterns", None),)),),
        version=1,
        updated_at=START,
        expires_at=None,
        door=Door.ME,
    )
    print_ = copy_in_print(summary, "Example Hospice", START).content
    assert holds(print_, "quokka lanterns")
    assert holds(zipped(print_), "quokka lanterns")
    assert not holds(print_, "wombat lanterns")


def test_a_long_value_is_found_though_a_store_cuts_it_into_pages(tmp_path):
    long = "x" * 8000 + WORDS + "x" * 8000
    for shift in range(0, 4096, 97):
        path = tmp_path / f"{shift}.db"
        with sqlite3.connect(path) as store:
            store.execute("create table t (v text)")
            store.execute("insert into t values (?)", ("y" * shift + long,))
            store.commit()
        store.close()
    assert len(files_holding(WORDS, [tmp_path])) == 43


def test_nothing_is_found_where_nothing_is():
    assert not holds(zipped(b"lanterns " * 500) + PLAIN[:-3], WORDS)
