"""Waking the worker. A job itself is a row in the database; a lost wake-up loses nothing."""

import os
import select
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol

from trips.config import Settings

MANY: Final = 4096
"""Wake-ups taken at once: whoever is awake does everything that is due."""


class Queue(Protocol):
    """Wake-ups between processes."""

    def wake(self) -> None:
        """Tell a worker that a job is due; without a worker nothing happens."""

    def wait(self, seconds: float) -> bool:
        """Sleep until somebody wakes, or `seconds` are over; true if it was somebody."""

    def close(self) -> None:
        """Give back what the operating system lent."""


def open_queue(settings: Settings) -> Queue:
    """The named pipe in the instance folder, or Redis where REDIS_URL names one."""
    if not settings.redis_url:
        return PipeQueue(settings.instance / "queue.pipe")
    # The client costs a server five megabytes: only those who asked for Redis load it.
    found: Queue = import_module("trips.doors.redis_queue").RedisQueue(settings.redis_url)
    return found


class PipeQueue:
    """A named pipe: workers of one machine sleep on it without looking around."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ends: tuple[int, int] | None = None

    def wake(self) -> None:
        """See `Queue`. No worker has the pipe open, or it is full of wake-ups: both are fine."""
        with suppress(OSError):
            end = os.open(self._path, os.O_WRONLY | os.O_NONBLOCK)
            try:
                os.write(end, b"!")
            finally:
                os.close(end)

    def wait(self, seconds: float) -> bool:
        """See `Queue`."""
        try:
            reading, _writing = self._opened()
        except OSError:  # a file system without pipes
            time.sleep(seconds)
            return False
        if not select.select([reading], [], [], seconds)[0]:
            return False
        try:
            return bool(os.read(reading, MANY))
        except BlockingIOError:  # another worker was quicker
            return False

    def close(self) -> None:
        """See `Queue`."""
        for end in self._ends or ():
            os.close(end)
        self._ends = None

    def _opened(self) -> tuple[int, int]:
        """Both ends: with one of its own to write to, the pipe never comes to its end."""
        if self._ends is None:
            with suppress(FileExistsError):
                os.mkfifo(self._path, 0o600)
            reading = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK)
            self._ends = reading, os.open(self._path, os.O_WRONLY | os.O_NONBLOCK)
        return self._ends
