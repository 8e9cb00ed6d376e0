"""Commands for the audit."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import BAD_INPUT, open_screen, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.records.audit_proof import Whole

audit = typer.Typer(help="The audit: who did what to which record, and when.", no_args_is_help=True)


@audit.command("verify")
def audit_verify(
    noted: Annotated[str, typer.Option(help="A head printed earlier: the chain must still go through it.")] = "",
) -> None:
    """Prove that audit and consents are as they were written, and print the head. Ends with 1 where they are not."""
    from bot.launch.audit import CannotVerifyError, verify_audit
    from bot.records.audit_proof import NotWholeError

    settings, screen = read_settings(), open_screen()
    try:
        with screen.waiting("Verifying the audit") as waiting:
            whole = verify_audit(settings, noted, lambda rows: waiting.tick(f"{rows:,} rows are whole"))
    except CannotVerifyError as error:
        open_screen(stderr=True).say(str(error))
        raise typer.Exit(BAD_INPUT) from None
    except NotWholeError as error:
        screen.say(f"Row {error.number} of the audit is the first that is not right. {error}")
        screen.say(
            "Change nothing. Keep a copy of the store, compare it with your backups from this row on, and find out"
        )
        screen.say("who had the store and its machine. More: docs/operating.md, under Verifying the audit.")
        raise typer.Exit(1) from None
    for line in _lines(whole, noted):
        screen.say(line)


def _lines(whole: "Whole", noted: str) -> "Iterator[str]":
    yield f"All {whole.rows:,} rows of the audit are whole, and {whole.decisions:,} decisions about consent among them."
    if whole.begun is not None:
        day = f"{whole.begun:%Y-%m-%d %H:%M} UTC"
        yield f"The first {whole.earlier:,} are as they were when the chain began, {day}. What was before is not known."
    if noted:
        yield "The chain goes through the head that was noted."
    yield f"Head: {whole.head if whole.rows else 'none yet'}"
