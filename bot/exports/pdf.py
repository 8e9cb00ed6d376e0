"""What people wrote in print: tagged PDF (PDF/UA-1), which a screen reader can read. Laid out in the .typ files."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from bot.exports.card import CardView
from bot.exports.summary import SummaryView

_HERE = Path(__file__).parent


class NotInPrintError(Exception):
    """Some sign in the words is in none of the fonts that come with this project: print would leave it out."""


def as_pdf(summary: SummaryView, *, made: str, large: bool = False) -> bytes:
    """Return the notes on A4 pages; `made` stands at the foot of each. `large`: in 18 point. Nothing is put on disk.

    Raises NotInPrintError.
    """
    return _print(_compiler("summary.typ", {**asdict(summary), "made": made, "large": large}))


def card_as_pdf(card: CardView, *, made: str) -> bytes | None:
    """Return the card on one A4 page; None where it takes more than that. Nothing is put on disk.

    Raises NotInPrintError.
    """
    compiler = _compiler("card.typ", {**asdict(card), "made": made})
    pages = json.loads(compiler.query("<pages>", field="value", one=True))
    return _print(compiler) if pages == 1 else None


def _compiler(layout: str, notes: dict[str, Any]) -> typst.Compiler:
    # One for each call: a compiler remembers what it was handed last.
    inputs = {"notes": json.dumps(notes)}
    return typst.Compiler(_HERE / layout, root=_HERE, font_paths=_fonts(), sys_inputs=inputs)


def _print(compiler: typst.Compiler) -> bytes:
    try:
        pdf = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        raise NotInPrintError from error
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_HERE / "fonts"])
