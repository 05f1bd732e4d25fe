"""Who understands what: items with spoken programme against the languages that people need."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trips.domain.findings.crowd import ENOUGH, delegates_of, understands
from trips.domain.findings.language_rules import languages_heard
from trips.domain.findings.plan import SPOKEN, planned_items, present_at
from trips.domain.interpreter import Assignment, Interpreter
from trips.domain.item import Item
from trips.domain.participation import Participation, Role
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.snapshot import TripSnapshot

FLUENT = frozenset({LanguageLevel.C1, LanguageLevel.C2, LanguageLevel.NATIVE})
"""Whoever speaks a language of the trip this well is served in it, whatever their mother tongue."""


class Way(StrEnum):
    """How the people of a language follow an item."""

    INTERPRETED = "interpreted"
    DIRECT = "direct"
    SECOND = "second"
    HOLE = "hole"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why nobody interprets."""

    NO_INTERPRETER = "no_interpreter"
    BUSY = "busy"
    FREE = "free"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """How those who need a language follow an item."""

    language: str
    way: Way
    people: int = 0
    lost: int = 0
    """How many of them follow nothing that is said or interpreted."""
    assignments: tuple[Assignment, ...] = ()
    is_relay: bool = False
    """True where it is interpreted from a language that is not spoken on the floor."""
    via: tuple[LanguageSkill, ...] = ()
    """The second languages in which people follow; the lowest level of each."""
    cause: Cause | None = None
    candidates: tuple[Interpreter, ...] = ()
    """Interpreters of the trip who work into the language: the free ones, or else the busy ones."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """A language that people on the trip need, and whose they are."""

    code: str
    countries: tuple[tuple[str, int], ...]
    """ISO 3166 code and number of people, the largest first; empty where it is not known."""


@dataclass(frozen=True, kw_only=True)
class CoverageRow:
    """An item with a cell for each language of its day."""

    item: Item
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class CoverageDay:
    """A day: its languages and its items."""

    on: date
    needs: tuple[Need, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def holes(self) -> tuple[tuple[Item, Cell], ...]:
        """Where somebody follows nothing."""
        return tuple(
            (row.item, cell) for row in self.rows for cell in row.cells if cell.way is Way.HOLE
        )


def coverage_of(snapshot: TripSnapshot) -> tuple[CoverageDay, ...]:
    """Every day with spoken programme. Languages that the floor always covers have no column."""
    needed = _languages_by_delegate(snapshot)
    items = [item for item in planned_items(snapshot) if item.kind in SPOKEN]
    return tuple(
        _day(snapshot, day, [item for item in items if item.starts.date() == day], needed)
        for day in sorted({item.starts.date() for item in items})
    )


def unknown_speakers(snapshot: TripSnapshot) -> tuple[Participation, ...]:
    """Delegates of whom no language is known: nobody can say whether they understand."""
    return tuple(
        each for each in delegates_of(snapshot) if not snapshot.person_by_uid[each.person].languages
    )


def needed_language(person: Person, working: Iterable[str]) -> str | None:
    """The language somebody is served in: a fluent one of `working`, or else the mother tongue.

    `working` are the languages spoken or interpreted on the trip, the commonest first. None where
    no language is known.
    """
    order = list(working)
    levels = list(LanguageLevel)
    fluent = [skill for skill in person.languages if skill.level in FLUENT and skill.code in order]
    if fluent:
        best = max(fluent, key=lambda each: (levels.index(each.level), -order.index(each.code)))
        return best.code
    if not person.languages:
        return None
    return max(person.languages, key=lambda each: levels.index(each.level)).code


def heard_from(assignment: Assignment, language: str) -> str | None:
    """The language an assignment interprets from into `language`, none if it does not."""
    if assignment.target == language:
        return assignment.source
    return assignment.target if assignment.is_both_ways and assignment.source == language else None


def interpreters_of(snapshot: TripSnapshot) -> tuple[Interpreter, ...]:
    """Interpreters who take part in the trip or are assigned on it."""
    taking_part = {
        each.person
        for each in snapshot.participations
        if each.role is Role.INTERPRETER and each.is_coming
    }
    assigned = {each.interpreter for each in snapshot.assignments}
    return tuple(
        each for each in snapshot.interpreters if each.person in taking_part or each.uid in assigned
    )


def _languages_by_delegate(snapshot: TripSnapshot) -> dict[str, str]:
    targets = Counter(each.target for each in snapshot.assignments)
    floors = Counter(code for item in snapshot.items for code in item.floor_languages)
    working = [code for code, _ in (targets + floors).most_common()]
    found = {
        each.uid: needed_language(snapshot.person_by_uid[each.person], working)
        for each in delegates_of(snapshot)
    }
    return {uid: code for uid, code in found.items() if code}


def _day(
    snapshot: TripSnapshot, on: date, items: list[Item], needed: dict[str, str]
) -> CoverageDay:
    there = {each.uid: each for item in items for each in present_at(snapshot, item)}
    counts = Counter(needed[uid] for uid in there if uid in needed)
    codes = [code for code, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    rows = [[_cell(snapshot, item, code, needed) for code in codes] for item in items]
    shown = [
        index
        for index in range(len(codes))
        if any(row[index].way not in {Way.DIRECT, Way.NOBODY} for row in rows)
    ]
    return CoverageDay(
        on=on,
        needs=tuple(
            _need(
                snapshot,
                codes[index],
                [each for uid, each in there.items() if needed.get(uid) == codes[index]],
            )
            for index in shown
        ),
        rows=tuple(
            CoverageRow(item=item, cells=tuple(row[index] for index in shown))
            for item, row in zip(items, rows, strict=True)
        ),
    )


def _need(snapshot: TripSnapshot, code: str, people: list[Participation]) -> Need:
    countries = Counter(snapshot.person_by_uid[each.person].country for each in people)
    return Need(
        code=code,
        countries=tuple(sorted(countries.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _cell(snapshot: TripSnapshot, item: Item, code: str, needed: dict[str, str]) -> Cell:
    present = present_at(snapshot, item)
    people = [
        snapshot.person_by_uid[each.person] for each in present if needed.get(each.uid) == code
    ]
    if not people:
        return Cell(language=code, way=Way.NOBODY)
    if not item.floor_languages:
        return Cell(language=code, way=Way.UNKNOWN, people=len(people))
    if code in item.floor_languages:
        return Cell(language=code, way=Way.DIRECT, people=len(people))
    assigned = [each for each in snapshot.assignments if each.item == item.uid]
    heard = languages_heard(item.floor_languages, assigned)
    serving = tuple(each for each in assigned if heard_from(each, code) in heard)
    if serving:
        return Cell(
            language=code,
            way=Way.INTERPRETED,
            people=len(people),
            assignments=serving,
            is_relay=all(heard_from(each, code) not in item.floor_languages for each in serving),
        )
    return _unserved(snapshot, item, code, people, heard)


def _unserved(
    snapshot: TripSnapshot, item: Item, code: str, people: list[Person], heard: set[str]
) -> Cell:
    lost = sum(not understands(person, heard) for person in people)
    via = _second_languages(people, heard)
    if not lost:
        return Cell(language=code, way=Way.SECOND, people=len(people), via=via)
    cause, candidates = _cause(snapshot, item, code)
    return Cell(
        language=code,
        way=Way.HOLE,
        people=len(people),
        lost=lost,
        via=via,
        cause=cause,
        candidates=candidates,
    )


def _second_languages(people: list[Person], heard: set[str]) -> tuple[LanguageSkill, ...]:
    levels = list(LanguageLevel)
    lowest: dict[str, LanguageLevel] = {}
    for person in people:
        usable = [each for each in person.languages if each.code in heard and each.level in ENOUGH]
        if usable:
            best = max(usable, key=lambda each: levels.index(each.level))
            known = lowest.get(best.code, best.level)
            lowest[best.code] = min(known, best.level, key=levels.index)
    return tuple(LanguageSkill(code, level) for code, level in sorted(lowest.items()))


def _cause(snapshot: TripSnapshot, item: Item, code: str) -> tuple[Cause, tuple[Interpreter, ...]]:
    able = [
        each
        for each in interpreters_of(snapshot)
        if any(pair.target == code for pair in each.pairs)
    ]
    busy = {
        each.interpreter
        for each in snapshot.assignments
        for other in [snapshot.item_by_uid[each.item]]
        if other.starts < item.ends and item.starts < other.ends
    }
    free = tuple(each for each in able if each.uid not in busy)
    if free:
        return Cause.FREE, free
    return (Cause.BUSY, tuple(able)) if able else (Cause.NO_INTERPRETER, ())


def clashes(snapshot: TripSnapshot, assignment: Assignment) -> tuple[Item, ...]:
    """Other items at which the interpreter is assigned at the same time."""
    item = snapshot.item_by_uid[assignment.item]
    others = {
        each.item
        for each in snapshot.assignments
        if each.interpreter == assignment.interpreter and each.item != item.uid
    }
    return tuple(
        other
        for other in planned_items(snapshot)
        if other.uid in others and other.starts < item.ends and item.starts < other.ends
    )
