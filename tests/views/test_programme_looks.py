"""Other looks at the programme: map, timeline, and its texts in two languages."""

import pytest

from tests.views.test_board import board, item
from tests.world import World
from trips.clock import now
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change
from trips.domain.values.text import Text
from trips.services.item import edit_item


@pytest.fixture(autouse=True)
def _no_tokens(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False


@pytest.mark.parametrize("look", ["map", "timeline"])
def test_other_looks_show_the_items(world: World, look: str) -> None:
    html = (
        world.client("viewer")
        .get(f"{board(world)}/{look}", query_string={"day": f"{item(world).starts:%Y-%m-%d}"})
        .text
    )
    assert item(world).title.shown("en").text in html or item(world).title.shown("de").text in html


def test_texts_are_saved_beside_each_other_and_only_what_was_touched(world: World) -> None:
    client, visit = world.client("organiser"), item(world)
    html = client.get(f"/trips/{world.slug}/programme/texts").text
    assert f'name="{visit.uid}.title.de"' in html
    data = {
        f"{visit.uid}.title.de": "Neuer Titel",
        f"{visit.uid}.title.de.was": visit.title.get("de", ""),
        f"{visit.uid}.title.en": visit.title.get("en", ""),
        f"{visit.uid}.title.en.was": visit.title.get("en", ""),
    }
    assert client.post(f"/trips/{world.slug}/programme/texts", data=data).status_code == 303
    assert item(world).title["de"] == "Neuer Titel"
    assert item(world).text == visit.text


def test_texts_that_somebody_else_changed_are_shown_with_both_versions(world: World) -> None:
    visit = item(world)
    with world.app.app_context():
        change = Change({"title": visit.title}, {"title": Text(de="Von Kofi")})
        edit_item(world.uid("trip"), visit.uid, change, actor=COMMAND_LINE, now=now())
    data = {
        f"{visit.uid}.title.de": "Von Jana",
        f"{visit.uid}.title.de.was": visit.title.get("de", ""),
        f"{visit.uid}.title.en": visit.title.get("en", ""),
        f"{visit.uid}.title.en.was": visit.title.get("en", ""),
    }
    answer = world.client("organiser").post(f"/trips/{world.slug}/programme/texts", data=data)
    assert answer.status_code == 409
    assert "Von Jana" in answer.text
    assert "Von Kofi" in answer.text
    assert item(world).title["de"] == "Von Kofi"
