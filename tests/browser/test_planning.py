"""A day is planned, mended, released and changed, and everybody learns exactly what changed."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Live, View, listen, served, sign_in
from tests.browser.desk import Keyboard, Mouse, minute
from tests.browser.releasing import TRIP, read_calendar, release, send_everything, subscribe
from tests.mailbox import Mailbox, mail_server
from trips.extensions import db
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot

DESK = View("de-DE", "light", 1280, 900)
MONDAY = "2015-09-21"
CHECK_OUT = "fg5qr35gmbccnl6o"
BUS_OUT = "mnlyzsr5ang4rs2v"
GIESING = "yfln5rnxyrzfxet6"
HASENBERGL = "nclgusf7plu6uoap"
BUS_BACK = "7hhfuk76z74xahfs"
LUNCH = "vaz4qnlavczzdir6"
CLOSING = "uuvkgofzk7kntbc3"
AIRPORT = "4z2dfzqqanrs3qws"
DELEGATE = "arvind.kulkarni@example.org"
"""In group A; from India, so that the mail is in English."""
CLIENT = "johanna.vorlage@example.org"
"""Travels with group A; reads German."""
PLAN = {
    ("Auschecken", "07:40", "08:10", ""),
    ("Bus nach Giesing", "08:15", "08:55", "A"),
    ("Bus nach Giesing", "08:15", "08:55", "B"),
    ("Giesing: Erneuerung ohne Verdrängung?", "09:00", "11:30", "A"),
    ("Hasenbergl: was nach der Förderung bleibt", "09:00", "11:25", "B"),
    ("Bus nach Berg am Laim", "11:30", "11:55", ""),
    ("Mittagessen im Nachbarschaftstreff baum20", "12:00", "13:15", ""),
    ("Abschluss: Was nehmen wir mit?", "13:00", "14:45", ""),
    ("Bus zum Flughafen München", "16:15", "17:15", ""),
}
Opening = Callable[..., BrowserContext]


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def posting(demo_instance: Path, tmp_path: Path, mailbox: Mailbox) -> Iterator[Live]:
    """The demo on a database of its own, with a worker that sends to a mail server."""
    shutil.copytree(demo_instance, tmp_path / "served")
    with (
        mail_server(mailbox) as port,
        served(tmp_path / "served", SMTP_URL=f"smtp://127.0.0.1:{port}") as live,
    ):
        yield live


def planned(live: Live) -> set[tuple[str, str, str, str]]:
    """What the day has: title, start, end, groups."""
    with live.app.app_context():
        uid = db.session.scalar(sa.select(TripRow.uid).where(TripRow.slug == TRIP))
        return {
            (item.title["de"], f"{item.starts:%H:%M}", f"{item.ends:%H:%M}", " ".join(item.groups))
            for item in get_snapshot(str(uid)).items
            if f"{item.starts:%F}" == MONDAY and not item.is_unplaced
        }


def plan(hand: Mouse | Keyboard) -> None:
    """Empty the day, then lay it out anew; two items meet with mistakes that are put right."""
    hand.open(TRIP)
    hand.choose_all()
    hand.put_away(CHECK_OUT)
    expect(hand.cards).to_have_count(0)
    hand.place(CHECK_OUT, "07:40")
    hand.place(BUS_OUT, "08:15")
    hand.place(GIESING, "09:00", "B")
    hand.move(GIESING, "09:00", "A")
    hand.place(HASENBERGL, "09:00", "B")
    hand.place(CLOSING, "13:30")
    hand.move(CLOSING, "13:00")
    hand.stretch(CLOSING, "14:45")
    hand.place(LUNCH, "12:00")
    hand.place(BUS_BACK, "11:30")
    hand.place(AIRPORT, "16:15")
    hand.open_forms(BUS_OUT)
    hand.confirm("#split button")
    expect(hand.cards).to_have_count(len(PLAN))


def findings(page: Page, words: str) -> Locator:
    """The open findings in the list of what is to be done whose title says so."""
    page.goto(f"/trips/{TRIP}/tasks?show=findings")
    return page.locator(".finding:not(.is-done)", has_text=words)


def mend(page: Page, words: str, button: str) -> None:
    """Open a finding, and press the button that mends it there and then."""
    findings(page, words).first.locator("b a").click()
    page.get_by_role("button", name=button).click()
    expect(page.locator(".finding.is-done")).to_contain_text("Rückgängig")
    expect(findings(page, words)).to_have_count(0)


def go_and_mend(page: Page, words: str, change: Callable[[Page], None]) -> None:
    """From a finding to the form it leads to, and save what was wrong there."""
    findings(page, words).first.locator("b a").click()
    page.locator("main a[href*='/items/']").first.click()
    page.wait_for_url("**/items/**")
    change(page)
    page.locator("main form .form-actions button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/items/" not in url)


def agree(page: Page) -> None:
    page.select_option("[name=hosts-0-status]", "confirmed")


def translate(page: Page) -> None:
    for field in page.locator("textarea[name$=-en], input[name$=-en]").all():
        german = str(field.get_attribute("name")).replace("-en", "-de")
        if page.input_value(f"[name={german}]") and not field.input_value():
            field.fill("Who lives here, who pays, who decides?")


def mend_everything(page: Page) -> None:
    """Five kinds of findings: three with one click, two in a form."""
    mend(page, "beginnt, bevor", "Auf 13:30 legen")
    mend(page, "Weg zu „Mittagessen", "Ende auf 11:15 legen")
    mend(page, "Keine Fahrt zu „Abschluss", "Fahrt einfügen")
    go_and_mend(page, "Abschluss: Was nehmen wir mit? – nicht zugesagt", agree)
    go_and_mend(page, "ohne Text auf Englisch", translate)
    go_and_mend(page, "ohne Text auf Englisch", translate)
    for words in ("Abschluss: Was nehmen wir mit? – nicht zugesagt", "ohne Text auf Englisch"):
        expect(findings(page, words)).to_have_count(0)


def tell_of_two_moves(page: Page, mailbox: Mailbox) -> None:
    """Release, move two items, release again; a delegate reads of these two, and no more."""
    release(page, "Programm für alle")
    send_everything(page, mailbox, 3)
    feed = subscribe(page, "A")
    before = read_calendar(page, feed)

    hand = Mouse(page, MONDAY)
    hand.open(TRIP)
    hand.move(CLOSING, "14:10")
    hand.move(AIRPORT, "16:30")
    release(page, "Später zum Flughafen")
    letters = send_everything(page, mailbox, 4)
    text = letters[DELEGATE].get_body(("plain",)).get_content()
    for words in ("14:10", "Closing: what do we take home?", "16:30", "Bus to Munich Airport"):
        assert words in text
    assert "Giesing" not in text
    assert "2 changes" in str(letters[DELEGATE]["Subject"])
    assert "16:30" in letters[CLIENT].get_body(("plain",)).get_content()

    after = read_calendar(page, feed)
    assert after.keys() == before.keys()
    changed = {uid for uid in after if after[uid] != before[uid]}
    assert changed == {CLOSING, AIRPORT}
    assert all(after[uid][0] > before[uid][0] for uid in changed)
    assert after[AIRPORT][1] == f"{MONDAY} 16:30"


@pytest.mark.full
def test_two_moves_reach_a_delegate_by_mail_and_calendar(
    posting: Live, mailbox: Mailbox, open_context: Opening
) -> None:
    page = open_context(posting, DESK).new_page()
    complaints = listen(page)
    sign_in(page, posting, "organiser")
    tell_of_two_moves(page, mailbox)
    assert complaints == []


@pytest.mark.full
def test_a_day_is_planned_mended_released_and_changed(
    posting: Live, mailbox: Mailbox, open_context: Opening
) -> None:
    page = open_context(posting, DESK).new_page()
    complaints = listen(page)
    sign_in(page, posting, "organiser")
    plan(Mouse(page, MONDAY))
    assert planned(posting) == PLAN
    mend_everything(page)
    tell_of_two_moves(page, mailbox)
    assert complaints == []


@pytest.mark.full
def test_the_same_day_is_planned_by_keyboard_alone(own_live: Live, open_context: Opening) -> None:
    page = open_context(own_live, DESK).new_page()
    complaints = listen(page)
    sign_in(page, own_live, "organiser")
    plan(Keyboard(page, MONDAY))
    assert planned(own_live) == PLAN
    assert complaints == []


@pytest.mark.full
def test_one_on_the_board_and_one_in_the_form_lose_nothing(
    own_live: Live, open_context: Opening
) -> None:
    mover, writer = (open_context(own_live, DESK).new_page() for _ in range(2))
    sign_in(mover, own_live, "organiser")
    sign_in(writer, own_live, "admin")
    board = Keyboard(mover, MONDAY)
    board.open(TRIP)
    writer.goto(f"/trips/{TRIP}/items/{CLOSING}")
    writer.fill("[name=title-de]", "Was bleibt?")
    writer.fill("[name=room]", "Saal 2")
    writer.fill("[name=start]", "14:30")

    board.move(CLOSING, "14:10")
    writer.locator("main form .form-actions button[type=submit]").first.click()
    clash = writer.locator(".notice table")
    expect(clash).to_contain_text("14:10")
    expect(clash).to_contain_text("14:30")
    for name, value in (("title-de", "Was bleibt?"), ("room", "Saal 2"), ("start", "14:30")):
        expect(writer.locator(f"[name={name}]")).to_have_value(value)
    writer.locator("main form .form-actions button[type=submit]").first.click()
    writer.wait_for_url(re.compile("/programme"))

    card = board.card(CLOSING)
    expect(card).to_have_attribute("data-start", str(minute("14:30")))
    expect(card).to_contain_text("Was bleibt?")
    expect(mover.locator("[data-live]")).to_contain_text("Tom Adler")
