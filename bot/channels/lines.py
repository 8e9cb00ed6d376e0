"""The few fixed lines that the gateway says by itself. Their words are in data/responses."""

from bot.model.messages import Reply
from bot.responses import fixed_responses

TRY_AGAIN = "holding-try-again"
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
