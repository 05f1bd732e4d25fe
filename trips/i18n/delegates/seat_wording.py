"""Seats in words: how many are taken, how many are left."""

from trips.domain.delegates.seats import Bench, Ledger, Seats
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot
from trips.i18n.catalogue import N_, say, say_n
from trips.i18n.formats import day_short


def bench_name(snapshot: TripSnapshot, seats: Seats, locale: str) -> str:
    """What a bench is called: the trip, a delegation, a group."""
    if seats.bench is Bench.TRIP:
        return say(N_("the whole trip"), locale)
    if seats.bench is Bench.GROUP:
        return say(N_("Group %(code)s"), locale, code=seats.key)
    known = snapshot.delegation_by_uid.get(seats.key)
    return known.name.shown(locale).text if known else seats.key


def seats_line(seats: Seats, locale: str) -> str:
    """18 of 24 seats taken, 3 invited, 2 waiting; empty where nothing limits them."""
    if seats.seats is None:
        return ""
    parts = [
        say_n(
            "%(taken)s of %(n)s seat taken",
            "%(taken)s of %(n)s seats taken",
            seats.seats,
            locale,
            taken=seats.taken,
        )
    ]
    if seats.promised:
        parts.append(say(N_("%(n)s invited"), locale, n=seats.promised))
    if seats.waiting:
        parts.append(say(N_("%(n)s waiting"), locale, n=seats.waiting))
    return ", ".join(parts)


def free_line(snapshot: TripSnapshot, ledger: Ledger, locale: str) -> str:
    """What is free now, above the waiting list: every bench that somebody waits for."""
    limited = [each for each in ledger.list_seats() if each.free is not None and each.waiting]
    if not limited:
        return say(N_("No limit is set: whoever waits can move up at any time."), locale)
    words = [f"{bench_name(snapshot, each, locale)} {_free(each, locale)}" for each in limited]
    return say(N_("Free seats: %(list)s"), locale, list=" · ".join(words))


def _free(seats: Seats, locale: str) -> str:
    """How many are free, and how many of them were offered to somebody who has not answered."""
    offered = min(seats.free or 0, seats.promised)
    if not offered:
        return str(seats.free)
    return say(N_("%(free)s (%(n)s of them offered)"), locale, free=seats.free, n=offered)


def waiting_line(waiting: Participation, place: int, locale: str) -> str:
    """Nr. 2, seit Do 3. Sept."""
    number = say(N_("No. %(number)s"), locale, number=place)
    at = waiting.delegate.status_at if waiting.delegate else None
    if at is None:
        return number
    since = say(N_("since %(day)s"), locale, day=day_short(at.date(), locale))
    return f"{number}, {since}"
