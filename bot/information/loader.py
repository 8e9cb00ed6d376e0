"""Reads every text of data/information. A fault names the file, the line and the field; all faults are told at once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from bot.information.schema import TextIn, in_plain_words
from bot.model.information import QUESTIONS, Contact, Library, Page, Pathway, Text
from bot.settings import ROOT

FOLDER: Final = ROOT / "data" / "information"
LONGEST_NAME: Final = 40
_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")
Place = Sequence[str | int]


class InformationError(Exception):
    """The files cannot be used. The message has a line for each fault: file, line, field and how to mend it."""


class _Loader(yaml.SafeLoader):
    """Leaves a date as it is written, so that a day that is none is told with its line like any other fault."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (as the class it comes from declares it)
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True, slots=True)
class _File:
    """One file, with the lines on which its parts stand."""

    path: Path
    name: str
    node: yaml.Node

    def where(self, place: Place) -> str:
        """Return the file, the line and the field, for somebody who looks for it in an editor."""
        field = ".".join(str(part + 1) if isinstance(part, int) else part for part in place if part != "[key]")
        return f"{self.name}, line {_line(self.node, place)}" + (f", {field}" if field else "")


def read_information(folder: Path = FOLDER) -> Library:
    """Read every file of the folder. Raises InformationError with every fault in them."""
    faults: list[str] = []
    read = [one for path in sorted(folder.rglob("*.yml")) if (one := _read(path, folder, faults))]
    faults += _between(read)
    if faults:
        raise InformationError("\n".join(faults))
    by_stage = sorted((text for _, text in read), key=lambda text: list(Pathway).index(text.stage))
    return Library(tuple(by_stage))


def _read(path: Path, folder: Path, faults: list[str]) -> tuple[_File, Text] | None:
    name = path.relative_to(folder).as_posix()
    try:
        words = path.read_text(encoding="utf-8")
        node, content = yaml.compose(words, _Loader), yaml.load(words, _Loader)  # noqa: S506  (it is a safe loader)
    except UnicodeDecodeError:
        faults.append(f"{name} is not saved as UTF-8. Mend: save it with that encoding.")
        return None
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        faults.append(f"{name}{line}: {error.problem}. Mend: compare it with the other files, space by space.")
        return None
    except yaml.YAMLError:
        faults.append(f"{name} has a sign in it that no text can have. Mend: copy its words into a new file.")
        return None
    if node is None or not isinstance(content, dict):
        faults.append(f"{name} has no fields. Mend: begin with `title:`, as the other files do.")
        return None
    file = _File(path, name, node)
    found = [*_out_of_place(file, folder), *_twice(file, node)]
    try:
        given = TextIn.model_validate(content)
    except ValidationError as error:
        found += [f"{file.where(one['loc'])}: {in_plain_words(one)}." for one in error.errors(include_url=False)]
        given = None
    faults += found
    return (file, _text(path, given)) if given and not found else None


def _out_of_place(file: _File, folder: Path) -> Iterator[str]:
    if file.path.parent.parent != folder or file.path.parent.name not in set(Pathway):
        yield f"{file.name} is in no stage. Mend: put it into one of the folders {', '.join(Pathway)}."
    if not _NAME.fullmatch(file.path.stem) or len(file.path.stem) > LONGEST_NAME:
        yield f"{file.name} has a name that no button can carry. Mend: use a few small letters, and _ between words."


def _twice(file: _File, node: yaml.Node) -> Iterator[str]:
    """Of a field that is written twice, YAML keeps the later one in silence."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        for key, times in Counter(keys).items():
            if times > 1:
                line = [each.start_mark.line + 1 for each, _ in node.value if each.value == key][-1]
                yield f"{file.name}, line {line}, {key}: is written {times} times. Mend: keep one."
    for part in node.value if isinstance(node, yaml.MappingNode | yaml.SequenceNode) else ():
        yield from _twice(file, part[1] if isinstance(part, tuple) else part)


def _between(read: list[tuple[_File, Text]]) -> Iterator[str]:
    """What is wrong between files: two for one need or question, a way on to nowhere, a question without a text."""
    ids = Counter(text.id for _, text in read)
    answered = Counter(intent for _, text in read for intent in text.answers)
    for file, text in read:
        if ids[text.id] > 1:
            yield f"{file.name}: another folder has a file of this name. Mend: rename one of them."
        for number, intent in enumerate(text.answers):
            if answered[intent] > 1:
                yield f"{file.where(('answers', number))}: another file answers {intent}. Mend: keep one of them."
        for number, onward in enumerate(text.leads_on_to):
            if onward not in ids or onward == text.id:
                yield f"{file.where(('leads_on_to', number))}: no other file is called {onward}.yml."
    for intent in QUESTIONS:
        if read and intent not in answered:
            yield f"No file answers {intent}. Mend: name it under `answers` in one of them."


def _text(path: Path, given: TextIn) -> Text:
    return Text(
        id=path.stem,
        stage=Pathway(path.parent.name),
        need=given.need,
        title=given.title,
        answers=tuple(given.answers),
        messages=tuple(given.messages),
        easy_read=tuple(given.easy_read),
        ask=tuple(Contact(each.name, each.phone or "", tuple(each.said)) for each in given.ask),
        read_more=tuple(Page(each.name, each.address) for each in given.read_more),
        sources=tuple(Page(each.name, each.address) for each in given.sources),
        differences=dict(given.differences),
        leads_on_to=tuple(given.leads_on_to),
        leads_to=tuple(given.leads_to),
        written_by=given.written_by,
        reviewed_by=given.reviewed_by,
        reviewed_on=given.reviewed_on,
        review_by=given.review_by,
    )


def _line(node: yaml.Node, place: Place) -> int:
    """Return the line of the part at `place`, or of the nearest part around it that is there."""
    line = int(node.start_mark.line) + 1
    for step in place:
        below: Any = None
        if isinstance(node, yaml.MappingNode):
            below = next(((key, value) for key, value in node.value if key.value == step), None)
            if below is None:
                break
            line, node = int(below[0].start_mark.line) + 1, below[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = int(node.start_mark.line) + 1
        else:
            break
    return line
