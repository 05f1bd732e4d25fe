"""Keeping what a search looks in: whatever a unit wrote is written here in the same transaction.

`services.unit` calls `Changes`, so no service has to think of it. Only what goes past the session
(`update()` on one of these tables) would be missed; `rebuild` puts everything right.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import delete, event, insert, select
from sqlalchemy.orm import Session

from trips.domain.pages.search import Subject
from trips.domain.values.search import searchable, trigrams
from trips.domain.values.text import LANGUAGES, Text
from trips.models.item import ItemRow
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.search import SearchEntryRow, SearchTrigramRow
from trips.models.site import SiteRow
from trips.models.trip import TripRow

KINDS: Final[dict[Any, Subject]] = {
    TripRow: Subject.TRIP,
    ItemRow: Subject.ITEM,
    PersonRow: Subject.PERSON,
    OrganisationRow: Subject.ORGANISATION,
    SiteRow: Subject.SITE,
}
AT_ONCE: Final = 500
Subjects = set[tuple[Any, str]]


class Changes:
    """Which objects a session wrote."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._written: Subjects = set()
        event.listen(session, "after_flush", self._note)

    def write(self) -> None:
        """Bring the search up to what was written."""
        self._session.flush()
        self.forget()
        for kind in KINDS:
            uids = sorted(uid for each, uid in self._written if each is kind)
            for start in range(0, len(uids), AT_ONCE):
                _write(self._session, kind, uids[start : start + AT_ONCE])

    def forget(self) -> None:
        """Stop looking."""
        if event.contains(self._session, "after_flush", self._note):
            event.remove(self._session, "after_flush", self._note)

    def _note(self, session: Session, _context: object) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            if type(row) in KINDS:
                self._written.add((type(row), row.uid))


def rebuild(session: Session) -> int:
    """Write everything anew; how many objects can be found."""
    session.execute(delete(SearchTrigramRow))
    session.execute(delete(SearchEntryRow))
    number = 0
    for kind in KINDS:
        uids = list(session.scalars(select(kind.uid).order_by(kind.id)))
        for start in range(0, len(uids), AT_ONCE):
            number += _write(session, kind, uids[start : start + AT_ONCE])
    return number


def _write(session: Session, kind: Any, uids: list[str]) -> int:
    subject = KINDS[kind]
    gone = select(SearchEntryRow.id).where(
        SearchEntryRow.kind == subject, SearchEntryRow.uid.in_(uids)
    )
    session.execute(delete(SearchTrigramRow).where(SearchTrigramRow.entry_id.in_(gone)))
    session.execute(
        delete(SearchEntryRow).where(SearchEntryRow.kind == subject, SearchEntryRow.uid.in_(uids)),
        execution_options={"synchronize_session": False},
    )
    rows = session.scalars(select(kind).where(kind.uid.in_(uids)).order_by(kind.id))
    entries = [entry for row in rows if (entry := entry_of(subject, row))]
    if entries:
        _insert(session, subject, entries)
    return len(entries)


def _insert(session: Session, subject: Subject, entries: list[dict[str, Any]]) -> None:
    session.execute(insert(SearchEntryRow), entries)
    uids = [entry["uid"] for entry in entries]
    written = session.execute(
        select(SearchEntryRow.uid, SearchEntryRow.id).where(
            SearchEntryRow.kind == subject, SearchEntryRow.uid.in_(uids)
        )
    )
    keys = {row.uid: row.id for row in written}
    found = [
        {"trigram": each, "entry_id": keys[entry["uid"]]}
        for entry in entries
        for each in sorted(trigrams(entry["words"]))
    ]
    if found:
        session.execute(insert(SearchTrigramRow), found)


def entry_of(subject: Subject, row: Any) -> dict[str, Any] | None:
    """What is searched of a row, nothing that only some of its readers may see; none if gone."""
    if getattr(row, "anonymised_at", None) or getattr(row, "deleted_at", None):
        return None
    title, words = _PARTS[subject](row)
    trip = {Subject.TRIP: "id", Subject.ITEM: "trip_id"}.get(subject)
    return {
        "kind": subject,
        "uid": row.uid,
        "trip_id": getattr(row, trip) if trip else None,
        "title": title,
        "words": searchable(*words),
    }


def _trip(row: Any) -> tuple[Any, Iterable[str]]:
    return row.title, (*row.title.values(), *row.subtitle.values(), row.number)


def _item(row: Any) -> tuple[Any, Iterable[str]]:
    return row.title, (*row.title.values(), *row.text.values(), row.room)


def _person(row: Any) -> tuple[Any, Iterable[str]]:
    names = (row.family_name, row.given_name)
    first_last = names if row.family_name_first else names[::-1]
    name = " ".join(filter(None, first_last)) or row.own_script
    return Text(dict.fromkeys(LANGUAGES, name)), (*names, row.own_script, *row.function.values())


def _organisation(row: Any) -> tuple[Any, Iterable[str]]:
    return row.name, (*row.name.values(), row.short, *row.city.values())


def _site(row: Any) -> tuple[Any, Iterable[str]]:
    return row.name, (*row.name.values(), row.street, row.postal_code, row.city)


_PARTS: Final[dict[Subject, Any]] = {
    Subject.TRIP: _trip,
    Subject.ITEM: _item,
    Subject.PERSON: _person,
    Subject.ORGANISATION: _organisation,
    Subject.SITE: _site,
}
