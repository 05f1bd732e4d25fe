"""The team's tasks of a trip, and who is in the team."""

from sqlalchemy import or_, select

from trips.domain.account.user import InstanceRole, TripRole
from trips.domain.readiness.task import Member, Task, due_of
from trips.extensions import db
from trips.models.task import TaskRow
from trips.models.trip import TripRow
from trips.models.user import TripRoleRow, UserRow


def list_tasks(trip_uid: str) -> tuple[Task, ...]:
    """All tasks that were not removed, with the day on which they are due now, the first first."""
    rows = db.session.execute(
        select(TaskRow, UserRow.uid, TripRow)
        .join(TripRow, TripRow.id == TaskRow.trip_id)
        .outerjoin(UserRow, UserRow.id == TaskRow.owner_id)
        .where(TripRow.uid == trip_uid, TaskRow.deleted_at.is_(None))
        .order_by(TaskRow.id)
    )
    return tuple(task_of(row, owner or "", trip) for row, owner, trip in rows)


def task_of(row: TaskRow, owner: str, trip: TripRow) -> Task:
    """A row as a value."""
    return Task(
        uid=row.uid,
        title=row.title,
        note=row.note,
        owner=owner,
        due_on=due_of(row.offset_days, row.due_on, trip.starts_on),
        offset_days=row.offset_days,
        milestone=row.milestone,
        done_at=row.done_at,
        done_by=row.done_by,
        version=row.version,
    )


def list_team(trip_uid: str) -> tuple[Member, ...]:
    """Who can own a task: the house's organisers and whoever writes on the trip, by name."""
    rows = db.session.execute(
        select(UserRow.uid, UserRow.name)
        .outerjoin(TripRoleRow, TripRoleRow.user_id == UserRow.id)
        .outerjoin(TripRow, TripRow.id == TripRoleRow.trip_id)
        .where(
            UserRow.disabled_at.is_(None),
            or_(
                UserRow.role.in_((InstanceRole.ORGANISER, InstanceRole.ADMIN)),
                (TripRow.uid == trip_uid)
                & TripRoleRow.role.in_((TripRole.WRITER, TripRole.ORGANISER)),
            ),
        )
        .distinct()
        .order_by(UserRow.name)
    )
    return tuple(Member(uid, name) for uid, name in rows)
