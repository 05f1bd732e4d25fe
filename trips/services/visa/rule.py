"""The house's own rules on who needs a visa."""

from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.values.wire import to_wire
from trips.domain.visa_rule import VisaRule
from trips.models.delegates.visa_rule import VisaRuleRow
from trips.models.types import new_uid
from trips.queries.visa.rule import list_own_rules
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit


def add_rule(new: VisaRule, *, actor: Actor, now: datetime) -> str:
    """Enter a rule; its uid."""
    with unit(actor, now) as work:
        row = VisaRuleRow(uid=new_uid(), version=1)
        assign(row, new)
        work.session.add(row)
        work.record("create", ("visa_rule", row.uid), None, to_wire(new))
        return row.uid


def edit_rule(uid: str, change: Change, *, actor: Actor, now: datetime) -> VisaRule:
    """Change the touched fields of a rule. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now) as work:
        row = _row(work, uid)
        old = dict(list_own_rules())[uid]
        new = merge(old, change)
        if new != old:
            assign(row, new)
            row.version += 1
            work.record("edit", ("visa_rule", uid), to_wire(old), to_wire(new))
        return new


def delete_rule(uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a rule out again. Raises `MissingError`."""
    with unit(actor, now) as work:
        row = _row(work, uid)
        work.record("delete", ("visa_rule", uid), to_wire(dict(list_own_rules())[uid]))
        work.session.delete(row)


def _row(work: Unit, uid: str) -> VisaRuleRow:
    row = work.session.scalar(select(VisaRuleRow).where(VisaRuleRow.uid == uid))
    if row is None:
        raise MissingError(uid)
    return row
