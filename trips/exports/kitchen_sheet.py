"""The sheet for the kitchen: a row for each day, a column for each diet, numbers only."""

from trips.domain.briefs.roster import RosterBrief
from trips.domain.participation import Diet
from trips.exports.excel.book import FITTING, Book, Printing, SheetPlan, Value
from trips.exports.excel.styles import Style
from trips.i18n.catalogue import N_, say
from trips.i18n.delegates.list_wording import list_name, list_purpose, notes_words
from trips.i18n.enums import name_of
from trips.i18n.stamp import plain, sample_notice, stamp_line

HEADING_ROW = 4


def diets_of(brief: RosterBrief) -> tuple[Diet, ...]:
    """The diets that somebody of the trip needs, in the order of the enumeration."""
    wanted = {diet for day in brief.kitchen for diet, _ in day.diets}
    return tuple(diet for diet in Diet if diet in wanted)


def add_kitchen(book: Book, brief: RosterBrief, locale: str) -> None:
    """Add the sheet to the workbook."""
    diets = diets_of(brief)
    headings = [
        say(N_("Day"), locale),
        say(N_("People"), locale),
        *(name_of(diet, locale) for diet in diets),
        say(N_("Notes"), locale),
    ]
    sheet = book.add_sheet(
        SheetPlan(
            title=list_name(brief.plan, locale),
            widths=[14.0, 10.0, *(13.0 for _ in diets), 48.0],
            freeze=f"B{HEADING_ROW + 1}",
            printing=Printing(
                first_row=HEADING_ROW,
                last_row=HEADING_ROW,
                area="",
                left=stamp_line(brief.stamp, locale),
                centre=sample_notice(brief.stamp, locale),
                right=say(N_("Page {page} of {pages}"), locale),
            ),
        )
    )
    title = f"{list_name(brief.plan, locale)}: {plain(brief.title, locale)}"
    sheet.append([(title, Style.TITLE)], height=26)
    sheet.append([(list_purpose(brief.plan, locale), Style.SUBTITLE)])
    sheet.append([(stamp_line(brief.stamp, locale), Style.SUBTITLE)], height=20)
    sheet.append([(text, Style.HEADING) for text in headings], height=30)
    for day in brief.kitchen:
        known = dict(day.diets)
        cells: list[tuple[Value, Style]] = [(day.on, Style.DAY), (day.people, Style.NUMBER)]
        cells += [(known.get(diet, 0), Style.NUMBER) for diet in diets]
        sheet.append([*cells, (notes_words(day) or None, Style.PROSE)], height=FITTING)
