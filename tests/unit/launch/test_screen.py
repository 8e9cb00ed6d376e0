"""What the operator sees where there is no terminal, and that a terminal gets something that moves."""

import io
import threading

from rich.console import Console

from bot.launch.screen import Screen
from tests.unit.launch.fakes import FakeClock, plain_screen


def test_without_a_terminal_there_is_a_line_at_least_every_ten_seconds():
    clock = FakeClock()
    screen, written = plain_screen(clock)
    with screen.waiting("Training") as waiting:
        for _ in range(100):
            clock.sleep(0.25)
            waiting.tick("still")
    assert written.getvalue().splitlines() == [
        "Training ...",
        "Training (still): 10 seconds so far",
        "Training (still): 20 seconds so far",
    ]


def test_a_terminal_gets_progress_that_moves_without_a_thread():
    clock, written = FakeClock(), io.StringIO()
    screen = Screen(Console(file=written, force_terminal=True, width=100), clock)
    threads = threading.active_count()
    with screen.waiting("Training") as waiting:
        waiting.tick("half way")
        assert threading.active_count() == threads  # a thread and a fork do not go together
    assert "half way" in written.getvalue()
    screen.block("Running", ["Web chat  http://127.0.0.1:8000/"])
    assert "╭" in written.getvalue()


def test_a_block_is_plain_lines_without_a_terminal():
    screen, written = plain_screen(FakeClock())
    screen.block("Running", ["Web chat  http://127.0.0.1:8000/[x]"])
    assert written.getvalue() == "Running\nWeb chat  http://127.0.0.1:8000/[x]\n"
