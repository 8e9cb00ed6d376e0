"""What the tests of whole conversations share."""

from bot.store.tables.telegram import ChatRow

WHO = "Who is this for?"
WELCOME = "Hello. I am What Matters, a piece of software."
HONEST = "Telegram is run by another company"
STALE = "That button is from earlier"


def has(messages, text):
    return [one for one in messages if text in one.text]


async def talk(ada, *steps):
    """Start, then say or press ("!For me") each, up to what stands behind it."""
    await ada.starts()
    for step, until in steps:
        await (ada.presses(step[1:], until) if step.startswith("!") else ada.says(step, until))


TO_THE_END = (
    ("!For me", "What matters most"),
    ("my garden", "Why does that matter"),
    ("it is quiet", "good support"),
    ("a chair in the shade", "anything else"),
    ("!No, show me what I said", "Is it right?"),
    ("!It is right", "May I keep it?"),
)


def chats(begin):
    with begin(reading=True) as records:
        return records._session.query(ChatRow).count()
