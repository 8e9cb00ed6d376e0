"""The command line, `what-matters`: each command reads the settings and hands over to what does the work."""

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.launch.screen import Screen
    from bot.model.information import Library
    from bot.settings import Settings

app = typer.Typer(
    name="what-matters",
    help="What Matters: helps people say, write down and share what matters to them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # locals may hold a person's words or a secret
)

directory_app = typer.Typer(
    help="Take services into the directory, or give them out: HSDS 3, UK profile, as JSON or CSV.", no_args_is_help=True
)
app.add_typer(directory_app, name="directory")

information_app = typer.Typer(help="The texts about living and dying well, in data/information.", no_args_is_help=True)
app.add_typer(information_app, name="information")

staff = typer.Typer(help="Accounts of people who work here.", no_args_is_help=True)
complaints = typer.Typer(help="What people said was not right, and the answers.", no_args_is_help=True)
app.add_typer(complaints, name="complaints")
team = typer.Typer(help="Teams that people can share with.", no_args_is_help=True)
app.add_typer(staff, name="staff")
app.add_typer(team, name="team")

_BAD_INPUT = 2


@app.command()
def run(
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing (it never does).")] = False,
) -> None:
    """Set up, train if needed, start everything and keep it running until Ctrl-C."""
    from bot.launch import run as launcher
    from bot.launch.clock import SystemClock
    from bot.launch.layout import Layout

    del no_input
    settings = _settings()
    raise typer.Exit(launcher.run(settings, Layout(encoder=settings.encoder_dir), _screen(), SystemClock()))


@app.command()
def talk(
    url: Annotated[str, typer.Option(help="Address of a running copy, if not the one set here.")] = "",
    new: Annotated[bool, typer.Option("--new", help="Start afresh; the earlier talk cannot be opened again.")] = False,
) -> None:
    """Talk in this terminal, carrying on where you stopped; starts a copy for the time if none is running."""
    from bot.channels.terminal import KeptSession
    from bot.channels.terminal import talk as talk_with
    from bot.launch.clock import SystemClock
    from bot.launch.run import show_failure
    from bot.launch.talk import StartError, is_there, started

    settings, screen = _settings(), _screen(stderr=True)
    address = url.rstrip("/") or settings.local_url
    kept = KeptSession(settings.data_dir / "terminal-session", address)
    if is_there(address):
        talk_with(address, kept=kept, new=new)
        return
    if url:
        screen.say(f"Nothing answers at {address}.")
        raise typer.Exit(1)
    try:
        with started(settings, screen, SystemClock()) as address:
            talk_with(address, kept=kept, new=new)
    except StartError as error:
        show_failure(error, error.lines, screen)
        raise typer.Exit(1) from None


@app.command()
def classify() -> None:
    """Say what the assistant would act on: JSON lines in, the same out with intent, confidence, safety."""
    from bot.launch.classify import EngineStoppedError, LineError
    from bot.launch.classify import classify as classify_lines
    from bot.launch.layout import Layout
    from bot.launch.run import show_failure

    settings, screen = _settings(), _screen(stderr=True)
    model = _model(screen)
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        for line in classify_lines(iter(sys.stdin.readline, ""), model, Layout(encoder=settings.encoder_dir)):
            sys.stdout.buffer.write(line.encode() + b"\n")
            sys.stdout.buffer.flush()
    except LineError as error:
        screen.say(str(error))
        raise typer.Exit(_BAD_INPUT) from None
    except EngineStoppedError as error:
        show_failure(error, error.lines, screen)
        raise typer.Exit(1) from None


@app.command()
def train() -> None:
    """Train the language model, unless the one there is fresh."""
    screen = _screen()
    screen.say(f"The model is ready: {_model(screen)}")


@app.command()
def migrate() -> None:
    """Bring the record store up to date; make it, and its key, if there is none."""
    from bot.launch import preflight
    from bot.launch.run import show_problems
    from bot.launch.store import StoreError, prepare_store

    settings, screen = _settings(), _screen()
    os.umask(0o077)
    problems = [*preflight.check_data_dir(settings.data_dir), *preflight.check_key_file(settings.key_file)]
    try:
        if not problems:
            prepare_store(settings)
    except StoreError as error:
        problems = [error.problem]
    if problems:
        show_problems(problems, screen)
        raise typer.Exit(1)
    screen.say("The record store is up to date.")


@app.command()
def demo() -> None:
    """Fill a new store with invented people, teams, services and accounts, to look at."""
    from bot.launch.demo.fill import NotEmptyError, fill
    from bot.launch.run import show_problems
    from bot.launch.store import StoreError

    settings, screen = _settings(), _screen()
    os.umask(0o077)
    try:
        invited = fill(settings, screen.say)
    except NotEmptyError as error:
        screen.say(str(error))
        screen.say("Set WHATMATTERS_DATA_DIR to a new folder, and run this again. Nothing was changed.")
        raise typer.Exit(1) from None
    except StoreError as error:
        show_problems([error.problem], screen)
        raise typer.Exit(1) from None
    screen.say("Invented people are in the store. Start it with: what-matters run")
    screen.say("Set up an account by opening its address, within three days:")
    for one in invited:
        screen.say(f"  {one.name}, {one.role}: {settings.public_url}/staff/set-up/{one.link}")


