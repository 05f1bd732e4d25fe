"""A trip of the year before on which somebody of the world was."""

from dataclasses import replace
from datetime import date

from tests.world_trip import UIDS, trip
from trips.domain.participation import (
    Consent,
    ConsentPurpose,
    Delegate,
    DelegateStatus,
    Level,
    Participation,
    Role,
)
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text


def earlier_trip(slug: str, *consents: Consent) -> TripSnapshot:
    """A trip of the year before on which Olena was."""
    now = trip()
    day = date(2025, 5, 5)
    part = Participation(
        uid=slug.ljust(16, "b"),
        person=UIDS["olena"],
        role=Role.DELEGATE,
        present_from=day,
        present_to=day,
        consents=consents,
        delegate=Delegate(
            status=DelegateStatus.ATTENDED,
            level=Level.MUNICIPAL,
            nationality="UA",
            room_wish="quiet",
        ),
    )
    olena = next(each for each in now.persons if each.uid == UIDS["olena"])
    return TripSnapshot(
        trip=replace(
            now.trip,
            uid=slug.ljust(16, "c"),
            slug=slug,
            title=Text(en="Last year"),
            starts_on=day,
            ends_on=day,
            inviting_body=None,
            groups=(),
        ),
        persons=(olena,),
        participations=(part,),
    )


def network(*, is_given: bool) -> Consent:
    return Consent(purpose=ConsentPurpose.NETWORK, is_given=is_given)
