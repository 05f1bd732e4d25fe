from datetime import UTC, datetime
from io import BytesIO

import html5lib
import icalendar
import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from tests.world import CAST, TOKEN, World
from tests.world_trip import OTHER_SLUG, SLUG, UIDS
from trips.domain.account.links import seal_place
from trips.domain.account.user import COMMAND_LINE, InstanceRole, TripRole
from trips.domain.job import JobState
from trips.doors.crypto import seal
from trips.extensions import db, doors
from trips.jobs.run import run_due_jobs
from trips.models.job import JobRow
from trips.models.link import LinkRow
from trips.models.trip import TripRow
from trips.models.user import TripRoleRow, UserRow
from trips.services.unit import unit

PAGE = f"/trips/{SLUG}/documents"
LINKS = f"/trips/{SLUG}/links"
CALENDAR = {"kind": "calendar", "lang": "en", "group": ""}
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _house(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False
    with world.app.app_context(), unit(COMMAND_LINE, NOW) as work:
        work.session.query(JobRow).delete()


def work_off(world: World) -> None:
    with world.app.app_context():
        run_due_jobs(doors())


def asked(client: FlaskClient, **wish: str) -> str:
    """The address of the job's page after asking for a document."""
    answer = client.post(PAGE, data={**CALENDAR, **wish})
    assert answer.status_code == 303
    return str(answer.headers["Location"])


def test_from_a_button_to_the_file(world: World) -> None:
    jana = world.client("organiser")
    job = asked(jana)
    waiting = jana.get(job)
    assert waiting.headers["Refresh"] == "3"
    assert jana.get(job + ".json").json["state"] == "waiting"
    work_off(world)
    done = jana.get(job + "?lang=en")
    assert "It is ready." in done.text
    assert "Refresh" not in done.headers
    file = jana.get(job + "/file")
    assert file.headers["Content-Disposition"] == (
        "attachment; filename=leipzig-nuernberg-calendar-en.ics"
    )
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Cache-Control"] == "no-store"
    assert len(icalendar.Calendar.from_ical(file.data).walk("VEVENT")) >= 3


def test_what_was_made_is_listed_with_its_size(world: World) -> None:
    jana = world.client("organiser")
    asked(jana)
    assert "kB" not in jana.get(PAGE).text
    work_off(world)
    page = jana.get(PAGE).text
    assert "leipzig-nuernberg-calendar-en.ics" in page
    assert "kB" in page


def test_a_double_click_makes_one_job(world: World) -> None:
    jana = world.client("organiser")
    assert asked(jana) == asked(jana)
    assert asked(jana) != asked(jana, lang="de")
    assert asked(jana) != asked(world.client("colleague"))


@pytest.mark.parametrize("path", ["", ".json", "/file"])
def test_nobody_else_sees_a_job_or_its_file(world: World, path: str) -> None:
    job = asked(world.client("viewer"))
    work_off(world)
    for who in ("organiser", "colleague", "writer", "outsider", "admin"):
        assert world.client(who).get(job + path).status_code == 404
    assert world.client().get(job + path).status_code == 302
    assert world.client("viewer").get(job + path).status_code == 200


@pytest.mark.parametrize("path", ["", ".json", "/file"])
def test_a_role_that_was_taken_away_takes_the_files_with_it(world: World, path: str) -> None:
    vera = world.client("viewer")
    job = asked(vera)
    work_off(world)
    with world.app.app_context(), unit(COMMAND_LINE, NOW) as work:
        user = work.session.query(UserRow).filter_by(email=CAST["viewer"].email).one()
        work.session.query(TripRoleRow).filter_by(user_id=user.id).delete()
    assert vera.get(job + path).status_code == 404


@pytest.mark.parametrize("who", ["viewer", "writer"])
def test_whoever_may_not_read_needs_gets_a_roster_without_them(world: World, who: str) -> None:
    def headings(reader: str) -> list[object]:
        client = world.client(reader)
        job = asked(client, kind="roster", lang="en")
        work_off(world)
        data = client.get(f"{job}/file").data
        return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()[3]

    private = {"Diet", "E-mail"}
    assert private <= set(headings("organiser"))
    assert private.isdisjoint(headings(who))


def test_a_complete_roster_stays_closed_once_the_right_is_gone(world: World) -> None:
    kofi = world.client("colleague")
    job = asked(kofi, kind="roster")
    work_off(world)
    with world.app.app_context(), unit(COMMAND_LINE, NOW) as work:
        user = work.session.query(UserRow).filter_by(email=CAST["colleague"].email).one()
        user.role = InstanceRole.MEMBER
        trip = work.session.query(TripRow).filter_by(slug=world.slug).one()
        work.session.add(TripRoleRow(user_id=user.id, trip_id=trip.id, role=TripRole.VIEWER))
    assert kofi.get(f"{job}/file").status_code == 404


@pytest.mark.parametrize(
    "wish", [{"kind": "passwords"}, {"lang": "xx"}, {"group": "Z"}, {"kind": ""}]
)
def test_only_what_is_offered_can_be_asked_for(world: World, wish: dict[str, str]) -> None:
    assert world.client("organiser").post(PAGE, data={**CALENDAR, **wish}).status_code == 400


def test_a_document_that_failed_says_so_and_can_be_made_again(world: World) -> None:
    jana = world.client("organiser")
    job = asked(jana)
    with world.app.app_context(), unit(COMMAND_LINE, NOW) as work:
        row = work.session.query(JobRow).one()
        row.state, row.error = JobState.FAILED, "too_slow"
    page = jana.get(job + "?lang=en")
    assert "took too long" in page.text
    assert "Refresh" not in page.headers
    assert jana.get(job + "/file").status_code == 404
    again = jana.post(job + "/again")
    assert again.status_code == 303
    work_off(world)
    assert jana.get(again.headers["Location"] + "/file").status_code == 200


def test_a_worker_that_does_not_run_is_noticed(world: World, clock: object) -> None:
    jana = world.client("organiser")
    job = asked(jana)
    assert "turn" in jana.get(job + "?lang=en").text
    clock.shift(60)
    assert "worker is not running" in jana.get(job + "?lang=en").text


def addresses(client: FlaskClient) -> list[str]:
    """The addresses of links that somebody is shown."""
    page = html5lib.parse(client.get(PAGE).text, namespaceHTMLElements=False)
    fields = [field for field in page.iter("input") if "readonly" in field.attrib]
    return [field.attrib["value"] for field in fields]


@pytest.mark.usefixtures("clock")
def test_an_organiser_makes_a_link_and_sees_it_again_later(world: World) -> None:
    jana = world.client("organiser")
    answer = jana.post(LINKS, data={"label": "Delegates", "days": "30"})
    assert answer.status_code == 303
    with world.app.app_context():
        link = db.session.query(LinkRow).filter_by(label="Delegates").one()
        assert link.expires_at == datetime(2026, 4, 17, 22, 0, tzinfo=UTC)
        db.session.remove()
    for client in (jana, world.client("colleague")):
        url, others = addresses(client)
        assert others.endswith(f"/p/{TOKEN}")
        assert world.client().get(url).status_code == 200


@pytest.mark.usefixtures("clock")
def test_a_link_whose_copy_cannot_be_read_can_still_be_withdrawn(world: World) -> None:
    jana = world.client("organiser")
    foreign = seal(TOKEN, place=seal_place(UIDS["link"]), key=bytes(32))
    with world.app.app_context(), unit(COMMAND_LINE, NOW) as work:
        work.session.query(LinkRow).update({"sealed_token": foreign})
    assert addresses(jana) == []
    assert f"{UIDS['link']}/revoke" in jana.get(PAGE).text


@pytest.mark.usefixtures("clock")
def test_others_neither_see_nor_make_links(world: World) -> None:
    world.client("organiser").post(LINKS, data={"label": "Delegates", "days": "30"})
    for who in ("viewer", "writer"):
        client = world.client(who)
        assert addresses(client) == []
        assert "/p/" not in client.get(PAGE).text
        assert client.post(LINKS, data={"label": "x", "days": "30"}).status_code == 404


@pytest.mark.usefixtures("clock")
def test_a_link_is_withdrawn_after_being_asked(world: World) -> None:
    jana, phone = world.client("organiser"), world.client()
    there = f"{LINKS}/{UIDS['link']}/revoke"
    assert "Everybody" in jana.get(there).text
    assert phone.get(f"/p/{TOKEN}").status_code == 200
    assert jana.post(there).status_code == 303
    assert phone.get(f"/p/{TOKEN}").status_code == 410
    assert f"{UIDS['link']}/revoke" not in jana.get(PAGE).text


def test_a_link_of_another_trip_is_not_there(world: World) -> None:
    there = f"/trips/{OTHER_SLUG}/links/{UIDS['link']}/revoke"
    jana = world.client("organiser")
    assert jana.get(there).status_code == 404
    assert jana.post(there).status_code == 404
    assert world.client().get(f"/p/{TOKEN}").status_code == 200


@pytest.mark.parametrize("form", [{"label": "", "days": "30"}, {"label": "x", "days": "9999"}])
def test_a_link_needs_a_name_and_an_offered_end(world: World, form: dict[str, str]) -> None:
    answer = world.client("organiser").post(LINKS, data=form)
    assert answer.status_code == 422
    assert "error" in answer.text


def test_a_name_with_markup_stays_a_name(world: World) -> None:
    jana = world.client("organiser")
    jana.post(LINKS, data={"label": '<script>"&', "days": "0"})
    assert "<script>&#34;" not in jana.get(PAGE).text
    assert "&lt;script&gt;&#34;&amp;" in jana.get(PAGE).text


def test_the_page_says_that_local_links_only_work_here(world: World) -> None:
    assert "BASE_URL" in world.client("organiser").get(PAGE).text


def test_every_page_is_clean_html(world: World) -> None:
    jana = world.client("organiser")
    job = asked(jana)
    for lang in ("de", "en"):
        for page in (PAGE, job, f"{LINKS}/{UIDS['link']}/revoke"):
            html = jana.get(f"{page}?lang={lang}").text
            html5lib.HTMLParser(strict=True).parse(html)
