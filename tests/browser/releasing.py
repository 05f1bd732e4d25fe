"""Releasing, sending what a release calls for, and reading a calendar, as an organiser does it."""

import re
from collections.abc import Callable
from email.message import EmailMessage
from urllib.parse import urlsplit

import vobject
from playwright.sync_api import Page, expect

from tests.mailbox import Mailbox

TRIP = "leipzig-nuernberg-muenchen-2015"
WAIT = 30_000
"""Milliseconds that a worker may take."""


def release(page: Page, name: str) -> None:
    page.goto(f"/trips/{TRIP}/releases/new")
    page.fill("[name=name]", name)
    if page.locator("[name=reason]").count():
        page.fill("[name=reason]", "Die Villa Leon sagt bis Donnerstag zu.")
    page.locator("main form .form-actions button[type=submit]").click()
    expect(page.locator("h1")).to_contain_text(name)


def send_everything(page: Page, mailbox: Mailbox, number: int) -> dict[str, EmailMessage]:
    """Look the drafts of a release through and send them; what arrived, by address."""
    mailbox.letters.clear()
    page.goto(f"/trips/{TRIP}/mails?state=draft")
    until(page, lambda: page.get_by_text(f"Fassung {number}").count() > 0)
    page.goto(f"/trips/{TRIP}/mails/send")
    waiting = page.locator("[name=mail]").count()
    page.locator("main form button.btn-primary").click()
    expect(page).to_have_url(re.compile(r"/mails$"))
    until(page, lambda: len(mailbox.letters) >= waiting)
    return {str(letter["To"].addresses[0].addr_spec): letter for letter in mailbox.letters}


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Load the page again and again until something is so."""
    for _ in range(WAIT // 500):
        if is_so():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(page.locator("main").inner_text())


def subscribe(page: Page, group: str) -> str:
    """Make the secret address of a group's calendar; its path."""
    page.goto(f"/trips/{TRIP}/feeds")
    entry = page.locator(".feeds > li", has_text=f"Gruppe {group}")
    address = entry.locator("input[id$=-de]")
    expect(address).to_have_count(0)
    entry.locator("form button").first.click()
    return urlsplit(address.input_value()).path


def read_calendar(page: Page, path: str) -> dict[str, tuple[int, str]]:
    """What a calendar program holds: SEQUENCE and start by uid; nothing twice."""
    answer = page.request.get(f"{path}?lang=de")
    assert answer.status == 200
    events = vobject.readOne(answer.text()).vevent_list
    found = {
        event.uid.value.partition("@")[0]: (
            int(event.sequence.value),
            f"{event.dtstart.value:%F %H:%M}",
        )
        for event in events
    }
    assert len(found) == len(events)
    return found
