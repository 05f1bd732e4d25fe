"""An organiser's way through the product: sign in, edit, look, switch language, take the files."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import ics
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, StorageState, expect
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.browser.conftest import VIEWS, Live, listen, sign_in
from trips.domain.briefs.document import OFFERED, DocumentKind

TRIP = "leipzig-nuernberg-muenchen-2015"
DESK = VIEWS["en-dark-1280"]
PHONE = VIEWS["de-light-390"]
DOCUMENT_MILLISECONDS = 180_000
TITLE = {"de": "Rundgang mit der Baubürgermeisterin", "en": "Walk with the deputy mayor"}
FIRST_STOP = "Leipzig"
Opening = Callable[..., BrowserContext]


def switch_language(page: Page, lang: str) -> None:
    with page.expect_navigation():  # the address stays, and perhaps the language does
        page.locator(f"form.langs button[value={lang}]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{lang}"))


def open_an_item(page: Page) -> str:
    """Open the form of the first item that every reader sees; its address."""
    page.goto(f"/trips/{TRIP}/programme")
    for address in [link.get_attribute("href") or "" for link in edit_links(page).all()]:
        page.goto(address)
        if page.input_value("[name=item_kind]") not in {"transfer", "internal"}:
            break
    return page.url


def edit_links(page: Page) -> Locator:
    return page.locator(f"main a[href*='/trips/{TRIP}/items/']:not([href*=new])")


def save(page: Page) -> None:
    page.locator("main form .form-actions button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/items/" not in url)


def set_item(page: Page, start: str = "07:05", end: str = "07:55") -> None:
    for lang, text in TITLE.items():
        page.fill(f"[name=title-{lang}]", text)
    page.fill("[name=start]", start)
    page.fill("[name=end]", end)
    page.select_option("[name=status]", "confirmed")


def publish(page: Page) -> None:
    """Release the programme: what readers outside see is released."""
    page.goto(f"/trips/{TRIP}/releases/new")
    page.fill("[name=name]", "After the walk")
    if page.locator("[name=reason]").count():
        page.fill("[name=reason]", "The hosts are asked today")
    page.locator("form[data-keep] button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/releases/3$"))


def make_link(page: Page) -> str:
    page.goto(f"/trips/{TRIP}/documents")
    page.fill("[name=label]", "Telephones")
    page.locator(
        "#links form.form button[type=submit], #links form button.btn-primary"
    ).last.click()
    expect(page.locator(".links b", has_text="Telephones")).to_be_visible()
    return page.locator("input[id^=url-]").first.input_value()


def download(page: Page, kind: DocumentKind, lang: str) -> tuple[str, bytes]:
    """Have the worker make a document from the documents page, and take it."""
    page.goto(f"/trips/{TRIP}/documents")
    section = page.locator(f"section[aria-labelledby=kind-{kind}]")
    section.locator(f"button[name=lang][value={lang}]").click()
    link = page.locator("section.job a.btn-primary")
    link.wait_for(timeout=DOCUMENT_MILLISECONDS)
    with page.expect_download() as caught:
        link.click()
    return caught.value.suggested_filename, Path(caught.value.path()).read_bytes()


def check_pdf(data: bytes, lang: str) -> None:
    reader = PdfReader(BytesIO(data))
    assert str(reader.trailer["/Root"]["/Lang"])[:2] == lang
    assert reader.metadata is not None
    assert reader.metadata.title
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert TITLE[lang] in text


def check_calendar(data: bytes, lang: str) -> None:
    events = {event.name: event for event in ics.Calendar(data.decode()).events}
    event = next(event for name, event in events.items() if TITLE[lang] in name)
    assert event.begin.to("Europe/Berlin").strftime("%H:%M") == "07:05"


def check_roster(data: bytes, lang: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python()
    cells = {str(cell) for row in rows for cell in row}
    assert {"de": "Nachname", "en": "Family name"}[lang] in cells
    assert len(rows) > len("24 delegates")


def check_workbook(data: bytes, lang: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python()
    assert {"de": "Beginn", "en": "Start"}[lang] in rows[0]
    assert TITLE[lang] in {str(cell) for row in rows for cell in row}


CHECKS: dict[DocumentKind, Callable[[bytes, str], None]] = {
    DocumentKind.PROGRAMME: check_pdf,
    DocumentKind.CALENDAR: check_calendar,
    DocumentKind.ROSTER: check_roster,
    DocumentKind.WORKBOOK: check_workbook,
}


def test_an_organiser_edits_an_item_and_takes_all_files(
    own_live_at_work: Live, open_context: Opening
) -> None:
    page = open_context(own_live_at_work, DESK).new_page()
    complaints = listen(page)
    sign_in(page, own_live_at_work, "organiser")

    page.goto("/trips")
    page.locator(f"main h2 a[href*='/trips/{TRIP}']").click()
    expect(page).to_have_url(re.compile(f"/trips/{TRIP}"))
    expect(page.locator("main")).to_contain_text(FIRST_STOP)

    switch_language(page, "en")
    open_an_item(page)
    day = page.input_value("[name=on]")
    set_item(page)
    save(page)
    for lang in ("en", "de"):
        switch_language(page, lang)
        row = page.locator("main").get_by_text(TITLE[lang]).first
        expect(row).to_be_visible()
        expect(page.locator("main")).to_contain_text("07:05")

    publish(page)
    address = make_link(page)
    phone = open_context(own_live_at_work, PHONE).new_page()
    for lang, text in TITLE.items():
        phone.goto(f"{urlsplit(address).path}?lang={lang}&day={day}")
        expect(phone.locator("html")).to_have_attribute("lang", re.compile(f"^{lang}"))
        assert text in phone.content()

    for kind in OFFERED:
        for lang in TITLE:
            name, data = download(page, kind, lang)
            assert name.startswith(f"{TRIP}-{kind}")
            CHECKS[kind](data, lang)
    # A download ends its navigation, and the next page cuts off the last look at a job: both are
    # failed requests to the browser.
    assert [complaint for complaint in complaints if "/jobs/" not in complaint] == []


def account_of(live: Live, role: str) -> dict[str, str]:
    path = Path(live.app.instance_path) / "demo-accounts.json"
    accounts: list[dict[str, str]] = json.loads(path.read_text("utf-8"))
    return next(account for account in accounts if account["role"] == role)


def press_to(page: Page, target: str, most: int = 120) -> None:
    """Press Tab until the focus is where `target` says."""
    for _ in range(most):
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by Tab on {page.url}")


def type_into(page: Page, target: str, text: str) -> None:
    press_to(page, target)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_an_item_is_edited_with_nothing_but_the_keyboard(
    own_live: Live, open_context: Opening
) -> None:
    page = open_context(own_live, DESK).new_page()
    account = account_of(own_live, "organiser")
    page.goto(f"/trips/{TRIP}/programme")
    type_into(page, "[name=email]", account["email"])
    type_into(page, "[name=password]", account["password"])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)

    press_to(page, f"main a[href*='/trips/{TRIP}/items/']:not([href*=new])", most=200)
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/**")
    type_into(page, "[name=title-de]", TITLE["de"])
    type_into(page, "[name=start]", "07:05")
    type_into(page, "[name=end]", "07:55")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/items/" not in url)
    expect(page.locator("main").get_by_text(TITLE["de"]).first).to_be_visible()


def test_an_item_is_edited_without_javascript(own_live: Live, open_context: Opening) -> None:
    page = open_context(own_live, PHONE, java_script_enabled=False).new_page()
    sign_in(page, own_live, "organiser")
    open_an_item(page)
    set_item(page)
    save(page)
    expect(page.locator("main")).to_contain_text(TITLE["de"])
    expect(page.locator("main")).to_contain_text("07:05")


@pytest.mark.full
def test_a_document_is_made_without_javascript(
    live: Live, open_context: Opening, keys: Callable[[str], StorageState]
) -> None:
    state = keys("organiser")
    page = open_context(live, PHONE, java_script_enabled=False, storage_state=state).new_page()
    name, data = download(page, DocumentKind.CALENDAR, "de")
    assert name.endswith("-de.ics")
    assert data.startswith(b"BEGIN:VCALENDAR")
