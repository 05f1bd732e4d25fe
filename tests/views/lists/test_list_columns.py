"""Which columns the list of people shows is chosen in its address, by whoever may read them."""

import re
from html import unescape

import pytest

from tests.views.fields import Fields
from tests.world import World

LIST = "/trips/leipzig-nuernberg/delegates"


@pytest.fixture(autouse=True)
def without_tokens(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False


def page(world: World, address: str, who: str = "organiser") -> str:
    answer = world.client(who).get(address)
    assert answer.status_code == 200, address
    return answer.text


def heads(text: str) -> list[str]:
    table = text.split("<thead>")[1].split("</thead>", maxsplit=1)[0]
    cells = re.findall(r'<th scope="col"\s*class="is-([a-z_]+)"', table)
    return [unescape(each) for each in cells]


def test_the_boxes_of_the_form_choose_the_columns_in_the_order_of_the_page(world: World) -> None:
    text = page(world, f"{LIST}?columns=name&columns=city&columns=email&columns=level")
    assert heads(text) == ["level", "city", "email"]
    assert "thandiwe<wbr>@example.org" in text.split("<tbody>")[1]
    assert heads(page(world, f"{LIST}?columns=name")) == []
    assert heads(page(world, LIST)) == ["level", "languages", "group", "arrival_at", "status"]


@pytest.mark.parametrize(("locale", "words"), [("de", "Spalten"), ("en", "Columns")])
def test_the_choice_is_a_form_with_what_else_was_asked_for(
    world: World, locale: str, words: str
) -> None:
    client = world.client("organiser")
    client.post("/language", data={"locale": locale, "language": locale, "lang": locale})
    text = client.get(f"{LIST}?sort=name&group=A&columns=name,city").text
    form = text.split("list-choice")[1].split("</form>")[0]
    assert words in form
    assert re.search(r'name="sort"\s+value="name"', form)
    assert re.search(r'name="group"\s+value="A"', form)
    assert re.findall(r'value="([a-z_]+)"\s+checked', form) == ["city"]


def test_a_viewer_gets_no_column_that_is_not_for_viewers(world: World) -> None:
    asked = f"{LIST}?columns=name,city,email,diet,note,passport"
    seen = page(world, asked, "viewer")
    assert heads(seen) == ["city"]
    assert "thandiwe<wbr>@" not in seen
    for key in ("email", "diet", "note", "passport"):
        assert f'value="{key}"' not in seen
    assert heads(page(world, asked)) == ["city", "email", "diet", "passport", "note"]


def test_filters_orders_and_people_keep_the_columns(world: World) -> None:
    text = page(world, f"{LIST}?columns=name&columns=city&columns=country")
    links = [unescape(each) for each in re.findall(r'href="([^"]*/delegates\?[^"]*)"', text)]
    for part in ("status=", "sort=", "person=", "group="):
        found = [each for each in links if part in each]
        assert found
        assert all("columns=name,city,country" in each for each in found)
    to_staff = [each for each in links if "role=staff" in each]
    assert to_staff
    assert not any("columns=" in each for each in to_staff)


def test_a_view_remembers_columns_with_filters_and_order(world: World) -> None:
    client = world.client("organiser")
    asked = f"{LIST}/views?sort=name&status=invited&columns=name,city,email"
    hidden = Fields(client.get(asked).text).values
    fields = {name: hidden[name] for name in ("sort", "status", "columns")}
    kept = client.post(f"{LIST}/views", data={**fields, "name": "Cities", "shared": "1"})
    assert kept.status_code == 303
    for who, expected in (("organiser", ["city", "email"]), ("viewer", ["city"])):
        seen = world.client(who).get(f"{LIST}/views").text
        address = unescape(re.findall(r'href="([^"]*status=invited[^"]*)"', seen)[0])
        assert "sort=name" in address
        text = page(world, address.replace("status=invited", "status="), who)
        assert heads(text) == expected


def test_people_of_the_team_have_columns_of_their_own(world: World) -> None:
    usual = heads(page(world, f"{LIST}?role=staff"))
    assert usual == ["contact_for", "languages", "group", "present", "counts"]
    asked = f"{LIST}?role=staff&columns=name,status,visa,role,phone"
    assert heads(page(world, asked)) == ["role", "phone"]
