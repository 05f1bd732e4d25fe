"""What rows of nominations mean: new delegates of one delegation, and never anybody else's."""

from collections.abc import Iterable
from dataclasses import replace

from trips.domain.importing.delegate_plan import plan_delegates
from trips.domain.importing.plan import ChangedDelegate, Decisions, DelegatePlan
from trips.domain.importing.values import FieldChange
from trips.domain.importing.workbook import DelegateRow, Origin
from trips.domain.participation import DelegateStatus, Delegation, Participation
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot


def plan_nominations(
    rows: Iterable[DelegateRow],
    snapshot: TripSnapshot,
    people: Iterable[Person],
    decisions: Decisions,
    origin: Origin | None,
    delegation: str,
) -> DelegatePlan:
    """Compare rows with one delegation, by its uid.

    Whoever is new becomes a nominated delegate of it; how far somebody has come, their group and
    the people of other delegations are not for a nomination to change.
    """
    home = snapshot.delegation_by_uid[delegation]
    asked = [_nominating(row) for row in rows]
    if origin is not None:
        known = tuple(_nominating(row) for row in origin.delegate_rows)
        origin = replace(origin, delegate_rows=known)
    return _of_home(plan_delegates(asked, snapshot, people, decisions, origin), home)


def _of_home(plan: DelegatePlan, home: Delegation) -> DelegatePlan:
    """The plan for the people of one delegation; those of others stand aside."""
    outside = [each for each in (*plan.changed, *plan.unchanged) if _is_elsewhere(each, home)]
    homeless = [each for each in plan.unchanged if _is_homeless(each)]
    theirs = {each.participation.uid for each in outside if each.participation}
    return replace(
        plan,
        new=tuple(_nominated(row, home) for row in plan.new),
        changed=tuple(
            _joining(each, home)
            for each in (*plan.changed, *homeless)
            if not _is_elsewhere(each, home)
        ),
        unchanged=tuple(
            each
            for each in plan.unchanged
            if not _is_elsewhere(each, home) and not _is_homeless(each)
        ),
        outside=tuple(outside),
        missing=_of(plan.missing, home),
        deleted=_of(plan.deleted, home),
        withdrawn=_of(plan.withdrawn, home),
        conflicts=tuple(
            each for each in plan.conflicts if each.ref.partition(":")[0] not in theirs
        ),
    )


def _nominating(row: DelegateRow) -> DelegateRow:
    """The row without what a nomination does not decide."""
    return replace(row, status=None, group="", delegation="")


def _nominated(row: DelegateRow, home: Delegation) -> DelegateRow:
    return replace(row, status=DelegateStatus.NOMINATED, delegation=home.uid)


def _home_of(part: Participation | None) -> str | None:
    return part.delegate.delegation if part and part.delegate else None


def _is_elsewhere(entry: ChangedDelegate, home: Delegation) -> bool:
    return _home_of(entry.participation) not in {None, home.uid}


def _is_homeless(entry: ChangedDelegate) -> bool:
    return entry.participation is not None and _home_of(entry.participation) is None


def _joining(entry: ChangedDelegate, home: Delegation) -> ChangedDelegate:
    """Whoever comes anew, or is on the trip without a delegation, joins this one."""
    if entry.participation is None:
        return replace(entry, row=_nominated(entry.row, home))
    if not _is_homeless(entry):
        return entry
    joins = FieldChange("delegation", "", str(home.name.shown("de")))
    row = replace(entry.row, delegation=home.uid)
    return replace(entry, row=row, changes=(*entry.changes, joins))


def _of(parts: Iterable[Participation], home: Delegation) -> tuple[Participation, ...]:
    return tuple(part for part in parts if _home_of(part) == home.uid)
