"""The board's page, what its script asks for, and the forms that do the same without script."""

import re
from collections import Counter
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.world import World
from trips.clock import now
from trips.domain.account.user import COMMAND_LINE
from trips.domain.board.steps import Unplace
from trips.domain.item import Item, ItemStatus
from trips.domain.pages.host_list import list_hosts
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot
from trips.services.planning.board import take_step


@pytest.fixture(autouse=True)
def _no_tokens(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False


def board(world: World) -> str:
    return f"/trips/{world.slug}/board"


def item(world: World, uid: str = "visit") -> Item:
    with world.app.app_context():
        return get_snapshot(world.uid("trip")).item_by_uid[world.uid(uid)]


def snapshot_of(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(world.uid("trip"))


def take(world: World, step: dict[str, Any], who: str = "organiser", **more: Any) -> TestResponse:
    body = {"step": step, "seen": {}, **more}
    return world.client(who).post(f"{board(world)}/steps", json=body)


def etags(html: str) -> dict[str, str]:
    return dict(re.findall(r'data-part="([^"]+)"\s+data-etag="([^"]+)"', html))


def test_the_board_shows_every_day_with_its_items(world: World) -> None:
    html = world.client("viewer").get(board(world)).text
    visit = item(world)
    assert f'data-uid="{visit.uid}"' in html
    assert f'id="day-{visit.starts:%Y-%m-%d}"' in html
    minutes = visit.starts.hour * 60 + visit.starts.minute
    assert f".y{minutes}{{--y:{minutes}}}" in html.replace("\n", "")


def test_whoever_only_looks_gets_nothing_to_move(world: World) -> None:
    html = world.client("viewer").get(board(world)).text
    assert "data-steps" not in html
    assert "data-edge" not in html


def test_a_step_is_taken_and_only_the_days_it_changes_come_back(world: World) -> None:
    before = item(world)
    seen = etags(world.client("organiser").get(board(world)).text)
    step = {"verb": "move", "uids": [before.uid], "minutes": 15}
    answer = take(world, step, versions={before.uid: before.version}, seen=seen)
    assert answer.status_code == 200
    after = item(world)
    assert (after.starts - before.starts).total_seconds() == 15 * 60
    news = answer.json
    assert news is not None
    assert set(news["days"]) == {f"{before.starts:%Y-%m-%d}", "bar"}
    assert f'data-version="{after.version}"' in news["days"][f"{before.starts:%Y-%m-%d}"]
    assert news["announce"]


def test_who_saw_an_older_version_overwrites_nothing(world: World) -> None:
    before = item(world)
    versions = {before.uid: before.version}
    step = {"verb": "move", "uids": [before.uid], "minutes": 15}
    take(world, step, "colleague", versions=versions)
    answer = take(world, step, versions=versions)
    assert answer.status_code == 409
    assert answer.json is not None
    assert "Kofi Mensah" in answer.json["error"]
    assert f"{before.starts:%Y-%m-%d}" in answer.json["days"]
    assert (item(world).starts - before.starts).total_seconds() == 15 * 60


def test_a_step_that_cannot_be_is_worded(world: World) -> None:
    answer = take(world, {"verb": "move", "uids": ["nobody"], "minutes": 5})
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["error"]


@pytest.mark.parametrize("body", [b"", b"[]", b"no json"])
def test_what_is_no_step_is_refused(world: World, body: bytes) -> None:
    answer = world.client("organiser").post(f"{board(world)}/steps", data=body)
    assert answer.status_code == 400


def test_undo_and_redo_of_ones_own_steps(world: World) -> None:
    before = item(world)
    take(world, {"verb": "move", "uids": [before.uid], "minutes": 15})
    client = world.client("organiser")
    assert client.post(f"{board(world)}/undo", json={}).status_code == 200
    assert item(world).starts == before.starts
    assert client.post(f"{board(world)}/redo", json={}).status_code == 200
    assert item(world).starts != before.starts


def test_undo_is_refused_where_somebody_else_was_there_since(world: World) -> None:
    before = item(world)
    take(world, {"verb": "move", "uids": [before.uid], "minutes": 15})
    take(world, {"verb": "move", "uids": [before.uid], "minutes": 15}, "colleague")
    answer = world.client("organiser").post(f"{board(world)}/undo", json={})
    assert answer.status_code == 409
    assert answer.json is not None
    assert "Kofi Mensah" in answer.json["error"]
    assert (item(world).starts - before.starts).total_seconds() == 30 * 60


def test_others_learn_what_changed_and_nothing_costs_nothing(world: World) -> None:
    client = world.client("colleague")
    html = client.get(board(world)).text
    known = dict(re.findall(r'data-(revision|as-of)="(\d+)"', html))
    seen = " ".join(f"{part}={etag}" for part, etag in etags(html).items())
    query = {"revision": known["revision"], "since": known["as-of"], "seen": seen}
    quiet = client.get(f"{board(world)}/changes", query_string=query)
    assert (quiet.status_code, quiet.data) == (304, b"")
    before = item(world)
    take(world, {"verb": "move", "uids": [before.uid], "days": 1})
    loud = client.get(f"{board(world)}/changes", query_string=query).json
    assert loud is not None
    assert "Jana Brandt" in loud["announce"]
    assert len(set(loud["days"]) - {"bar"}) == 2


def test_shades_say_where_a_card_fits(world: World) -> None:
    uid = world.uid("visit")
    answer = world.client("organiser").get(f"{board(world)}/fits", query_string={"uid": uid}).json
    assert answer is not None
    spans = answer["days"][f"{item(world).starts:%Y-%m-%d}"][""]
    assert spans[0]["start"] == 0
    assert spans[-1]["end"] == 24 * 60
    assert {span["verdict"] for span in spans} <= {"fits", "warns", "impossible"}
    assert all(span["label"] for span in spans)


def test_the_page_of_an_item_has_a_form_for_every_verb(world: World) -> None:
    html = world.client("organiser").get(f"{board(world)}/items/{world.uid('visit')}").text
    for verb in ("move", "resize", "shift", "status", "duplicate", "unplace", "delete"):
        assert f"/board/items/{world.uid('visit')}/{verb}" in html


def test_moving_by_form(world: World) -> None:
    before = item(world)
    address = f"{board(world)}/items/{before.uid}/move"
    data = {
        "move-day": f"{before.starts:%Y-%m-%d}",
        "move-start": "16:05",
        "move-version": before.version,
    }
    answer = world.client("organiser").post(address, data=data)
    assert answer.status_code == 303
    assert f"{item(world).starts:%H:%M}" == "16:05"
    assert item(world).ends - item(world).starts == before.ends - before.starts


def test_a_form_without_a_day_is_shown_again_with_what_was_typed(world: World) -> None:
    address = f"{board(world)}/items/{world.uid('visit')}/move"
    answer = world.client("organiser").post(address, data={"move-start": "16:05"})
    assert answer.status_code == 422
    assert 'value="16:05"' in answer.text


def test_a_stale_form_overwrites_nothing(world: World) -> None:
    before = item(world)
    take(world, {"verb": "move", "uids": [before.uid], "minutes": 15}, "colleague")
    data = {"status-status": "cancelled", "status-version": before.version}
    answer = world.client("organiser").post(
        f"{board(world)}/items/{before.uid}/status", data=data, follow_redirects=True
    )
    assert "Kofi Mensah" in answer.text
    assert item(world).status is before.status


def test_two_groups_swap_where_they_go(world: World) -> None:
    uids = [world.uid("visit"), world.uid("talk")]
    codes = [group.code for group in snapshot_of(world).trip.groups]
    day = item(world).starts.date() - item(world, "talk").starts.date()
    take(world, {"verb": "move", "uids": uids[1:], "days": day.days, "groups": codes[:1]})
    take(world, {"verb": "move", "uids": uids[:1], "groups": codes[1:2]})
    page = world.client("organiser").get(f"{board(world)}/items/{uids[0]}").text
    assert f'<option value="{uids[1]}">' in page
    answer = world.client("organiser").post(
        f"{board(world)}/items/{uids[0]}/swap", data={"swap-partner": uids[1]}
    )
    assert answer.status_code == 303
    assert item(world).groups == (codes[0],)
    assert item(world, "talk").groups == (codes[1],)


def test_several_items_at_once_from_the_list(world: World) -> None:
    uids = [world.uid("visit"), world.uid("talk")]
    before = [item(world, name).starts for name in ("visit", "talk")]
    data = {"uid": uids, "verb": "move", "minutes": "-10"}
    answer = world.client("organiser").post(f"{board(world)}/many", data=data)
    assert answer.status_code == 303
    after = [item(world, name).starts for name in ("visit", "talk")]
    assert [(new - old).total_seconds() for new, old in zip(after, before, strict=True)] == [
        -600,
        -600,
    ]


def test_the_status_of_several_items(world: World) -> None:
    data = {"uid": [world.uid("visit")], "verb": "cancelled"}
    world.client("organiser").post(f"{board(world)}/many", data=data)
    assert item(world).status is ItemStatus.CANCELLED


def test_a_clear_line_becomes_an_item_and_says_how_it_was_understood(world: World) -> None:
    on = item(world).starts
    client = world.client("organiser")
    line = f"{on:%d.%m.} 7–7:45 Frühstück"
    answer = client.post(f"{board(world)}/quick", data={"line": line}, follow_redirects=True)
    assert "07:00–07:45" in answer.text
    with world.app.app_context():
        titles = [
            each.title.get("en", "") + each.title.get("de", "")
            for each in get_snapshot(world.uid("trip")).items
        ]
    assert any("Frühstück" in title for title in titles)


def test_while_a_line_is_typed_it_says_what_it_means(world: World) -> None:
    answer = world.client("organiser").get(
        f"{board(world)}/quick", query_string={"line": "16.03. 9–10 Talk"}
    )
    assert answer.json is not None
    assert "09:00–10:00" in answer.json["words"]


def test_ideas_wait_beside_the_board(world: World) -> None:
    with world.app.app_context():
        step = Unplace(uids=(world.uid("visit"),))
        take_step(world.uid("trip"), step, versions={}, actor=COMMAND_LINE, now=now())
    html = world.client("organiser").get(board(world)).text
    pool = html[html.index("data-pool") :]
    assert f'id="idea-{world.uid("visit")}"' in pool


def test_an_idea_laid_on_the_board_is_asked_for_and_says_so(world: World) -> None:
    uid, starts = world.uid("visit"), f"{item(world).starts:%Y-%m-%dT%H:%M}"
    take(world, {"verb": "status", "uids": [uid], "status": "idea"})
    take(world, {"verb": "unplace", "uids": [uid]})
    answer = take(world, {"verb": "place", "uid": uid, "starts": starts})
    assert item(world).status is ItemStatus.REQUESTED
    assert answer.json is not None
    assert answer.json["announce"].endswith(("angefragt", "requested"))


def test_hosts_of_what_waits_for_a_time_are_not_listed(world: World) -> None:
    assert any(city.hosts for city in list_hosts(snapshot_of(world)).cities)
    take(world, {"verb": "unplace", "uids": [each.uid for each in snapshot_of(world).items]})
    hosts = list_hosts(snapshot_of(world))
    assert (hosts.cities, hosts.open_visits, hosts.by_status[""]) == ((), (), 0)


def test_the_number_of_queries_does_not_grow_with_the_programme(
    world: World, query_counter: Any
) -> None:
    client, uid = world.client("organiser"), world.uid("visit")
    take(world, {"verb": "duplicate", "uids": [uid], "minutes": 30})
    with query_counter() as few:
        client.get(board(world))
    for _time in range(4):
        take(world, {"verb": "duplicate", "uids": [uid], "minutes": 30})
    with query_counter() as many:
        client.get(board(world))
    assert Counter(many.statements) - Counter(few.statements) == Counter()
