"""A server process against the libraries it is built on: time to be ready, and memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

HOUSE = Path(__file__).resolve().parent.parent
READY = """
import gc, resource
gc.disable()
{code}
gc.freeze()
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, status["VmRSS"].split()[0])
"""
OURS = "import wsgi"
LIBRARIES = """
import argon2, flask, flask_babel, flask_limiter, flask_sqlalchemy, flask_wtf
import sqlalchemy.dialects.sqlite, sqlalchemy.orm, wtforms
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
app = flask.Flask("bare")
"""
BARE = "import flask, flask_sqlalchemy, sqlalchemy.orm; app = flask.Flask('bare')"
TIMES = 3

MEGABYTES: Final = 90
TIMES_THE_LIBRARIES: Final = 3.0
"""What decision 008 allows."""


class Start(NamedTuple):
    """CPU seconds until ready and resident megabytes."""

    cpu: float
    memory: float


def ready(code: str, instance: str) -> Start:
    """One process that loads `code`."""
    env = {**os.environ, "LERNREISE_INSTANCE": instance}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(  # noqa: S603 our own interpreter and code
        [sys.executable, "-c", READY.format(code=code)],
        cwd=HOUSE,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    cpu, memory = done.stdout.split()
    return Start(float(cpu), int(memory) / 1024)


def starts() -> list[dict[str, Start]]:
    """Several turns of each; the first compiles and does not count."""
    with tempfile.TemporaryDirectory() as instance:
        turns = [
            {code: ready(code, instance) for code in (OURS, LIBRARIES, BARE)}
            for _ in range(TIMES + 1)
        ]
    return turns[1:]


def main() -> None:
    """Print them beside each other and say whether the bound holds.

    Times are the best of all turns, ratios the median of the turns: whatever else the machine does
    meanwhile slows both processes of a turn.
    """
    turns = starts()
    best = {code: min(turn[code] for turn in turns) for code in turns[0]}
    ours = best[OURS]
    print(f"start of a server              {ours.cpu:5.2f} s CPU, {ours.memory:5.1f} MB")
    ratios = {}
    for name, code in (("its libraries alone", LIBRARIES), ("bare Flask and SQLAlchemy", BARE)):
        start = best[code]
        ratios[code] = median(turn[OURS].cpu / turn[code].cpu for turn in turns)
        print(
            f"{name:30} {start.cpu:5.2f} s CPU, {start.memory:5.1f} MB   "
            f"ratio {ratios[code]:4.2f}, {ours.memory / start.memory:4.2f}"
        )
    is_met = ours.memory <= MEGABYTES and ratios[LIBRARIES] <= TIMES_THE_LIBRARIES
    print(
        f"bound: {MEGABYTES} MB and {TIMES_THE_LIBRARIES:.0f} times its libraries: "
        f"{'met' if is_met else 'NOT MET'}"
    )


if __name__ == "__main__":
    main()
