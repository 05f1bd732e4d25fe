"""The frame of a trip's pages: the line, the tabs, and the trip itself for the template."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _

from trips.domain.account.user import Action
from trips.domain.pages.line import LineView, line_view
from trips.domain.pages.programme_days import is_long
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Trip
from trips.queries.mail import count_open_mails
from trips.views import guards
from trips.views.preferences import locale


@dataclass(frozen=True)
class Tab:
    """A page of the trip, in the row below its line."""

    key: str
    word: str
    url: str
    count: int | None = None


def render(template: str, snapshot: TripSnapshot, tab: str, **context: Any) -> str:
    """A page of a trip. `tab` is the key of the tab it belongs to."""
    return render_template(
        template,
        trip=snapshot.trip,
        snapshot=snapshot,
        line=line_of(snapshot),
        tabs=[(each.word, each.url, each.count, each.key == tab) for each in list_tabs(snapshot)],
        **{"day_url": _day_url(snapshot), **context},
    )


def line_of(snapshot: TripSnapshot) -> LineView:
    """The trip's line in the reader's language."""
    return line_view(snapshot.stops, snapshot.legs, locale())


def _day_url(snapshot: TripSnapshot) -> Any:
    def day_url(on: date) -> str:
        day = on.isoformat()
        around: dict[str, Any] = {"from": day} if is_long(snapshot) else {}
        slug = snapshot.trip.slug
        return url_for("programme.index", slug=slug, _anchor=f"day-{day}", **around)

    return day_url


def list_tabs(snapshot: TripSnapshot) -> tuple[Tab, ...]:
    """The pages of a trip in order, with how much is on each."""
    slug = snapshot.trip.slug
    coming = [each for each in snapshot.participations if each.is_coming]
    delegates = sum(each.role is Role.DELEGATE for each in coming)
    interpreters = sum(each.role is Role.INTERPRETER for each in coming)
    placed = (item for item in snapshot.items if not item.is_unplaced)
    hosts = {(host.organisation, host.person) for item in placed for host in item.hosts}
    return (
        Tab("overview", _("Overview"), url_for("trip.overview", slug=slug)),
        Tab("programme", _("Programme"), url_for("programme.index", slug=slug)),
        Tab("delegates", _("Delegates"), url_for("delegate.index", slug=slug), delegates),
        Tab("places", _("Sites and hosts"), url_for("place.index", slug=slug), len(hosts)),
        Tab(
            "interpreters", _("Interpreting"), url_for("interpreter.index", slug=slug), interpreters
        ),
        Tab("route", _("Hotels and journeys"), url_for("route.index", slug=slug)),
        Tab("releases", _("Releases"), url_for("release.index", slug=slug)),
        Tab("documents", _("Documents"), url_for("document.index", slug=slug)),
        *_mail_tab(snapshot.trip),
    )


def _mail_tab(trip: Trip) -> tuple[Tab, ...]:
    """Mail is for those who may send it, with how much of it waits for them."""
    if not guards.allows(Action.WRITE_TRIP):
        return ()
    waiting = count_open_mails(trip.uid)
    return (Tab("mails", _("Mail"), url_for("mail.index", slug=trip.slug), waiting or None),)
