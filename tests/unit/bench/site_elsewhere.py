"""A site that is opened in another process, which has to be able to import it."""

import os

from bench.errors import BenchError
from bench.growth.questions import How
from bench.machine import ONE_THREAD


class SiteElsewhere:
    """Answers with the id of its process; knows nothing of hospices, and ends when asked for a page."""

    opened_in = 2.0

    def __init__(self, folder):
        if not folder.exists():
            raise BenchError("There is no store.")

    def ask(self, question):
        if question.how is How.PAGE:
            os._exit(3)
        if question.situation.said == "hospice" or not ONE_THREAD.items() <= os.environ.items():
            raise BenchError("There is no answer.")
        return float(os.getpid())
