"""A summary in print: tagged PDF (PDF/UA-1), which a screen reader can read. Laid out in summary.typ."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from bot.exports.summary import SummaryView

_HERE = Path(__file__).parent


class NotInPrintError(Exception):
    """Some sign in the words is in none of the fonts that come with this project: print would leave it out."""


def as_pdf(summary: SummaryView, *, made: str) -> bytes:
    """Return the notes on A4 pages; `made` stands at the foot of each. Nothing is written to disk.

    Raises NotInPrintError.
    """
    notes = json.dumps({**asdict(summary), "made": made})
    # One for each call: a compiler remembers what it was handed last.
    compiler = typst.Compiler(_HERE / "summary.typ", root=_HERE, font_paths=_fonts(), sys_inputs={"notes": notes})
    try:
        pdf = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        raise NotInPrintError from error
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_HERE / "fonts"])
