"""What became of a change of status, in words."""

from collections.abc import Sequence

from trips.domain.delegates.seats import Bench, Seats
from trips.domain.participation import DelegateStatus
from trips.domain.snapshot import TripSnapshot
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.enums import name_of
from trips.i18n.formats import first_names

_CHANGED: dict[DelegateStatus, tuple[str, str]] = {
    DelegateStatus.CONFIRMED: N_n("%(n)s person is confirmed.", "%(n)s people are confirmed."),
    DelegateStatus.WAITLISTED: N_n(
        "%(n)s person is on the waiting list.", "%(n)s people are on the waiting list."
    ),
    DelegateStatus.DECLINED: N_n("%(n)s person is declined.", "%(n)s people are declined."),
    DelegateStatus.WITHDRAWN: N_n("%(n)s person has withdrawn.", "%(n)s people have withdrawn."),
    DelegateStatus.APPROVED: N_n("%(n)s person is approved.", "%(n)s people are approved."),
    DelegateStatus.ATTENDED: N_n("%(n)s person was there.", "%(n)s people were there."),
}
_FULL: dict[Bench, str] = {
    Bench.TRIP: N_("There is no seat left on the trip: %(taken)s of %(seats)s are taken."),
    Bench.DELEGATION: N_(
        "There is no seat left in the delegation %(name)s: %(taken)s of %(seats)s are taken."
    ),
    Bench.GROUP: N_("There is no seat left in group %(name)s: %(taken)s of %(seats)s are taken."),
}


def changed_words(to: DelegateStatus, number: int, locale: str) -> str:
    """3 Personen sind bestätigt."""
    words = _CHANGED.get(to)
    if words:
        return say_n(*words, number, locale)
    return say_n(
        "%(n)s person: %(status)s.", "%(n)s people: %(status)s.", number, locale,
        status=name_of(to, locale),
    )  # fmt: skip


def no_seat_words(snapshot: TripSnapshot, seats: Seats, locale: str) -> str:
    """Where there is no seat left, and how many there are."""
    name = seats.key
    if seats.bench is Bench.DELEGATION and seats.key in snapshot.delegation_by_uid:
        name = snapshot.delegation_by_uid[seats.key].name.shown(locale).text
    return say(_FULL[seats.bench], locale, name=name, taken=seats.taken, seats=seats.seats)


def refused_words(
    snapshot: TripSnapshot,
    to: DelegateStatus,
    refused: Sequence[tuple[str, Seats | None]],
    locale: str,
) -> list[str]:
    """Who stayed where they were and why: one sentence for each reason."""
    by_reason: dict[str, list[str]] = {}
    for uid, seats in refused:
        reason = (
            no_seat_words(snapshot, seats, locale)
            if seats
            else say(
                N_("From where they are there is no way to “%(status)s”."),
                locale,
                status=name_of(to, locale),
            )
        )
        by_reason.setdefault(reason, []).append(uid)
    return [
        say(
            N_("Unchanged: %(names)s. %(reason)s"),
            locale,
            names=_names(snapshot, uids, locale),
            reason=reason,
        )
        for reason, uids in by_reason.items()
    ]


def _names(snapshot: TripSnapshot, uids: Sequence[str], locale: str) -> str:
    known = snapshot.participation_by_uid
    names = [snapshot.person_by_uid[known[uid].person].name for uid in uids if uid in known]
    return first_names(names, locale)
