"""What was done with a delegate: stations by value, everything personal by name only."""

from collections.abc import Mapping
from typing import Final

from trips.domain.pages.history import HistoryEntry
from trips.domain.participation import DelegateStatus, Permission
from trips.domain.registration_setup import Question
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import join_list
from trips.i18n.history_wording import history_sentence
from trips.i18n.registration.field_wording import LABELS
from trips.i18n.registration.flaw_wording import label_of

_DONE: Final[Mapping[tuple[str, str], str]] = {
    ("create", "participation"): N_("added to the trip"),
    ("delete", "participation"): N_("taken off the trip"),
    ("restore", "participation"): N_("brought back to the trip"),
    ("replace", "participation"): N_("replaced by somebody else"),
    ("create", "person"): N_("added to the address book"),
    ("register", "participation"): N_("registered"),
}
_CHANGED: Final = {
    "edit": N_("changed: %(names)s"),
    "review": N_("looked at what was changed: %(names)s"),
}
_FIELDS: Final[Mapping[str, str]] = {
    "academic_title": N_("Academic title"),
    "access": N_("Access needs"),
    "access_note": N_("Access needs"),
    "answers": N_("Answers"),
    "arrival": N_("Arrival"),
    "badge_name": N_("Name on the badge"),
    "brings": N_("Brings"),
    "consents": N_("Agreements"),
    "counts": N_("Counts for"),
    "country": N_("Country"),
    "delegation": N_("Delegation"),
    "departure": N_("Departure"),
    "diet": N_("Diet"),
    "diet_note": N_("Diet"),
    "documents": N_("Travel documents"),
    "email": N_("E-mail"),
    "family_name": N_("Family name"),
    "form_of_address": N_("Form of address"),
    "function": N_("Function"),
    "given_name": N_("Given names"),
    "group": N_("Group"),
    "languages": N_("Languages"),
    "level": N_("Level"),
    "nationality": N_("Nationality"),
    "note": N_("Note"),
    "organisation": N_("Organisation"),
    "permission": N_("Travel permission"),
    "phone": N_("Phone"),
    "present_from": N_("Present"),
    "present_to": N_("Present"),
    "rank": N_("Rank"),
    "room_wish": N_("Wish for the room"),
    "sex": N_("Sex, if stated"),
    "status": N_("Status"),
    "travel_wish": N_("Wish for the journey"),
    "visa": N_("Visa"),
    "wants": N_("Wants to see"),
}


def delegate_history_words(entry: HistoryEntry, locale: str) -> str:
    """What was done, without who: “Invited → Confirmed”, “changed: Diet and Phone”."""
    if entry.verb == "status" and entry.before and entry.after:
        return _arrow(entry, "status", DelegateStatus, locale)
    if entry.verb == "edit" and set(entry.after) == {"permission"}:
        words = _arrow(entry, "permission", Permission, locale)
        return say(N_("Travel permission: %(change)s"), locale, change=words)
    known = _DONE.get((entry.verb, entry.subject_kind))
    if known:
        return say(known, locale)
    if entry.verb in _CHANGED and (entry.before or entry.after):
        return say(_CHANGED[entry.verb], locale, names=_names(entry, locale))
    return history_sentence(entry, locale)


def field_word(name: str, locale: str, questions: tuple[Question, ...] = ()) -> str:
    """What a field or a question is called; a name nobody knows (any more) stays as it is."""
    if name in _FIELDS:
        return say(_FIELDS[name], locale)
    is_known = name in LABELS or name.startswith(("level-", "q-"))
    return label_of(name, locale, questions) if is_known else name


def _arrow(
    entry: HistoryEntry,
    field: str,
    kind: type[DelegateStatus] | type[Permission],
    locale: str,
) -> str:
    """From what to what; a value that no longer exists stays as it was written."""
    words = [
        name_of(kind(value), locale) if value in set(kind) else str(value)
        for value in (entry.before.get(field, ""), entry.after.get(field, ""))
    ]
    return " → ".join(words)


def _names(entry: HistoryEntry, locale: str) -> str:
    fields = dict.fromkeys([*entry.before, *entry.after])
    words = (field_word(each, locale) for each in fields)
    return join_list(sorted(dict.fromkeys(words)), locale)
