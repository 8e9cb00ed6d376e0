"""Looks for planted words in bytes and files, however they were written: compressed, packed, encoded, in print."""

import base64
import bz2
import io
import json
import lzma
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote, quote_plus

from pypdf import PdfReader
from pypdf.errors import PyPdfError

DEEPEST = 4
"""A zip in a zip in base64, and one more."""
MOST = 30_000_000
"""Bytes that are unpacked from one place; more is no word of anybody's."""
A_PIECE = 8
"""Bytes: where a stream breaks off, what came before the last piece is read."""
ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
GZIP = re.compile(rb"\x1f\x8b\x08")
BZIP = re.compile(rb"BZh[1-9]1AY&SY")
XZ = re.compile(rb"\xfd7zXZ\x00")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")


def forms(words: str) -> set[bytes]:
    """The ways in which words may stand in bytes that are not packed."""
    plain = words.encode()
    shown = {words, escape(words), quote(words), quote_plus(words), json.dumps(words)[1:-1], repr(words)[1:-1]}
    return {each.encode() for each in shown} | {plain.decode().encode("utf-16-le"), plain.decode().encode("utf-16-be")}


def holds(data: bytes, words: str) -> bool:
    """Whether the words stand anywhere in these bytes."""
    wanted = forms(words)
    return any(form in layer for layer in layers(data) for form in wanted)


def layers(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes themselves, and whatever is packed or encoded in them."""
    yield data
    if depth < DEEPEST:
        for inner in unpacked(data):
            yield from layers(inner, depth + 1)


def unpacked(data: bytes) -> Iterator[bytes]:
    """What one layer of packing hides."""
    yield from _streams(data)
    yield from _archive(data)
    yield from _printed(data)
    yield from _stored(data)
    yield from _encoded(data)


def files_holding(words: str, folders: Iterable[Path]) -> list[Path]:
    """Every file in these folders that holds the words in any form, by its name too."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            continue
        if words in path.name or holds(data, words):
            found.append(path)
    return found


def _streams(data: bytes) -> Iterator[bytes]:
    kinds = (
        (ZLIB, zlib.decompressobj),
        (GZIP, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16)),
        (BZIP, bz2.BZ2Decompressor),
        (XZ, lzma.LZMADecompressor),
    )
    for start, opened in kinds:
        for found in start.finditer(data):
            text = _open(opened(), data[found.start() : found.start() + MOST])
            if text:
                yield text


def _open(stream, packed: bytes) -> bytes:
    """What a stream gives, also one that was cut off."""
    text = bytearray()
    try:
        for at in range(0, len(packed), A_PIECE):
            text += stream.decompress(packed[at : at + A_PIECE])
            if stream.eof or len(text) > MOST:
                break
    except (zlib.error, OSError, EOFError, lzma.LZMAError):
        pass
    return bytes(text) if len(text) >= 8 else b""


def _archive(data: bytes) -> Iterator[bytes]:
    if b"PK\x03\x04" not in data:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for each in archive.infolist():
                yield each.filename.encode()
                yield archive.read(each)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return


def _printed(data: bytes) -> Iterator[bytes]:
    """The words of a PDF: on its pages they stand as numbers of signs in a font."""
    if not data.startswith(b"%PDF-"):
        return
    try:
        reader = PdfReader(io.BytesIO(data))
        yield "\n".join(page.extract_text() for page in reader.pages).encode("utf-8", "replace")
        yield str(reader.metadata).encode("utf-8", "replace")
    except PyPdfError:
        return


def _stored(data: bytes) -> Iterator[bytes]:
    """Each value of a SQLite file by itself: a long one lies in pieces on several pages."""
    if not data.startswith(b"SQLite format 3\0"):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.db"
        path.write_bytes(data)
        store = sqlite3.connect(path)
        try:
            names = [name for (name,) in store.execute("select name from sqlite_master where type = 'table'")]
            for name in names:
                for row in store.execute(f'select * from "{name}"'):
                    for value in row:
                        if isinstance(value, str | bytes) and len(value) > 1000:
                            yield value if isinstance(value, bytes) else value.encode("utf-8", "replace")
        except sqlite3.DatabaseError:
            return
        finally:
            store.close()


def _encoded(data: bytes) -> Iterator[bytes]:
    for found in BASE64.finditer(data):
        run = found.group().rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        for skip in range(4):  # what stands before it may look like a part of it
            part = run[skip:]
            whole = part[: len(part) - (len(part) % 4 == 1)]
            yield base64.b64decode(whole + b"=" * (-len(whole) % 4))
    for found in HEX.finditer(data):
        run = found.group()
        yield bytes.fromhex(run.decode())
