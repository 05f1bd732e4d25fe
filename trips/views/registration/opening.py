"""What a link to register opens: for whom, in whose name, in which language."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from flask import abort, g, make_response, render_template, request, url_for
from flask_babel import refresh

from trips import clock
from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import LinkState, state_of_link
from trips.domain.account.user import CONTACT_PERSON, REGISTRANT, Actor
from trips.domain.mail import language_for
from trips.domain.participation import Capacity
from trips.domain.person import Person
from trips.domain.registration.plan import Plan, plan_of
from trips.domain.registration.progress import StationProgress, progress_of
from trips.domain.registration.registrant import Registrant, RegistrationTrip
from trips.domain.registration_setup import Station
from trips.domain.values.times import to_wall
from trips.i18n.catalogue import READER_LOCALES, direction_of
from trips.i18n.formats import babel_locale
from trips.queries.link import OpenedLink, find_opened_link
from trips.queries.registration.acting import Acting, find_acting
from trips.queries.registration.registrant import find_registrant
from trips.services.registration.sending import Sender

ENDPOINT_LINK = "registration.show"


@dataclass(frozen=True)
class Visit:
    """Somebody who has come with a link."""

    token: str
    trip: RegistrationTrip
    capacity: Capacity
    today: date
    lang: str
    """The language asked for; the interface may not have it."""
    uid: str = ""
    """uid of the delegate in the address of a contact person's page; empty on one's own."""
    by: str = ""
    """Name of the contact person."""
    acting: Acting | None = None
    known: Registrant | None = None

    def url(self, endpoint: str = ENDPOINT_LINK, **changes: Any) -> str:
        """The address of another page of this visit, in the same language."""
        values = {"uid": self.uid or None, "lang": self.lang, **changes}
        return url_for(endpoint, token=self.token, **values)

    @property
    def registrant(self) -> Registrant:
        """Whoever the page is about; 404 where it names nobody."""
        return self.known or abort(404)

    @property
    def plan(self) -> Plan:
        """What the trip asks."""
        return plan_of(self.trip.registration)

    @property
    def states(self) -> tuple[StationProgress, ...]:
        """How far each station has come."""
        return progress_of(self.registrant, self.plan, self.today, self.capacity, self.locale)

    @property
    def locale(self) -> str:
        """The language in which what is typed is kept."""
        return self.lang

    @property
    def actor(self) -> Actor:
        """Who acts, for the history: a capacity, not a name."""
        return REGISTRANT if self.capacity is Capacity.SELF else CONTACT_PERSON

    @property
    def sender(self) -> Sender:
        """Who answers."""
        return Sender(capacity=self.capacity, by=self.by, locale=self.lang, today=self.today)

    def frame(self, endpoint: str = ENDPOINT_LINK, **values: Any) -> dict[str, Any]:
        """What the frame of every page says."""
        return {
            "visit": self,
            "trip": self.trip,
            "languages": self._languages(endpoint, values),
            "locale": page_language(self.lang),
            "direction": direction_of(page_language(self.lang)),
            "is_sample": self.trip.is_sample,
        }

    def _languages(self, endpoint: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        """The switch in the bar: English first, as most readers come from abroad."""
        offered = dict.fromkeys((*self.trip.languages, self.lang))
        order = sorted(offered, key=lambda code: code != "en")
        return [
            (
                code,
                own_name(code),
                self.url(endpoint, **{**values, "lang": code}),
                code == self.lang,
            )
            for code in order
        ]


def open_visit(token: str, uid: str = "") -> Visit:
    """What the token opens; a page that says why for one that does not.

    A personal link opens one's own registration only; a contact person's opens those of the
    delegation. Everybody else's are not there: 404.
    """
    link = _open(token)
    now = link.pretend_now or clock.now()
    today = to_wall(now, link.zone).date()
    if link.purpose is LinkPurpose.REGISTRATION:
        known = None if uid else find_registrant(link.subject)
        if known is None:
            _refuse("unknown", 404)
        lang = _speak(known.trip, known.person)
        return Visit(token, known.trip, Capacity.SELF, today, lang, known=known)
    acting = find_acting(link.subject)
    if acting is None:
        _refuse("unknown", 404)
    is_theirs = any(each.uid == uid for each in acting.delegates)
    if uid and not is_theirs:
        abort(404)
    known = find_registrant(uid) if uid else None
    visit = Visit(token, acting.trip, Capacity.CONTACT, today, _speak(acting.trip))
    return _acting(visit, acting, uid, known)


def _acting(visit: Visit, acting: Acting, uid: str, known: Registrant | None) -> Visit:
    return Visit(
        visit.token,
        visit.trip,
        visit.capacity,
        visit.today,
        visit.lang,
        uid=uid,
        by=acting.contact or str(acting.delegation.shown(visit.lang)),
        acting=acting,
        known=known,
    )


def station_of(visit: Visit, station: str) -> Station:
    """A station of the address; 404 for one where this trip asks nothing."""
    wanted = Station(station)
    if visit.plan.station(wanted) is None:
        abort(404)
    return wanted


def page_language(lang: str) -> str:
    """The language of the page's own words: the one asked for, or English."""
    return lang if lang in READER_LOCALES else "en"


def own_name(code: str) -> str:
    """What a language calls itself: Deutsch, English, українська."""
    locale = babel_locale(code)
    return str(locale.languages.get(code, code))


def saved_at(at: datetime, zone: str) -> str:
    """The time on the clock of the trip."""
    return f"{to_wall(at, zone):%H:%M}"


def _open(token: str) -> OpenedLink:
    link = find_opened_link(token, LinkPurpose.REGISTRATION, LinkPurpose.DELEGATION)
    if link is None:
        _refuse("unknown", 404)
    now = link.pretend_now or clock.now()
    state = state_of_link(link.expires_at, link.revoked_at, now)
    if state is not LinkState.OPEN:
        _refuse(state.value, 410)
    return link


def _refuse(state: str, status: int) -> NoReturn:
    abort(make_response(render_template("public/closed.html", state=state), status))


def _speak(trip: RegistrationTrip, person: Person | None = None) -> str:
    """Choose the language of this answer: asked for, the person's, the browser's, English.

    Those of the trip, and the one of the mail that brought the link.
    """
    of_mail = [language_for(person)] if person else READER_LOCALES
    wishes = (request.args.get("lang", ""), person.letter_language if person else "")
    lang = next((wish for wish in wishes if wish in {*trip.languages, *of_mail}), "")
    usual = "en" if "en" in trip.languages else trip.languages[0]
    lang = lang or request.accept_languages.best_match(trip.languages) or usual
    g.locale = page_language(lang)
    refresh()
    return lang
