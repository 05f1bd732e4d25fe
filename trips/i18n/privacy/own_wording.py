"""A person's own data in words: what a column is called, what a value says."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from trips.domain.organisation import OrganisationKind
from trips.domain.participation import (
    Access,
    ConsentPurpose,
    Counts,
    DelegateStatus,
    Diet,
    Level,
    Permission,
    Role,
)
from trips.domain.person import FormOfAddress, LanguageLevel, Predicate, ProtocolRank, Sex
from trips.domain.privacy.own import HIDDEN, OwnData
from trips.domain.registration_setup import Station
from trips.domain.values.text import Text
from trips.domain.visa_case import VisaStatus
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, date_medium, language_name, mark
from trips.i18n.privacy.column_labels import own_label
from trips.i18n.privacy.kind_wording import privacy_word
from trips.i18n.privacy.purpose_wording import purpose_words

Block = tuple[str, list[tuple[str, str]]]
"""Title of a trip, and pairs of label and words."""
Kind = tuple[str, list[Block]]

_ENUMS: Final[Mapping[str, type[StrEnum]]] = {
    "access": Access,
    "came_from": OrganisationKind,
    "counts": Counts,
    "diet": Diet,
    "form_of_address": FormOfAddress,
    "level": Level,
    "permission": Permission,
    "predicate": Predicate,
    "protocol_rank": ProtocolRank,
    "role": Role,
    "sex": Sex,
    "station": Station,
    "status": DelegateStatus,
    "visa_status": VisaStatus,
}
_VERBS: Final[Mapping[str, str]] = {
    "create": N_("entered"),
    "delete": N_("taken off the trip"),
    "edit": N_("changed"),
    "erase": N_("erased"),
    "register": N_("registered"),
    "restore": N_("put back"),
    "status": N_("status changed"),
}
_HIDDEN_VALUE: Final = N_("given; not shown behind a link")
_HIDDEN_DRAFT: Final = N_("typed and not sent yet; only the person reads it")
_UNSAID: Final = frozenset({"none", "unknown"})
_COUNTRIES: Final = frozenset({"country", "nationality", "passport_country"})
_ONCE_A_TRIP: Final = frozenset({"participation", "delegate", "sealed_value"})
UNSHOWN: Final = frozenset(
    {
        "contact_id",
        "head_id",
        "interpreter_id",
        "participation_id",
        "person_id",
        "replaces_id",
        "sort_key",
        "to_review",
    }
)
"""Numbers of rows: in the file for machines, of no use to a reader."""


def own_words(column: str, value: Any, locale: str) -> str:
    """What a value says."""
    if value == HIDDEN:
        return say(_HIDDEN_DRAFT if column == "sealed" else _HIDDEN_VALUE, locale)
    if isinstance(value, bool):
        return say(N_("Yes"), locale) if value else say(N_("No"), locale)
    if column in _BY_LINE:
        return "\n".join(_BY_LINE[column](each, locale) for each in value)
    if isinstance(value, list):
        return ", ".join(filter(None, (own_words(column, each, locale) for each in value)))
    if isinstance(value, dict):
        return _of_object(value, locale)
    return _single(column, str(value), locale)


def own_blocks(own: OwnData, locale: str, clean: Callable[[str], str] = str) -> list[Kind]:
    """Title of each kind, its records with the title of their trip, and what they say."""
    found: list[Kind] = []
    for kind, records in own.by_kind():
        blocks: list[Block] = []
        trips = {str(record.trip) for record in records}
        for record in records:
            unshown = UNSHOWN | ({"trip_id"} if len(trips) > 1 else set())
            pairs = [
                (own_label(each.column, locale), clean(own_words(each.column, each.value, locale)))
                for each in record.values
                if each.column not in unshown and not _is_key(record.table, each.column)
            ]
            _add(blocks, clean(record.trip.shown(locale).text), pairs, record.table)
        if blocks:
            found.append((privacy_word(kind, locale), [_short(each, locale) for each in blocks]))
    return found


def _add(blocks: list[Block], trip: str, pairs: Iterable[tuple[str, str]], table: str) -> None:
    """What a trip has only one row of stands together under its title."""
    said = [pair for pair in pairs if pair[1]]
    same = next((known for title, known in blocks if title == trip), None)
    if same is not None and table in _ONCE_A_TRIP:
        same += said
    elif said:
        blocks.append((trip, said))


def _short(block: Block, locale: str) -> Block:
    """Values that are all hidden take one line."""
    trip, pairs = block
    hidden = [label for label, words in pairs if words == say(_HIDDEN_VALUE, locale)]
    if len(hidden) < len(pairs):
        return block
    return trip, [(say(N_("Given, not shown here"), locale), ", ".join(hidden))]


def _is_key(table: str, column: str) -> bool:
    """True for a column that names the participation by its uid."""
    return column == "subject" and table in {"link", "reading"}


def _single(column: str, value: str, locale: str) -> str:
    if column in _ENUMS:
        members = _ENUMS[column]
        value = "" if value in _UNSAID else value
        parts = [part for part in value.split(",") if part]
        known = set(members)
        return ", ".join(
            name_of(members(part), locale) if part in known else part for part in parts
        )
    if column in _LOGGED:
        return _LOGGED[column](value, locale)
    if column == "verb":
        return say(_VERBS[value], locale) if value in _VERBS else value
    if column in _COUNTRIES:
        return country_name(value, locale)
    if column == "letter_language":
        return language_name(value, locale)
    return _moment(value, locale)


def _moment(value: str, locale: str) -> str:
    """A day, or an instant in UTC, as people write it; anything else as it is."""
    try:
        if len(value) == len("2026-03-02"):
            return date_medium(date.fromisoformat(value), locale)
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{date_medium(at.date(), locale)}, {at:%H:%M}{' UTC' if at.tzinfo else ''}"


def _of_object(value: Mapping[str, Any], locale: str) -> str:
    """Texts in several languages as the reader's; other objects as pairs."""
    if "heads" in value:
        return "\n".join(str(each) for each in value["heads"])
    if "is_insured" in value or "applied_on" in value:
        value = {"visa_status" if name == "status" else name: each for name, each in value.items()}
    if "code" in value and "level" in value:
        level = name_of(LanguageLevel(str(value["level"])), locale)
        return f"{language_name(str(value['code']), locale)} ({level})"
    if value and all(len(str(name)) in {2, 3} for name in value):
        return Text(value).shown(locale).text
    pairs = (
        f"{own_label(str(name), locale)}{mark(':', locale)}{own_words(str(name), inner, locale)}"
        for name, inner in value.items()
        if inner not in ("", None, [], {})
    )
    return mark(";", locale).join(pairs)


