import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from werkzeug.test import TestResponse

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.queries.snapshot import get_snapshot

PAGE = f"/trips/{SLUG}/programme"
VISIT = f"/trips/{SLUG}/items/{UIDS['visit']}"


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def item(world: World, uid: str = UIDS["visit"]):
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).item_by_uid[uid]


def followed(world: World, answer: TestResponse, who: str = "organiser") -> str:
    assert answer.status_code == 303, answer.text
    return world.client(who).get(answer.location).text


def test_an_organiser_sees_every_day_with_ideas_and_internal_notes(world: World) -> None:
    page = world.client("organiser").get(f"{PAGE}?lang=en").text
    assert re.findall(r'id="(day-2026-03-\d\d)"', page) == [
        "day-2026-03-16", "day-2026-03-17", "day-2026-03-18",
    ]  # fmt: skip
    assert "Fetch the flowers" in page
    assert "Only for us" in page


def test_a_viewer_sees_neither_internal_items_nor_buttons(world: World) -> None:
    page = world.client("viewer").get(f"{PAGE}?lang=en").text
    assert "Town hall" in page
    assert "Fetch the flowers" not in page
    assert "/items/" not in page


def test_filters_live_in_the_address(world: World) -> None:
    jana = world.client("organiser")
    assert "Rathaus" not in jana.get(f"{PAGE}?lang=de&group=B&status=requested").text
    assert "Vortrag zur Wohnungspolitik" not in jana.get(f"{PAGE}?lang=de&group=B").text
    only = jana.get(f"{PAGE}?lang=de&day=2026-03-17").text
    assert "Vortrag zur Wohnungspolitik" in only
    assert 'id="day-2026-03-16"' not in only


def test_a_missing_translation_is_marked(world: World) -> None:
    page = world.client("organiser").get(f"{PAGE}?lang=en&day=2026-03-17").text
    assert '<span lang="de">Vortrag zur Wohnungspolitik</span>' in page
    assert "English is missing" in page


def test_a_form_may_be_opened_in_one_language_and_saved_in_another(open_world: World) -> None:
    jana, before = open_world.client("organiser"), item(open_world)
    fields = filled(jana.get(f"{VISIT}?lang=en").text)
    assert fields["site"] == "New Town Hall, Leipzig"
    assert jana.post(f"{VISIT}?lang=de", data=fields).status_code == 303
    assert item(open_world) == before


def test_an_edit_changes_what_was_touched_and_only_that(open_world: World) -> None:
    jana, before = open_world.client("organiser"), item(open_world)
    fields = filled(jana.get(VISIT).text) | {"end": "12:30", "room": "Saal 1"}
    page = followed(open_world, jana.post(VISIT, data=fields))
    after = item(open_world)
    assert (after.ends.hour, after.ends.minute, after.room) == (12, 30, "Saal 1")
    assert (after.hosts, after.title, after.floor_languages, after.site) == (
        before.hosts, before.title, before.floor_languages, before.site,
    )  # fmt: skip
    assert "–12:30" in page


def test_who_follows_a_finding_to_a_form_comes_back_to_the_list(open_world: World) -> None:
    jana, tasks = open_world.client("organiser"), f"/trips/{SLUG}/tasks?show=findings"
    links = re.findall(r'href="([^"]+next=[^"]+)"', jana.get(tasks).text)
    form = next(unescape(link) for link in links if "/items/" in link)
    assert jana.post(form, data=filled(jana.get(form).text)).location == tasks


def test_a_form_leads_to_no_other_site(open_world: World) -> None:
    jana, form = open_world.client("organiser"), f"{VISIT}?next=https://example.org/"
    assert jana.post(form, data=filled(jana.get(form).text)).location.startswith(PAGE)


def test_saving_an_untouched_form_changes_nothing(open_world: World) -> None:
    jana, before = open_world.client("organiser"), item(open_world)
    assert jana.post(VISIT, data=filled(jana.get(VISIT).text)).status_code == 303
    assert item(open_world) == before


def test_an_end_before_the_start_says_the_way_out(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(f"{VISIT}?lang=de").text) | {"start": "09:45", "end": "09:30"}
    answer = jana.post(VISIT, data=fields)
    assert answer.status_code == 422
    assert "Frühestens 09:50" in answer.text
    assert filled(answer.text)["end"] == "09:30"


def test_the_hour_that_comes_twice_asks_which_one(open_world: World) -> None:
    jana = open_world.client("organiser")
    night = {"on": "2026-10-25", "start": "02:30", "end": "04:00"}
    fields = filled(jana.get(VISIT).text) | night
    answer = jana.post(VISIT, data=fields)
    assert answer.status_code == 422
    again = filled(answer.text) | {"start_pass": "1"}
    assert jana.post(VISIT, data=again).status_code == 303
    assert item(open_world).starts.fold == 1
    assert filled(jana.get(VISIT).text).get("start_pass") == "1"


