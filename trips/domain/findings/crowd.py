"""Who is where on which day: everything about people that does not depend on any item."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from trips.domain.participation import Counts, Participation, Role
from trips.domain.person import LanguageLevel, Person
from trips.domain.snapshot import TripSnapshot

ENOUGH = frozenset({LanguageLevel.B2, LanguageLevel.C1, LanguageLevel.C2, LanguageLevel.NATIVE})
"""From B2 on people follow a specialist talk (CEFR global scale)."""

Profile = tuple[str, frozenset[str]]
"""The mother tongue, and the languages somebody follows well enough."""
Where = tuple[date, tuple[str, ...]]
"""A day and groups; no groups means everyone."""
Stay = tuple[date, date, str]
"""From, to, and the group."""


def delegates_of(snapshot: TripSnapshot) -> tuple[Participation, ...]:
    """Delegates who are coming."""
    return tuple(
        each for each in snapshot.participations if each.role is Role.DELEGATE and each.is_coming
    )


def is_at(each: Participation, on: date, groups: tuple[str, ...]) -> bool:
    """Whether somebody should be at an item of a day: there that day and in one of its groups."""
    return each.present_from <= on <= each.present_to and (
        not groups or not each.group or each.group in groups
    )


def understands(person: Person, languages: set[str]) -> bool:
    """True if the person follows at least one of the languages well enough."""
    return any(skill.code in languages and skill.level in ENOUGH for skill in person.languages)


@dataclass(frozen=True)
class Crowd:
    """The people of a trip, put together once for each day and each set of groups."""

    snapshot: TripSnapshot

    @cached_property
    def delegates(self) -> tuple[Participation, ...]:
        """Delegates who are coming."""
        return delegates_of(self.snapshot)

    @cached_property
    def _stays(self) -> dict[Stay, list[Participation]]:
        stays: dict[Stay, list[Participation]] = {}
        for each in self.delegates:
            stays.setdefault((each.present_from, each.present_to, each.group), []).append(each)
        return stays

    @cached_property
    def _present(self) -> dict[Where, tuple[Participation, ...]]:
        return {}

    def present(self, on: date, groups: tuple[str, ...]) -> tuple[Participation, ...]:
        """Delegates who are there on a day in one of the groups."""
        found = self._present.get((on, groups))
        if found is None:
            found = tuple(
                each
                for (first, last, group), people in self._stays.items()
                if first <= on <= last and (not groups or not group or group in groups)
                for each in people
            )
            self._present[on, groups] = found
        return found

    @cached_property
    def _profile(self) -> dict[str, Profile]:
        """What each delegate of whom a language is known follows, by participation."""
        persons = self.snapshot.person_by_uid
        return {
            each.uid: (
                persons[each.person].languages[0].code,
                frozenset(
                    skill.code for skill in persons[each.person].languages if skill.level in ENOUGH
                ),
            )
            for each in self.delegates
            if persons[each.person].languages
        }

    @cached_property
    def _profiles(self) -> dict[Where, dict[Profile, list[Participation]]]:
        return {}

    def profiles(self, on: date, groups: tuple[str, ...]) -> dict[Profile, list[Participation]]:
        """Delegates who are there, by what they follow; unknown languages are left out."""
        found = self._profiles.get((on, groups))
        if found is None:
            found = {}
            for each in self.present(on, groups):
                if each.uid in self._profile:
                    found.setdefault(self._profile[each.uid], []).append(each)
            self._profiles[on, groups] = found
        return found

    @cached_property
    def _seated(self) -> dict[tuple[Role, Stay], list[Participation]]:
        """Everybody who is coming and takes a seat, by role and stay."""
        found: dict[tuple[Role, Stay], list[Participation]] = {}
        for each in self.snapshot.participations:
            if Counts.SEAT in each.counts and each.is_coming:
                stay = each.present_from, each.present_to, each.group
                found.setdefault((each.role, stay), []).append(each)
        return found

    def seated(self, on: date, groups: tuple[str, ...], interpreting: set[str]) -> dict[Role, int]:
        """How many take a seat at an item, by role; `interpreting` are persons assigned to it.

        Interpreters come where they are assigned, even if the trip does not count them yet.
        Whoever else belongs to no group comes to what is for everyone; where the groups part
        nobody knows which one they join, so they are not counted.
        """
        found: dict[Role, int] = {}
        for (role, (first, last, group)), people in self._seated.items():
            if not first <= on <= last:
                continue
            if role is Role.INTERPRETER:
                number = sum(each.person in interpreting for each in people)
            else:
                number = len(people) if not groups or group in groups else 0
            if number:
                found[role] = found.get(role, 0) + number
        unknown = len(interpreting - self._taking_part)
        if unknown:
            found[Role.INTERPRETER] = found.get(Role.INTERPRETER, 0) + unknown
        return found

    @cached_property
    def _taking_part(self) -> frozenset[str]:
        return frozenset(each.person for each in self.snapshot.participations)
