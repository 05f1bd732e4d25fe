"""Small briefs of programmes for the tests of exports, built without a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from trips.domain.briefs.programme import (
    DayBrief,
    ItemBrief,
    LegBrief,
    ProgrammeBrief,
    RowBrief,
    Stamp,
)
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.stop import LegMode
from trips.domain.trip import Group, TripKind
from trips.domain.values.text import EMPTY, Text

STAMP = Stamp(
    as_of=datetime(2015, 9, 11, 14, 20, tzinfo=UTC), zone="Europe/Berlin", number=3, is_sample=True
)


def an_item(starts: datetime, ends: datetime, **facts: Any) -> ItemBrief:
    item = ItemBrief(
        uid=f"item{starts:%Y%m%d%H%M}{starts.fold}",
        kind=ItemKind.VISIT,
        status=ItemStatus.CONFIRMED,
        starts=starts,
        ends=ends,
        zone="Europe/Berlin",
        title=Text(de="Besuch der Villa Leon", en="Visit to Villa Leon"),
    )
    return replace(item, **facts)


def a_leg(departs: datetime, arrives: datetime, **facts: Any) -> LegBrief:
    leg = LegBrief(
        uid="leg1",
        mode=LegMode.TRAIN,
        departs=departs,
        arrives=arrives,
        from_zone="Europe/Berlin",
        to_zone="Europe/Berlin",
        from_city=Text(de="Leipzig", en="Leipzig"),
        to_city=Text(de="Nürnberg", en="Nuremberg"),
        from_hue=1,
        to_hue=2,
        from_station="Leipzig Hbf",
        to_station="Nürnberg Hbf",
        carrier="ICE",
        number="1509",
        coach="23",
        seats="41–66",
        text=EMPTY,
        minutes=196,
    )
    return replace(leg, **facts)


def a_day(rows: Sequence[ItemBrief | LegBrief]) -> DayBrief:
    return DayBrief(
        on=date(2015, 9, 18),
        number=1,
        stops=(),
        sentence=EMPTY,
        dress=EMPTY,
        bring=EMPTY,
        words=(),
        escort=None,
        night=None,
        rows=tuple(
            RowBrief(item=row) if isinstance(row, ItemBrief) else RowBrief(leg=row) for row in rows
        ),
    )


def a_programme(rows: Sequence[ItemBrief | LegBrief], **facts: Any) -> ProgrammeBrief:
    """A programme of one day holding all the rows; days only matter on paper."""
    brief = ProgrammeBrief(
        slug="leipzig-nuernberg",
        uid="trip1",
        kind=TripKind.INFORMATION_TOUR,
        title=Text(de="Soziale Stadt, gemeinsam", en="The social city, together"),
        subtitle=EMPTY,
        summary=EMPTY,
        starts_on=date(2015, 9, 16),
        ends_on=date(2015, 9, 21),
        zone="Europe/Berlin",
        stamp=STAMP,
        inviting_body=EMPTY,
        client=EMPTY,
        contractor=EMPTY,
        number="",
        aims=(),
        learning_questions=(),
        groups=(Group(code="A"), Group(code="B")),
        stops=(),
        days=(a_day(rows),),
        delegations=(),
        others=(),
        contacts=(),
        emergency_phone="",
        practical=(),
        provenance=EMPTY,
        map=None,
    )
    return replace(brief, **facts)
