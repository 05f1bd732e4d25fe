"""People register on a telephone: without a script, across a killed server, one for two."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checks import check_axe, check_html, check_no_sideways_scrolling
from tests.browser.conftest import Live, View, listen
from tests.browser.registering import (
    agree,
    demo_trip,
    fill_person,
    free_port,
    go_on,
    invited,
    link_of,
    open_registration,
    process,
    status_of,
)
from tests.databases import running
from trips.domain.participation import Capacity, DelegateStatus
from trips.domain.person import LanguageLevel

PHONE = View("en-GB", "light", 390, 844)
NARROW = View("en-GB", "dark", 320, 640)
Opening = Callable[..., BrowserContext]


def test_one_person_registers_in_english_without_a_script(
    open_context: Opening, own_live: Live
) -> None:
    open_registration(own_live.app)
    one = invited(own_live.app, "ZA")[0]
    page = open_context(own_live, PHONE, java_script_enabled=False).new_page()
    page.goto(link_of(own_live.app, one.uid) + "?lang=en")
    check_html(page.content())
    begin(page)
    fill_person(page)
    page.fill("#email", "not an address")
    go_on(page)
    expect(page.locator("#email-error")).to_contain_text("name@example.org")
    page.fill("#email", "someone@example.org")
    go_on(page)
    say_needs_without_a_script(page)
    page.select_option("#nationality", "ZA")
    page.fill("#passport_number", "A01234567")
    go_on(page)
    agree(page)
    page.locator(".reg-actions").get_by_role("button", name="Send my registration").click()
    expect(page.locator("h1")).to_contain_text("Thank you")
    page.wait_for_load_state()
    assert "A01234567" not in page.content()
    assert status_of(own_live.app, one.uid) is DelegateStatus.SUBMITTED
    trip = demo_trip(own_live.app)
    person = trip.person_by_uid[one.person]
    assert person.email == "someone@example.org"
    assert {each.code: each.level for each in person.languages}["fr"] is LanguageLevel.A2


def test_one_person_registers_in_ukrainian_across_a_killed_server(
    demo_instance: Path, tmp_path: Path, open_context: Opening
) -> None:
    instance, port = tmp_path / "killed", free_port()
    shutil.copytree(demo_instance, instance)
    database = f"sqlite:///{instance / 'lernreise.sqlite'}"
    with running(instance, database) as app:
        open_registration(app)
        one = invited(app, "UA")[0]
        link = link_of(app, one.uid) + "?lang=uk"
        live = Live(f"http://127.0.0.1:{port}", app)
        page = open_context(live, PHONE).new_page()
        with process(instance, port):
            page.goto(link)
            expect(page.locator("html")).to_have_attribute("lang", "uk")
            begin(page)
            with page.expect_response(lambda answer: answer.request.method == "POST") as kept:
                page.fill("#function", "Заступниця міського голови")
            assert kept.value.ok
        # The server is dead: what is typed now stays in the page, and it says so.
        page.fill("#organisation", "Харківська міська рада")
        expect(page.locator(".reg-saved.is-offline")).to_be_visible(timeout=10_000)
        fill_person_in_any_language(page)
        go_on(page)
        expect(page.locator("#function")).to_have_value("Заступниця міського голови")
        with process(instance, port):
            # The button that was pressed meanwhile finds its way as soon as somebody answers.
            page.wait_for_url("**/needs?*", timeout=30_000)
            answer_the_rest(page)
            expect(page.locator(".reg-sent")).to_be_visible()
        person = demo_trip(app).person_by_uid[one.person]
        assert status_of(app, one.uid) is DelegateStatus.SUBMITTED
        assert person.function["uk"] == "Заступниця міського голови"
        home = demo_trip(app).organisation_by_uid[person.organisation or ""]
        assert "Харківська міська рада" in home.name.values()


def test_an_assistant_registers_two(open_context: Opening, own_live: Live) -> None:
    open_registration(own_live.app)
    two = invited(own_live.app, "IN")[:2]
    delegation = next(each for each in demo_trip(own_live.app).delegations if each.country == "IN")
    page = open_context(own_live, PHONE).new_page()
    complaints = listen(page)
    listing = link_of(own_live.app, delegation.uid) + "?lang=en"
    for each in two:
        page.goto(listing)
        name = demo_trip(own_live.app).person_by_uid[each.person].name
        page.locator("li", has_text=name).get_by_role("link").click()
        begin(page)
        fill_person(page)
        go_on(page)
        page.wait_for_url("**/needs?*")
        answer_the_rest(page)
        expect(page.locator(".reg-sent")).to_be_visible()
    for each in two:
        assert status_of(own_live.app, each.uid) is DelegateStatus.SUBMITTED
        consents = demo_trip(own_live.app).participation_by_uid[each.uid].consents
        given = [one for one in consents if one.at is not None]
        assert {one.capacity for one in given[-3:]} == {Capacity.CONTACT}
        assert all(one.by for one in given[-3:])
    assert complaints == []


@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.full), "de", "uk"])
def test_every_page_of_the_registration_is_accessible_at_320_pixels(
    open_context: Opening, own_live: Live, lang: str
) -> None:
    open_registration(own_live.app)
    one = invited(own_live.app, "UA")[0]
    context = open_context(own_live, NARROW)
    context.add_init_script(AXE_SCRIPT)
    page, link = context.new_page(), link_of(own_live.app, one.uid)
    stations = ("", "/person", "/needs?check=1", "/journey", "/agreements?check=1")
    for station in stations:
        sign = "&" if "?" in station else "?"
        page.goto(f"{link}{station}{sign}lang={lang}")
        if station == "":
            begin(page)
        check_axe(page)
        check_html(page.content())
        check_no_sideways_scrolling(page)


def test_a_station_is_filled_in_with_the_keyboard_alone(
    open_context: Opening, own_live: Live
) -> None:
    open_registration(own_live.app)
    one = invited(own_live.app, "UA")[0]
    page = open_context(own_live, PHONE).new_page()
    page.goto(link_of(own_live.app, one.uid) + "?lang=en")
    begin(page)
    page.goto(page.url.replace("/person", "/agreements"))
    for _ in range(4):
        for _step in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.type") == "radio":
                break
        page.keyboard.press("ArrowRight")
    expect(page.locator("input[type=radio]:checked")).to_have_count(4)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/agreements" not in url)


def say_needs_without_a_script(page: Page) -> None:
    """A further language, a diet, and the agreement to keep it."""
    expect(page.locator("#section-languages")).to_be_visible()
    unfold(page)
    page.locator("summary", has_text="Add a language").click()
    page.select_option("#new_language", "fr")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("#level-fr").get_by_label("A little").check(force=True)
    page.wait_for_load_state()
    for group in page.locator(".reg-langs > .reg-lang").all():
        if not group.locator("input:checked").count():
            group.get_by_label("Well").check(force=True)
    page.get_by_label("Vegetarian").check(force=True)
    page.locator("#needs_agreed").check(force=True)
    go_on(page)


def begin(page: Page) -> None:
    """At the first station, with everything unfolded that is only to be checked."""
    button = page.locator(".reg-station a.btn")
    expect(page.locator("#station").or_(button.first)).to_be_visible()
    if button.count():
        button.first.click()
    expect(page.locator("#station[action*='/person']")).to_be_visible()
    unfold(page)


def unfold(page: Page) -> None:
    """Show what is only to be checked as fields."""
    for folded in page.locator(".reg-known").all():
        if folded.get_attribute("open") is None:
            folded.locator("> summary").click()


def fill_person_in_any_language(page: Page) -> None:
    page.locator("input[name=form_of_address][value=ms]").check(force=True)
    for name, words in (("country", "UA"),):
        page.select_option(f"#{name}", words)
    if not page.locator("#email").input_value():
        page.fill("#email", "someone@example.org")


def answer_the_rest(page: Page) -> None:
    """From the languages to sending it, in whichever language the page is."""
    for group in page.locator(".reg-langs > .reg-lang").all():
        if not group.locator("input:checked").count():
            group.locator("input[value=well]").check(force=True)
    needs = page.locator("#diet input:checked, #access input:checked")
    notes = page.locator("#diet_note, #access_note").all()
    if needs.count() or any(each.input_value() for each in notes):
        page.locator("#needs_agreed").check(force=True)
    go_on(page)
    page.wait_for_url("**/journey?*")
    if not page.locator("#nationality").input_value():
        page.select_option("#nationality", "UA")
    go_on(page)
    page.wait_for_url("**/agreements?*")
    agree(page)
    go_on(page)
    page.wait_for_url(lambda url: "/agreements" not in url)
