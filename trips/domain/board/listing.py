"""Steps that add items, copy them, take them out, or say how firm they are."""

from dataclasses import replace

from trips.domain.board.effects import Effects, Note, NoteCode, StepError, StepErrorCode
from trips.domain.board.moving import check_length, moved
from trips.domain.board.places import check_day, find_items, get_stop, list_groups, stop_at
from trips.domain.board.steps import Add, Duplicate, Remove, SetStatus
from trips.domain.item import HostStatus, Item, ItemStatus
from trips.domain.snapshot import TripSnapshot


def duplicate(snapshot: TripSnapshot, step: Duplicate) -> Effects:
    """Copies at another time or for others; nobody has agreed to them."""
    pairs = [_copied(snapshot, item, step) for item in find_items(snapshot, step.uids)]
    copies = tuple(
        replace(
            item,
            uid="",
            status=ItemStatus.IDEA,
            hosts=tuple(replace(host, status=HostStatus.OPEN) for host in item.hosts),
        )
        for item, _ in pairs
    )
    notes = [note for _, notes in pairs for note in notes]
    notes.append(Note(NoteCode.COPIES_ARE_IDEAS, {"number": len(copies)}))
    return Effects(added=copies, notes=tuple(notes))


def _copied(snapshot: TripSnapshot, item: Item, step: Duplicate) -> tuple[Item, tuple[Note, ...]]:
    """Ideas in the pool have no time that could be moved."""
    return (item, ()) if item.is_unplaced else moved(snapshot, item, step)


def remove(snapshot: TripSnapshot, step: Remove) -> Effects:
    """The items go; calendars will say that they are cancelled."""
    return Effects(removed=tuple(item.uid for item in find_items(snapshot, step.uids)))


def set_status(snapshot: TripSnapshot, step: SetStatus) -> Effects:
    """How firm the items are."""
    items = find_items(snapshot, step.uids)
    return Effects(
        changed=tuple(
            replace(item, status=step.status) for item in items if item.status is not step.status
        )
    )


def add(snapshot: TripSnapshot, step: Add) -> Effects:
    """A new item, in the city of its time unless another is named."""
    if not step.title:
        raise StepError(StepErrorCode.LINE_EMPTY)
    if step.stop:
        get_stop(snapshot, step.stop)
    stop = step.stop or (None if step.is_unplaced else stop_at(snapshot, step.starts))
    item = Item(
        uid="",
        kind=step.kind,
        title=step.title,
        starts=step.starts,
        ends=step.ends,
        stop=stop,
        site=step.site,
        groups=list_groups(snapshot, step.groups),
        status=step.status,
        transfer_mode=step.transfer_mode,
        meeting_point=step.meeting_point,
        is_unplaced=step.is_unplaced,
        is_start_assumed=step.is_start_assumed,
        is_end_assumed=step.is_end_assumed,
    )
    if not step.is_unplaced:
        check_day(snapshot, item, step.starts)
    new, notes = check_length(item, (step.starts, step.ends), snapshot.zone_of(stop))
    return Effects(added=(new,), notes=notes)
