"""Columns of the delegates' list are chosen without a script; a passport is opened by a button."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checks import check_axe, check_no_sideways_scrolling
from tests.browser.conftest import Live, View, listen, sign_in

LIST = "/trips/leipzig-nuernberg-muenchen-2015/delegates"
DESK = View("de-DE", "light", 1280, 900)
PHONE = View("de-DE", "dark", 390, 844)
NUMBER = re.compile(r"MUSTER\d+")
Opening = Callable[..., BrowserContext]
MANY = "name,level,city,country,email,arrival_at,departure_at,diet,brings,visa,status"
# Each of both views tells something in a place of its own; `--full` looks at all from both.
at_the_desk = pytest.mark.parametrize(
    "view", [DESK, pytest.param(PHONE, marks=pytest.mark.full)], ids=["desk", "phone"]
)
on_the_telephone = pytest.mark.parametrize(
    "view", [pytest.param(DESK, marks=pytest.mark.full), PHONE], ids=["desk", "phone"]
)


def choose(page: Page, *words: str) -> None:
    page.locator(".list-choice > summary").click()
    choice = page.locator(".list-choice form")
    expect(choice).to_be_visible()
    check_no_sideways_scrolling(page)
    for word in ("Ebene", "Versteht", "Gruppe", "Anreise"):
        choice.get_by_label(word, exact=True).uncheck()
    for word in words:
        choice.get_by_label(word, exact=True).check()
    choice.get_by_role("button", name="Diese Spalten zeigen").click()
    expect(page).to_have_url(re.compile("columns=name"))


@on_the_telephone
def test_columns_are_chosen_without_a_script_and_kept_in_a_view(
    own_live: Live, open_context: Opening, view: View
) -> None:
    page = open_context(own_live, view, java_script_enabled=False).new_page()
    sign_in(page, own_live, "organiser")
    page.goto(LIST)
    choose(page, "Stadt", "E-Mail")
    row = page.get_by_role("row").filter(has_text="Oksana Kovalchuk")
    for words in ("Lwiw", "oksana.kovalchuk@example.org", "Bestätigt"):
        expect(row.get_by_text(words, exact=True)).to_be_visible()
    expect(row.get_by_text("Kommunal")).to_have_count(0)
    check_no_sideways_scrolling(page)
    page.get_by_role("link", name="Ansichten", exact=True).click()
    page.get_by_label("Name", exact=True).fill("Erreichbar")
    page.get_by_role("button", name="Ansicht speichern").click()
    expect(page.get_by_text("Gespeichert.")).to_be_attached()
    page.goto(LIST)
    expect(page.get_by_text("oksana.kovalchuk@example.org")).to_have_count(0)
    page.get_by_role("link", name="Ansichten", exact=True).click()
    page.get_by_role("link", name="Erreichbar", exact=True).click()
    expect(page.get_by_text("oksana.kovalchuk@example.org")).to_be_visible()


@at_the_desk
def test_more_columns_than_fit_scroll_in_their_own_window(
    own_live: Live, open_context: Opening, view: View
) -> None:
    page = open_context(own_live, view).new_page()
    complaints = listen(page)
    sign_in(page, own_live, "organiser")
    page.goto(f"{LIST}?columns={MANY}")
    expect(page.get_by_text("Oksana Kovalchuk")).to_be_visible()
    check_no_sideways_scrolling(page)
    page.evaluate(AXE_SCRIPT)
    check_axe(page)
    assert complaints == []


@on_the_telephone
def test_a_passport_is_shown_once_and_the_look_stands_in_the_log(
    own_live: Live, open_context: Opening, view: View
) -> None:
    page = open_context(own_live, view).new_page()
    complaints = listen(page)
    sign_in(page, own_live, "organiser")
    page.goto(LIST)
    page.get_by_role("link", name="Oksana Kovalchuk", exact=True).click()
    expect(page.locator("#passport")).to_contain_text("Passnummer")
    expect(page.get_by_text(NUMBER)).to_have_count(0)
    page.get_by_role("button", name="Anzeigen: Reisepass").click()
    expect(page.get_by_text(NUMBER)).to_be_visible()
    expect(page.get_by_text("Musterstadt")).to_be_visible()
    check_no_sideways_scrolling(page)
    page.evaluate(AXE_SCRIPT)
    check_axe(page)
    page.get_by_role("link", name="Wer es eingesehen hat").click()
    expect(page.get_by_role("cell", name="Jana Brandt")).to_be_visible()
    expect(page.get_by_text(NUMBER)).to_have_count(0)
    assert complaints == []
