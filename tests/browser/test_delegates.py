"""Four days before the departure: one is confirmed, one replaced, and somebody waiting moves up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checks import check_no_sideways_scrolling
from tests.browser.conftest import Live, View, listen, sign_in
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import DelegateStatus as Status
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import to_wire
from trips.extensions import db
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot
from trips.services.unit import unit

TRIP = "leipzig-nuernberg-muenchen-2015"
LIST = f"/trips/{TRIP}/delegates"
DESK = View("de-DE", "light", 1280, 900)
PHONE = View("de-DE", "dark", 390, 844)
FOUR_DAYS_BEFORE = datetime(2015, 9, 12, 9, tzinfo=UTC)
LATE, LEAVES, WAITS = "Hendrik Jacobus van der Spuy", "Petro Lysenko", "Kagiso Ntuli"
Opening = Callable[..., BrowserContext]


def now_there(live: Live) -> TripSnapshot:
    with live.app.app_context():
        db.session.remove()
        uid = db.session.scalar(sa.select(TripRow.uid).where(TripRow.slug == TRIP))
        return get_snapshot(str(uid))


def status_of(live: Live, name: str) -> Status:
    snapshot = now_there(live)
    person = next(each.uid for each in snapshot.persons if each.name == name)
    delegates = (each for each in snapshot.participations if each.delegate)
    delegate = next(each.delegate for each in delegates if each.person == person)
    assert delegate
    return delegate.status


def prepare(live: Live) -> None:
    """It is four days before the departure, and only one of 20 seats is left."""
    snapshot = now_there(live)
    with (
        live.app.app_context(),
        unit(COMMAND_LINE, FOUR_DAYS_BEFORE, trip=snapshot.trip.uid) as work,
    ):
        assert work.trip
        work.trip.pretend_now = FOUR_DAYS_BEFORE
        work.trip.registration = to_wire(replace(snapshot.trip.registration, seats=20))


def open_panel(page: Page, name: str) -> None:
    page.goto(LIST)
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def confirm(page: Page, name: str) -> None:
    open_panel(page, name)
    page.locator(".delegate-steps").get_by_role("button", name="Bestätigen").click()
    expect(page.get_by_text("1 Person ist bestätigt.")).to_be_visible()
    expect(page.locator(".steps [aria-current=step]")).to_have_text("bestätigt")


def replace_by(page: Page, name: str, given: str, family: str) -> None:
    open_panel(page, name)
    page.locator(".delegate-menu summary").click()
    page.get_by_role("link", name="Durch eine andere Person ersetzen").click()
    expect(page.get_by_label("Nachname")).to_be_visible()
    check_no_sideways_scrolling(page)
    page.get_by_label("Vornamen").fill(given)
    page.get_by_label("Nachname").fill(family)
    page.get_by_role("button", name="Ersetzen").click()
    expect(page.get_by_text("Ersetzt. Platz, Delegation und Gruppe bleiben")).to_be_visible()
    expect(page.get_by_role("heading", name=f"{given} {family}")).to_be_visible()


def withdraw(page: Page, name: str) -> None:
    """From the person's own page, which tells it in the history, too."""
    open_panel(page, name)
    page.get_by_role("link", name="Alles und Verlauf").click()
    page.locator(".delegate-menu summary").click()
    page.get_by_role("button", name="Hat zurückgezogen").click()
    expect(page.get_by_text("1 Person ist zurückgetreten.")).to_be_visible()
    expect(page.get_by_role("cell", name="Bestätigt → Zurückgezogen")).to_be_visible()


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_the_organiser_confirms_replaces_and_lets_somebody_move_up(
    own_live: Live, open_context: Opening, view: View
) -> None:
    prepare(own_live)
    page = open_context(own_live, view).new_page()
    complaints = listen(page)
    sign_in(page, own_live, "organiser")
    confirm(page, LATE)
    page.goto(f"{LIST}?role=waiting")
    expect(page.get_by_text("kein Platz", exact=True)).to_be_visible()
    replace_by(page, LEAVES, "Nadija", "Vertretung")
    assert status_of(own_live, LEAVES) is Status.REPLACED
    assert status_of(own_live, "Nadija Vertretung") is Status.CONFIRMED
    page.goto(f"{LIST}?role=waiting")
    expect(page.get_by_text("kein Platz", exact=True)).to_be_visible()
    withdraw(page, LATE)
    page.goto(f"{LIST}?role=waiting")
    page.get_by_role("button", name=f"Nachrücken: {WAITS}").click()
    expect(page.get_by_text("1 Person ist bestätigt.")).to_be_visible()
    assert status_of(own_live, WAITS) is Status.CONFIRMED
    page.goto(LIST)
    for name, number in ((WAITS, 1), ("Nadija Vertretung", 1), (LEAVES, 0), (LATE, 0)):
        expect(page.get_by_role("link", name=name, exact=True)).to_have_count(number)
    check_no_sideways_scrolling(page)
    assert complaints == []


def test_replacing_works_without_a_script_and_can_be_taken_back(
    own_live: Live, open_context: Opening
) -> None:
    prepare(own_live)
    page = open_context(own_live, PHONE, java_script_enabled=False).new_page()
    sign_in(page, own_live, "organiser")
    replace_by(page, LEAVES, "Nadija", "Vertretung")
    page.get_by_role("button", name="Rückgängig").first.click()
    expect(page.get_by_text("Zurückgenommen.")).to_be_visible()
    assert status_of(own_live, LEAVES) is Status.CONFIRMED
