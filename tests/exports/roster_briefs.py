"""Small rosters for the tests of exports, built without a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tests.exports.briefs import STAMP
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import DelegateStatus, Level, Role
from trips.domain.person import FormOfAddress, LanguageLevel, LanguageSkill, Sex
from trips.domain.values.text import EMPTY, Text

_ROW = RosterRow(
    uid="",
    role=Role.DELEGATE,
    form_of_address=FormOfAddress.MS,
    sex=Sex.FEMALE,
    academic_title="",
    given_name="",
    family_name="",
    own_script="",
    function=Text(de="Stadtplanerin", en="Town planner"),
    organisation=Text(de="Stadt Lwiw", en="City of Lviv"),
    organisation_kind=OrganisationKind.MUNICIPALITY,
    city=Text(de="Lwiw", en="Lviv"),
    country="UA",
    level=Level.MUNICIPAL,
    delegation=Text(de="Ukraine", en="Ukraine"),
    rank=None,
    status=DelegateStatus.CONFIRMED,
    group="A",
    languages=(
        LanguageSkill("uk", LanguageLevel.NATIVE),
        LanguageSkill("en", LanguageLevel.B2),
    ),
    email="o.kovalchuk@example.org",
    phone="+380 32 000 00 00",
    diet=(),
    diet_note="",
    access=(),
    access_note="",
    present_from=date(2015, 9, 16),
    present_to=date(2015, 9, 21),
    arrival_at=datetime(2015, 9, 16, 14, 5),
    arrival_place="Leipzig/Halle",
    arrival_number="LH 178",
    departure_at=None,
    departure_place="",
    departure_number="",
    is_listed=True,
    is_photo_allowed=False,
    brings=EMPTY,
    note="",
)


def a_row(given_name: str, family_name: str, **facts: Any) -> RosterRow:
    uid = f"part-{given_name}-{family_name}".lower()
    names = {"uid": uid, "given_name": given_name, "family_name": family_name}
    return replace(_ROW, **{**names, **facts})


def a_roster(rows: Sequence[RosterRow], **facts: Any) -> RosterBrief:
    brief = RosterBrief(
        slug="leipzig-nuernberg",
        title=Text(de="Soziale Stadt, gemeinsam", en="The social city, together"),
        starts_on=date(2015, 9, 16),
        ends_on=date(2015, 9, 21),
        number="81180000",
        client=Text(de="GIZ", en="GIZ"),
        contractor=Text(de="bgh.", en="bgh."),
        stamp=STAMP,
        rows=tuple(rows),
    )
    return replace(brief, **facts)
