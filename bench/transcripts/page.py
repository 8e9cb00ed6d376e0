"""One conversation as a page: lines that begin with `>` are the person's, words in square brackets are buttons."""

import re
from textwrap import TextWrapper

from bench.transcripts.script import Script

WIDE = 100
_MADE = (
    "Written by `python -m bench.transcripts --write` from `bench/transcripts/scripts/{name}.yml`. Do not change it by"
    " hand."
)


class Page:
    """A page that grows line by line."""

    def __init__(self, script: Script) -> None:
        made = _wrapped(_MADE.format(name=script.name))
        head = [f"# {script.title}", *_wrapped(script.about), "\n".join(made), "```text"]
        self._blocks = [head[0], "\n".join(head[1:-2]), head[-2], head[-1]]
        day = script.begins
        self._first = f"({day:%A} {day.day} {day:%B %Y}, {day:%H:%M}.)"
        self._said: list[str] = [self._first]

    def person_says(self, words: str) -> None:
        """Add what the person typed, or the button they pressed."""
        lines = [line for part in words.splitlines() or [""] for line in _wrapped(part, "> ") or [">"]]
        self._said.append("\n".join(lines))

    def assistant_says(self, text: str, buttons: list[str], links: list[tuple[str, str]]) -> None:
        """Add one message: each bubble of it, then its links and buttons."""
        bubbles = [bubble for bubble in re.split(r"\n\s*\n", text) if bubble.strip()]
        shown = ["\n".join(line for part in bubble.splitlines() for line in _wrapped(part)) for bubble in bubbles]
        below = [f"→ {title}: {url}" for title, url in links]
        row = ""
        for button in buttons:
            if row and len(row) + len(button) + 3 > WIDE:
                below.append(row)
                row = ""
            row = f"{row} [{button}]".strip()
        below += [row] if row else []
        if below:
            shown[-1:] = ["\n".join([*shown[-1:], *below])]
        self._said += shown

    def time_goes_by(self, told: str) -> None:
        """Say how long nothing was said."""
        self._said.append(f"({told[0].upper()}{told[1:]} later.)")

    def happens(self, what: str) -> None:
        """Say what somebody else does meanwhile."""
        self._said.append(f"({what})")

    @property
    def text(self) -> str:
        """The whole page."""
        *head, fence = self._blocks
        return "\n\n".join(head) + f"\n\n{fence}\n" + "\n\n".join(self._said) + "\n```\n"


def _wrapped(text: str, before: str = "") -> list[str]:
    after = "  " if text.startswith("• ") else before
    wrapper = TextWrapper(
        width=WIDE, initial_indent=before, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(text)
