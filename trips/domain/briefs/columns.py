"""The columns of lists of people, each defined once for screen, workbook, CSV and PDF.

A definition says what is in a column, how sensitive it is and what it is needed for; the
heading is worded in `i18n.column_wording` under the column's key.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Final

from trips.domain.briefs.roster import RosterRow
from trips.domain.person import LanguageSkill
from trips.domain.values.text import Text

Value = (
    str | int | bool | date | datetime | Text | Enum | tuple[Enum, ...] | tuple[LanguageSkill, ...]
)


class Form(Enum):
    """How a value is worded and laid out."""

    NUMBER = auto()
    NAME = auto()
    """Words that are never translated: names, addresses, numbers of flights."""
    TEXT = auto()
    """Content in several languages."""
    WORD = auto()
    """A member of an enumeration."""
    WORDS = auto()
    COUNTRY = auto()
    LANGUAGES = auto()
    DAY = auto()
    MOMENT = auto()
    """Local wall time."""
    YES_NO = auto()
    PROSE = auto()
    """A sentence or more; wraps."""
    CODE = auto()
    """For machines; hidden from readers."""


class Sensitivity(Enum):
    """Who may read it; each level needs a better reason than the one before."""

    PUBLIC = auto()
    """May be handed to every participant, with consent to the list."""
    CONTACT = auto()
    """Ways to reach a person privately."""
    INTERNAL = auto()
    """For those who run the trip."""
    SPECIAL = auto()
    """Reveals health or religion (GDPR, Art. 9)."""


class Purpose(Enum):
    """What a list needs the column for; presets choose by it."""

    IDENTITY = auto()
    PROTOCOL = auto()
    CONTACT = auto()
    PRESENCE = auto()
    TRAVEL = auto()
    MEALS = auto()
    ACCESS = auto()
    STAY = auto()
    CONSENT = auto()
    LEARNING = auto()
    RECORD = auto()


@dataclass(frozen=True)
class Column:
    """A column of the roster. `value` gives None or an empty value where there is nothing."""

    key: str
    value: Callable[[RosterRow], Value | None]
    form: Form
    purpose: Purpose
    sensitivity: Sensitivity = Sensitivity.PUBLIC


_INTERNAL: Final = Sensitivity.INTERNAL
_SPECIAL: Final = Sensitivity.SPECIAL
_CONTACT: Final = Sensitivity.CONTACT

ROSTER_COLUMNS: Final = (
    Column("delegation", lambda row: row.delegation, Form.TEXT, Purpose.PROTOCOL),
    Column("form_of_address", lambda row: row.form_of_address, Form.WORD, Purpose.PROTOCOL),
    Column("academic_title", lambda row: row.academic_title, Form.NAME, Purpose.PROTOCOL),
    Column("family_name", lambda row: row.family_name, Form.NAME, Purpose.IDENTITY),
    Column("given_name", lambda row: row.given_name, Form.NAME, Purpose.IDENTITY),
    Column("function", lambda row: row.function, Form.PROSE, Purpose.PROTOCOL),
    Column("organisation", lambda row: row.organisation, Form.PROSE, Purpose.PROTOCOL),
    Column("city", lambda row: row.city, Form.TEXT, Purpose.PROTOCOL),
    Column("country", lambda row: row.country, Form.COUNTRY, Purpose.PROTOCOL),
    Column("level", lambda row: row.level, Form.WORD, Purpose.PROTOCOL),
    Column("role", lambda row: row.role, Form.WORD, Purpose.PROTOCOL),
    Column("group", lambda row: row.group, Form.NAME, Purpose.PRESENCE),
    Column("present_from", lambda row: row.present_from, Form.DAY, Purpose.PRESENCE),
    Column("present_to", lambda row: row.present_to, Form.DAY, Purpose.PRESENCE),
    Column("languages", lambda row: row.languages, Form.LANGUAGES, Purpose.PRESENCE),
    Column("email", lambda row: row.email, Form.NAME, Purpose.CONTACT, _CONTACT),
    Column("phone", lambda row: row.phone, Form.NAME, Purpose.CONTACT, _CONTACT),
    Column("status", lambda row: row.status, Form.WORD, Purpose.RECORD, _INTERNAL),
    Column("own_script", lambda row: row.own_script, Form.NAME, Purpose.IDENTITY),
    Column("organisation_kind", lambda row: row.organisation_kind, Form.WORD, Purpose.RECORD),
    Column("sex", lambda row: row.sex, Form.WORD, Purpose.RECORD, _INTERNAL),
    Column("arrival_at", lambda row: row.arrival_at, Form.MOMENT, Purpose.TRAVEL, _INTERNAL),
    Column("arrival_place", lambda row: row.arrival_place, Form.NAME, Purpose.TRAVEL, _INTERNAL),
    Column("arrival_number", lambda row: row.arrival_number, Form.NAME, Purpose.TRAVEL, _INTERNAL),
    Column("departure_at", lambda row: row.departure_at, Form.MOMENT, Purpose.TRAVEL, _INTERNAL),
    Column(
        "departure_place", lambda row: row.departure_place, Form.NAME, Purpose.TRAVEL, _INTERNAL
    ),
    Column(
        "departure_number", lambda row: row.departure_number, Form.NAME, Purpose.TRAVEL, _INTERNAL
    ),
    Column("diet", lambda row: row.diet, Form.WORDS, Purpose.MEALS, _SPECIAL),
    Column("diet_note", lambda row: row.diet_note, Form.PROSE, Purpose.MEALS, _SPECIAL),
    Column("access", lambda row: row.access, Form.WORDS, Purpose.ACCESS, _SPECIAL),
    Column("access_note", lambda row: row.access_note, Form.PROSE, Purpose.ACCESS, _SPECIAL),
    Column("room_wish", lambda row: row.room_wish, Form.PROSE, Purpose.STAY, _INTERNAL),
    Column("is_listed", lambda row: row.is_listed, Form.YES_NO, Purpose.CONSENT, _INTERNAL),
    Column(
        "is_photo_allowed",
        lambda row: row.is_photo_allowed,
        Form.YES_NO,
        Purpose.CONSENT,
        _INTERNAL,
    ),
    Column("brings", lambda row: row.brings, Form.PROSE, Purpose.LEARNING),
    Column("note", lambda row: row.note, Form.PROSE, Purpose.RECORD, _INTERNAL),
    Column("uid", lambda row: row.uid, Form.CODE, Purpose.RECORD),
)
"""The complete roster in the order of its columns: who it is first, what is sensitive last."""


def choose_columns(keys: Iterable[str]) -> tuple[Column, ...]:
    """The columns of a preset, in the order of the preset. Raises `KeyError` for an unknown key."""
    by_key = {column.key: column for column in ROSTER_COLUMNS}
    return tuple(by_key[key] for key in keys)


def without(columns: Iterable[Column], *levels: Sensitivity) -> tuple[Column, ...]:
    """The columns that are of none of these levels of sensitivity."""
    return tuple(column for column in columns if column.sensitivity not in levels)
