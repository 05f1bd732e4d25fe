"""The worker: asleep until somebody wakes it, or until it is time to look by itself."""

import logging
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from trips import clock
from trips.extensions import Doors, db
from trips.jobs.purge import purge
from trips.jobs.run import run_due_jobs

LONGEST_REST: Final = 10.0
"""Seconds: what is to be tried again falls due without anybody waking the worker."""

logger = logging.getLogger(__name__)


class _WokenToEnd(BaseException):
    """Breaks off the rest."""


class Worker:
    """Does what is due, rests, and so on until it is told to end."""

    def __init__(self, house: Doors) -> None:
        self._house = house
        self._is_ending = False
        self._is_resting = False
        self._purge_at: datetime | None = None

    def run(self) -> None:
        """Work; the job under way when `end` is called is finished first."""
        with suppress(_WokenToEnd):
            while not self._is_ending:
                self._purge_daily()
                run_due_jobs(self._house, until=lambda: self._is_ending)
                db.session.remove()
                self._rest()

    def _purge_daily(self) -> None:
        now = clock.now()
        if self._purge_at is not None and now < self._purge_at:
            return
        self._purge_at = now + timedelta(days=1)
        try:
            purge(self._house, now)
        except Exception:
            logger.exception("the daily purge failed")

    def end(self) -> None:
        """End soon. For signal handlers: it breaks off a rest by an exception."""
        self._is_ending = True
        if self._is_resting:
            raise _WokenToEnd

    def _rest(self) -> None:
        self._is_resting = True
        if not self._is_ending:
            self._house.queue.wait(LONGEST_REST)
        self._is_resting = False
