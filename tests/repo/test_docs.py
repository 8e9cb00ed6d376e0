"""The documents are true: the tree, settings, commands and the conversation in them are those of the code."""

import re
from collections import Counter
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

import pytest
import typer
import yaml

from bot.cli import app
from bot.model.headings import Heading
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
STATUS = re.compile(r"^Status: (proposed|accepted|replaced by \d{4}), \w+ \d{4}$", re.MULTILINE)

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BUTTON = re.compile(r"\[([^\]]+)\]")
VALUE = re.compile(r"\\\{\w+\\\}")
ELSEWHERE = re.compile(r"(?<![\w.])/(?:work|root)\b|\.\./shared|pypi\.org|pythonhost|npmjs|deb\.debian|/simple\b")


def ignored_patterns() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


IGNORED = ignored_patterns()


def is_ignored(path: Path) -> bool:
    """As .gitignore says, for the plain patterns that it holds; hidden folders of tools are left out too."""
    place = path.relative_to(ROOT).as_posix()
    for pattern in IGNORED:
        name = pattern.rstrip("/")
        if pattern.endswith("/") and not path.is_dir():
            continue
        if fnmatch(place, name) if "/" in name else fnmatch(path.name, name):
            return True
    return False


def has_files(folder: Path) -> bool:
    return any(has_files(child) if child.is_dir() else True for child in folder.iterdir() if not is_ignored(child))


def entries(folder: Path) -> set[str]:
    """What lies in a folder and belongs to the project; a folder ends in "/"."""
    there = [child for child in folder.iterdir() if not child.name.startswith((".", "__")) and not is_ignored(child)]
    names = {child.name for child in there if child.is_file()}
    return names | {f"{child.name}/" for child in there if child.is_dir() and has_files(child)}


def documents() -> list[Path]:
    def inside(folder: Path):
        for child in sorted(folder.iterdir()):
            if child.name == ".git" or is_ignored(child):
                continue
            if child.is_dir():
                yield from inside(child)
            elif child.suffix == ".md":
                yield child

    return list(inside(ROOT))


DOCUMENTS = documents()


def block(heading: str) -> str:
    """The first fenced block under a heading of the README."""
    found = FENCE.search(README, README.index(f"\n## {heading}\n"))
    assert found
    return found.group(2)


def tree() -> dict[str, set[str]]:
    """Folder ("" is the top) to the names shown in it."""
    shown: dict[str, set[str]] = {"": set()}
    top = ""
    for line in block("Where things are").splitlines():
        name = line.split()[0]
        if line.startswith("  "):
            shown.setdefault(top, set()).add(name)
        else:
            shown[""].add(name)
            top = name
    return shown


def anchors(path: Path) -> set[str]:
    """The addresses of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("folder", ["", "bot/", "tests/"])
def test_the_readme_shows_each_folder_as_it_is(folder):
    shown = tree()[folder]
    assert {name for name in shown if not name.startswith(".")} == entries(ROOT / folder)
    assert all((ROOT / folder / name).exists() for name in shown)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_in_the_documents_with_its_default(name):
    variable = f"`{PREFIX}{name.upper()}`"
    rows = [line for line in (README + OPERATING).splitlines() if line.startswith(f"| {variable} |")]
    assert len(rows) == 1, f"{variable} needs one row in one table"
    default = Settings.model_fields[name].default
    if isinstance(default, int | float | str) and default:
        assert f"| `{default}` |" in rows[0]


def test_the_documents_name_no_setting_that_does_not_exist():
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", README + OPERATING)) - known == set()


def test_every_command_is_in_the_readme():
    groups = typer.main.get_command(app).commands
    commands = {
        f"{name} {each}" if each else name for name, one in groups.items() for each in getattr(one, "commands", [""])
    }
    shown = re.findall(r"^\| `what-matters ([a-z-]+(?: [a-z-]+)?)(?: [A-Z]+)?` \|", README, re.MULTILINE)
    assert set(shown) == commands


def test_every_make_target_is_in_the_readme():
    targets = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"^\| `make ([a-z]+)`", README, re.MULTILINE)) == targets


def test_every_test_that_the_makefile_names_is_there():
    """A run told of a file that is gone runs nothing at all."""
    named = re.findall(r"tests/unit/([\w./]+)(?:::(\w+))?", MAKEFILE)
    assert len(named) > 10
    for path, test in named:
        place = ROOT / "tests" / "unit" / path
        assert place.exists(), f"the Makefile runs {path}, which is not there"
        assert not test or f"def {test}(" in place.read_text(encoding="utf-8")


def test_the_conversation_in_the_readme_is_what_the_assistant_says():
    """Every bubble is a response with its values filled in; every button is one that is offered somewhere."""
    files = sorted((ROOT / "data" / "responses").glob("*.yml"))
    stages = sorted((ROOT / "bot" / "stages").glob("*.py"))
    titles = "\n".join(path.read_text(encoding="utf-8") for path in files + stages)
    texts = [
        text
        for path in files
        for variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].values()
        for variation in variations
        for text in re.split(r"\n\s*\n", variation["text"])
        if re.search(r"\w", re.sub(r"\{\w+\}", "", text))
    ]
    said = [re.compile(VALUE.sub(".+", re.escape(" ".join(text.split())))) for text in texts]
    labels = tuple(heading.label for heading in Heading)
    for bubble in block("A conversation").split("\n\n"):
        if bubble.startswith("> "):
            continue
        lines = {is_button: list(group) for is_button, group in groupby(bubble.splitlines(), _is_buttons)}
        words = " ".join(" ".join(lines[False]).split())
        assert words.startswith(labels) or any(pattern.fullmatch(words) for pattern in said), words
        for title in BUTTON.findall("\n".join(lines.get(True, []))):
            assert f"title: {title}\n" in titles or f'Button("{title}"' in titles, title


def _is_buttons(line: str) -> bool:
    return line.startswith("[")


def test_decisions_have_numbers_of_their_own_and_a_status():
    numbers = Counter(path.name[:4] for path in DECISIONS)
    assert [number for number, times in numbers.items() if times > 1] == []
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
        assert text.startswith(f"# {int(path.name[:4])}. "), f"{path.name}: the title begins with its number"
        assert STATUS.search(text), f"{path.name} has no status"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_inside_the_repository_leads_somewhere(path):
    for target in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        found = (path.parent / place).resolve() if place else path
        assert found.exists(), f"{path.name}: {target}"
        assert not anchor or anchor in anchors(found), f"{path.name}: {target}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_named_in_a_document_exists(path):
    """A name in code marks that begins with one of our folders; `<...>` and `*` stand for any name."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    folders = "|".join(sorted(name.rstrip("/") for name in entries(ROOT) if name.endswith("/")))
    for name in re.findall(rf"`((?:{folders})/[^`\s]*)`", text):
        pattern = re.sub(r"<[^>]*>", "*", name.rstrip("/"))
        assert next(ROOT.glob(pattern), None), f"{path.name}: {name}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_names_a_place_that_only_one_machine_has(path):
    assert ELSEWHERE.findall(path.read_text(encoding="utf-8")) == []
