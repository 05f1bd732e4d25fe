"""What a file says in few words: assumptions by kind, rows as ranges, differences by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from trips.domain.importing.workbook import Issue, WorkbookReading
from trips.i18n.catalogue import N_, say
from trips.i18n.import_wording import issue_line

ASSUMED: Final = {
    "date_assumed": N_("Date assumed"),
    "part_of_day": N_("Time of day assumed"),
    "start_assumed": N_("Start assumed"),
    "end_assumed": N_("End assumed"),
    "kind_assumed": N_("Kind assumed, none is written"),
    "kind_unknown": N_("Kind assumed, the written one is not known"),
    "title_from_kind": N_("Kind taken for the title"),
    "name_order_assumed": N_("Order of first and last name assumed"),
    "section_taken": N_("Line taken for a heading of the rows below"),
    "language_level_assumed": N_("Level of language assumed: B2"),
}
KINDS: Final = {
    "trip": N_("Trip itself"),
    "project": N_("Project"),
    "stops": N_("Stops with hotels"),
    "legs": N_("Legs"),
    "items": N_("Programme items"),
    "delegations": N_("Delegations"),
    "participations": N_("People on the trip"),
    "interpreters": N_("Interpreters"),
    "assignments": N_("Interpreting assignments"),
    "sources": N_("Sources"),
    "organisations": N_("Address book: organisations"),
    "persons": N_("Address book: people"),
    "sites": N_("Address book: sites"),
}


@dataclass(frozen=True)
class IssueGroup:
    """Issues of one kind: what it is, where, and each in full."""

    title: str
    where: str
    lines: tuple[str, ...]


def assumption_groups(reading: WorkbookReading, locale: str) -> tuple[IssueGroup, ...]:
    """What had to be assumed, by kind, in the order in which the kinds first appear."""
    by_code: dict[str, list[Issue]] = {}
    for issue in reading.assumptions:
        by_code.setdefault(issue.code, []).append(issue)
    return tuple(
        IssueGroup(
            title=say(ASSUMED[code], locale),
            where=places(issues, locale),
            lines=tuple(issue_line(issue, locale) for issue in issues),
        )
        for code, issues in by_code.items()
    )


def places(issues: Iterable[Issue], locale: str) -> str:
    """The sheets and rows of issues: “Programm: 3, 5, 9–12; Gäste: 4”."""
    rows: dict[str, list[int]] = {}
    for issue in issues:
        rows.setdefault(issue.sheet, []).append(issue.row)
    pattern = N_("%(sheet)s: rows %(rows)s")
    return "; ".join(
        say(pattern, locale, sheet=sheet, rows=row_ranges(numbers))
        for sheet, numbers in rows.items()
    )


def row_ranges(rows: Iterable[int]) -> str:
    """Row numbers, those that follow each other as a range: 3, 5, 9–12."""
    numbered = enumerate(sorted({row for row in rows if row}))
    runs = [
        [row for _index, row in run]
        for _key, run in groupby(numbered, key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def kind_word(kind: str, locale: str) -> str:
    """What the objects of a `KindDifference` are called."""
    return say(KINDS[kind], locale)