@app.command()
def doctor() -> None:
    """Look at everything a start needs, and say how to mend what is wrong."""
    from bot.launch.doctor import examine
    from bot.launch.layout import Layout

    settings, screen, healthy = _settings(), _screen(), True
    for finding in examine(settings, Layout(encoder=settings.encoder_dir), os.environ):
        healthy = healthy and not finding.problems
        mark = "MEND" if finding.problems else "ok"
        screen.say(f"{mark:<4}  {finding.subject}" + (f": {finding.note}" if finding.note else ""))
        for problem in finding.problems:
            screen.say(f"      {problem.what}\n      {problem.mend}")
    screen.say("All is well." if healthy else "Something is to be mended, see above.")
    raise typer.Exit(0 if healthy else 1)


@directory_app.command("import")
def take_in(
    path: Annotated[Path, typer.Argument(help="A .json file, a folder of CSV files, or a .zip of them.")],
) -> None:
    """Take services in: all of the file, or nothing of it where anything is wrong."""
    from bot.launch.directory import take_in as take
    from bot.launch.store import StoreError

    screen = _screen()
    try:
        report = take(_settings(), path)
    except StoreError as error:
        screen.say(f"{error.problem.what}\n    {error.problem.mend}")
        raise typer.Exit(1) from None
    for line in report.lines():
        screen.say(line)
    raise typer.Exit(0 if report.is_done else _BAD_INPUT)


@directory_app.command("export")
def give_out(
    path: Annotated[Path, typer.Argument(help="Where to: a .json file, a .zip, or a folder for CSV files.")],
) -> None:
    """Give out every service, also those that are held back or closed."""
    from bot.launch.directory import give_out as give
    from bot.launch.store import StoreError

    screen = _screen()
    try:
        count = give(_settings(), path)
    except StoreError as error:
        screen.say(f"{error.problem.what}\n    {error.problem.mend}")
        raise typer.Exit(1) from None
    screen.say(f"Services written: {count}")


@information_app.command("check")
def information_check() -> None:
    """Look for faults in the texts, and list those past their review date. Ends with 1 where there are any."""
    from bot.information.report import lines_of_check
    from bot.model.clock import SystemClock

    screen, library, today = _screen(), _library(), SystemClock().now().date()
    for line in lines_of_check(library, today):
        screen.say(line)
    raise typer.Exit(1 if library.past_review(today) else 0)


@information_app.command("show")
def information_show(
    need: Annotated[str, typer.Argument(help="The name of its file, without .yml; or a question such as ask_lpa.")],
) -> None:
    """Show one text as people get it, with all that stands behind its buttons."""
    from bot.information.report import lines_of

    screen, library = _screen(), _library()
    text = library.about(need) or library.answering(need)
    if text is None:
        screen.say(f"There is no text {need}. There are: {', '.join(each.id for each in library.texts)}")
        raise typer.Exit(_BAD_INPUT)
    for line in lines_of(text):
        screen.say(line)


@staff.command("add")
def staff_add(
    email: Annotated[str, typer.Argument(help="Their email address at work.")],
    name: Annotated[str, typer.Option(help="Their name, as people who share will see it.")],
    role: Annotated[
        list[str] | None,
        typer.Option(help="reviewer, team-lead, volunteer, directory-editor or administrator; may be repeated."),
    ] = None,
    in_team: Annotated[str, typer.Option("--team", help="The team, for a reviewer or team lead.")] = "",
) -> None:
    """Add an account, and print the address at which its owner sets it up: once, within 3 days."""
    from bot.launch.staff import add_account

    with _told_plainly() as screen:
        _show_link(screen, add_account(_settings(), email, name, role or [], in_team))


@staff.command("list")
def staff_list() -> None:
    """Show every account with its roles."""
    from bot.launch.staff import list_accounts

    with _told_plainly() as screen:
        for account in list_accounts(_settings()):
            screen.say("  ".join(account))


@staff.command("disable")
def staff_disable(email: Annotated[str, typer.Argument(help="Whose account.")]) -> None:
    """Disable an account, and sign its owner out everywhere at once."""
    from bot.launch.staff import disable_account

    with _told_plainly() as screen:
        disable_account(_settings(), email)
        screen.say("The account is disabled. Every session of it has ended.")


@staff.command("reset")
def staff_reset(email: Annotated[str, typer.Argument(help="Whose account.")]) -> None:
    """Take away password, phone and recovery codes, and print a new set-up address. Opens a disabled account again."""
    from bot.launch.staff import reset_account

    with _told_plainly() as screen:
        _show_link(screen, reset_account(_settings(), email))


