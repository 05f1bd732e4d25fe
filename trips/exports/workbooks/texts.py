"""What stands in workbooks to be filled in or changed: headings, examples, notes."""

from datetime import date, time
from enum import StrEnum
from typing import Final

from trips.domain.item import ItemKind, ItemStatus
from trips.domain.participation import DelegateStatus, Diet, Level
from trips.domain.person import FormOfAddress
from trips.i18n.catalogue import N_

Cell = str | date | time | StrEnum | None

SHEET_NAMES: Final = {
    "programme": N_("Programme"),
    "delegates": N_("Delegates"),
    "notes": N_("Notes"),
    "lists": N_("Lists"),
    "asides": N_("To read"),
}

PROGRAMME_HEADINGS: Final = (
    ("date", N_("Date"), "date"),
    ("start", N_("Start"), "time"),
    ("end", N_("End"), "time"),
    ("city", N_("City"), ""),
    ("kind", N_("Kind"), "kind"),
    ("title_de", N_("Title (de)"), ""),
    ("title_en", N_("Title (en)"), ""),
    ("venue", N_("Venue"), ""),
    ("room", N_("Room"), ""),
    ("address", N_("Address"), ""),
    ("host", N_("Host"), ""),
    ("languages", N_("Language"), ""),
    ("group", N_("Group"), "text"),
    ("status", N_("Status"), "item_status"),
    ("text_de", N_("Description (de)"), ""),
    ("text_en", N_("Description (en)"), ""),
    ("dress_de", N_("Dress code (de)"), ""),
    ("dress_en", N_("Dress code (en)"), ""),
    ("note", N_("Note"), ""),
)
"""Key, heading, and the format or list of the column."""

DELEGATE_HEADINGS: Final = (
    ("form_of_address", N_("Form of address"), "form_of_address"),
    ("academic_title", N_("Academic title"), ""),
    ("given_name", N_("First name"), ""),
    ("family_name", N_("Last name"), ""),
    ("function_de", N_("Function (de)"), ""),
    ("function_en", N_("Function (en)"), ""),
    ("organisation", N_("Organisation"), ""),
    ("country", N_("Country"), ""),
    ("delegation", N_("Delegation"), ""),
    ("level", N_("Level"), "level"),
    ("email", N_("E-mail"), ""),
    ("phone", N_("Phone"), "text"),
    ("languages", N_("Languages"), ""),
    ("group", N_("Group"), "text"),
    ("diet", N_("Diet"), "diet"),
    ("access", N_("Access needs"), ""),
    ("status", N_("Status"), "delegate_status"),
    ("present_from", N_("Present from"), "date"),
    ("present_to", N_("Present until"), "date"),
    ("room_wish", N_("Room wish"), ""),
    ("brings_de", N_("Brings along (de)"), ""),
    ("brings_en", N_("Brings along (en)"), ""),
    ("note", N_("Note"), ""),
)

UID_HEADING: Final = N_("Lernreise ID")

EXAMPLE_MARK: Final = N_("Example: please overwrite or delete")

_FIRST: Final = date(2027, 5, 10)

PROGRAMME_EXAMPLES: Final[tuple[dict[str, Cell], ...]] = (
    {
        "date": _FIRST,
        "start": time(9, 30),
        "end": time(11, 0),
        "city": "Leipzig",
        "kind": ItemKind.VISIT,
        "title_de": "Besuch im Stadtteilladen",
        "title_en": "Visit to the neighbourhood office",
        "venue": "Stadtteilladen Grünau",
        "address": "Stuttgarter Allee 19, 04209 Leipzig",
        "host": "Stadt Leipzig",
        "languages": N_("German, English"),
        "status": ItemStatus.REQUESTED,
    },
    {
        "date": _FIRST,
        "start": time(12, 0),
        "end": time(13, 0),
        "city": "Leipzig",
        "kind": ItemKind.MEAL,
        "title_de": "Mittagessen",
        "title_en": "Lunch",
        "group": "A",
        "status": ItemStatus.IDEA,
    },
)

DELEGATE_EXAMPLES: Final[tuple[dict[str, Cell], ...]] = (
    {
        "form_of_address": FormOfAddress.MS,
        "academic_title": "Dr.",
        "given_name": "Thandi",
        "family_name": "Beispiel",
        "function_de": "Bürgermeisterin",
        "function_en": "Mayor",
        "organisation": "Example City",
        "country": N_("South Africa"),
        "level": Level.MUNICIPAL,
        "email": "thandi@example.org",
        "phone": "+27 12 0000000",
        "languages": N_("English C1, German B1"),
        "diet": Diet.VEGETARIAN,
        "status": DelegateStatus.NOMINATED,
        "present_from": _FIRST,
        "present_to": date(2027, 5, 14),
    },
)

NOTES: Final = (
    N_("How to fill in this workbook"),
    N_("The rows in italics are examples. Please overwrite or delete them."),
    N_("Columns may stand in any order and may be left out; further columns are kept."),
    N_(
        "Dates and times may be real dates or text: 10.05.2027, Mon 10 May, 9.30, 2:30 pm, 9–10.30."
    ),
    N_("A row without a time follows the one before it. A missing end is assumed and marked."),
    N_("Several groups in parallel: one row each, with the group in its column."),
    N_("Languages of delegates may carry a level: English C1, German B1."),
    N_("Importing an unchanged file again changes nothing. Nothing is deleted by an import."),
)

BACK_NOTES: Final = (
    N_("How to change this workbook and bring it back"),
    N_("Change cells as you like, add rows, and import the file into the same trip."),
    N_("Only cells that you changed are changed in the trip; emptying a cell empties the field."),
    N_("A row that you delete is asked about: the item stays, or is cancelled."),
    N_("What somebody else changed meanwhile stays; if you changed the same, you are asked."),
    N_("A copied row becomes an item of its own. Formulas are read with the value they show."),
    N_("Hidden columns and sheets hold what the trip said before. Please leave them."),
)

NOMINATION_NOTES: Final = (
    N_("How to nominate people with this workbook"),
    N_("One row is one person. Last name and first name are needed, as in the passport."),
    N_("An e-mail address of their own lets people register by a personal link."),
    N_("Languages may carry a level: English C1, German B1."),
    N_("Correct what is known already. What you leave empty is asked for later."),
    N_("Please write nothing about health, diet or passports here; each person is asked by us."),
    N_("Then send the file back to whoever sent it. Hidden columns and sheets belong to it."),
)
