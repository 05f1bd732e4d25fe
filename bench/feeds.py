"""A subscribed calendar of 40, 400 and 2000 items: asked again, rendered, and a release made.

The baseline of the feed is the same file rendered anew for every question, as a calendar without
ETag does it; of a release it is the SELECT of the trip alone.
"""

from datetime import timedelta

from bench.measure import counting, seconds, tell
from bench.pages import SIZES, fresh_snapshot, grown, house
from tests.world import NOW, TOKEN, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.document import DocumentKind, Order
from trips.domain.releases.difference import difference
from trips.doors.press import Press
from trips.extensions import db
from trips.jobs.documents import get_brief
from trips.queries.release import get_release
from trips.services.importing.bundle import store_bundle
from trips.services.release import make_release

URL = f"/p/{TOKEN}/calendar.ics?lang=en"
NOT_MODIFIED = 304


def main() -> None:
    """Print the lines."""
    with house() as world:
        for number, size in enumerate(SIZES):
            _measure(world, size, number)


def _measure(world: World, size: int, number: int) -> None:
    app, now = world.app, NOW + timedelta(days=number)
    with app.app_context():
        store_bundle(grown(trip(), size), actor=COMMAND_LINE, now=now)
        reason = "a measurement"
        make_release(UIDS["trip"], str(size), actor=COMMAND_LINE, now=now, reason=reason)
        db.session.remove()
    press = app.extensions["doors"].press
    client = world.client()
    tag = client.get(URL).headers["ETag"]

    def ask_again() -> None:
        answer = client.get(URL, headers={"If-None-Match": tag})
        if answer.status_code != NOT_MODIFIED:
            raise RuntimeError(answer.status)

    with app.app_context():
        db.session.remove()
        with counting(db.engine) as asked:
            ask_again()
        rendered = seconds(lambda: _render(press, number + 1), times=2)
    again = seconds(ask_again, times=5)
    queries = f"{asked.statements} queries, no press"
    tell(f"{size} items: feed asked again", again, rendered, "rendered", queries)
    _measure_difference(world, size, number + 1)
    press.close()


def _render(press: Press, number: int) -> bytes:
    order = Order(kind=DocumentKind.CALENDAR, trip=UIDS["trip"], locale="en", release=number)
    return press.render("calendar", get_brief(order), "en")


def _measure_difference(world: World, size: int, number: int) -> None:
    with world.app.app_context():
        selected = seconds(fresh_snapshot)
        draft = fresh_snapshot()
        opened = seconds(lambda: get_release(UIDS["trip"], number, draft))
        old = get_release(UIDS["trip"], number, draft).snapshot
        compared = seconds(lambda: difference(old, draft))
        tell(f"{size} items: a release opened", opened, selected, "draft read")
        tell(f"{size} items: two states compared", compared, selected, "draft read")


if __name__ == "__main__":
    main()
