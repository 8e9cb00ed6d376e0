"""Reading HSDS JSON: one service with everything nested in it, a list of them, or a page of the read API."""

import json
from typing import Any, NoReturn

from bot.signposting.interchange.nested import Gathered
from bot.signposting.interchange.report import Place, UnreadableError

_LISTS = ("contents", "services")
_SPECIFICATION = "write it as in the examples of HSDS 3"


class _OddError(ValueError):
    """JSON that other programs read differently; the message says what."""


def read_json(name: str, content: bytes) -> Gathered:
    """Read a file. Raises UnreadableError when it is not JSON, or holds no services."""
    place = Place(name)
    try:
        said = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise UnreadableError(place, "it is not in UTF-8", "save it as UTF-8") from error
    except _OddError as error:
        raise UnreadableError(place, str(error), _SPECIFICATION) from error
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(place, f"it is not JSON{where}", "export it again") from error
    except RecursionError as error:
        raise UnreadableError(place, "too much is nested in it", _SPECIFICATION) from error
    gathered = Gathered()
    for number, document in enumerate(_services(said, place), start=1):
        at = place.below(f"service {number}")
        if isinstance(document, dict):
            gathered.documents.append(document)
            gathered.put_at(document, at)
        else:
            raise UnreadableError(at, "it is no service", _SPECIFICATION)
    return gathered


def _services(said: Any, place: Place) -> list[Any]:
    if isinstance(said, list):
        return said
    if isinstance(said, dict):
        found: list[Any] | None = next((said[key] for key in _LISTS if isinstance(said.get(key), list)), None)
        if found is not None:
            return found
        if "id" in said and "name" in said:
            return [said]
    raise UnreadableError(
        place, "there are no services in it", "give a list of services, each with all that belongs to it"
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _OddError(f"“{twice[:40]}” is there twice in one place")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise _OddError(f"{name} is no number")
