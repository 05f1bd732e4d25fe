"""The client's viewer on a telephone: takes the roster along, and sees nothing it may not."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, StorageState, expect
from python_calamine import CalamineWorkbook

from tests.browser.checks import check_no_sideways_scrolling
from tests.browser.conftest import Live, View, listen, sign_in
from tests.browser.test_delegates import TRIP, now_there
from trips.domain.briefs.columns import ROSTER_COLUMNS, Sensitivity
from trips.domain.snapshot import TripSnapshot
from trips.i18n.column_wording import heading_of
from trips.i18n.enums import name_of

PHONE = View("de-DE", "light", 390, 844)
LISTS = f"/trips/{TRIP}/lists"
CHANGES = (
    "main a[href$='/new'], main a[href*='/new?'], main a[href$='/edit'], main a[href$='/import']"
)
FORBIDDEN = (
    "import",
    "nominate",
    "delegates/new",
    "lists/new",
    "visas",
    "visas/letters/new",
    "privacy",
    "registration",
    "history",
)
DOCUMENT_MILLISECONDS = 90_000


@pytest.fixture
def viewer(
    open_context: Callable[..., BrowserContext], live: Live, keys: Callable[[str], StorageState]
) -> Iterator[Page]:
    """The viewer of the sample, signed in on a telephone in German."""
    page = open_context(live, PHONE, storage_state=keys("viewer")).new_page()
    complaints = listen(page)
    in_german(page)
    yield page
    assert complaints == []


def in_german(page: Page) -> None:
    page.goto(f"/trips/{TRIP}/?lang=de")
    expect(page.locator("html")).to_have_attribute("lang", "de")


def private_words(snapshot: TripSnapshot) -> set[str]:
    """What the sample says of its people that is not for a viewer."""
    found: set[str] = set()
    for part in snapshot.participations:
        person = snapshot.person_by_uid[part.person]
        journeys = [each for each in (part.arrival, part.departure) if each]
        found |= {person.email, person.phone, part.note, part.diet_note, part.access_note}
        found |= {words for each in journeys for words in (each.place, each.number)}
        found |= {name_of(need, "de") for need in (*part.diet, *part.access)}
        found.add(part.delegate.room_wish if part.delegate else "")
    return {words for words in found if len(words) > 3}


def taken(page: Page) -> bytes:
    """The complete roster as a workbook, by the buttons of the lists."""
    page.goto(LISTS)
    form = page.locator("#giz form")
    form.locator("select[name=lang]").select_option("de")
    form.get_by_role("button", name="Excel").click()
    link = page.locator("section.job a.btn-primary")
    expect(link).to_be_visible(timeout=DOCUMENT_MILLISECONDS)
    with page.expect_download() as caught:
        link.click()
    return Path(caught.value.path()).read_bytes()


def test_the_roster_of_a_viewer_holds_nothing_private(
    open_context: Callable[..., BrowserContext], own_live_at_work: Live
) -> None:
    page = open_context(own_live_at_work, PHONE).new_page()
    sign_in(page, own_live_at_work, "viewer")
    in_german(page)
    book = CalamineWorkbook.from_filelike(BytesIO(taken(page)))
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    said = {str(cell) for sheet in rows.values() for row in sheet for cell in row if cell != ""}
    roster = {str(cell) for row in rows["Teilnehmendenliste"] for cell in row}
    snapshot = now_there(own_live_at_work)
    names = {person.family_name for person in snapshot.persons}
    assert len(roster & names) > 10
    headings = {
        heading_of(column, "de")
        for column in ROSTER_COLUMNS
        if column.sensitivity is not Sensitivity.PUBLIC
    }
    assert roster & headings == set()
    private = private_words(snapshot)
    assert len(private) > 20
    everything = "\n".join(said)
    assert {words for words in private if words in everything} == set()
    assert not {"Reisepass", "Passnummer", "Notfallkontakt"} & said
    assert "lernreise roster" not in book.sheet_names


def test_a_viewer_is_offered_two_lists_and_figures_and_no_change(viewer: Page, live: Live) -> None:
    viewer.goto(LISTS)
    expect(viewer.locator("ul.lists > li")).to_have_count(4)
    expect(viewer.locator("#giz, #public")).to_have_count(2)
    check_no_sideways_scrolling(viewer)
    private = private_words(now_there(live))
    for path in ("lists", "delegates", "programme", "route", "documents", ""):
        viewer.goto(f"/trips/{TRIP}/{path}")
        expect(viewer.locator("h1")).to_be_visible()
        found = [each.get_attribute("href") for each in viewer.locator(CHANGES).all()]
        assert (path, found) == (path, [])
        text = viewer.locator("main").inner_text()
        assert {words for words in private if "@" in words and words in text} == set()


def test_what_a_viewer_is_not_offered_is_there_for_organisers(
    open_context: Callable[..., BrowserContext], live: Live, keys: Callable[[str], StorageState]
) -> None:
    page = open_context(live, PHONE, storage_state=keys("organiser")).new_page()
    page.goto(LISTS)
    expect(page.locator("ul.lists > li").nth(5)).to_be_visible()
    for path in ("lists", "delegates", "programme"):
        page.goto(f"/trips/{TRIP}/{path}")
        expect(page.locator(CHANGES).first).to_be_attached()


def test_what_a_viewer_may_not_do_is_not_there(viewer: Page, live: Live) -> None:
    parts = now_there(live).participations
    uid = next(each.uid for each in parts if each.delegate and each.is_coming and each.diet)
    own = (f"delegates/{uid}{rest}" for rest in ("", "/data", "/replace"))
    for path in (*FORBIDDEN, *own):
        answer = viewer.request.get(f"/trips/{TRIP}/{path}", max_redirects=0)
        assert (path, answer.status) in {(path, 403), (path, 404)}
    for path in ("passport", "emergency"):
        answer = viewer.request.post(f"/trips/{TRIP}/delegates/{uid}/{path}")
        assert (path, answer.ok) == (path, False)
