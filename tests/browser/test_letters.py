"""Letters are composed while one types; programmes are read from right to left, too."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, expect

from tests.browser.checks import check_axe, check_no_sideways_scrolling
from tests.browser.conftest import Live, View, listen, sign_in
from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.extensions import db, doors
from trips.models.person import PersonRow
from trips.queries.trip import find_trip_uid
from trips.services.link import NewLink, create_link

TRIP = "leipzig-nuernberg-muenchen-2015"
DESK = View("en-GB", "light", 1280, 900)
PHONE = View("en-GB", "light", 390, 844)
Opening = Callable[..., BrowserContext]


def test_greeting_and_address_follow_what_is_typed(live: Live, open_context: Opening) -> None:
    page = open_context(live, DESK).new_page()
    heard = listen(page)
    sign_in(page, live, "organiser")
    with live.app.app_context():
        uid = db.session.scalar(sa.select(PersonRow.uid).order_by(PersonRow.sort_key))
    page.goto(f"{live.url}/address-book/people/{uid}?lang=en")
    page.locator("[name=office-de]").fill("Oberbürgermeisterin")
    page.locator("[name=form_of_address]").select_option("ms")
    page.locator("[name=office-en]").fill("Lord Mayor")
    preview = page.locator("[data-letter-preview]")
    expect(preview).to_contain_text("Sehr geehrte Frau Oberbürgermeisterin,")
    expect(preview).to_contain_text("Dear Lord Mayor,")
    page.locator("[name=letter_language]").select_option("ar")
    expect(preview.locator("[lang=ar]")).to_have_attribute("dir", "rtl")
    assert heard == []


@pytest.mark.parametrize(("lang", "direction"), [("uk", "ltr"), ("ar", "rtl")])
def test_the_programme_is_read_in_ukrainian_and_arabic(
    live: Live, open_context: Opening, lang: str, direction: str
) -> None:
    context = open_context(live, PHONE)
    context.add_init_script(AXE_SCRIPT)
    page = context.new_page()
    page.goto(f"{live.url}/p/{token_of(live)}?lang={lang}")
    root = page.locator("html")
    expect(root).to_have_attribute("lang", lang)
    expect(root).to_have_attribute("dir", direction)
    first = page.locator(".run-time").first.bounding_box()
    assert first
    is_on_the_right = first["x"] > PHONE.width / 2
    assert is_on_the_right is (direction == "rtl"), "times stand where reading begins"
    check_no_sideways_scrolling(page)
    check_axe(page)


def token_of(live: Live) -> str:
    with live.app.app_context():
        trip = find_trip_uid(TRIP)
        assert trip
        now = clock.now()
        wish = NewLink(trip=trip, label="Readers", expires_at=now + timedelta(days=5000))
        key = doors().settings.field_key
        return create_link(wish, key=key, actor=COMMAND_LINE, now=now).token
