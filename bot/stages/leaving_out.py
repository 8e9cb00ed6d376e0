"""One press lets go what was just put down, since no reading of words is sure that they were an answer."""

from bot.model.draft import Line
from bot.model.saying import Button

CHOICE = "leave_out:"
"""How the value begins; the id of the line follows, so that a button pressed late takes nothing else out."""


def buttons(line: Line | None) -> tuple[Button, ...]:
    """Return the button that lets this line go; none without one."""
    return (Button("Leave that out", f"choose:{CHOICE}{line.id}"),) if line else ()
