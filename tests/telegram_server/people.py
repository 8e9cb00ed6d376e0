"""A person who uses the messaging app: writes, presses, blocks, and sees what is in the chat."""

from collections.abc import Callable
from typing import Any

from tests.telegram_server.chats import Account, Chat, Message, Shape, Typing
from tests.telegram_server.entities import found_in
from tests.telegram_server.kinds import KINDS, WITH_CAPTION
from tests.telegram_server.methods.sending import LONGEST_TEXT
from tests.telegram_server.profile import Commands
from tests.telegram_server.seeing import Choice, Seen, seen, seen_since_last_act
from tests.telegram_server.world import Press, World

WITHIN = 30.0
"""Real seconds that a person waits for the bot, unless told otherwise."""
_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_post_messages",
    "can_edit_messages",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


class Person:
    """One person (or another bot) and their private chat with the bot."""

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account
        self.chat = world.chats.setdefault(account.id, Chat(account.id, "private", account, bot_status="member"))

    @property
    def id(self) -> int:
        """Also the id of the chat."""
        return self.account.id

    def says(self, text: str) -> Message:
        """Type something. The app cuts what is too long into several messages; the last one is returned."""
        pieces = [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)] or [text]
        return [self._sends(worded(piece)) for piece in pieces][-1]

    def starts(self, payload: str = "") -> Message:
        """Press Start, or open a link of the bot with this payload."""
        return self.says(f"/start {payload}".rstrip())

    def replies(self, to: Message | Seen | int, text: str) -> Message:
        return self._sends(worded(text), reply_to=self._found(to))

    def sends(self, kind: str, caption: str = "", **more: Any) -> Message:
        """One of the kinds in kinds.py; `more` changes or adds fields of it."""
        with self._world.bell:
            content = KINDS[kind](self._world)
        if isinstance(content[kind], dict):
            content[kind] |= more
        if caption:
            assert kind in WITH_CAPTION, f"a {kind} has no caption"
            content["caption"] = caption
        return self._sends(content)

    def forwards(self, text: str, of: Account | str = "Somebody else") -> Message:
        """Send on what another account wrote, or somebody who shows no more than a name."""
        origin: Shape = {"date": self._world.seconds - 60}
        if isinstance(of, Account):
            origin |= {"type": "user", "sender_user": of.shape}
        else:
            origin |= {"type": "hidden_user", "sender_user_name": of}
        return self._sends(worded(text), origin=origin)

    def edits(self, message: Message | Seen | int, text: str) -> Message:
        """Change one's own words; the bot is told what they are now."""
        with self._world.bell:
            found = self._found(message)
            assert found.sender == self.account, "people edit only what they wrote"
            self.chat.acts += 1
            found.content = worded(text)
            found.edit_date = self._world.seconds
            self._world.tell("edited_message", found.shape(), self.chat)
        return found

    def deletes(self, message: Message | Seen | int) -> None:
        """Take a message out of the chat. Telegram does not tell bots."""
        with self._world.bell:
            self._found(message).is_deleted = True

    def presses(self, button: str | Choice) -> Press | None:
        """Press the newest button with this title, or one that was seen before (the bot may have changed it since).

        A button with an address opens that and tells the bot nothing: None. So does one of a keyboard that stands in
        place of the phone's: it says its title.
        """
        with self._world.bell:
            if isinstance(button, str) and self._choice(button) is None:
                assert any(button in row for row in self.chat.keyboard), f"no button {button!r}: {self.sees()}"
                self.says(button)
                return None
            choice = button if isinstance(button, Choice) else self._choice(button)
            assert choice is not None
            return None if choice.url else press(self._world, self.chat, self.account, choice)

    def _choice(self, title: str) -> Choice | None:
        return next((one.choices[title] for one in reversed(self.sees()) if title in one.choices), None)

    def asks_inline(self, query: str) -> str:
        """Type the bot's name and some words in another chat. Returns the id of the query."""
        with self._world.bell:
            query_id = self._world.next_query()
            self._world.inline_queries[query_id] = self._world.clock.now()
            payload = {"id": query_id, "from": self.account.shape, "query": query, "offset": ""}
            self._world.tell("inline_query", payload | {"chat_type": "sender"}, self.chat, self.id)
        return query_id

    def blocks_bot(self) -> None:
        self._is("kicked")

    def unblocks(self) -> None:
        self._is("member")

    def closes_account(self) -> None:
        with self._world.bell:
            self.chat.is_deactivated = True

    def sees(self) -> list[Seen]:
        with self._world.bell:
            return seen(self._world, self.chat)

    @property
    def keyboard(self) -> tuple[tuple[str, ...], ...]:
        """The titles of the keyboard that stands in place of the phone's, if there is one."""
        return self.chat.keyboard

    @property
    def typing(self) -> list[Typing]:
        with self._world.bell:
            return list(self.chat.typing)

    @property
    def menu(self) -> Commands:
        """The commands that the bot offers this person."""
        with self._world.bell:
            return self._world.profile.menu(self.chat)

    @property
    def waiting_presses(self) -> list[Press]:
        """Buttons that still show that something is going on, as the bot has not answered."""
        with self._world.bell:
            return [one for one in self._world.presses.values() if one.person == self.account and not one.is_answered]

    def hears(self, least: int = 1, within: float = WITHIN) -> list[Seen]:
        """Wait until the bot wrote this many messages since the person last did something, and return them.

        Blocks the thread: in an async test, call it through `asyncio.to_thread`.
        """
        self._wait(lambda: len(seen_since_last_act(self._world, self.chat)) >= least, within)
        with self._world.bell:
            return seen_since_last_act(self._world, self.chat)

    def waits_until(self, happened: Callable[[list[Seen]], object], within: float = WITHIN) -> list[Seen]:
        """Wait until what is in the chat is as it should be, and return it. Blocks the thread, as `hears` does."""
        self._wait(lambda: bool(happened(seen(self._world, self.chat))), within)
        return self.sees()

    def _wait(self, happened: Callable[[], bool], within: float) -> None:
        assert self._world.bell.wait_for(happened, within), f"waited in vain; the chat is {self.sees()}"

    def _sends(self, content: Shape, *, reply_to: Message | None = None, origin: Shape | None = None) -> Message:
        with self._world.bell:
            assert self.chat.bot_status == "member", "who blocked the bot cannot write to it"
            message = self._world.post(self.chat, self.account, content, reply_to=reply_to, origin=origin)
            self._world.tell("message", message.shape(), self.chat)
        return message

    def _found(self, message: Message | Seen | int) -> Message:
        message_id = message if isinstance(message, int) else message.message_id
        with self._world.bell:
            found = self.chat.message(message_id)
        assert found is not None, f"message {message_id} is not in the chat"
        return found

    def _is(self, status: str) -> None:
        with self._world.bell:
            old, self.chat.bot_status = self.chat.bot_status, status
            if old != status:
                tell_of_membership(self._world, self.chat, self.account, old, status)


