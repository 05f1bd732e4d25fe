"""Filters of the list of delegates are kept under a name."""

from tests.world import World


def test_a_view_is_ones_own_or_shared_and_leads_to_its_filters(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False
    page = f"/trips/{world.slug}/delegates/views"
    organiser, viewer = world.client("organiser"), world.client("viewer")
    fields = {"name": "Open", "status": "invited", "sort": "name", "evil": "x"}
    kept = organiser.post(page, data=fields)
    assert kept.status_code == 303
    assert ("status=invited" in kept.location, "evil" in kept.location) == (True, False)
    organiser.post(page, data={"name": "Everyone", "group": "A", "shared": "1"})
    viewer.post(page, data={"name": "Mine", "group": "B", "shared": "1"})
    assert "status=invited" in organiser.get(page).text
    assert "Mine" not in organiser.get(page).text
    seen = viewer.get(page).text
    assert ("Everyone" in seen, "Mine" in seen, ">Open<" in seen) == (True, True, False)
    shared = organiser.get(page).text.split("/views/")[1:]
    uids = {each.split("/delete")[0] for each in shared if "/delete" in each}
    assert len(uids) == 2
    assert [viewer.post(f"{page}/{uid}/delete").status_code for uid in uids] == [404, 404]
    assert {organiser.post(f"{page}/{uid}/delete").status_code for uid in uids} == {303}
