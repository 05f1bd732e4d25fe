"""Mending a finding about delegates: a step of one person, or another head of a delegation."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import flash, url_for
from flask_babel import gettext as _

from trips.domain.editing import Change, ConflictError
from trips.domain.findings.codes import FixCode
from trips.domain.findings.model import Finding, Fix
from trips.domain.participation import DelegateStatus
from trips.domain.snapshot import TripSnapshot
from trips.i18n.delegates.status_wording import changed_words, refused_words
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.status import change_status
from trips.services.delegation import edit_delegation
from trips.views.drafting import follow
from trips.views.editing import by
from trips.views.preferences import locale

STEPS: Mapping[FixCode, DelegateStatus] = {
    FixCode.MOVE_UP: DelegateStatus.CONFIRMED,
    FixCode.MAKE_WAIT: DelegateStatus.WAITLISTED,
}
FIXES = frozenset({*STEPS, FixCode.NAME_HEAD})


@dataclass(frozen=True)
class Mended:
    """What was done, and the address that takes it back."""

    told: str
    undo: str


def mend_delegates(
    snapshot: TripSnapshot, finding: Finding, chosen: Fix, back: str
) -> Mended | None:
    """Take the fix; none where it was refused, which the next page says."""
    uid = str(chosen.facts["uid"])
    if chosen.code is FixCode.NAME_HEAD:
        return _name_head(snapshot, finding.subjects[0].uid, uid, back)
    return _step(snapshot, uid, STEPS[chosen.code], back)


def _step(snapshot: TripSnapshot, uid: str, to: DelegateStatus, back: str) -> Mended | None:
    slug = snapshot.trip.slug
    outcome = change_status(snapshot.trip.uid, (uid,), to, **by())
    if outcome.changed:
        follow(slug, outcome.changed)
        undo = url_for("station.undo", slug=slug, step=outcome.step, next=back)
        return Mended(changed_words(to, 1, locale()), undo)
    now = get_snapshot(snapshot.trip.uid)
    refused = [(each.uid, each.seats) for each in outcome.refused]
    for words in refused_words(now, to, refused, locale()):
        flash(words, "error")
    return None


def _name_head(snapshot: TripSnapshot, delegation: str, uid: str, back: str) -> Mended | None:
    slug, old = snapshot.trip.slug, snapshot.delegation_by_uid[delegation].head
    try:
        edit_delegation(snapshot.trip.uid, delegation, Change({"head": old}, {"head": uid}), **by())
    except ConflictError:
        flash(_("The trip has changed meanwhile; please look again."), "error")
        return None
    person = snapshot.person_by_uid[snapshot.participation_by_uid[uid].person]
    undo = url_for("delegation.lead", slug=slug, uid=delegation, head=old or "", next=back)
    return Mended(_("%(who)s leads the delegation.", who=person.name), undo)
