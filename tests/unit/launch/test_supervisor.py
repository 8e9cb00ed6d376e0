"""The supervisor with time and processes of the test's own."""

import pytest

from bot.launch.supervisor import LONGEST_WAIT, PATIENCE, SLOW_WAIT, Supervisor
from tests.unit.launch.fakes import FakeClock, FakeProcess, service


class Stage:
    """A supervisor of three services, and handles on everything around it."""

    def __init__(self, *, stubborn: bool = False) -> None:
        self.clock = FakeClock()
        self.started: dict[str, list[FakeProcess]] = {"actions": [], "engine": [], "web": []}
        self.answering: set[str] = set()
        self.said: list[str] = []
        self.stubborn = stubborn
        self.supervisor = Supervisor(
            [service(name) for name in self.started],
            start=self._start,
            is_ready=lambda asked: asked.name in self.answering,
            clock=self.clock,
            say=self.said.append,
        )

    def _start(self, asked) -> FakeProcess:
        process = FakeProcess(pid=100 + sum(map(len, self.started.values())), stubborn=self.stubborn)
        self.started[asked.name].append(process)
        return process

    def latest(self, name: str) -> FakeProcess:
        return self.started[name][-1]

    def dies(self, name: str, code: int = 1) -> None:
        self.latest(name).code = code
        self.supervisor.step()

    def passes(self, seconds: float) -> None:
        self.clock.time += seconds
        self.supervisor.step()


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.supervisor.start()
    return stage


def test_starts_each_service_once(stage):
    assert {name: len(processes) for name, processes in stage.started.items()} == {
        "actions": 1,
        "engine": 1,
        "web": 1,
    }


def test_waits_for_those_that_do_not_answer_yet(stage):
    stage.answering = {"actions", "web"}
    stage.supervisor.step()
    assert stage.supervisor.waiting_for() == ("engine",)
    stage.answering.add("engine")
    stage.supervisor.step()
    assert stage.supervisor.waiting_for() == ()


def test_one_that_dies_is_started_again_after_a_second_and_the_others_are_left_alone(stage):
    stage.dies("engine", -9)
    assert stage.said == ["The engine stopped (ended by SIGKILL). Starting it again in 1 second. Its log: engine.log"]
    stage.passes(0.9)
    assert len(stage.started["engine"]) == 1
    stage.passes(0.1)
    assert len(stage.started["engine"]) == 2
    assert len(stage.started["web"]) == len(stage.started["actions"]) == 1


def test_what_the_dead_one_started_is_ended_before_it_is_started_again(stage):
    stage.dies("engine")
    assert stage.latest("engine").killed


def test_says_once_it_answers_again(stage):
    stage.answering = {"actions", "engine", "web"}
    stage.supervisor.step()
    assert stage.said == []
    stage.dies("web")
    assert stage.supervisor.waiting_for() == ("web",)
    stage.passes(1)
    stage.passes(0.2)
    assert stage.said[-1] == "The web is answering again."
    stage.passes(0.2)
    assert stage.said.count("The web is answering again.") == 1


def _wait_after(stage: Stage, name: str) -> float:
    """Seconds from now until it is started again."""
    before, begun = len(stage.started[name]), stage.clock.time
    while len(stage.started[name]) == before:
        stage.passes(0.5)
    return stage.clock.time - begun


def test_waits_longer_after_each_death_up_to_half_a_minute(stage):
    waits = []
    for _ in range(8):
        stage.passes(25)  # long enough that five deaths take more than a minute
        stage.dies("engine")
        waits.append(_wait_after(stage, "engine"))
    assert waits == [1, 2, 4, 8, 16, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_five_deaths_in_a_minute_are_said_once_and_tried_slowly(stage):
    waits = []
    for _ in range(7):
        stage.dies("engine")
        waits.append(_wait_after(stage, "engine"))
    assert waits == [1, 2, 4, 8, SLOW_WAIT, SLOW_WAIT, SLOW_WAIT]
    telling = [line for line in stage.said if "5 times in a minute" in line]
    assert len(telling) == 1
    assert "engine.log" in telling[0]


def test_deaths_are_forgotten_once_it_ran_for_a_minute(stage):
    for _ in range(5):
        stage.dies("engine")
        _wait_after(stage, "engine")
    stage.passes(60)
    stage.dies("engine")
    assert _wait_after(stage, "engine") == 1


@pytest.mark.parametrize(
    ("code", "words"), [(0, "exit code 0"), (3, "exit code 3"), (-15, "ended by SIGTERM"), (-99, "ended by signal 99")]
)
def test_says_how_it_ended(stage, code, words):
    stage.dies("web", code)
    assert words in stage.said[0]


def test_stop_asks_all_of_them_and_then_makes_sure(stage):
    stage.supervisor.stop()
    processes = [stage.latest(name) for name in stage.started]
    assert all(process.asked and process.killed and process.code == 0 for process in processes)
    assert stage.clock.time == 1000.0


def test_stop_ends_by_force_those_that_do_not_listen():
    stage = Stage(stubborn=True)
    stage.supervisor.start()
    stage.supervisor.stop()
    assert all(stage.latest(name).code == -9 for name in stage.started)
    assert stage.clock.time - 1000.0 == pytest.approx(PATIENCE, abs=0.2)


def test_nothing_is_started_again_after_stop(stage):
    stage.dies("engine")
    stage.supervisor.stop()
    stage.passes(300)
    assert len(stage.started["engine"]) == 1
