"""Stop-watches that every measurement uses."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from time import process_time
from typing import Final

import sqlalchemy as sa

LONG = 0.5
"""Seconds after which a job is not repeated any more."""


def seconds(job: Callable[[], object], times: int = 3) -> float:
    """CPU seconds of the best of several runs, whatever else the machine does meanwhile.

    Garbage is collected as in a server: what was there before a job is not looked through.
    """
    runs: list[float] = []
    gc.freeze()
    while len(runs) < times and sum(runs) < LONG:
        start = process_time()
        job()
        runs.append(process_time() - start)
    gc.unfreeze()
    return min(runs)


def peak(job: Callable[[], object]) -> float:
    """The most memory the job held at once, in megabytes."""
    gc.collect()
    tracemalloc.start()
    job()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


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


def counted(engine: sa.Engine, job: Callable[[], object], times: int = 3) -> tuple[float, int]:
    """Like `seconds`, with the statements of the first run; a long job runs only once."""
    statements: list[int] = []

    def run() -> None:
        with counting(engine) as count:
            job()
        statements.append(count.statements)

    return seconds(run, times), statements[0]


def tell(what: str, ours: float, base: float, base_name: str, more: str = "") -> None:
    """One line: our time, the baseline's of the same run, the ratio."""
    print(
        f"{what:44} {ours * 1000:9.1f} ms   {base_name} {base * 1000:8.1f} ms"
        f"   ratio {ours / base:6.2f}   {more}",
        flush=True,
    )


SLACK: Final = 1.5
"""How much more than its items a job may grow: other work on the machine disturbs by so much."""


@dataclass
class Growth:
    """How a job grows with the trip: its time at most as its items do, its queries not at all."""

    times: dict[str, dict[int, float]] = field(default_factory=dict)
    queries: dict[str, dict[int, int]] = field(default_factory=dict)

    def add(self, job: str, size: int, taken: float, queries: int) -> None:
        """Note a measurement of a trip of so many items."""
        self.times.setdefault(job, {})[size] = taken
        self.queries.setdefault(job, {})[size] = queries

    def tell(self) -> None:
        """A line for each job: factors of time beside those of items, and the queries."""
        for job, times in self.times.items():
            steps = [
                (after / before, times[after] / times[before]) for before, after in pairwise(times)
            ]
            told = ", ".join(f"items x{items:.0f}: x{taken:.1f}" for items, taken in steps)
            is_linear = all(taken <= items * SLACK for items, taken in steps)
            counts = list(self.queries[job].values())
            time_told = "at most linear" if is_linear else "MORE THAN LINEAR"
            told_queries = "constant" if len(set(counts)) == 1 else "NOT CONSTANT"
            print(
                f"growth of {job:34} {told}   {time_told}   queries {counts} {told_queries}",
                flush=True,
            )
