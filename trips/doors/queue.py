"""Waking the worker. A job itself is a row in the database; a lost wake-up loses nothing."""

from collections.abc import Callable
from typing import Any

from huey import Huey, RedisHuey, SqliteHuey, crontab

from trips.config import Settings

Handler = Callable[[], object]


class Queue:
    """Wake-ups between processes: a small SQLite file, or Redis by REDIS_URL."""

    def __init__(self, settings: Settings) -> None:
        self._huey: Huey = (
            RedisHuey("lernreise", url=settings.redis_url)
            if settings.redis_url
            else SqliteHuey("lernreise", filename=str(settings.instance / "queue.sqlite"))
        )
        self._handler: Handler = _nothing
        self._wake = self._huey.task(name="wake")(self._handle)

    def wake(self) -> None:
        """Tell the worker that a job is due."""
        self._wake()

    def serve(self, handler: Handler) -> Any:
        """A consumer that runs `handler` when woken, and once a minute in any case."""
        self._handler = handler
        self._huey.periodic_task(crontab(minute="*"), name="sweep")(self._handle)
        return self._huey.create_consumer(workers=1, initial_delay=0.05, max_delay=0.5)

    def _handle(self) -> None:
        self._handler()


def _nothing() -> None:
    """What a process without a worker does when woken."""
