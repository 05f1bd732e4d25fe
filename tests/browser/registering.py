"""A demo trip open for registering, its links, and what people do on a phone."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from playwright.sync_api import Page, expect

from tests.databases import environment
from trips import clock
from trips.config import ROOT
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import change_between
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.registration_setup import Registration
from trips.domain.snapshot import TripSnapshot
from trips.extensions import db
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.status import change_status
from trips.services.registration.link import make_links
from trips.services.trip import edit_trip

TRIP = "leipzig-nuernberg-muenchen-2015"
SECONDS = 30


def demo_trip(app: Flask) -> TripSnapshot:
    """The sample trip as it stands."""
    with app.app_context():
        uid = db.session.scalar(db.select(TripRow.uid).where(TripRow.slug == TRIP))
        return get_snapshot(uid)


def open_registration(app: Flask) -> TripSnapshot:
    """The sample trip, open and without deadlines, in German, English and Ukrainian."""
    trip = demo_trip(app).trip
    wanted = {"registration": Registration(is_open=True), "languages": ("de", "en", "uk")}
    with app.app_context():
        edit_trip(trip.uid, change_between(trip, wanted), actor=COMMAND_LINE, now=clock.now())
    return demo_trip(app)


def invited(app: Flask, country: str) -> list[Participation]:
    """Delegates of a country who have not sent anything, all of them invited."""
    trip = demo_trip(app)
    people = trip.person_by_uid
    found = [
        each
        for each in trip.participations
        if each.delegate
        and people[each.person].country == country
        and each.delegate.status
        in {DelegateStatus.NOMINATED, DelegateStatus.STARTED, DelegateStatus.CONFIRMED}
    ]
    with app.app_context():
        for step in (DelegateStatus.SUBMITTED, DelegateStatus.STARTED):
            uids = [each.uid for each in found]
            change_status(trip.trip.uid, uids, step, actor=COMMAND_LINE, now=clock.now())
    return found


def link_of(app: Flask, uid: str) -> str:
    """The path of the link of a participation or delegation."""
    trip = demo_trip(app)
    is_person = uid in trip.participation_by_uid
    wanted = ([uid], []) if is_person else ([], [uid])
    with app.app_context():
        url = make_links(trip.trip.uid, *wanted, actor=COMMAND_LINE, now=clock.now())[uid]
    return url[url.index("/r/") :]


def status_of(app: Flask, uid: str) -> DelegateStatus:
    """How far somebody has come."""
    delegate = demo_trip(app).participation_by_uid[uid].delegate
    assert delegate is not None
    return delegate.status


def fill_person(page: Page) -> None:
    """What is missing at the first station."""
    page.get_by_label("Ms", exact=True).check(force=True)
    for name, words in (("function", "Planner"), ("organisation", "City"), ("email", "a@b.org")):
        if not page.locator(f"#{name}").input_value():
            page.fill(f"#{name}", words)
    page.select_option("#country", "ZA")


def agree(page: Page) -> None:
    """A no to everything."""
    groups = page.locator("fieldset:has(input[value=no])")
    expect(groups.first).to_be_visible()
    page.wait_for_load_state()
    for group in groups.all():
        group.locator("input[value=no]").check(force=True)


def go_on(page: Page) -> None:
    """The main button."""
    page.locator(".reg-actions .btn-primary").click()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def process(instance: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The real server in a process of its own, as `./run` starts it."""
    url = f"sqlite:///{instance / 'lernreise.sqlite'}"
    env = os.environ | environment(instance, url)
    server = subprocess.Popen(  # noqa: S603 our own server
        [sys.executable, "-m", "waitress", f"--listen=127.0.0.1:{port}", "wsgi:app"],
        cwd=ROOT,
        env=env,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield server
    finally:
        server.kill()
        server.wait(timeout=10)


def wait_for(port: int) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2)
        except OSError:
            time.sleep(0.1)
        else:
            return
    message = "the server did not start"
    raise AssertionError(message)
