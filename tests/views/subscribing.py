"""A foreign calendar program, and the trip released again and again for it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import vobject
from flask.testing import FlaskClient

from tests.world import TOKEN, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import Item
from trips.services.importing.bundle import store_bundle
from trips.services.release import make_release

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FEED = f"/p/{TOKEN}/calendar.ics?lang=en"
VISIT, TALK, LEG = UIDS["visit"], UIDS["talk"], UIDS["leg"]


@dataclass(frozen=True)
class Held:
    """An entry that a calendar program holds."""

    order: int
    stamp: datetime
    status: str
    starts: datetime
    summary: str


@dataclass
class Client:
    """A calendar program that merges by UID and believes the highest SEQUENCE, never deleting.

    Reads with vobject, which shares no code with the writer.
    """

    held: dict[str, Held] = field(default_factory=dict)
    moves: list[str] = field(default_factory=list)

    def merge(self, data: str) -> None:
        events = vobject.readOne(data).vevent_list
        assert len({event.uid.value for event in events}) == len(events)
        for event in events:
            self._take(event.uid.value.partition("@")[0], event)

    def _take(self, uid: str, event: Any) -> None:
        new = Held(
            order=int(event.sequence.value),
            stamp=event.dtstamp.value,
            status=event.status.value if hasattr(event, "status") else "",
            starts=event.dtstart.value.replace(tzinfo=None),
            summary=event.summary.value,
        )
        old = self.held.get(uid)
        if old is None or (new.order, new.stamp) > (old.order, old.stamp):
            self.held[uid] = new
            if old is not None:
                self.moves.append(uid)
        else:
            assert replace(new, summary="") == replace(old, summary=""), "changed behind its back"

    @property
    def shown(self) -> dict[str, datetime]:
        return {uid: one.starts for uid, one in self.held.items() if one.status != "CANCELLED"}


def release(world: World, *items: Item, hours: int, **values: Any) -> datetime:
    """Store the trip with these items and release it, `hours` after the first Monday morning."""
    now = NOW + timedelta(hours=hours)
    with world.app.app_context():
        store_bundle(replace(trip(), items=items, **values), actor=COMMAND_LINE, now=now)
        name = f"After {hours} hours"
        make_release(UIDS["trip"], name, actor=COMMAND_LINE, now=now, reason="a test")
    return now


def visit(**values: Any) -> Item:
    return replace(trip().item_by_uid[VISIT], **values)


def talk(**values: Any) -> Item:
    return replace(trip().item_by_uid[TALK], **values)


def feed(phone: FlaskClient, url: str = FEED) -> str:
    answer = phone.get(url)
    assert answer.status_code == 200
    return answer.text