def worded(text: str) -> Shape:
    """The content of a message that somebody typed. Telegram takes the white space around it away."""
    kept = text.strip()
    assert kept, "nobody can send nothing"
    entities = found_in(kept)
    return {"text": kept} | ({"entities": entities} if entities else {})


def press(world: World, chat: Chat, person: Account, choice: Choice) -> Press:
    """Let the bot know that a button was pressed. Its message may be gone by now."""
    chat.acts += 1
    message = chat.message(choice.message_id)
    pressed = Press(world.next_query(), chat, person, world.clock.now())
    world.presses[pressed.query_id] = pressed
    gone = {"chat": chat.shape, "message_id": choice.message_id, "date": 0}
    payload = {
        "id": pressed.query_id,
        "from": person.shape,
        "message": message.shape() if message else gone,
        "chat_instance": str(-chat.id * 7919),
        "data": choice.data,
    }
    world.tell("callback_query", payload, chat, person.id)
    return pressed


def tell_of_membership(world: World, chat: Chat, by: Account, old: str, new: str) -> None:
    """The bot's own place in a chat is another one now."""
    payload: Shape = {"chat": chat.shape, "from": by.shape, "date": world.seconds}
    payload |= {"old_chat_member": _member(world, old), "new_chat_member": _member(world, new)}
    world.tell("my_chat_member", payload, chat)


def _member(world: World, status: str) -> Shape:
    shape: Shape = {"user": world.bot.shape, "status": status}
    if status == "administrator":
        return shape | dict.fromkeys(_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
    return shape | ({"until_date": 0} if status == "kicked" else {})
