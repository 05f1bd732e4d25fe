"""Wake-ups over Redis, for workers on other machines. Loaded only where REDIS_URL is set."""

import logging
import time
from typing import Final

import redis

KEY: Final = "lernreise:wake"
SLACK: Final = 2.0
"""Seconds beyond the wait itself until the server counts as gone."""
AGAIN: Final = 1.0
"""Seconds between looking for a server that is gone."""

logger = logging.getLogger(__name__)


class RedisQueue:
    """A list that holds one wake-up at most."""

    def __init__(self, url: str) -> None:
        self._asking = redis.Redis.from_url(url, socket_timeout=SLACK, socket_connect_timeout=SLACK)
        self._url = url
        self._waiting: redis.Redis | None = None

    def wake(self) -> None:
        """See `trips.doors.queue.Queue`. A server that is gone only makes the job later."""
        try:
            with self._asking.pipeline() as both:
                both.lpush(KEY, 1)
                both.ltrim(KEY, 0, 0)
                both.execute()
        except redis.RedisError:
            logger.warning("nobody could be woken: Redis does not answer")

    def wait(self, seconds: float) -> bool:
        """See `trips.doors.queue.Queue`."""
        if self._waiting is None:
            self._waiting = redis.Redis.from_url(
                self._url, socket_timeout=seconds + SLACK, socket_connect_timeout=SLACK
            )
        try:
            return self._waiting.blpop([KEY], timeout=seconds) is not None
        except redis.RedisError:
            logger.warning("no wake-ups: Redis does not answer")
            time.sleep(min(AGAIN, seconds))
            return False

    def close(self) -> None:
        """See `trips.doors.queue.Queue`."""
        self._asking.close()
        if self._waiting is not None:
            self._waiting.close()
