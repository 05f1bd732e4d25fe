"""One person's own calendar: what of the programme is theirs, and what was theirs once.

An entry may leave a person's programme while it goes on for others, and come back: they change the
group, come later, an interpreter is relieved. Their calendar has to hear of it with a higher
SEQUENCE although the entry itself is the same. Each such turn is kept with the release; it raises
the sequence for this person alone. Whoever has joined since the release sees what is for everyone
until the next one, which then knows their group and days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from trips.domain.participation import Participation, Role
from trips.domain.releases.calendar import CalendarEntry, Entries
from trips.domain.releases.concerned import reaches
from trips.domain.releases.difference import Subject, list_sides
from trips.domain.snapshot import TripSnapshot

NARROW: Final = frozenset({Role.HOST, Role.SPEAKER, Role.INTERPRETER, Role.DRIVER})
"""Who takes part in what they are named for only."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """That an entry left a person's programme, or came back into it; the last time it did."""

    uid: str
    rise: int
    """What their sequence is above that of the entry: the number of such turns."""
    at: datetime
    is_gone: bool = False


@dataclass(frozen=True, kw_only=True)
class SharedTurns:
    """The turns of all who have the same ones, as they are stored."""

    people: tuple[str, ...]
    """uids of participations."""
    turns: tuple[Turn, ...]


Turns = Mapping[str, tuple[Turn, ...]]
"""By uid of the participation."""


class OwnProgrammes:
    """What of one state of the trip is whose."""

    def __init__(self, snapshot: TripSnapshot) -> None:
        self._people = snapshot.participation_by_uid
        self._homes = {each.uid: each.organisation for each in snapshot.persons}
        self._sides = [
            (subject, uid, side)
            for subject, uid, side in list_sides(snapshot)
            if subject in {Subject.ITEM, Subject.LEG}
        ]

    def uids_of(self, uid: str, today: Participation | None = None) -> frozenset[str]:
        """The items and legs of a participation; `today` is what it is in the draft, if at all."""
        known = self._people.get(uid)
        if known is None:
            return self._for_newcomer(today)
        if not known.is_coming:
            return frozenset()
        home = self._homes.get(known.person)
        return frozenset(
            each for subject, each, side in self._sides if reaches(subject, side, known, home)
        )

    def _for_newcomer(self, today: Participation | None) -> frozenset[str]:
        if today is None or today.role in NARROW or not today.is_coming:
            return frozenset()
        return frozenset(uid for _, uid, side in self._sides if not side.groups)


def next_turns(
    turns: Turns, old: TripSnapshot | None, new: TripSnapshot, at: datetime
) -> dict[str, tuple[Turn, ...]]:
    """What is kept of everybody's turns by a release made `at`; arguments as of `next_entries`."""
    if old is None:
        return dict(turns)
    before, after = OwnProgrammes(old), OwnProgrammes(new)
    found = {}
    for uid in {**turns, **old.participation_by_uid, **new.participation_by_uid}:
        had = before.uids_of(uid, new.participation_by_uid.get(uid))
        own = _turned(turns.get(uid, ()), had, after.uids_of(uid), at)
        if own:
            found[uid] = own
    return found


def _turned(
    known: Iterable[Turn], had: frozenset[str], has: frozenset[str], at: datetime
) -> tuple[Turn, ...]:
    kept = {turn.uid: turn for turn in known}
    left = had - has
    back = {uid for uid, turn in kept.items() if uid in has and (turn.is_gone or uid not in had)}
    for uid in (*left, *back):
        rise = kept[uid].rise + 1 if uid in kept else 1
        kept[uid] = Turn(uid=uid, rise=rise, at=at, is_gone=uid in left)
    return tuple(kept[uid] for uid in sorted(kept))


def personal_entries(
    entries: Entries, turns: Iterable[Turn], own: frozenset[str]
) -> dict[str, CalendarEntry]:
    """What one person's calendar is told: `own` goes on, what was theirs once is cancelled."""
    turned = {turn.uid: turn for turn in turns}
    return {
        uid: _personal(entry, turned.get(uid), is_own=uid in own)
        for uid, entry in entries.items()
        if uid in own or uid in turned
    }


def _personal(entry: CalendarEntry, turn: Turn | None, *, is_own: bool) -> CalendarEntry:
    if turn is None:
        return entry
    return replace(
        entry,
        order=entry.order + turn.rise,
        changed_at=max(entry.changed_at, turn.at),
        is_cancelled=not is_own,
    )


def share(turns: Turns) -> tuple[SharedTurns, ...]:
    """The stored form: those who have the same turns together, in canonical order."""
    people: dict[tuple[Turn, ...], list[str]] = {}
    for uid in sorted(turns):
        people.setdefault(turns[uid], []).append(uid)
    return tuple(
        SharedTurns(people=tuple(uids), turns=own)
        for own, uids in sorted(people.items(), key=lambda each: each[1])
    )


def turns_of(shared: Iterable[SharedTurns]) -> dict[str, tuple[Turn, ...]]:
    """The inverse of `share`."""
    return {uid: each.turns for each in shared for uid in each.people}
