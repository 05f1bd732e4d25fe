"""The worker: asleep until somebody wakes it, or until it is time to look by itself."""

from contextlib import suppress
from typing import Final

from trips.extensions import Doors, db
from trips.jobs.run import run_due_jobs

LONGEST_REST: Final = 10.0
"""Seconds: what is to be tried again falls due without anybody waking the worker."""


class _WokenToEnd(BaseException):
    """Breaks off the rest."""


class Worker:
    """Does what is due, rests, and so on until it is told to end."""

    def __init__(self, house: Doors) -> None:
        self._house = house
        self._is_ending = False
        self._is_resting = False

    def run(self) -> None:
        """Work; the job under way when `end` is called is finished first."""
        with suppress(_WokenToEnd):
            while not self._is_ending:
                run_due_jobs(self._house, until=lambda: self._is_ending)
                db.session.remove()
                self._rest()

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
