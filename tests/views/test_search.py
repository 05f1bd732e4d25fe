"""The search page: what is found, in spite of what, and by whom."""

import re

import pytest

from tests.world import World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.extensions import db
from trips.queries.searching.search import search


def found(world: World, who: str, typed: str) -> list[str]:
    """The names on the page, in order."""
    answer = world.client(who).get("/search", query_string={"q": typed})
    assert answer.status_code == 200
    part = answer.text.partition('<ol class="hits"')[2].partition("</ol>")[0]
    links = re.findall(r"<a href=\"[^\"]+\">(.*?)</a>", part, re.DOTALL)
    return [re.sub(r"<[^>]+>|\s+", " ", link).strip() for link in links]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Dlamini", "Thandiwe Dlamini"),
        ("thandiwe dlamnii", "Thandiwe Dlamini"),
        ("Ґалаґан", "Olena Ґалаґан"),
        ("Oeztürk", "Hanna Öztürk"),
        ("ozturk", "Hanna Öztürk"),
        ("Neues Ratahus", "Neues Rathaus"),
        ("New Town Hall", "Neues Rathaus"),
        ("Wohnungspolitk", "Vortrag zur Wohnungspolitik"),
        ("Ministery of Settlements", "Ministerium für Siedlungen"),
        ("Soziale Stadt", "Soziale Stadt"),
    ],
)
def test_staff_find_everything_in_both_languages(world: World, typed: str, name: str) -> None:
    assert name in found(world, "organiser", typed)


def test_the_page_speaks_the_readers_language(world: World) -> None:
    for language, word in (("de", "Programmpunkt"), ("en", "Programme item")):
        headers = {"Accept-Language": language}
        answer = world.client("viewer").get("/search?q=Vortrag", headers=headers)
        assert word in answer.text


def test_a_foreign_trip_never_appears(world: World) -> None:
    for typed in ("Städtedialog", "City Dialogue", "Stadtedialog"):
        assert found(world, "organiser", typed)
        for who in ("viewer", "writer", "outsider"):
            assert found(world, who, typed) == []


def test_outsiders_find_nothing_at_all(world: World) -> None:
    for typed in ("Rathaus", "Dlamini", "Leipzig", "Stadt", "Vortrag"):
        assert found(world, "outsider", typed) == []


def test_members_find_what_their_trip_shows_them(world: World) -> None:
    assert "Thandiwe Dlamini" in found(world, "viewer", "Dlamini")
    assert "Rathaus" in found(world, "viewer", "Rathaus")
    assert "Stadt Leipzig" in found(world, "viewer", "Stadt Leipzig")
    assert found(world, "organiser", "Ministerium") == ["Ministerium für Siedlungen"]
    assert found(world, "viewer", "Ministerium") == []


def test_members_do_not_find_internal_items(world: World) -> None:
    assert found(world, "organiser", "Blumen abholen") == ["Blumen abholen"]
    assert found(world, "viewer", "Blumen abholen") == []


def test_members_are_led_to_their_trip_and_staff_to_the_address_book(world: World) -> None:
    page = world.client("viewer").get("/search?q=Dlamini").text
    assert f"/trips/{world.slug}/delegates?q=" in page
    assert "/address-book/" not in page
    page = world.client("organiser").get("/search?q=Dlamini").text
    assert "/address-book/people/" in page


def test_every_link_leads_somewhere(world: World) -> None:
    for who in ("viewer", "organiser"):
        for typed in ("Dlamini", "Rathaus", "Leipzig", "Soziale", "Vortrag"):
            client = world.client(who)
            page = client.get("/search", query_string={"q": typed}).text
            part = page.partition('<ol class="hits"')[2].partition("</ol>")[0]
            for link in re.findall(r'href="([^"]+)"', part):
                assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_the_address_book_forgives_a_wrong_letter_and_keeps_mail_addresses(world: World) -> None:
    client = world.client("organiser")
    page = client.get("/address-book?list=people&q=Dlamnii").text
    assert "Dlamini" in page
    assert "Öztürk" not in page


def test_the_delegates_forgive_a_wrong_letter(world: World) -> None:
    page = world.client("viewer").get(f"/trips/{world.slug}/delegates?q=Dlamnii").text
    assert "Dlamini" in page
    assert "Ґалаґан" not in page.partition("<main")[2]


def test_what_is_typed_is_shown_as_text(world: World) -> None:
    page = world.client("organiser").get("/search", query_string={"q": "<b>x</b>'\" % _"}).text
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;" in page


def test_every_search_takes_the_same_number_of_statements(world: World, query_counter) -> None:
    numbers = set()
    for typed in ("Dlamini", "a", "Rathaus Leipzig", "nothing at all"):
        with query_counter() as queries:
            world.client("viewer").get("/search", query_string={"q": typed})
        numbers.add(len([each for each in queries.statements if each.startswith("SELECT")]))
    assert max(numbers) <= 8


@pytest.mark.both_databases
def test_the_best_come_first_and_pages_do_not_overlap(world: World) -> None:
    actor = COMMAND_LINE
    with world.app.app_context():
        first = search(actor, "Stadt Leipzig")
        assert first.hits[0].uid == UIDS["city"]
        assert [hit.uid for hit in first.hits] == [
            hit.uid for hit in search(actor, "stadt  LEIPZIG").hits
        ]
        assert search(actor, "Stadt Leipzig", page=99).page == first.last
        assert search(actor, "").total == 0
        db.session.remove()
