"""The conversations in docs/conversations are those of the scripts, in sentences that the assistant still says."""

import re
from pathlib import Path

import pytest
import yaml

from bench.transcripts.script import FOLDER, Typed, scripts
from bot.model.headings import Heading
from bot.model.position import Door

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "conversations"
SCRIPTS = scripts()
VALUE = re.compile(r"\\\{\w+\\\}")
BLOCK = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"<PIN>|<secret>")
ADDED = re.compile(r"https://[\w./%#?=&-]+|\S+@\S+\.\w+|[\d ,+a-z]*\d{3}[\d ]+|\d{5}.*")
"""Ways to get in touch, which are data and not sentences."""
TOLD_BY_CODE = re.compile(
    r"Opens? (at|now|from).*|Closed .*|Open .*|Hours not known\..*|Nobody has checked this yet\.|Checked .*"
)
"""When a service opens and who checked it: made from its entry, by bot/signposting and bot/stages/services.py."""


def plain(text):
    return " ".join(text.split())


def texts_in(value):
    """Every string inside what a YAML file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def responses():
    for path in sorted((ROOT / "data" / "responses").glob("*.yml")):
        for variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].values():
            for variation in variations:
                yield from (plain(text) for text in re.split(r"\n\s*\n", variation["text"]))


SAID = [
    re.compile(VALUE.sub(".+", re.escape(text)))
    for text in responses()
    if re.search(r"[a-z]{2}", re.sub(r"\{\w+\}", "", text))
]
CONTENT = plain(
    " ".join(
        text
        for folder in ("data/information", "bot/signposting/seed")
        for path in sorted((ROOT / folder).rglob("*.yml"))
        for text in texts_in(yaml.safe_load(path.read_text(encoding="utf-8")))
    )
)
LABELS = {door.over(heading) for door in Door for heading in Heading}


def bubbles(page):
    (block,) = BLOCK.findall(page.read_text(encoding="utf-8"))
    return block.rstrip("\n").split("\n\n")


def spoken(page):
    """The lines of the person, one after the other."""
    return [
        plain(" ".join(line.removeprefix(">").strip() for line in bubble.splitlines()))
        for bubble in bubbles(page)
        if bubble.startswith(">")
    ]


def is_said(bubble):
    """Whether a response says it, with values filled in, or each line of it is content, a heading or the person's."""
    lines = [line for line in bubble.splitlines() if not line.startswith(("→", "["))]
    if any(pattern.fullmatch(plain(" ".join(lines))) for pattern in SAID):
        return True
    joined = [plain(" ".join(group)) for group in by_item(lines)]
    return all(is_content(line) for line in joined)


def by_item(lines):
    """Lines put together again that were wrapped: a new item begins with a mark, a number or a capital letter."""
    item = []
    for line in lines:
        if item and re.match(r"(• |\d+\. |https:|[“A-Z0-9])", line):
            yield item
            item = []
        item.append(line.removeprefix("• "))
    if item:
        yield item


def is_content(line):
    if line in LABELS or "“" in line or TOLD_BY_CODE.fullmatch(line) or ADDED.fullmatch(line):
        return True
    if any(pattern.fullmatch(line) for pattern in SAID):
        return True
    return line.removeprefix("For ").rstrip(".") in CONTENT or line in CONTENT


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_script_has_its_page_with_every_line_of_it(script):
    page = PAGES / f"{script.name}.md"
    assert page.read_text(encoding="utf-8").startswith(f"# {script.title}\n"), script.name
    shown = spoken(page)
    assert len(shown) == len(script.spoken)
    for wanted, found in zip(script.spoken, shown, strict=True):
        assert found.startswith(plain(wanted))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_page_says_only_what_the_assistant_still_says(script):
    page = PAGES / f"{script.name}.md"
    told = [bubble for bubble in bubbles(page) if not bubble.startswith((">", "("))]
    assert [bubble for bubble in told if not is_said(bubble)] == []


def test_no_page_is_left_of_a_script_that_is_gone():
    assert {page.stem for page in PAGES.glob("*.md")} - {"README"} == {script.name for script in SCRIPTS}
    assert all(f"({script.name}.md)" in (PAGES / "README.md").read_text(encoding="utf-8") for script in SCRIPTS)


def test_each_conversation_is_long_enough_to_go_wrong():
    assert all(len(script.spoken) >= 15 for script in SCRIPTS)
    assert len(list(FOLDER.glob("*.yml"))) == len(SCRIPTS) >= 10
    assert all(any(isinstance(step, Typed) for step in script.steps) for script in SCRIPTS)


def test_no_page_shows_a_secret_of_a_link():
    for script in SCRIPTS:
        text = (PAGES / f"{script.name}.md").read_text(encoding="utf-8")
        assert not re.search(r"The PIN is \d", text)
        assert not re.search(r"what-matters\.example/\w+/(?!<secret>)", text)
        assert "127.0.0.1" not in text
