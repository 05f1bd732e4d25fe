"""A person's own data in words: what a column is called, what a value says."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

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
from trips.domain.person import FormOfAddress, Predicate, ProtocolRank, Sex
from trips.domain.privacy.own import HIDDEN, OwnData
from trips.domain.registration.setup import Station
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, date_medium, language_name
from trips.i18n.privacy.kind_wording import privacy_word
from trips.i18n.registration.field_wording import LABELS

Block = tuple[str, list[tuple[str, str]]]
"""Title of a trip, and pairs of label and words."""
Kind = tuple[str, list[Block]]

_LABELS: Final[Mapping[str, str]] = {
    "family_name_first": N_("Family name comes first"),
    "sort_key": N_("Sorted under"),
    "predicate": N_("Predicate"),
    "office": N_("Office"),
    "office_since": N_("In office since"),
    "protocol_rank": N_("Rank of protocol"),
    "organisation_id": N_("Organisation"),
    "salutation": N_("Greeting of its own"),
    "address_block": N_("Address of its own"),
    "wording_reason": N_("Why greeting or address differ"),
    "letter_language": N_("Language of letters"),
    "languages": N_("Languages"),
    "note": N_("Note"),
    "trip_id": N_("Trip"),
    "person_id": N_("Person"),
    "role": N_("Role"),
    "present_from": N_("Present from"),
    "present_to": N_("Present to"),
    "counts": N_("Counts for"),
    "group_id": N_("Group"),
    "contact_for": N_("To be called about"),
    "deleted_at": N_("Taken off the trip"),
    "arrival_at": N_("Arrival"),
    "departure_at": N_("Departure"),
    "consents": N_("Agreements"),
    "extra": N_("From imported lists"),
    "delegation_id": N_("Delegation"),
    "status": N_("Status"),
    "rank": N_("Order within the trip"),
    "permission": N_("Employer's permission"),
    "replaces_id": N_("Takes over a seat"),
    "status_at": N_("Status since"),
    "documents": N_("Documents held"),
    "visa": N_("Visa"),
    "answers": N_("Answers to own questions"),
    "to_review": N_("Changes to be looked at"),
    "sealed": N_("What was typed"),
    "station": N_("Part of the registration"),
    "saved_at": N_("Saved"),
    "is_done": N_("Complete"),
    "at": N_("When"),
    "fields": N_("What was read"),
    "purpose": N_("Purpose"),
    "subject": N_("Concerns"),
    "kind": N_("Kind"),
    "number": N_("Number"),
    "reference": N_("Reference"),
    "locale": N_("Language"),
    "dated": N_("Dated"),
    "issued_at": N_("Issued"),
    "has_passport": N_("Names the passport"),
    "facts": N_("What it says"),
    "revoked_at": N_("Taken back"),
    "recipient": N_("To"),
    "recipient_name": N_("Name in the mail"),
    "body": N_("Wording"),
    "changes": N_("Changes told"),
    "label": N_("Name of the link"),
    "before": N_("Before"),
    "after": N_("Afterwards"),
    "name": N_("Name"),
    "seats": N_("Seats"),
    "contact_id": N_("Contact person"),
    "head_id": N_("Head of the delegation"),
    "participation_id": N_("Participation"),
    "pairs": N_("Pairs of languages"),
    "classes": N_("Working languages"),
    "modes": N_("Kinds of interpreting"),
    "availability": N_("Available"),
    "city": N_("City"),
    "day_fee_minor": N_("Fee a day"),
    "currency": N_("Currency"),
    "interpreter_id": N_("Interpreter"),
    "mode": N_("Kind of interpreting"),
    "source": N_("From language"),
    "target": N_("Into language"),
    "is_both_ways": N_("Both ways"),
}
_ENUMS: Final[Mapping[str, type[StrEnum]]] = {
    "access": Access,
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
}
_COUNTRIES: Final = frozenset({"country", "nationality", "passport_country"})
UNSHOWN: Final = frozenset(
    {
        "contact_id",
        "delegation_id",
        "extra",
        "group_id",
        "head_id",
        "interpreter_id",
        "organisation_id",
        "participation_id",
        "person_id",
        "replaces_id",
        "sort_key",
        "subject",
        "to_review",
        "trip_id",
    }
)
"""Numbers of rows: in the file for machines, of no use to a reader."""


def own_label(column: str, locale: str) -> str:
    """What a column is called for the person concerned."""
    words = _LABELS.get(column) or LABELS.get(column)
    return say(words, locale) if words else column.replace("_", " ").capitalize()


def own_words(column: str, value: Any, locale: str) -> str:
    """What a value says."""
    if value == HIDDEN:
        return say(N_("given; not shown behind a link"), locale)
    if isinstance(value, bool):
        return say(N_("yes"), locale) if value else say(N_("no"), locale)
    if column == "consents":
        return "\n".join(_agreement(each, locale) for each in value)
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
        for record in records:
            pairs = [
                (own_label(each.column, locale), clean(own_words(each.column, each.value, locale)))
                for each in record.values
                if each.column not in UNSHOWN
            ]
            said = [pair for pair in pairs if pair[1]]
            if said:
                blocks.append((clean(record.trip.shown(locale).text), said))
        if blocks:
            found.append((privacy_word(kind, locale), blocks))
    return found


def _single(column: str, value: str, locale: str) -> str:
    if column in _ENUMS:
        members = _ENUMS[column]
        parts = [part for part in value.split(",") if part]
        known = set(members)
        return ", ".join(
            name_of(members(part), locale) if part in known else part for part in parts
        )
    if column in _COUNTRIES:
        return country_name(value, locale)
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
    if "code" in value and "level" in value:
        return f"{language_name(str(value['code']), locale)} ({value['level']})"
    if value and all(len(str(name)) in {2, 3} for name in value):
        return Text(value).shown(locale).text
    pairs = (
        f"{own_label(str(name), locale)}: {own_words(str(name), inner, locale)}"
        for name, inner in value.items()
        if inner not in ("", None, [], {})
    )
    return "; ".join(pairs)


def _agreement(consent: Mapping[str, Any], locale: str) -> str:
    """One answer: what for, yes or no, which wording, when and by whom."""
    purpose = name_of(ConsentPurpose(str(consent["purpose"])), locale)
    answer = own_words("", bool(consent["is_given"]), locale)
    more = [str(consent[name]) for name in ("wording", "by") if consent.get(name)]
    at = consent.get("at")
    when = [_moment(str(at).replace("Z", "+00:00"), locale)] if at else []
    tail = ", ".join(when + more)
    return f"{purpose}: {answer}" + (f" ({tail})" if tail else "")
