"""Doing the jobs that are due, one after the other."""

import logging
import secrets
from collections.abc import Callable
from datetime import datetime

from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.document import FORMATS, DocumentKind, Order
from trips.doors.press import PressError
from trips.extensions import Doors
from trips.jobs.changes import prepare_changes
from trips.jobs.documents import make_document
from trips.jobs.mail import send_mail
from trips.queries.lists.plan import PlanNotFoundError
from trips.queries.release import DamagedReleaseError
from trips.queries.snapshot import TripNotFoundError
from trips.services.job import Leased, fail_job, finish_job, lease_job, note_progress, postpone_job
from trips.services.outbox import SEND
from trips.services.release import TELL

_GONE = {
    TripNotFoundError: "trip_gone",
    DamagedReleaseError: "release_damaged",
    PlanNotFoundError: "list_gone",
}
logger = logging.getLogger(__name__)


def run_due_jobs(doors: Doors, until: Callable[[], bool] = lambda: False) -> int:
    """Do every job that is due, or as many as there is time for; how many there were."""
    number = 0
    while not until() and (job := lease_job(actor=COMMAND_LINE, now=clock.now())) is not None:
        number += 1
        _run(job, doors)
    return number


def _run(job: Leased, doors: Doors) -> None:
    try:
        again, stored = _do(job, doors)
    except (PressError, TripNotFoundError, DamagedReleaseError, PlanNotFoundError) as error:
        code = error.code if isinstance(error, PressError) else _GONE[type(error)]
        logger.warning("job %s failed: %s", job.uid, code)
        may_retry = code == "worker_died"
        fail_job(job.uid, code, may_retry=may_retry, actor=COMMAND_LINE, now=clock.now())
    except Exception:
        logger.exception("job %s failed", job.uid)
        fail_job(job.uid, "failed", may_retry=True, actor=COMMAND_LINE, now=clock.now())
    else:
        _end(job, stored, again)


def _end(job: Leased, stored: str, again: datetime | None) -> None:
    if again:
        postpone_job(job.uid, again, actor=COMMAND_LINE, now=clock.now())
    else:
        finish_job(job.uid, stored, actor=COMMAND_LINE, now=clock.now())


def _do(job: Leased, doors: Doors) -> tuple[datetime | None, str]:
    """When the job is due again, if it is, and where its result is kept, if there is one."""
    if job.kind == SEND:
        return send_mail(job.payload, doors), ""
    if job.kind == TELL:
        prepare_changes(job.payload, doors)
        return None, ""
    return None, _make(job, doors)


def _make(job: Leased, doors: Doors) -> str:
    order = Order(
        kind=DocumentKind(job.payload["kind"]),
        trip=job.payload["trip"],
        locale=job.payload["locale"],
        group=job.payload["group"],
        url=job.payload["url"],
        release=job.payload.get("release"),
        is_reduced=job.payload.get("reduced", False),
        preset=job.payload.get("preset", ""),
        sorting=job.payload.get("sorting", ""),
        letters=tuple(job.payload.get("letters", ())),
        reader=job.payload.get("reader", job.owner),
    )

    def tell(done: int, total: int) -> None:
        note_progress(job.uid, done, total, actor=COMMAND_LINE, now=clock.now())

    data = make_document(order, doors.press, doors.cache, tell)
    name = f"{secrets.token_hex(16)}.{FORMATS[order.kind].extension}"
    doors.files.put(name, data)
    return name
