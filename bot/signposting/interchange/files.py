"""The files of an import, from a folder, a zip or one JSON file: none too large, none from outside, none unpacked."""

import lzma
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from bot.signposting.interchange.report import Place, UnreadableError

LARGEST: Final = 100 * 1024 * 1024
"""Bytes in all files together, unpacked."""
_MOST_FILES: Final = 100
_PACKAGE: Final = "datapackage.json"
_BROKEN: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)
"""What reading a zip can raise when it is damaged, locked or packed in a way that is not known."""
_SMALLER: Final = "give it in parts, or leave out what is not about services"


@dataclass(frozen=True, slots=True)
class Package:
    """The files that matter, by name, and the names of the others."""

    files: Mapping[str, bytes]
    others: tuple[str, ...]


def read_package(path: Path) -> Package:
    """Read a JSON file, a folder of CSV files, or a zip of them. Raises UnreadableError."""
    place = Place(path.name)
    try:
        if path.is_dir():
            return _folder(path)
        if not path.is_file():
            raise UnreadableError(place, "there is no such file or folder", "look at how its name is written")
        if zipfile.is_zipfile(path):
            return _zip(path)
        if path.suffix.lower() == ".json":
            return Package({path.name: _whole(path)}, ())
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableError(place, f"it cannot be read ({why})", "see whether this user may read it") from error
    raise UnreadableError(place, "it is neither .json nor .zip nor a folder", "give one of these three")


def _folder(path: Path) -> Package:
    found = sorted(child for child in path.iterdir() if not child.name.startswith("."))
    wanted = [child for child in found if _is_wanted(child.name) and child.is_file()]
    if any(child.is_symlink() for child in wanted):
        raise UnreadableError(Place(path.name), "it holds a link to another file", "put the file itself there")
    _count(Place(path.name), len(wanted), sum(child.stat().st_size for child in wanted))
    files = {child.name: _whole(child) for child in wanted}
    return Package(files, tuple(child.name for child in found if child.name not in files))


def _zip(path: Path) -> Package:
    place, files, others = Place(path.name), {}, []
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _count(place, len(members), sum(member.file_size for member in members))
            left = LARGEST
            for member in members:
                name = _plain_name(place, member)
                if not _is_wanted(name):
                    others.append(name)
                elif name in files:
                    raise UnreadableError(place.below(name), "it is there twice", "keep one of the two")
                else:
                    files[name] = _unpack(archive, member, place, left)
                    left -= len(files[name])
    except _BROKEN as error:
        raise UnreadableError(place, "it is no zip that can be read", "pack it again without a password") from error
    return Package(files, tuple(others))


def _plain_name(place: Place, member: zipfile.ZipInfo) -> str:
    """The name without its folder. A name that leads elsewhere, or a link, is refused."""
    parts = PurePosixPath(member.filename)
    odd = parts.is_absolute() or ".." in parts.parts or "\\" in member.filename or ":" in member.filename
    if odd or stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableError(place, "a name in it leads outside of it", "pack plain files only, without folders")
    return parts.name


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: Place, left: int) -> bytes:
    """Never more than what is left, whatever the zip says about its own size."""
    with archive.open(member) as packed:
        content = packed.read(left + 1)
    if len(content) > left:
        raise UnreadableError(place, _too_large(), _SMALLER)
    return content


def _whole(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UnreadableError(Place(path.name), _too_large(), _SMALLER)
    return content


def _count(place: Place, files: int, size: int) -> None:
    if files > _MOST_FILES:
        raise UnreadableError(place, f"it holds more than {_MOST_FILES} files", _SMALLER)
    if size > LARGEST:
        raise UnreadableError(place, _too_large(), _SMALLER)


def _too_large() -> str:
    return f"it is larger than {LARGEST // 1024 // 1024} MB"


def _is_wanted(name: str) -> bool:
    return name.lower().endswith(".csv") or name == _PACKAGE
