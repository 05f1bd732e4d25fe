"""Saving a station as it is typed: sealed, valid or not."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.participation import Capacity
from trips.domain.privacy.sealed import draft_place
from trips.domain.registration.controls import Typed
from trips.domain.registration.registrant import Registrant, StationDraft
from trips.domain.registration_setup import Station
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import key_ring
from trips.queries.registration.registrant import find_registrant
from trips.services.unit import MissingError, Unit, unit

MOST_CHARACTERS = 60_000
"""Of all values of a station together; more is no registration."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What is to be kept of a station."""

    typed: Typed
    by: Capacity
    """Under whose link it was typed."""
    locale: str
    is_done: bool


class TooMuchError(Exception):
    """More was typed than any form has room for; nothing was saved."""


def save_draft(
    uid: str,
    station: Station,
    make: Callable[[Registrant], Draft],
    *,
    actor: Actor,
    now: datetime,
) -> Registrant:
    """Keep what was typed at a station; the delegate with it.

    `make` gives what is to be kept from what was kept before: two devices that type at once lose
    nothing. Raises `MissingError` and `TooMuchError`.
    """
    with unit(actor, now) as work:
        key = _locked(work, uid)
        known = find_registrant(uid)
        if known is None:
            raise MissingError(uid)
        saved = _write(work, key, uid, station, make(known))
    others = tuple(each for each in known.drafts if each[0] is not station)
    return replace(known, drafts=(*others, (station, saved)))


def _locked(work: Unit, uid: str) -> int:
    query = select(ParticipationRow.id).where(ParticipationRow.uid == uid).with_for_update()
    found = work.session.scalar(query)
    if found is None:
        raise MissingError(uid)
    return found


def _write(work: Unit, key: int, uid: str, station: Station, draft: Draft) -> StationDraft:
    row = work.session.get(RegistrationDraftRow, (key, station.value))
    if row is None:
        row = RegistrationDraftRow(participation_id=key, station=station.value, version=0)
    plain = json.dumps(
        {
            "typed": {name: list(values) for name, values in draft.typed.items()},
            "by": draft.by.value,
            "locale": draft.locale,
        },
        ensure_ascii=False,
    )
    if len(plain) > MOST_CHARACTERS:
        raise TooMuchError
    row.sealed, row.key = key_ring().seal(plain, place=draft_place(uid, station.value))
    row.saved_at, row.is_done = work.now, draft.is_done
    row.version += 1
    work.session.add(row)
    return StationDraft(
        typed=draft.typed,
        by=draft.by,
        locale=draft.locale,
        saved_at=work.now,
        is_done=draft.is_done,
        version=row.version,
    )