def _answer(answer: Mapping[str, Any], locale: str) -> str:
    """A question of the trip's own with what was answered."""
    given = {"yes": N_("Yes"), "no": N_("No")}.get(str(answer["value"]))
    words = say(given, locale) if given else own_words("", answer["value"], locale)
    return f"{own_words('', answer['question'], locale)} {words}"


def _agreement(consent: Mapping[str, Any], locale: str) -> str:
    """One answer: what for, yes or no, which wording, when and by whom."""
    purpose = name_of(ConsentPurpose(str(consent["purpose"])), locale)
    answer = own_words("", bool(consent["is_given"]), locale)
    more = [str(consent[name]) for name in ("wording", "by") if consent.get(name)]
    at = consent.get("at")
    when = [_moment(str(at).replace("Z", "+00:00"), locale)] if at else []
    tail = ", ".join(when + more)
    return f"{purpose}{mark(':', locale)}{answer}" + (f" ({tail})" if tail else "")


_BY_LINE: Final[Mapping[str, Callable[[Mapping[str, Any], str], str]]] = {
    "answers": _answer,
    "consents": _agreement,
}
"""What is a list of objects, each on a line of its own."""
_LOGGED: Final[Mapping[str, Callable[[str, str], str]]] = {
    "fields": own_label,
    "purpose": purpose_words,
}
"""What the log of readings keeps as codes."""
