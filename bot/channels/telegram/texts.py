"""All that the Telegram channel says by itself, read once at the start from data/responses/telegram.yml."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.channels.telegram.pieces import pieces
from bot.model.messages import Choice, Message, Reply
from bot.responses import fixed_responses

LONGEST_DESCRIPTION = 512
"""Characters that Telegram takes on the page that is seen before the first message."""


class Fixed(StrEnum):
    """The ids of the buttons under these texts. They belong to no turn, so they can be pressed at any time later."""

    SHOW_AGAIN = "telegram-show-again"
    CHANGE_LINE = "telegram-change-line"
    LEAVE_IT = "telegram-leave-it"
    PRESSED = "telegram-pressed"
    REPLACE = "telegram-replace-"
    """Followed by the number of the update in which a message was changed."""


INTENTS: dict[str, str] = {Fixed.CHANGE_LINE: "edit_summary"}
"""What a press on one of them means to the conversation; the channel deals with the others by itself."""


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the menu: the exact words that it stands for, and the response that describes it."""

    words: str
    description: str


COMMANDS = {
    "start": Command("hello", "utter_telegram_command_start"),
    "help": Command("help", "utter_telegram_command_help"),
    "pause": Command("not today", "utter_telegram_command_pause"),
    "my_summary": Command("my summary", "utter_telegram_command_my_summary"),
    "share": Command("share my summary", "utter_telegram_command_share"),
    "who_looked": Command("who has looked", "utter_telegram_command_who_looked"),
    "support": Command("find support", "utter_telegram_command_support"),
    "easy_read": Command("easy read", "utter_telegram_command_easy_read"),
    "delete": Command("delete my data", "utter_telegram_command_delete"),
}
"""The menu, in its order, by what is typed behind the slash."""


class Texts:
    """Fixed replies; a missing file or response stops the start.

    What is a tuple of messages is said before or behind something else; `menu` has the description of each command.
    """

    def __init__(self, public_url: str, organisation: str) -> None:
        self._responses = fixed_responses("telegram")
        self._values = {"public_url": public_url, "organisation": organisation}
        self.site = public_url

        self.honest = (Message(self._whole("utter_telegram_honest")),)
        self.help = self._read("utter_telegram_help")
        self.other_language = self._read("utter_telegram_other_language")
        self.other_language_again = self._read("utter_telegram_other_language_again")
        self.deleted = self._read("utter_telegram_deleted")
        self.all_deleted = self._read("utter_telegram_all_deleted") + self.deleted
        self.away = self._read("utter_telegram_away")
        self.caption = self._read("utter_telegram_caption")
        self.unknown_command = self._read("utter_telegram_unknown_command")
        self.left_conversation = self._read("utter_telegram_left_conversation")
        self.only_here = self._read("utter_telegram_only_here")

        self.voice = Reply(self._read("utter_telegram_voice"))
        self.picture = Reply(self._read("utter_telegram_picture"))
        self.sticker = Reply(self._read("utter_telegram_sticker"))
        self.place = Reply(self._read("utter_telegram_place"))
        self.contact = Reply(self._read("utter_telegram_contact"))
        self.poll = Reply(self._read("utter_telegram_poll"))
        self.dice = Reply(self._read("utter_telegram_dice"))
        self.file = Reply(self._read("utter_telegram_file"))
        self.forwarded = Reply(self._read("utter_telegram_forwarded"))
        self.forwarded_unread = Reply(self._read("utter_telegram_forwarded_unread"))
        self.unknown = Reply(self._read("utter_telegram_unknown"))
        self.group = Reply(self._read("utter_telegram_group"))
        self.channel = Reply(self._read("utter_telegram_channel"))
        self.left = Reply(self._read("utter_telegram_left"))
        self.store_down = Reply(self._read("utter_telegram_store_down"), received=False)
        self.edited = self._asking(
            "utter_telegram_edited",
            Choice(self._whole("utter_telegram_change_a_line"), Fixed.CHANGE_LINE),
            Choice(self._whole("utter_telegram_leave_it"), Fixed.LEAVE_IT),
        )
        self.edited_nothing = Reply(self._read("utter_telegram_edited_nothing"))
        self.replaced = self._read("utter_telegram_replaced")
        self.not_replaced = self._read("utter_telegram_not_replaced")
        self.not_confirmed = self._asking(
            "utter_telegram_not_confirmed", Choice(self._whole("utter_telegram_show_again"), Fixed.SHOW_AGAIN)
        )

        self.no_file = self._whole("utter_telegram_no_file")
        self.inline_title = self._whole("utter_telegram_inline_title")
        self.inline = Reply(self._read("utter_telegram_inline_description"))
        self.menu = {name: self._whole(command.description) for name, command in COMMANDS.items()}
        # A long name of the organisation costs the end of it, which the first messages say again.
        self.description = next(pieces(self._whole("utter_telegram_description"), LONGEST_DESCRIPTION))
        self.short_description = self._whole("utter_telegram_short_description")

    def edited_line(self, update: int) -> Reply:
        """Return the question whether the words of this update are to take the place of those of a line."""
        yes = Choice(self._whole("utter_telegram_use_new_words"), f"{Fixed.REPLACE}{update}")
        return self._asking(
            "utter_telegram_edited_line", yes, Choice(self._whole("utter_telegram_leave_it"), Fixed.LEAVE_IT)
        )

    def _read(self, name: str) -> tuple[Message, ...]:
        """Return a response with its values filled in. Raises KeyError where it, or one of its values, is unknown."""
        bubbles = self._responses[name]
        return tuple(replace(bubble, text=bubble.text.format_map(self._values)) for bubble in bubbles)

    def _whole(self, name: str) -> str:
        return "\n\n".join(bubble.text for bubble in self._read(name))

    def _asking(self, name: str, *choices: Choice) -> Reply:
        *before, last = self._read(name)
        return Reply((*before, replace(last, choices=choices)))
