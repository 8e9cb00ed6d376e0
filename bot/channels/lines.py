"""The few fixed lines that the gateway says by itself. Their words are in data/responses."""

from bot.channels.joining import Outcome
from bot.model.messages import Message, Reply
from bot.responses import fixed_responses
from bot.understanding.commands import command, plain

TRY_AGAIN = "holding-try-again"
LEAVE_IT = "joining-yes"
STAY_HERE = "joining-no"
_PLAIN_YES = {
    "yes",
    "yes please",
    "yeah",
    "yep",
    "yup",
    "aye",
    "yea",
    "yes i did",
    "i did",
    "yes i asked",
    "i asked for it",
}
"""Not "ok", which may only say that the warning was read."""
LONGEST_READ = 200_000
"""Characters of one message that are read at all, for danger too; a longer one is too long to be kept anyway."""


class Lines:
    """Fixed replies, read once at the start; a missing file stops the start."""

    def __init__(self) -> None:
        holding = fixed_responses("holding")
        self.kept = Reply(holding["utter_holding_kept"])
        self.not_kept = Reply(holding["utter_holding_not_kept"], received=False)
        self.too_long = Reply(holding["utter_holding_too_long"], received=False)
        self.empty = holding["utter_holding_empty"]
        self.back = holding["utter_holding_back"]
        self.stale = holding["utter_holding_stale_button"]
        joining = fixed_responses("joining")
        self.joining: dict[Outcome, tuple[Message, ...]] = {
            Outcome.JOINED: joining["utter_joining_joined"],
            Outcome.ALREADY_THE_SAME: joining["utter_joining_already_the_same"],
            Outcome.ASKED: joining["utter_joining_asks"],
            Outcome.HOLDS_A_DRAFT: joining["utter_joining_holds_a_draft"],
            Outcome.HOLDS_A_SUMMARY: joining["utter_joining_holds_a_summary"],
            Outcome.NOT_GOOD: joining["utter_joining_not_good"],
            Outcome.STAYED: joining["utter_joining_stayed"],
            Outcome.NOT_ASKED: self.stale,
        }
        asked = (*joining["utter_joining_asks"][-1].choices, *joining["utter_joining_holds_a_draft"][-1].choices)
        self._leave = {plain(choice.title): choice.choice == LEAVE_IT for choice in asked}

    def may_leave(self, words: str) -> bool | None:
        """Return the yes or no in these words to whether another conversation is joined, None where they are neither.

        "Keep it", which says yes elsewhere, is none here: only a plain yes lets somebody else read along.
        """
        said = plain(words)
        if said in _PLAIN_YES or said in self._leave:
            return self._leave.get(said, True)
        return False if command(words) in {"affirm", "deny"} else None
