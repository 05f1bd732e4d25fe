"""Every page of the URL map, as a German telephone and as an English desk."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext
from werkzeug.routing import Rule

from tests.browser.checks import check_axe, check_html, check_no_sideways_scrolling
from tests.browser.conftest import VIEWS, Live, View, listen
from tests.databases import running
from tests.imports.sheets_of import book_of, saved
from trips import clock
from trips.domain.account.user import COMMAND_LINE, Actor
from trips.domain.briefs.list_plan import ListPlan
from trips.domain.findings.engine import find_all
from trips.domain.item import ItemKind
from trips.domain.job import JobState
from trips.domain.participation import DelegateStatus
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa_rule import VisaRule
from trips.extensions import db
from trips.jobs.uploads import Pending, keep_upload
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.models.user import UserRow
from trips.queries.account import actor_of
from trips.queries.job import find_own_job
from trips.queries.mail import list_mails
from trips.queries.readiness.task import list_tasks
from trips.queries.release import find_newest_number
from trips.queries.snapshot import get_snapshot
from trips.services.drafts import Draft, put_drafts
from trips.services.job import Wish, request_job
from trips.services.link import NewLink, create_link
from trips.services.lists.plan import add_plan
from trips.services.registration.link import make_links
from trips.services.visa.rule import add_rule

TRIP = "leipzig-nuernberg-muenchen-2015"
HOURS = range(8, 20)
# Answers that are no pages: files, JSON, redirects. Each has tests of its own.
NO_PAGES = {
    "static",
    "pages.healthz",
    "pages.home",
    "document.job_file",
    "imports.original",
    "nomination_form.download",
    "nomination_form.look",
    "imports.template",
    "document.job_state",
    "board_steps.changes",
    "board_steps.fits",
    "board_quick.preview",
    "logo.show",
    "mail.file",
    "public.booklet",
    "public.calendar",
    "own_data.download",
    "protected.ask",
    "sheet.registration",
}
# Pages for people who have not signed in; the others are looked at as an administrator.
PUBLIC = {
    "account.sign_in",
    "own_data.notice",
    "own_data.show",
    "public.programme",
    "registration.show",
    "registration.station",
}

# What has to be asked for to see anything.
ASKED = {
    "search.index": {"q": "schweinua"},
    "day_copying.new": {"from": "staedtedialog-dortmund-2016"},
}


@pytest.fixture(scope="session")
def examples(live: Live) -> dict[str, dict[str, str]]:
    """What to put into the variable parts of a URL, by endpoint, by area, or everywhere ("")."""
    with live.app.app_context():
        trip = db.session.execute(sa.select(TripRow.uid).where(TripRow.slug == TRIP)).scalar_one()
        admin = db.session.scalars(sa.select(UserRow).where(UserRow.role == "admin")).one()
        actor, now = actor_of(admin), clock.now()
        key = live.app.extensions["settings"].field_key
        link = create_link(
            NewLink(trip=trip, label="Example", expires_at=None), key=key, actor=actor, now=now
        )
        job = request_job(calendar_wish(trip), actor=actor, now=now)
        waiting = {
            name: keep_example(live, actor.uid, trip, is_new=name == "new")
            for name in ("old", "new")
        }
        trip_now = get_snapshot(trip)
        mail = draft_example(trip_now)
        task = list_tasks(trip)[0].uid
        made = {**registering(trip_now), **own_of_the_house(trip)}
        wait_for_job(job, actor)
    return {
        "": {"slug": TRIP},
        **objects_of(trip_now),
        "public": {"token": link.token},
        **made,
        "document.ask_revoke": {"uid": link.uid},
        "document.job": {"uid": job},
        "release.release": {"number": "2"},
        "restoring.new": {"number": "2"},
        "mail.edit": {"uid": mail},
        "task.edit": {"uid": task},
        "imports.look": {"upload": waiting["old"]},
        "imports.look_new": {"upload": waiting["new"]},
        "address_book": {"shelf": "people", "uid": "2pee2xdrgulx7lxc"},
        "interpreter.edit": {"uid": "gwl64pv3evkpudip"},
        "interpreter.new_assignment": {"uid": "2g4if6k4nkqoraay"},
    }


def calendar_wish(trip: str) -> Wish:
    """A document that somebody has asked for."""
    return Wish(
        kind="calendar",
        payload={"kind": "calendar", "trip": trip, "locale": "de", "group": "", "url": ""},
        filename="example.ics",
        content_type="text/calendar",
        trip=trip,
    )


def wait_for_job(uid: str, actor: Actor) -> None:
    """Until the worker has made the document: the page of a job loads itself anew just then."""
    for _ in range(300):
        job = find_own_job(uid, actor)
        if job and job.job.state is JobState.DONE:
            return
        db.session.rollback()
        time.sleep(0.1)
    pytest.fail("The worker has not made the document.")


def own_of_the_house(trip: str) -> dict[str, dict[str, str]]:
    """A rule on visas and a list of people that somebody entered."""
    by = {"actor": COMMAND_LINE, "now": clock.now()}
    rule = add_rule(VisaRule(country="UA", is_needed=True, source="Embassy"), **by)
    plan = ListPlan(key="", name="Telephones", columns=("family_name", "phone"))
    return {"visa_rule.edit": {"uid": rule}, "lists.edit": {"key": add_plan(trip, plan, **by)}}


def registering(trip: TripSnapshot) -> dict[str, dict[str, str]]:
    """Links of somebody who has begun to register, and of their contact person."""
    uid, delegation = next(
        (each.uid, each.delegate.delegation)
        for each in trip.participations
        if each.delegate and each.delegate.status is DelegateStatus.STARTED
    )
    assert delegation is not None
    urls = make_links(trip.trip.uid, [uid], [delegation], actor=COMMAND_LINE, now=clock.now())
    own, contact = (urls[each].rpartition("/")[2] for each in (uid, delegation))
    return {
        "registration": {"token": own, "station": "needs"},
        "own_data": {"token": own},
        "contact": {"token": contact, "uid": uid, "station": "needs"},
    }


def objects_of(trip: TripSnapshot) -> dict[str, dict[str, str]]:
    """One object of each kind that has a form."""
    stop = trip.stops[0]
    delegate = next(each for each in trip.participations if each.delegate)
    coming = next(each for each in trip.participations if each.delegate and each.is_coming)
    visit = next(each for each in trip.items if each.kind is ItemKind.VISIT)
    return {
        "address_book.new": {"shelf": "sites"},
        "delegate.edit": {"uid": delegate.uid},
        "participant.show": {"uid": coming.uid},
        "substitute.new": {"uid": coming.uid},
        "visa.edit": {"uid": coming.uid},
        "person_data": {"uid": coming.uid},
        "finding.show": {"key": find_all(trip)[0].key},
        "delegation.edit": {"uid": trip.delegations[0].uid},
        "nomination_form.index": {"uid": trip.delegations[0].uid},
        "interpreter.edit_assignment": {"uid": trip.assignments[0].uid},
        "project.edit": {"uid": trip.trip.project or ""},
        "hotel.edit": {"uid": stop.hotels[0].uid},
        "hotel.new": {"stop": stop.uid},
        "programme.edit_item": {"uid": visit.uid},
        "board_item.show": {"uid": visit.uid},
        "route.edit_leg": {"uid": trip.legs[0].uid},
        "route.edit_stop": {"uid": stop.uid},
        "trip_form.edit_day": {"on": trip.trip.starts_on.isoformat()},
    }


def draft_example(trip: TripSnapshot) -> str:
    """A mail that tells somebody what the newest release changes."""
    person = trip.person_by_uid[next(each for each in trip.participations if each.delegate).person]
    draft = Draft(
        person=person.uid,
        recipient=person.email,
        recipient_name=person.name,
        locale="en",
        subject="A change in your programme",
        body="The visit begins at 14:30.\n",
        since=1,
        heads=("Sat 19 Sept, 14:30–15:00: Visit",),
    )
    number = find_newest_number(trip.trip.uid)
    assert number is not None
    put_drafts(trip.trip.uid, number, (draft,), actor=COMMAND_LINE, now=clock.now())
    return list_mails(trip.trip.uid, None, 1).mails[0].uid


def keep_example(live: Live, actor: str, trip: str, *, is_new: bool) -> str:
    """A workbook that somebody uploaded and has not decided about."""
    head = ("Datum", "Zeit", "Titel (de)", "Title (en)", "Ort", "Parkplatz")
    rows = [
        head,
        *(("18.09.2015", f"{hour} Uhr", "Rundgang", "Tour", "Süd", "Hof") for hour in HOURS),
    ]
    uid, now = new_uid(), clock.now()
    pending = Pending(
        uid=uid,
        actor=actor,
        trip=new_uid() if is_new else trip,
        is_new=is_new,
        name="Entwurf.xlsx",
        kept_at=now,
        title="Entwurf",
    )
    keep_upload(live.app.extensions["doors"].files, pending, saved(book_of(Plan=rows)))
    return uid


def page_rules() -> list[Rule]:
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), f"sqlite:///{folder}/empty.sqlite") as app,
    ):
        return [
            rule
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES
        ]


def example(live: Live, rule: Rule, examples: dict[str, dict[str, str]]) -> str:
    """A URL of the rule that exists in the demo."""
    area = "contact" if "/for/" in rule.rule else rule.endpoint.partition(".")[0]
    values = examples[""] | examples.get(area, {}) | examples.get(rule.endpoint, {})
    missing = rule.arguments - values.keys()
    assert missing == set(), f"There is no example of {missing} for {rule.endpoint}"
    with live.app.test_request_context():
        asked = {name: values[name] for name in rule.arguments}
        return live.app.url_for(rule.endpoint, **asked, **ASKED.get(rule.endpoint, {}))


def pages_in_views() -> Iterator[object]:
    """Every page in both views; without `--full` each in one of them, by turns."""
    for number, rule in enumerate(sorted(page_rules(), key=lambda rule: rule.rule)):
        for turn, name in enumerate(VIEWS):
            marks = [pytest.mark.full] * bool((number + turn) % len(VIEWS))
            yield pytest.param(rule, name, marks=marks, id=f"{name}-{rule.endpoint}")


@pytest.mark.parametrize(("rule", "view"), list(pages_in_views()), indirect=["view"])
def test_page_is_accessible_and_valid(
    rule: Rule,
    view: View,
    live: Live,
    readers: Callable[[View, str], BrowserContext],
    examples: dict[str, dict[str, str]],
) -> None:
    page = readers(view, "" if rule.endpoint in PUBLIC else "admin").new_page()
    complaints = listen(page)
    answer = page.goto(example(live, rule, examples))
    assert answer is not None
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    check_html(answer.text())
    check_axe(page)
    check_no_sideways_scrolling(page)
    page.close()
    assert complaints == []
