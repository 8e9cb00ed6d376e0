"""The web application or the actions, by the clock of the run: `python -m bench.transcripts.serve web|actions`."""

import os
import sys
from pathlib import Path

from bench.transcripts.clock import WHERE, ClockInAFile
from bot import bootstrap
from bot.launch import serve


def _clock() -> ClockInAFile:
    return ClockInAFile(Path(os.environ[WHERE]))


if __name__ == "__main__":
    vars(bootstrap)["SystemClock"] = _clock  # what its `build` takes where it is given no clock
    sys.exit(serve.main(sys.argv[1:]))
