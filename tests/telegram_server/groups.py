"""A group or a channel where the bot may be, and where others write."""

from tests.telegram_server.chats import Chat, ChatKind, Message, Shape
from tests.telegram_server.people import Person, press, tell_of_membership, worded
from tests.telegram_server.seeing import Choice, Seen, seen
from tests.telegram_server.world import STATUSES_IN, Press, World


class Group:
    """A group, supergroup or channel. In groups the bot hears only what concerns it, unless told to hear all."""

    def __init__(self, world: World, chat_id: int, kind: ChatKind, title: str) -> None:
        self._world = world
        self.chat = world.chats.setdefault(chat_id, Chat(chat_id, kind, title=title))

    @property
    def id(self) -> int:
        return self.chat.id

    def adds_bot(self, by: Person, *, as_administrator: bool = False) -> None:
        """Into a channel it can only be taken as an administrator."""
        is_administrator = as_administrator or self.chat.kind == "channel"
        self._bot_is("administrator" if is_administrator else "member", by)
        if self.chat.kind != "channel":
            self._posts(by, {"new_chat_members": [self._world.bot.shape]})

    def removes_bot(self, by: Person) -> None:
        self._bot_is("kicked", by)

    def says(self, person: Person, text: str, reply_to: Message | None = None) -> Message:
        return self._posts(person, worded(text), reply_to)

    def posts(self, text: str) -> Message:
        """A post of a channel, which nobody signs."""
        assert self.chat.kind == "channel"
        with self._world.bell:
            message = self._world.post(self.chat, None, worded(text))
            if self.chat.bot_status in STATUSES_IN:
                self._world.tell("channel_post", message.shape(), self.chat)
        return message

    def presses(self, person: Person, button: str | Choice) -> Press:
        with self._world.bell:
            shown = {title: choice for one in self.sees() for title, choice in one.choices.items()}
            choice = button if isinstance(button, Choice) else shown[button]
            return press(self._world, self.chat, person.account, choice)

    def sees(self) -> list[Seen]:
        with self._world.bell:
            return seen(self._world, self.chat)

    def _posts(self, person: Person, content: Shape, reply_to: Message | None = None) -> Message:
        with self._world.bell:
            message = self._world.post(self.chat, person.account, content, reply_to=reply_to)
            if self.chat.bot_status in STATUSES_IN and self._concerns_bot(message):
                self._world.tell("message", message.shape(), self.chat)
        return message

    def _concerns_bot(self, message: Message) -> bool:
        """What a bot in privacy mode is given: commands, mentions of it, answers to it, and who comes and goes."""
        if self._world.sees_all_of_groups or self.chat.bot_status == "administrator" or "text" not in message.content:
            return True
        is_answer = message.reply_to is not None and message.reply_to.by_bot
        mention = f"@{self._world.bot.username}".lower()
        is_for_another = "@" in message.text.split()[0] and mention not in message.text.lower()
        is_command = message.text.startswith("/") and not is_for_another
        return is_answer or is_command or mention in message.text.lower()

    def _bot_is(self, status: str, by: Person) -> None:
        with self._world.bell:
            old, self.chat.bot_status = self.chat.bot_status, status
            if old != status:
                tell_of_membership(self._world, self.chat, by.account, old, status)
