"""A delegate who registers, small enough for every test of the rules."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from trips.domain.data_protection import DataProtection
from trips.domain.participation import Capacity, Delegate, DelegateStatus, Participation, Role
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.registration.registrant import Registrant, RegistrationTrip, StationDraft
from trips.domain.registration_setup import Registration, Station
from trips.domain.values.text import Text

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = NOW.date()


def registering(
    registration: Registration | None = None,
    status: DelegateStatus = DelegateStatus.INVITED,
    **facts: Any,
) -> Registrant:
    """Oksana, invited; `facts` go to the participation."""
    delegate = facts.pop("delegate", Delegate(status=status))
    return Registrant(
        trip=RegistrationTrip(
            uid="trip",
            slug="study-tour",
            title=Text(en="Social City"),
            starts_on=date(2026, 3, 16),
            ends_on=date(2026, 3, 18),
            zone="Europe/Berlin",
            languages=("de", "en", "uk"),
            registration=registration or Registration(is_open=True),
            data_protection=DataProtection(),
            is_sample=False,
        ),
        person=Person(
            uid="oksana",
            given_name="Oksana",
            family_name="Kovalenko",
            function=Text(de="Bürgermeisterin"),
            email="oksana@example.org",
            languages=(LanguageSkill("uk", LanguageLevel.NATIVE),),
        ),
        participation=Participation(
            uid="part",
            person="oksana",
            role=Role.DELEGATE,
            present_from=date(2026, 3, 16),
            present_to=date(2026, 3, 18),
            delegate=replace(delegate, status=status),
            **facts,
        ),
    )


def drafted(
    known: Registrant, station: Station, by: Capacity = Capacity.SELF, **typed: str
) -> Registrant:
    """The same with something typed at a station."""
    draft = StationDraft(
        typed={name: (value,) for name, value in typed.items()},
        by=by,
        locale="en",
        saved_at=NOW,
        is_done=True,
        version=1,
    )
    return replace(known, drafts=(*known.drafts, (station, draft)))
