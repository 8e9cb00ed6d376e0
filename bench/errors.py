"""What stops a run of the measurements; its own file because every other one of the package raises it."""


class BenchError(Exception):
    """A measurement would not mean anything; the message says what went wrong."""
