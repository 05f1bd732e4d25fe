"""What can be done with one delegate: the next step, other steps, what is to be looked at."""

from dataclasses import dataclass

from trips import clock
from trips.domain.account.user import Action
from trips.domain.delegates.lifecycle import PROMISED, By, list_steps, may_step
from trips.domain.delegates.next_step import find_next
from trips.domain.delegates.seats import Ledger, can_move_up, holder_of, ledger_of, list_waiting
from trips.domain.delegates.substitute import REPLACEABLE
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.i18n.delegates.history_wording import field_word
from trips.i18n.delegates.status_wording import no_seat_words
from trips.i18n.delegates.step_wording import step_word
from trips.views import guards
from trips.views.preferences import locale

Step = tuple[str, str]
"""The status it leads to, and the word of its button."""


@dataclass(frozen=True, kw_only=True)
class Actions:
    """What can be done with a delegate, by whoever looks."""

    next: Step | None = None
    more: tuple[Step, ...] = ()
    approval: Step | None = None
    """What the client may say of a nomination."""
    full: str = ""
    """Why somebody who waits cannot move up."""
    place: int = 0
    """Their number on the waiting list, from 1."""
    review: tuple[str, ...] = ()
    """What they changed after the confirmation."""
    can_replace: bool = False
    can_remind: bool = False


def actions_of(snapshot: TripSnapshot, participation: Participation) -> Actions | None:
    """What can be done with a delegate; none for others."""
    delegate = participation.delegate
    if delegate is None:
        return None
    if not guards.allows(Action.WRITE_TRIP):
        return Actions(approval=_approval(delegate.status))
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    after = find_next(delegate.status, has_begun=today >= snapshot.trip.starts_on)
    steps = list_steps(delegate.status, By.ORGANISER)
    waiting = [each.uid for each in list_waiting(snapshot)]
    questions = snapshot.trip.registration.questions
    return Actions(
        next=_step(delegate.status, after) if after else None,
        more=tuple(_step(delegate.status, each) for each in steps if each is not after),
        full=_full(snapshot, participation),
        place=waiting.index(participation.uid) + 1 if participation.uid in waiting else 0,
        review=tuple(field_word(name, locale(), questions) for name in delegate.to_review),
        can_replace=delegate.status in REPLACEABLE,
        can_remind=delegate.status in PROMISED,
    )


def waiting_words(snapshot: TripSnapshot) -> dict[str, str]:
    """Whoever waits, by uid: why they cannot move up, empty if they can."""
    ledger = ledger_of(snapshot)
    return {each.uid: _why_full(snapshot, ledger, each) for each in list_waiting(snapshot)}


def _step(now: DelegateStatus, to: DelegateStatus) -> Step:
    return to.value, step_word(now, to, locale())


def _approval(now: DelegateStatus) -> Step | None:
    for to in (DelegateStatus.APPROVED, DelegateStatus.NOMINATED):
        if may_step(now, to, By.CLIENT):
            return _step(now, to)
    return None


def _full(snapshot: TripSnapshot, participation: Participation) -> str:
    delegate = participation.delegate
    if delegate is None or delegate.status is not DelegateStatus.WAITLISTED:
        return ""
    return _why_full(snapshot, ledger_of(snapshot), participation)


def _why_full(snapshot: TripSnapshot, ledger: Ledger, waiting: Participation) -> str:
    holder = holder_of(waiting)
    if holder is None or can_move_up(ledger, waiting):
        return ""
    full = next(each for each in map(ledger.get_seats, holder.benches) if each.free == 0)
    return no_seat_words(snapshot, full, locale())
