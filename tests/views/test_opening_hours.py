"""When a site is open, entered in its form."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.forms_on_pages import filled
from tests.world import NOW, World
from tests.world_trip import SLUG, UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.findings.codes import FindingCode
from trips.domain.findings.engine import find_all
from trips.domain.site import Closure, OpenHours, Site
from trips.domain.values.text import Text
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle

HALL = f"/address-book/sites/{UIDS['hall']}"
MONDAY = {"hours-0-pairs-0-opens": "14:00", "hours-0-pairs-0-closes": "18:00"}


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def hall(world: World) -> Site:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).site_by_uid[UIDS["hall"]]


def findings_at_the_hall(world: World) -> set[FindingCode]:
    with world.app.app_context():
        return {
            each.code
            for each in find_all(get_snapshot(UIDS["trip"]))
            if ("site", UIDS["hall"]) in {(one.kind, one.uid) for one in each.subjects}
        }


def test_hours_and_closures_are_entered_shown_and_kept(open_world: World) -> None:
    jana = open_world.client("organiser")
    typed = MONDAY | {
        "hours-1-is_closed": "y",
        "hours-5-pairs-1-opens": "15:00",
        "hours-5-pairs-1-closes": "00:00",
        "hours-5-pairs-0-opens": "10:00",
        "hours-5-pairs-0-closes": "13:00",
        "closures-0-first": "2026-08-01",
        "closures-0-last": "2026-08-15",
        "closures-0-reason-de": "Betriebsferien",
    }
    answer = jana.post(HALL, data=filled(jana.get(HALL).text) | typed)
    assert answer.status_code == 303, answer.text
    saved = hall(open_world)
    assert saved.hours == (
        OpenHours(1, time(14), time(18)),
        OpenHours(6, time(10), time(13)),
        OpenHours(6, time(15), time(0)),
    )
    reason = Text(de="Betriebsferien")
    assert saved.closures == (
        Closure(first=date(2026, 8, 1), last=date(2026, 8, 15), reason=reason),
    )
    again = filled(jana.get(HALL).text)
    assert "hours-0-is_closed" not in again
    assert {f"hours-{day}-is_closed" for day in (1, 2, 3, 4, 6)} <= again.keys()
    assert jana.post(HALL, data=again).status_code == 303
    assert hall(open_world) == saved
    for page in ("/address-book?list=sites", f"/trips/{SLUG}/places?x=1"):
        shown = jana.get(f"{page}&lang=de").text
        assert "Mo 14:00–18:00 · Di–Fr geschlossen · Sa 10:00–13:00, 15:00–00:00" in shown
        assert "Geschlossen 1.–15. August 2026: Betriebsferien" in shown


def test_empty_rows_leave_the_hours_unknown(open_world: World) -> None:
    jana = open_world.client("organiser")
    assert jana.post(HALL, data=filled(jana.get(HALL).text)).status_code == 303
    assert (hall(open_world).hours, hall(open_world).closures) == ((), ())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (
            {"hours-1-pairs-0-opens": "18:00", "hours-1-pairs-0-closes": "10:00"},
            "Di: schließt vor der Öffnung",
        ),
        ({"hours-2-pairs-1-opens": "09:00"}, "Mi: eine der beiden Uhrzeiten fehlt"),
        (MONDAY | {"hours-0-is_closed": "y"}, "Mo: geschlossen und zugleich geöffnet?"),
        (
            MONDAY | {"hours-0-pairs-1-opens": "17:00", "hours-0-pairs-1-closes": "19:00"},
            "Mo: zwei der Zeiten überschneiden sich",
        ),
        ({"hours-6-is_closed": "y"}, "So: ein geschlossener Tag"),
        (
            {"closures-0-first": "2026-08-15", "closures-0-last": "2026-08-01"},
            "Der letzte Tag liegt vor dem ersten.",
        ),
        ({"closures-0-reason-de": "Umbau"}, "Bitte geben Sie den ersten Tag an."),
    ],
)
def test_an_error_names_the_day_and_keeps_what_was_typed(
    open_world: World, typed: dict[str, str], words: str
) -> None:
    jana = open_world.client("organiser")
    answer = jana.post(f"{HALL}?lang=de", data=filled(jana.get(HALL).text) | typed)
    assert answer.status_code == 422
    assert words in answer.text
    again = filled(answer.text)
    assert {name: again.get(name) for name in typed} == typed
    assert hall(open_world).hours == ()


def test_one_more_closure_needs_no_script(open_world: World) -> None:
    jana = open_world.client("organiser")
    answer = jana.post(HALL, data=filled(jana.get(HALL).text) | MONDAY | {"add": "closures"})
    assert answer.status_code == 200
    again = filled(answer.text)
    assert "closures-1-first" in again
    assert again["hours-0-pairs-0-opens"] == "14:00"


def test_two_who_change_the_hours_meet_on_a_page(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    seen = filled(jana.get(HALL).text)
    kofi.post(HALL, data=filled(kofi.get(HALL).text) | MONDAY)
    other = {"hours-0-pairs-0-opens": "08:00", "hours-0-pairs-0-closes": "12:00"}
    answer = jana.post(f"{HALL}?lang=en", data=seen | other)
    assert answer.status_code == 409
    assert "Mon 14:00–18:00 · Tue–Sun closed" in answer.text
    assert filled(answer.text)["hours-0-pairs-0-opens"] == "08:00"


def test_a_visit_outside_the_entered_hours_is_a_finding(open_world: World) -> None:
    jana = open_world.client("organiser")
    jana.post(f"/trips/{SLUG}/items/{UIDS['visit']}/hosts/{UIDS['city']}.-/declined")
    assert FindingCode.OUTSIDE_HOURS not in findings_at_the_hall(open_world)
    jana.post(HALL, data=filled(jana.get(HALL).text) | MONDAY)
    assert FindingCode.OUTSIDE_HOURS in findings_at_the_hall(open_world)


def test_a_visit_during_an_entered_closure_is_a_finding(open_world: World) -> None:
    jana = open_world.client("organiser")
    jana.post(HALL, data=filled(jana.get(HALL).text) | {"closures-0-first": "2026-03-16"})
    assert FindingCode.CLOSED_FOR_WHILE in findings_at_the_hall(open_world)


def test_what_a_table_of_times_cannot_say_stands_where_hours_are_looked_at(
    open_world: World,
) -> None:
    said = Text(de="Feiertags auf Anfrage", en="On holidays by request")
    with open_world.app.app_context():
        sites = (replace(trip().sites[0], opening=said),)
        store_bundle(replace(trip(), sites=sites), actor=COMMAND_LINE, now=NOW)
    jana = open_world.client("organiser")
    for page in (
        f"/trips/{SLUG}/places?lang=en",
        "/address-book?list=sites&lang=en",
        f"/trips/{SLUG}/items/{UIDS['visit']}?lang=en",
    ):
        answer = jana.get(page)
        assert (answer.status_code, page, said["en"] in answer.text) == (200, page, True)
