"""Where facts came from: the words of a source, and the files that were given to us."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from trips.domain.source import Attachment, Source, SourceEntry
from trips.extensions import db
from trips.models.source import AttachmentRow, SourceRow
from trips.models.trip import TripRow

PAGE_SIZE = 50


def list_sources(trip: str, subject: str) -> tuple[SourceEntry, ...]:
    """The sources of one object of a trip with their files, the latest first."""
    query = (
        select(SourceRow, AttachmentRow)
        .join(TripRow, TripRow.id == SourceRow.trip_id)
        .outerjoin(AttachmentRow, AttachmentRow.id == SourceRow.attachment_id)
        .where(TripRow.uid == trip, SourceRow.subject == subject)
        .order_by(SourceRow.entered_at.desc(), SourceRow.id.desc())
    )
    found: Sequence[Any] = db.session.execute(query).all()
    return tuple(
        SourceEntry(_source(row), _attachment(file) if file is not None else None)
        for row, file in found
    )


def list_attachments(trip: str, *, size: int = PAGE_SIZE) -> tuple[Attachment, ...]:
    """The files that were imported into a trip, the latest first."""
    query = (
        select(AttachmentRow)
        .join(TripRow, TripRow.id == AttachmentRow.trip_id)
        .where(TripRow.uid == trip, AttachmentRow.purpose == "import")
        .order_by(AttachmentRow.added_at.desc(), AttachmentRow.id.desc())
        .limit(size)
    )
    return tuple(_attachment(row) for row in db.session.scalars(query))


def find_attachment(trip: str, uid: str) -> Attachment | None:
    """A file of a trip."""
    row = db.session.scalar(
        select(AttachmentRow)
        .join(TripRow, TripRow.id == AttachmentRow.trip_id)
        .where(TripRow.uid == trip, AttachmentRow.uid == uid)
    )
    return _attachment(row) if row else None


def find_attached(uids: Collection[str]) -> frozenset[str]:
    """Those of the uids that are files of some trip."""
    query = select(AttachmentRow.uid).where(AttachmentRow.uid.in_(uids))
    return frozenset(db.session.scalars(query))


def _source(row: SourceRow) -> Source:
    return Source(
        uid=row.uid,
        subject=row.subject,
        text=row.text,
        entered_at=row.entered_at,
        entered_by=row.entered_by,
    )


def _attachment(row: AttachmentRow) -> Attachment:
    return Attachment(
        uid=row.uid,
        filename=row.filename,
        content_type=row.content_type,
        size=row.size,
        added_at=row.added_at,
        purge_on=row.purge_on,
    )


def list_outlived_attachments(on: date) -> tuple[str, ...]:
    """The uids of the attachments that are not to be kept on this day any more."""
    query = select(AttachmentRow.uid).where(AttachmentRow.purge_on <= on)
    return tuple(db.session.scalars(query.order_by(AttachmentRow.id)))
