"""A summary as plain text, to keep or to send on."""

from bot.exports.summary import LineView, SectionView, SummaryView


def as_text(summary: SummaryView, made: str) -> str:
    """Return the whole summary as lines of text, the words exactly as they were written; `made` is the last line."""
    facts = "\n".join(f"{name}: {value}" for name, value in summary.facts)
    opening = (summary.heading.upper(), "\n".join(summary.notice), facts)
    return "\n\n".join((*opening, *(_section(section) for section in summary.sections), *summary.notes, made)) + "\n"


def _section(section: SectionView) -> str:
    return "\n\n".join((section.heading.upper(), *(_line(line) for line in section.lines)))


def _line(line: LineView) -> str:
    whys = (f"Why this matters: {why}" for why in line.whys)
    first, *rest = "\n".join((line.words, *whys)).split("\n")
    return "\n".join((f"- {first}", *(f"  {more}" for more in rest)))