@staff.command("confirm")
def staff_confirm(email: Annotated[str, typer.Argument(help="Whose account.")]) -> None:
    """Say that an account which an administrator reset is in its owner's hands, so that its roles count again.

    Speak with them first. A lead of their team, or another administrator, can do the same on the staff site.
    """
    from bot.launch.staff import confirm_account

    with _told_plainly() as screen:
        confirm_account(_settings(), email)
        screen.say("The roles of the account count again.")


@team.command("add")
def team_add(
    name: Annotated[str, typer.Argument(help="As the people who share would know it.")],
    answers_within: Annotated[int, typer.Option(help="Days within which the team answers; people are told.")] = 7,
) -> None:
    """Add a team."""
    from bot.launch.staff import add_team

    with _told_plainly() as screen:
        add_team(_settings(), name, answers_within)
        screen.say("The team is added. People can choose it when they share.")


@team.command("list")
def team_list() -> None:
    """Show every team."""
    from bot.launch.staff import list_teams

    with _told_plainly() as screen:
        for name, days in list_teams(_settings()):
            screen.say(f"{name}  answers within {days} days")


@app.command()
def feedback() -> None:
    """Show how often each answer to "was this useful" was given; under 5 no number is shown."""
    from bot.launch.complaints import feedback_counts

    with _told_plainly() as screen:
        for answer, count in feedback_counts(_settings()).items():
            screen.say(f"{answer}: {count}")


@complaints.command("list")
def complaints_list() -> None:
    """Show what was sent: ids and dates, and no word of it."""
    from bot.launch.complaints import list_complaints

    with _told_plainly() as screen:
        for each in list_complaints(_settings()):
            answered = f"answered {each.answered_at:%Y-%m-%d}" if each.answered_at else f"due {each.due_at:%Y-%m-%d}"
            screen.say(f"{each.id}  sent {each.sent_at:%Y-%m-%d}  {answered}")


@complaints.command("show")
def complaints_show(complaint: Annotated[str, typer.Argument(help="The id, from the list.", metavar="ID")]) -> None:
    """Show the words of one. That it was read is noted in the audit."""
    from bot.launch.complaints import show_complaint

    with _told_plainly() as screen:
        shown = show_complaint(_settings(), complaint)
        screen.say(f"To {shown.who}, due {shown.due_at:%Y-%m-%d}")
        screen.say(shown.words)
        if shown.answer:
            screen.say(f"Answered: {shown.answer}")


@complaints.command("answer")
def complaints_answer(complaint: Annotated[str, typer.Argument(help="The id, from the list.", metavar="ID")]) -> None:
    """Answer one, in words read from standard input. The person reads it when they are next here."""
    from bot.launch.complaints import answer_complaint

    with _told_plainly() as screen:
        answer_complaint(_settings(), complaint, sys.stdin.read())
        screen.say("It is answered. The person is told when they next write.")


@contextmanager
def _told_plainly() -> "Iterator[Screen]":
    """Gives the screen, and ends the program with one sentence where something cannot be done."""
    from bot.launch.complaints import ComplaintsError
    from bot.launch.staff import StaffCommandError

    try:
        yield _screen()
    except (StaffCommandError, ComplaintsError) as error:
        _screen(stderr=True).say(str(error))
        raise typer.Exit(1) from None


def _show_link(screen: "Screen", address: str) -> None:
    screen.say("Give this address to the owner of the account. It works once, for 3 days:")
    screen.say(address)


def _settings() -> "Settings":
    """The settings. Ends the program with a line for each that cannot be used, without its value."""
    from pydantic import ValidationError

    from bot.settings import PREFIX, Settings

    try:
        return Settings()
    except ValidationError as error:
        screen = _screen(stderr=True)
        for problem in error.errors(include_input=False, include_url=False):
            name = f"{PREFIX}{str(problem['loc'][0]).upper()}" if problem["loc"] else "Settings"
            screen.say(f"{name}: {problem['msg']}")
        raise typer.Exit(_BAD_INPUT) from None


def _library() -> "Library":
    """The texts. Ends the program with a line for each fault in them."""
    from bot.information.loader import InformationError, read_information

    try:
        return read_information()
    except InformationError as error:
        _screen(stderr=True).say(str(error))
        raise typer.Exit(_BAD_INPUT) from None


def _screen(*, stderr: bool = False) -> "Screen":
    from rich.console import Console

    from bot.launch.clock import SystemClock
    from bot.launch.screen import Screen

    return Screen(Console(stderr=stderr), SystemClock())


def _model(screen: "Screen") -> Path:
    """The fresh model, trained now if need be; ends the program where that fails."""
    from bot.launch.clock import SystemClock
    from bot.launch.layout import Layout
    from bot.launch.models import TrainingError, ensure_model
    from bot.launch.run import show_failure

    try:
        return ensure_model(Layout(encoder=_settings().encoder_dir), screen, SystemClock(), lambda: False)
    except TrainingError as error:
        show_failure(error, error.lines, screen)
        raise typer.Exit(1) from None
