"""`./run bench [NAME …]`: all measurements, or those named; each beside a baseline of this run."""

import sys
from collections.abc import Callable
from time import perf_counter
from typing import Final

from bench import (
    board,
    delegates,
    feeds,
    findings,
    pages,
    papers,
    registering,
    roster,
    start,
)

MEASUREMENTS: Final[dict[str, Callable[[], None]]] = {
    "start": start.main,
    "pages": pages.main,
    "papers": papers.main,
    "roster": roster.main,
    "registering": registering.main,
    "delegates": delegates.main,
    "findings": findings.main,
    "board": board.main,
    "feeds": feeds.main,
}


def main() -> None:
    """Run what is asked for and say how long that took."""
    names = sys.argv[1:] or list(MEASUREMENTS)
    if unknown := set(names) - MEASUREMENTS.keys():
        sys.exit(f"Unknown: {', '.join(unknown)}. There is: {', '.join(MEASUREMENTS)}.")
    for name in names:
        began = perf_counter()
        print(f"— {name}", flush=True)
        MEASUREMENTS[name]()
        print(f"  ({perf_counter() - began:.0f} s)\n", flush=True)


if __name__ == "__main__":
    main()
