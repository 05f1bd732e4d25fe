"""Stop-watches that every measurement uses."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time

import sqlalchemy as sa

LONG = 1.0
"""Seconds after which a job is not repeated."""


def seconds(job: Callable[[], object], times: int = 3) -> float:
    """CPU seconds of the best of several runs, whatever else the machine does meanwhile."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = process_time()
        job()
        taken = process_time() - start
        best = min(best, taken)
        if taken > LONG:
            break
    return best


@dataclass
class Count:
    """How many statements went to the database."""

    statements: int = 0


@contextmanager
def counting(engine: sa.Engine) -> Iterator[Count]:
    """Count the statements of a block."""
    count = Count()

    def add(*_event: object) -> None:
        count.statements += 1

    sa.event.listen(engine, "before_cursor_execute", add)
    try:
        yield count
    finally:
        sa.event.remove(engine, "before_cursor_execute", add)


def tell(what: str, ours: float, base: float, base_name: str, more: str = "") -> None:
    """One line: our time, the baseline's of the same run, the ratio."""
    print(
        f"{what:44} {ours * 1000:9.1f} ms   {base_name} {base * 1000:8.1f} ms"
        f"   ratio {ours / base:6.2f}   {more}",
        flush=True,
    )
