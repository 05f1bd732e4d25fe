"""The other delegates of whoever registers several: who comes next, what is the same for all."""

from trips.domain.participation import Capacity
from trips.domain.registration.controls import Typed
from trips.domain.registration.filling import fill_station
from trips.domain.registration.plan import StationPlan
from trips.domain.registration.registrant import BEGUN, TO_DO, Registrant
from trips.domain.registration.sharing import shared_fields, take_over
from trips.i18n.catalogue import say
from trips.i18n.registration.field_wording import LABELS
from trips.queries.registration.acting import ActedFor
from trips.queries.registration.registrant import find_registrant
from trips.views.registration.opening import Visit, page_language


def next_delegate(visit: Visit) -> ActedFor | None:
    """Whom the contact person registers next; none on one's own link, or where all are done."""
    others = visit.acting.delegates if visit.acting else ()
    return next((each for each in others if each.status in TO_DO and each.uid != visit.uid), None)


def in_common(visit: Visit, plan: StationPlan, typed: Typed) -> tuple[str, tuple[str, ...]]:
    """From whom something can be taken over, and what; empty where there is nothing."""
    other = _neighbour(visit)
    if other is None:
        return "", ()
    names = shared_fields(plan, typed, _typed_for(visit, plan, other))
    locale = page_language(visit.lang)
    return other.person.name, tuple(say(LABELS[name], locale) for name in names)


def taken_over(visit: Visit, plan: StationPlan, typed: Typed) -> Typed:
    """What is empty here, as it was filled in for the other delegate."""
    other = _neighbour(visit)
    return take_over(plan, typed, _typed_for(visit, plan, other)) if other else {}


def _typed_for(visit: Visit, plan: StationPlan, other: Registrant) -> Typed:
    """What the contact person may see of somebody else."""
    return fill_station(other, plan, Capacity.CONTACT, visit.lang)


def _neighbour(visit: Visit) -> Registrant | None:
    """The delegate at whom the contact person was last, before this one."""
    if visit.acting is None or not visit.uid:
        return None
    begun = [
        each for each in visit.acting.delegates if each.status in BEGUN and each.uid != visit.uid
    ]
    typed = [each for each in begun if each.saved_at]
    latest = max(typed, key=lambda each: str(each.saved_at), default=None)
    found = latest or next(iter(begun), None)
    return find_registrant(found.uid) if found else None
