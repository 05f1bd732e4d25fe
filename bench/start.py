"""A server process against a bare Flask with SQLAlchemy: time to be ready, and memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
READY = """
import resource
{code}
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, status["VmRSS"].split()[0])
"""
OURS = "import wsgi"
BARE = "import flask, flask_sqlalchemy, sqlalchemy.orm; app = flask.Flask('bare')"
TIMES = 3


def ready(code: str, instance: str) -> tuple[float, float]:
    """CPU seconds until ready (the best of several) and resident megabytes."""
    env = {**os.environ, "LERNREISE_INSTANCE": instance}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = []
    for _ in range(TIMES + 1):  # the first one compiles
        done = subprocess.run(  # noqa: S603 our own interpreter and code
            [sys.executable, "-c", READY.format(code=code)],
            cwd=HOUSE,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        cpu, memory = done.stdout.split()
        runs.append((float(cpu), int(memory) / 1024))
    return min(runs[1:])


def main() -> None:
    """Print both beside each other."""
    with tempfile.TemporaryDirectory() as instance:
        ours, ours_memory = ready(OURS, instance)
        bare, bare_memory = ready(BARE, instance)
    print(
        f"start of a server      {ours:5.2f} s CPU, {ours_memory:5.1f} MB   "
        f"bare Flask and SQLAlchemy {bare:5.2f} s, {bare_memory:5.1f} MB   "
        f"ratio {ours / bare:4.2f}, {ours_memory / bare_memory:4.2f}"
    )


if __name__ == "__main__":
    main()
