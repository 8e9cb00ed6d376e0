"""How long is waited before something is tried again."""

LONGEST_WAIT = 30.0


def wait_after(tries: int, first: float = 1.0) -> float:
    """Return the seconds to wait after so many tries before this one: `first`, then twice as long each time."""
    return min(LONGEST_WAIT, first * 2.0 ** min(tries, 10))
