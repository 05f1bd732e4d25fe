"""What was noticed while a workbook was read, and what its import would change, in words."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from trips.domain.importing.values import FieldChange, Value
from trips.domain.importing.workbook import Issue
from trips.domain.item import ItemKind
from trips.domain.person import LanguageSkill
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, date_medium, join_list, language_name

REFUSALS: Final = {
    "empty": N_("The file is empty."),
    "not_a_workbook": N_("This is neither an Excel workbook (.xlsx) nor a table as text (.csv)."),
    "old_excel": N_("This is a workbook of the old format .xls. Save it as .xlsx and try again."),
    "binary_workbook": N_("This is a binary workbook (.xlsb). Save it as .xlsx and try again."),
    "open_document": N_("This is an OpenDocument file. Save it as .xlsx and try again."),
    "encrypted": N_("The workbook is protected by a password. Remove the password and try again."),
    "damaged": N_("The workbook is damaged and cannot be read."),
    "entities": N_("The workbook defines entities, as only manipulated files do. It is not read."),
    "unsafe_name": N_("The workbook contains a part with an unsafe name: “%(name)s”."),
    "nested_archive": N_("The workbook contains another archive: “%(name)s”."),
    "bomb": N_("The workbook unpacks to far more than its size. It is not read."),
    "too_large": N_("The workbook is too large. At most %(limit_mb)s MB are read."),
    "too_many_elements": N_(
        "The workbook has far more formatted cells than content. Delete empty rows and columns."
    ),
    "too_many_entries": N_("The workbook has more than %(limit)s parts."),
    "too_many_sheets": N_("The workbook has more than %(limit)s sheets."),
    "too_many_rows": N_("Sheet “%(in_sheet)s” has content beyond row %(limit)s."),
    "too_many_columns": N_("Sheet “%(in_sheet)s” has content beyond column %(limit)s."),
    "too_many_cells": N_("The workbook has more than %(limit)s cells with content."),
    "too_many_merged": N_("Sheet “%(in_sheet)s” has more merged cells than are read."),
    "too_many_comments": N_("A sheet has more than %(limit)s comments."),
    "too_many_texts": N_("The workbook has more than %(limit)s different texts."),
    "text_too_long": N_("A cell holds more than %(limit)s characters."),
    "no_table": N_("No sheet has a row of headings for a programme or for delegates."),
    "no_rows": N_("There are no rows below the headings."),
}

PROBLEMS: Final = {
    "cell_error": N_("The cell shows the error %(value)s."),
    "formula_without_value": N_(
        "The cell holds a formula without a stored result. Open and save the file in Excel."
    ),
    "date_missing": N_("The row has no date, and no date stands above it."),
    "date_unreadable": N_("“%(value)s” is no date."),
    "date_impossible": N_("“%(value)s” is a date that does not exist."),
    "date_ambiguous": N_("“%(value)s” may be two different days. Write the month as a word."),
    "date_incomplete": N_("“%(value)s” names no day, and the days of the trip are not known."),
    "year_missing": N_("“%(value)s” has no year, and the file shows none elsewhere."),
    "weekday_disagrees": N_("“%(value)s”: weekday and date do not agree."),
    "day_outside_trip": N_("“%(value)s”: the trip has no such day."),
    "date_outside_trip": N_("“%(value)s” lies outside the dates of the trip."),
    "time_unreadable": N_("“%(value)s” is no time."),
    "end_before_start": N_("The end comes before the start."),
    "title_missing": N_("The row has no title."),
    "name_missing": N_("The row has no name."),
    "country_unknown": N_("“%(value)s” is no country that is known by this name."),
    "email_unreadable": N_("“%(value)s” is no e-mail address."),
    "line_without_name": N_("“%(value)s” has no name that could be found."),
    "paste_unreadable": N_("The text cannot be read from line %(line)s on."),
    "too_many_lines": N_("The text has more than %(limit)s lines. Import a workbook instead."),
    "nobody_pasted": N_("No line names a person."),
}

ASSUMPTIONS: Final = {
    "date_assumed": N_("“%(value)s” is taken for %(date)s."),
    "part_of_day": N_("“%(value)s” is no exact time; one was assumed."),
    "start_assumed": N_("No start is written; %(time)s is assumed."),
    "end_assumed": N_("No end is written; %(time)s is assumed."),
    "kind_assumed": N_("The kind is not written; “%(kind_name)s” is assumed."),
    "kind_unknown": N_("“%(value)s” is no known kind; “%(kind_name)s” is assumed."),
    "title_from_kind": N_("There is no title; the kind is taken for it."),
    "name_order_assumed": N_(
        "“%(given)s” is taken for the first name, “%(family)s” for the last name."
    ),
    "section_taken": N_("“%(value)s” is taken for a heading of the rows below it."),
    "language_level_assumed": N_("No level of language is written; B2 is assumed."),
}

NOTICES: Final = {
    "macros_ignored": N_("The workbook contains macros. They were not run."),
    "external_links_ignored": N_("Links to other files were not followed."),
    "sheet_ignored": N_("The sheet has no known headings and was left out."),
    "hidden_sheet_ignored": N_("The sheet is hidden and was left out."),
    "hidden_rows_read": N_("Hidden rows were read too: %(rows)s."),
    "hidden_columns_read": N_("Hidden columns were read too: %(columns)s."),
    "section_ignored": N_("Row %(at_row)s, “%(value)s”, is taken for a heading."),
    "language_unknown": N_("“%(value)s” is no known language; it is kept as text."),
    "roster_read": N_(
        "This is the roster. Its grey columns and everybody who is no delegate are for reading; "
        "changes of them are made on the pages."
    ),
    "roster_state": N_(
        "It was made from: %(state)s. What was changed in the trip since then stays, unless the "
        "same was changed in the file."
    ),
    "roster_heading_known": N_(
        "The heading “%(heading)s” is new; by what stands below it, the column is “%(known)s”."
    ),
    "roster_without_memory": N_(
        "The file does not tell what it said when it was exported: it is compared with the trip of "
        "today, and what was changed there meanwhile looks like a change of the file."
    ),
    "roster_column_kept": N_("The cell was changed, but is for reading only: the trip keeps it."),
    "roster_person_kept": N_(
        "The cell was changed, but only delegates are changed by a file: the trip keeps it."
    ),
    "roster_person_gone": N_(
        "%(name)s is no longer on the trip since the file was made, and is left out."
    ),
    "place_vacant": N_("The place is still to be filled: nobody is nominated by this row."),
    "sealed_left_out": N_(
        "Passports and dates of birth are read from no list: %(columns)s. They are asked for in "
        "the registration and kept encrypted."
    ),
    "greeting_left_out": N_("The line is taken for a greeting and left out."),
    "status_unknown": N_("“%(value)s” is no known status; it is kept as text."),
    "level_unknown": N_("“%(value)s” is no known level; it is kept as text."),
    "sex_unknown": N_("“%(value)s” is no known entry; it is kept as text."),
    "two_languages_kept": N_(
        "“%(value)s” may be German and English in one cell; it is kept whole. Columns of their own "
        "for each language, or “de: … en: …”, make it clear."
    ),
    "date_kept_as_text": N_("“%(value)s” is no date; it is kept as text."),
}

SENTENCES: Final = {**REFUSALS, **PROBLEMS, **ASSUMPTIONS, **NOTICES}

FIELDS: Final = {
    "starts": N_("Start"),
    "ends": N_("End"),
    "is_start_assumed": N_("Start assumed"),
    "is_end_assumed": N_("End assumed"),
    "kind": N_("Kind"),
    "title": N_("Title"),
    "status": N_("Status"),
    "city": N_("City"),
    "venue": N_("Venue"),
    "room": N_("Room"),
    "address": N_("Address"),
    "host": N_("Host"),
    "text": N_("Description"),
    "dress": N_("Dress code"),
    "internal_note": N_("Internal note"),
    "floor_languages": N_("Languages"),
    "groups": N_("Groups"),
    "extra": N_("Further columns"),
    "given_name": N_("First name"),
    "family_name": N_("Last name"),
    "own_script": N_("Name in own script"),
    "academic_title": N_("Academic title"),
    "form_of_address": N_("Form of address"),
    "sex": N_("Sex"),
    "function": N_("Function"),
    "organisation": N_("Organisation"),
    "country": N_("Country"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "languages": N_("Languages"),
    "delegation": N_("Delegation"),
    "level": N_("Level"),
    "room_wish": N_("Room wish"),
    "brings": N_("Brings along"),
    "group": N_("Group"),
    "diet": N_("Diet"),
    "diet_note": N_("Note on diet"),
    "access": N_("Access needs"),
    "access_note": N_("Note on access"),
    "present_from": N_("Present from"),
    "present_to": N_("Present until"),
    "note": N_("Note"),
}


def issue_sentence(issue: Issue, locale: str) -> str:
    """Say what is the matter, without the place."""
    facts = dict(issue.facts)
    facts.setdefault("limit_mb", 10)
    facts["in_sheet"] = facts.get("sheet", "")
    facts["at_row"] = facts.get("row", "")
    if "kind" in facts:
        facts["kind_name"] = name_of(ItemKind(str(facts["kind"])), locale)
    if "date" in facts:
        facts["date"] = date_medium(date.fromisoformat(str(facts["date"])), locale)
    return say(SENTENCES[issue.code], locale, **facts)


def issue_place(issue: Issue, locale: str) -> str:
    """Name sheet, row and column; empty for a file as a whole."""
    facts = {"sheet": issue.sheet, "row": issue.row, "column": issue.column}
    if issue.column and issue.sheet:
        return say(
            N_("Sheet “%(sheet)s”, row %(row)s, column %(column)s (%(heading)s)"),
            locale,
            heading=issue.heading or issue.column,
            **facts,
        )
    if issue.row and not issue.sheet:
        return say(N_("Line %(row)s"), locale, **facts)
    if issue.row:
        return say(N_("Sheet “%(sheet)s”, row %(row)s"), locale, **facts)
    return say(N_("Sheet “%(sheet)s”"), locale, **facts) if issue.sheet else ""


def row_places(refs: Iterable[str], locale: str) -> str:
    """Name rows by their `ref` within the file."""
    pairs = (ref.rpartition("!") for ref in refs)
    places = [_row_place(sheet, row, locale) for sheet, _, row in pairs]
    return join_list(places, locale)


def _row_place(sheet: str, row: str, locale: str) -> str:
    """Name a row of a sheet, or a line of pasted text."""
    if not sheet:
        return say(N_("line %(row)s"), locale, row=row)
    return say(N_("sheet “%(sheet)s”, row %(row)s"), locale, sheet=sheet, row=row)


def issue_line(issue: Issue, locale: str) -> str:
    """Say place and matter in one line, as the command line prints it."""
    place = issue_place(issue, locale)
    sentence = issue_sentence(issue, locale)
    return f"{place}: {sentence}" if place else sentence


def more_issues(count: int, locale: str) -> str:
    """Say how many issues are not listed; empty for none."""
    return say(N_("and %(n)s more"), locale, n=count) if count else ""


def field_name(name: str, locale: str) -> str:
    """Name the field of a change."""
    return say(FIELDS[name], locale)


def change_sentence(change: FieldChange, locale: str) -> str:
    """Say one change: field, what it says now, what the file says."""
    return say(
        N_("%(field)s: %(old)s → %(new)s"),
        locale,
        field=field_name(change.field, locale),
        old=value_words(change.old, locale),
        new=value_words(change.new, locale),
    )


def value_words(value: Value | object, locale: str) -> str:
    """Write a value as a reader knows it; a dash for nothing."""
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, Text):
        return " / ".join(value.values()) or "–"
    if isinstance(value, tuple):
        return join_list([_entry(entry, locale) for entry in value], locale)
    return _entry(value, locale)


def _entry(value: object, locale: str) -> str:
    if isinstance(value, bool):
        return say(N_("yes"), locale) if value else say(N_("no"), locale)
    if isinstance(value, StrEnum):
        return name_of(value, locale)
    if isinstance(value, LanguageSkill):
        return f"{language_name(value.code, locale)} {name_of(value.level, locale)}"
    if isinstance(value, tuple):
        return ": ".join(map(str, value))
    if isinstance(value, datetime):
        return f"{date_medium(value.date(), locale)}, {clock(value)}"
    return date_medium(value, locale) if isinstance(value, date) else str(value)