def test_two_people_who_touch_different_fields_both_win(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    hers, his = filled(jana.get(VISIT).text), filled(kofi.get(VISIT).text)
    assert jana.post(VISIT, data=hers | {"room": "Saal 1"}).status_code == 303
    assert kofi.post(VISIT, data=his | {"capacity": "40"}).status_code == 303
    assert (item(open_world).room, item(open_world).capacity) == ("Saal 1", 40)


def test_two_people_who_touch_the_same_field_get_a_choice(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    hers, his = filled(jana.get(VISIT).text), filled(kofi.get(VISIT).text)
    jana.post(VISIT, data=hers | {"room": "Saal 1", "internal_note": "Schlüssel"})
    answer = kofi.post(VISIT, data=his | {"room": "Saal 2", "capacity": "40"})
    assert answer.status_code == 409
    assert "Saal 1" in answer.text
    again = filled(answer.text)
    assert (again["room"], again["capacity"]) == ("Saal 2", "40")
    assert kofi.post(VISIT, data=again).status_code == 303
    after = item(open_world)
    assert (after.room, after.capacity, after.internal_note) == ("Saal 2", 40, "Schlüssel")


def test_another_host_is_added_without_script(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.post(VISIT, data=filled(jana.get(VISIT).text) | {"add": "hosts"}).text
    fields = filled(page)
    assert "hosts-2-person" in fields
    fields |= {"hosts-2-person": "Hanna Öztürk", "hosts-2-status": "requested"}
    fields.pop("add", None)
    followed(open_world, jana.post(VISIT, data=fields))
    assert [host.person for host in item(open_world).hosts] == [None, UIDS["hanna"]]


def test_a_name_that_nobody_bears_is_refused(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(VISIT).text) | {"site": "Luftschloss"}
    answer = jana.post(VISIT, data=fields)
    assert answer.status_code == 422
    assert filled(answer.text)["site"] == "Luftschloss"


def test_a_copy_lands_on_another_day(open_world: World) -> None:
    jana = open_world.client("organiser")
    form = f"/trips/{SLUG}/items/new?copy={UIDS['visit']}"
    fields = filled(jana.get(form).text) | {"on": "2026-03-18"}
    followed(open_world, jana.post(form, data=fields))
    with open_world.app.app_context():
        twins = [each for each in get_snapshot(UIDS["trip"]).items if each.title["de"] == "Rathaus"]
    assert sorted(each.starts.day for each in twins) == [16, 18]


def test_without_an_end_an_hour_is_assumed_and_said(open_world: World) -> None:
    jana = open_world.client("organiser")
    form = f"/trips/{SLUG}/items/new?on=2026-03-18"
    fields = filled(jana.get(form).text) | {"title-de": "Abendessen", "start": "19:00", "end": ""}
    page = followed(open_world, jana.post(f"{form}&lang=de", data=fields))
    assert "Abendessen" in page
    assert "–20:00" in page
    assert "Zeit angenommen" in page


def test_a_removed_item_comes_back_by_its_toast(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.post(f"{VISIT}/delete", follow_redirects=True).text
    undo = re.search(r'action="([^"]+/restore)"', page)
    assert undo is not None
    assert 'id="item-' + UIDS["visit"] not in page
    back = jana.post(undo.group(1), follow_redirects=True).text
    assert 'id="item-' + UIDS["visit"] in back


def test_where_a_fact_comes_from_is_kept_with_the_name(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(VISIT).text) | {"source": "Anruf von Frau Muster"}
    assert jana.post(VISIT, data=fields).status_code == 303
    page = jana.get(VISIT).text
    assert "Anruf von Frau Muster" in page
    assert "Jana Brandt" in page


def test_many_more_items_need_no_more_queries(
    open_world: World, query_counter: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    jana = open_world.client("organiser")

    def count() -> int:
        with query_counter() as queries:
            assert jana.get(PAGE).status_code == 200
        return len(queries)

    def add(*hours: int) -> None:
        form = f"/trips/{SLUG}/items/new?copy={UIDS['visit']}"
        fields = filled(jana.get(form).text)
        for hour in hours:
            jana.post(form, data=fields | {"start": f"{hour:02}:00", "end": f"{hour:02}:30"})
        jana.get(PAGE)

    add(8)
    few = count()
    add(*range(9, 22))
    assert count() == few
