"""People who talk on Telegram as people do: they answer what was asked, sometimes say two things, and press buttons."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.telegram_server import Choice, Person, TelegramServer
from tests.telegram_server.chats import Message

ASKED = ("Why does that matter", "What would good support look like", "Is there anything else that matters")
"""How the questions after what somebody said are known. They go round: something, why, support."""
FIRST_DOOR = "For me"
FIRST_ASKED = "What matters most"
AGAIN = "Show it again"
PATIENCE = 45.0
"""Seconds without anything new after which a button is pressed once more: Telegram keeps a press for 150 seconds."""
_THINGS = (
    "my garden bench",
    "the old apple tree",
    "the kettle on the stove",
    "the blue armchair",
    "our brass band",
    "the choir on Thursdays",
    "my tabby cat",
    "the harbour wall",
    "the smell of fresh bread",
    "a walk along the cliff",
    "my mother's blanket",
    "the radio in the morning",
    "a game of dominoes",
    "the swallows in the barn",
    "my stamp albums",
    "the light in the kitchen",
    "a pot of strong tea",
    "the church bells",
    "my grandson's drawings",
    "the path through the wood",
)
_PLACES = ("at Abbotsbury", "at Burton", "at Cerne", "at Dorchester", "at Evershot", "at Frampton", "at Wareham")


@dataclass(frozen=True, slots=True)
class Plan:
    """So many people say so many things each."""

    people: int
    messages: int


def line(chat: int, place: int) -> str:
    """What the person of a chat says in this place: words that nobody else says, and that ask for nothing."""
    again = " again" * (place // len(_THINGS))
    return f"{_THINGS[place % len(_THINGS)]} {_PLACES[chat % len(_PLACES)]} in {1825 + chat}{again}"


@dataclass
class Talker:
    """One person, who has `lines` to say. `look` is to be called often; nothing blocks."""

    person: Person
    lines: Sequence[str]
    chance: random.Random
    think: tuple[float, float]
    """Seconds between what is read and what is written, at least and at most."""
    two_at_once: float
    """How likely somebody says two things before they read an answer."""
    said: int = 0
    asked_again: list[int] = field(default_factory=list)
    """Where in the chat somebody asked to be shown what might not have arrived: how much stood there before."""
    at: float = 0.0
    """When the next thing is done, 0 where nothing is to be done."""
    _seen: int = 0
    _since: float = 0.0
    _pressed: set[int] = field(default_factory=set)
    _last_pressed: int = 0

    @property
    def is_done(self) -> bool:
        """Whether everything was said and asked about, and nothing is left to be shown again."""
        return self.said == len(self.lines) and self._was_asked() and self._button(AGAIN) is None

    def look(self, now: float) -> None:
        """See what is new, and do what is due."""
        log = self.person.chat.log
        if len(log) != self._seen:
            self._seen, self._since = len(log), now
            self.at = now + self.chance.uniform(*self.think) if self._has_to_act() else 0.0
        elif now - self._since > PATIENCE and log and not self.is_done:
            self._since = self.at = now
            self._pressed.discard(self._last_pressed)
        if self.at and now >= self.at:
            self.at = 0.0
            self._act()

    def starts(self) -> None:
        self.person.starts()

    def _has_to_act(self) -> bool:
        pressed = self._button(AGAIN) is not None or self._button(FIRST_DOOR) is not None
        return self.person.chat.log[-1].by_bot and (pressed or self._was_asked())

    def _act(self) -> None:
        if again := self._button(AGAIN):
            self.asked_again.append(len(self.person.chat.log))
            self._press(again)
        elif (door := self._button(FIRST_DOOR)) and not self._was_asked():
            self._press(door)
        elif self._was_asked():
            for _ in range(2 if self.chance.random() < self.two_at_once else 1):
                if self.said < len(self.lines):
                    self.said += 1
                    self.person.says(self.lines[self.said - 1])
                    self._last_pressed = 0

    def _was_asked(self) -> bool:
        """Say whether all that was said got its question: what was shown again may stand below it."""
        texts = [message.text for message in self.person.chat.log if message.by_bot]
        asked = Counter(kind for text in texts for kind in (*ASKED, FIRST_ASKED) if kind in text)
        return not due(self.said) - asked

    def _press(self, button: Choice) -> None:
        self._pressed.add(button.message_id)
        self._last_pressed = button.message_id
        self.person.presses(button)

    def _button(self, title: str) -> Choice | None:
        """The newest button with this title that was not pressed."""
        left = (one for one in reversed(self.person.chat.log) if one.message_id not in self._pressed)
        return next((_choice(one, title) for one in left if _has(one, title)), None)


def due(said: int) -> Counter[str]:
    """Return how often each question is due after so many things that were said."""
    return Counter([FIRST_ASKED, *(ASKED[place % len(ASKED)] for place in range(said))])


def talkers(server: TelegramServer, plan: Plan, seed: int, two_at_once: float) -> list[Talker]:
    """The people of a plan, who have not said anything yet."""
    return [
        Talker(
            server.person(100_001 + chat, f"Person {chat + 1}"),
            [line(chat, place) for place in range(plan.messages)],
            random.Random(f"{seed}/{chat}"),  # noqa: S311  (nothing is kept secret by it)
            (0.3, 2.5),
            two_at_once,
        )
        for chat in range(plan.people)
    ]


def _has(message: Message, title: str) -> bool:
    return any(button["text"] == title for row in message.rows for button in row)


def _choice(message: Message, title: str) -> Choice:
    button = next(button for row in message.rows for button in row if button["text"] == title)
    return Choice(title, message.message_id, button["callback_data"])
