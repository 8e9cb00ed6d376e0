"""What the tests of faults share."""

UNSURE = "My last message may not have reached you."
AGAIN = "Show it again"
LINES = ("my garden", "it is quiet there", "a chair in the shade", "my sister", "she makes me laugh", "a lift to hers")
NEXT = ("Why does", "good support", "anything else")
"""What each of three things that are said is answered with."""
DANGER = "i want to end my life"


async def is_asked(ada):
    """Go to the first question that takes any words."""
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await ada.presses("For me", until="What")
