"""A programme with more items than one reads in one go."""

import re

import pytest
from werkzeug.test import TestResponse

from bench.pages import grown
from tests.world import NOW, World
from tests.world_trip import SLUG, UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.pages.programme_days import IN_FULL
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle

PAGE = f"/trips/{SLUG}/programme"
FULL = re.compile(r'<li id="item-(\w+)"\s+class="row ')
SHORT = re.compile(r'<li id="item-(\w+)"\s+class="short ')


@pytest.fixture
def long_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    with world.app.app_context():
        store_bundle(grown(trip(), 2 * IN_FULL), actor=COMMAND_LINE, now=NOW)
    return world


def placed(world: World) -> set[str]:
    with world.app.app_context():
        items = get_snapshot(UIDS["trip"]).items
    return {item.uid for item in items if not item.is_unplaced}


def read(world: World, query: str = "") -> str:
    answer: TestResponse = world.client("organiser").get(f"{PAGE}?lang=en{query}")
    assert answer.status_code == 200
    return answer.text


def test_every_item_is_there_once_in_full_or_in_a_line(long_world: World) -> None:
    page = read(long_world)
    full, short = FULL.findall(page), SHORT.findall(page)
    assert 0 < len(full) <= IN_FULL
    assert sorted(full + short) == sorted(placed(long_world))


def test_a_day_in_lines_leads_to_itself_in_full(long_world: World) -> None:
    page = read(long_world)
    day, way = re.findall(
        r'<section class="day is-short[^"]*"\s+id="day-([\d-]+)".*?href="([^"]+)"', page, re.DOTALL
    )[-1]
    assert f"from={day}" in way
    section = read(long_world, f"&from={day}").split(f'id="day-{day}"')[1].split("</section>")[0]
    assert FULL.search(section)
    assert not SHORT.search(section)


def test_a_link_opens_the_day_of_an_item(long_world: World) -> None:
    page = read(long_world)
    way = re.findall(r'href="([^"]*/programme\?from=([\d-]+)#day-\2)"', page)
    assert way


def test_what_is_printed_is_in_full(long_world: World) -> None:
    page = read(long_world, "&print=1")
    assert set(FULL.findall(page)) == placed(long_world)
    assert not SHORT.search(page)


def test_a_line_can_be_ticked_and_names_what_blocks(long_world: World) -> None:
    page = read(long_world)
    line = page.split('class="short ', 1)[1].split("</li>")[0]
    assert 'form="many"' in line
    assert re.search(r'class="short [^"]*".*?aria-label="(Blocks|Warns|Informs)"', page, re.DOTALL)


def test_readers_see_no_more_of_it_than_before(long_world: World) -> None:
    page = long_world.client("viewer").get(f"{PAGE}?lang=en").text
    assert SHORT.search(page)
    assert "Fetch the flowers" not in page
    assert "/items/" not in page


def test_filters_hold_for_lines_too(long_world: World) -> None:
    page = read(long_world, "&kind=meal")
    with long_world.app.app_context():
        items = get_snapshot(UIDS["trip"]).items
    meals = {item.uid for item in items if item.kind == "meal" and not item.is_unplaced}
    assert set(FULL.findall(page)) | set(SHORT.findall(page)) == meals
