"""Throwing away what has served its purpose: files first, so that a break leaves none behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from trips.domain.account.user import COMMAND_LINE, Actor
from trips.domain.privacy.retention import Due, is_due
from trips.doors.letter_files import forget_letters
from trips.extensions import Doors
from trips.jobs.uploads import FILE, purge_uploads
from trips.queries.job import FinishedJob, list_finished_jobs
from trips.queries.privacy.due import list_trips
from trips.queries.privacy.papers import (
    list_import_files,
    list_made_jobs,
    list_told_messages,
    list_trips_of,
)
from trips.queries.source import list_outlived_attachments
from trips.services.privacy.compacting import compact
from trips.services.privacy.erasure import erase_person, list_returned
from trips.services.privacy.forgetting import Gone, forget_people
from trips.services.upkeep import Forgotten, forget

RESULTS_KEPT: Final = timedelta(days=30)
"""How long the result of a job can be fetched, and a rendered document stays in the cache."""
_IN_FILES: Final = frozenset(
    {Due.NEEDS, Due.PASSPORT, Due.EMERGENCY, Due.VISA, Due.TRAVEL, Due.CONTACT, Due.PEOPLE}
)
"""What stands in documents that were made of it."""


@dataclass(frozen=True, kw_only=True)
class Purged:
    """What is gone: rows, uploads nobody decided about, documents, what is due about people."""

    rows: Forgotten
    uploads: int
    cached: int
    people: Gone
    letters: int = 0


def purge(house: Doors, now: datetime, actor: Actor = COMMAND_LINE) -> Purged:
    """Throw away what has had its time by `now`.

    Results after 30 days, attachments from their `purge_on` on and with the diets that may stand
    in them, uploads after a day, sessions that are over, sign-in attempts, old documents of the
    cache; what is due about people (see domain/privacy/retention.py) with every document in which
    it may stand. People who were erased and came back with an older copy are erased again. What a
    break left behind, the next run throws away.
    """
    uploads = purge_uploads(house.files, now)
    attachments = list_outlived_attachments(now.date())
    jobs = list_finished_jobs(now - RESULTS_KEPT)
    returned = list_returned()
    affected = {trip for person in returned for trip in list_trips_of(person)}
    lists = list_import_files(affected | _trips_without_needs(now))
    attachments = (*attachments, *set(lists) - set(attachments))
    foreseen = forget_people(actor=actor, now=now, is_rehearsal=True)
    affected |= {trip for trip, counts in foreseen.by_trip.items() if counts.keys() & _IN_FILES}
    jobs = tuple(dict.fromkeys((*jobs, *list_made_jobs(affected))))
    results = [job.stored for job in jobs if job.stored]
    cached = _drop_files(house, results, attachments, now, everything=bool(affected))
    people = forget_people(actor=actor, now=now)
    rows = forget(tuple(job.uid for job in jobs), attachments, actor=actor, now=now)
    letters = forget_letters(house.settings.instance, list_told_messages())
    compact(is_needed=bool(people.total or attachments or jobs))
    return Purged(rows=rows, uploads=uploads, cached=cached, people=people, letters=letters)


def _trips_without_needs(now: datetime) -> set[str]:
    """Trips whose diets and access needs have had their time."""
    return {
        each.uid
        for each in list_trips(now)
        if is_due(Due.NEEDS, each.ends_on, each.periods, each.today)
    }


def erase(house: Doors, person: str, *, actor: Actor, now: datetime) -> None:
    """Erase a person from rows, files and documents. Raises `MissingError`.

    Files go before the rows, so that a break leaves none that nobody looks for any more, and
    once more after them: somebody may have had one made in between.
    """
    trips = list_trips_of(person)
    attachments = list_import_files(trips)
    jobs = _drop_made(house, trips, attachments, now)
    erase_person(person, actor=actor, now=now)
    jobs = tuple(dict.fromkeys((*jobs, *_drop_made(house, trips, attachments, now))))
    forget(tuple(job.uid for job in jobs), attachments, actor=actor, now=now)
    forget_letters(house.settings.instance, list_told_messages())
    compact()


def _drop_made(
    house: Doors, trips: Iterable[str], attachments: Iterable[str], now: datetime
) -> tuple[FinishedJob, ...]:
    """Delete what was made of trips and all of the cache; the jobs whose results these were."""
    jobs = list_made_jobs(trips)
    made = [job.stored for job in jobs if job.stored]
    _drop_files(house, made, attachments, now, everything=True)
    return jobs


def _drop_files(
    house: Doors,
    results: Iterable[str],
    attachments: Iterable[str],
    now: datetime,
    *,
    everything: bool,
) -> int:
    """Delete results, attachments and cached documents, or all of the cache; how many of those."""
    for name in results:
        house.files.remove(name)
    for uid in attachments:
        house.files.remove(f"{uid}{FILE}")
    old = house.cache.names("") if everything else house.cache.names_before(now - RESULTS_KEPT)
    for name in old:
        house.cache.remove(name)
    return len(old)
