"""Projects in the browser: listed, entered, edited, bound to a trip."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.forms_on_pages import filled
from tests.world import NOW, World
from tests.world_trip import SLUG, UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.trip import Project
from trips.domain.values.text import Text
from trips.queries.project import list_projects
from trips.queries.snapshot import get_snapshot
from trips.services.address_book import add_entry

NEW = "/projects/new"


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def projects(world: World) -> list[Project]:
    with world.app.app_context():
        return [entry.project for entry in list_projects()]


def test_a_project_is_entered_listed_and_edited(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(f"{NEW}?lang=de").text) | {
        "title-de": "Stadtentwicklung Ukraine", "number": "15.2104.6-001.00", "country": "UA",
        "amount": "2.500.000,50", "climate_percent": "40", "agency": "Stadt Leipzig",
    }  # fmt: skip
    assert jana.post(f"{NEW}?lang=de", data=fields).status_code == 303
    [project] = projects(open_world)
    assert (project.amount_minor, project.climate_percent) == (250_000_050, 40)
    assert (project.country, project.agency) == ("UA", UIDS["city"])
    page = jana.get("/projects?lang=en").text
    assert "Stadtentwicklung Ukraine" in page
    assert "2,500,000.50" in page

    address = f"/projects/{project.uid}"
    shown = filled(jana.get(f"{address}?lang=en").text)
    assert shown["amount"] == "2,500,000.50"
    jana.post(f"{address}?lang=de", data=shown | {"year": "2026"})
    [again] = projects(open_world)
    assert (again.year, again.amount_minor) == (2026, 250_000_050)


def test_two_edits_of_a_project_are_laid_side_by_side(open_world: World) -> None:
    with open_world.app.app_context():
        uid = add_entry(Project(uid="", title=Text(de="A")), actor=COMMAND_LINE, now=NOW).uid
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    hers, his = (filled(who.get(f"/projects/{uid}").text) for who in (jana, kofi))
    jana.post(f"/projects/{uid}", data=hers | {"number": "1"})
    answer = kofi.post(f"/projects/{uid}", data=his | {"number": "2"})
    assert answer.status_code == 409
    assert filled(answer.text)["number"] == "2"


def test_what_cannot_be_is_said_and_nothing_is_saved(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(NEW).text) | {"amount": "viel"}
    answer = jana.post(f"{NEW}?lang=en", data=fields)
    assert answer.status_code == 422
    assert "Please give it a title." in answer.text
    assert filled(answer.text)["amount"] == "viel"
    assert projects(open_world) == []


def test_a_trip_gets_a_new_project_by_way_of_its_form(open_world: World) -> None:
    jana, form = open_world.client("organiser"), f"/trips/{SLUG}/edit"
    away = jana.post(form, data=filled(jana.get(form).text) | {"number": "7", "then": "project"})
    assert away.location.startswith(f"{NEW}?next=")
    entry = filled(jana.get(away.location).text) | {"title-en": "Urban dialogue"}
    back = jana.post(away.location, data=entry).location
    shown = filled(jana.get(back).text)
    assert (shown["project"], shown["number"]) == (back.partition("entry=")[2], "7")
    jana.post(form, data=shown)
    with open_world.app.app_context():
        assert get_snapshot(UIDS["trip"]).trip.project == shown["project"]
    assert f"/trips/{SLUG}/" in jana.get("/projects").text


def test_the_list_takes_as_many_queries_for_many_as_for_few(
    open_world: World, query_counter: Callable[[], AbstractContextManager]
) -> None:
    jana, counts = open_world.client("organiser"), []
    for number in (2, 45):
        with open_world.app.app_context():
            for index in range(number):
                project = Project(uid="", title=Text(de=f"P {index}"), agency=UIDS["city"])
                add_entry(project, actor=COMMAND_LINE, now=NOW)
        with query_counter() as counted:
            assert jana.get("/projects").status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1]
