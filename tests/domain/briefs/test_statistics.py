from dataclasses import replace
from datetime import date

from tests.exports.roster_briefs import a_row
from trips.domain.briefs.figures import Count, Line
from trips.domain.briefs.statistics import count_roster
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Level, Role
from trips.domain.person import Sex

OKSANA = a_row("Oksana", "Kovalchuk", person="oksana")
PETRO = a_row("Petro", "Lysenko", person="petro", sex=Sex.MALE, level=Level.NATIONAL)
WENJIE = a_row("Wenjie", "Ouyang", person="wenjie", sex=Sex.UNKNOWN, country="CN", level=None)


def one(**facts: object) -> Count:
    count = Count(people=1, by_sex={Sex.FEMALE: 1}, participations=1, person_days=6)
    return replace(count, **facts)


def test_a_person_in_two_roles_is_one_person_and_two_participations() -> None:
    as_speaker = replace(OKSANA, uid="x", role=Role.SPEAKER, present_from=date(2015, 9, 14))
    assert count_roster([OKSANA, as_speaker]).total == one(participations=2, person_days=8)


def test_first_and_last_day_count_as_days_of_presence() -> None:
    for_a_day = replace(OKSANA, present_to=OKSANA.present_from)
    assert count_roster([for_a_day]).total.person_days == 1


def test_only_those_count_who_count_for_the_statistics() -> None:
    assert count_roster([OKSANA, replace(PETRO, is_counted=False)]).total == one()


def test_sexes_are_only_those_that_people_stated() -> None:
    total = count_roster([OKSANA, PETRO, WENJIE]).total
    assert (total.women, total.men, total.others) == (1, 1, 1)
    assert total.by_sex == {Sex.FEMALE: 1, Sex.MALE: 1, Sex.UNKNOWN: 1}


def test_tables_go_by_number_of_people_and_end_with_what_is_not_stated() -> None:
    counts = count_roster([WENJIE, OKSANA, PETRO])
    assert [line.key for line in counts.by_country] == ["UA", "CN"]
    assert [line.key for line in counts.by_level] == ["municipal", "national", ""]
    assert [line.key for line in counts.by_sex] == ["female", "male", ""]
    assert counts.by_organisation_kind == (Line("municipality", counts.total),)


def test_a_person_belongs_where_the_first_role_that_says_it_belongs() -> None:
    silent = replace(OKSANA, uid="x", level=None, organisation_kind=None)
    other = replace(
        OKSANA, uid="y", level=Level.NATIONAL, organisation_kind=OrganisationKind.MINISTRY
    )
    counts = count_roster([silent, OKSANA, other])
    assert [line.key for line in counts.by_level] == ["municipal"]
    assert counts.by_level[0].count.participations == 3


def test_the_lines_of_every_table_add_up_to_the_total() -> None:
    rows = [OKSANA, PETRO, WENJIE, replace(OKSANA, uid="x", country="DE")]
    counts = count_roster(rows)
    for table in (
        counts.by_country,
        counts.by_level,
        counts.by_sex,
        counts.by_organisation_kind,
    ):
        assert sum(line.count.people for line in table) == counts.total.people == 3
        assert sum(line.count.participations for line in table) == 4
        assert sum(line.count.person_days for line in table) == counts.total.person_days


def test_nobody_is_no_line() -> None:
    assert count_roster([]).by_country == ()
