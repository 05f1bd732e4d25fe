"""What the answers of a registration make of a person and their part in the trip."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any, Final

from trips.domain.participation import Access, Delegate, Diet, Journey, Level, Participation
from trips.domain.person import FormOfAddress, LanguageLevel, LanguageSkill, Person, Sex
from trips.domain.privacy.sealed import EMERGENCY, PASSPORT, SealedField
from trips.domain.registration.catalogue import PERMITS
from trips.domain.registration.plan import PlannedField, StationPlan
from trips.domain.registration_setup import Answer
from trips.domain.values.text import EMPTY, Text
from trips.domain.visa_case import HeldDocument, TravelDocument

LEVEL_MEANS: Final[Mapping[str, tuple[LanguageLevel, ...]]] = {
    "little": (LanguageLevel.A2, LanguageLevel.A1),
    "well": (LanguageLevel.B2, LanguageLevel.B1),
    "fluent": (LanguageLevel.C2, LanguageLevel.C1, LanguageLevel.NATIVE),
}
"""The three words of the form; the first level is what a word newly chosen is taken for."""
PERSON_LINES: Final = frozenset(
    {
        "given_name",
        "family_name",
        "own_script",
        "academic_title",
        "badge_name",
        "country",
        "email",
        "phone",
        "postal_address",
    }
)
DELEGATE_LINES: Final = frozenset({"room_wish", "travel_wish", "nationality"})
DELEGATE_TEXTS: Final = frozenset({"brings", "wants"})
SEALED: Final = PASSPORT | EMERGENCY


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The person and their part as the answers make them."""

    person: Person
    participation: Participation
    known_organisation: Text = EMPTY
    organisation: str = ""
    """Name of another organisation than the one that is known."""
    sealed: Mapping[SealedField, str] = field(default_factory=dict)
    """What was typed anew; whether it differs, only who writes it can tell."""
    touched: tuple[str, ...] = ()
    """Fields of the form that changed, sealed ones as soon as they are typed."""

    @property
    def delegate(self) -> Delegate:
        """What only delegates have."""
        return self.participation.delegate or Delegate()

    def with_delegate(self, **changes: Any) -> "Outcome":
        """The same with something of the delegate changed."""
        delegate = replace(self.delegate, **changes)
        return replace(self, participation=replace(self.participation, delegate=delegate))

    def with_part(self, **changes: Any) -> "Outcome":
        """The same with something of the participation changed."""
        return replace(self, participation=replace(self.participation, **changes))

    def with_person(self, **changes: Any) -> "Outcome":
        """The same with something of the person changed."""
        return replace(self, person=replace(self.person, **changes))


Values = Mapping[str, Any]
"""By control, as `checking.check_station` reads them."""


def apply_station(before: Outcome, station: StationPlan, values: Values, locale: str) -> Outcome:
    """What a station's values make of what is known; words stand in the language `locale`.

    A field of which a control is missing from `values` stays as it is.
    """
    now = before
    for each in station.fields:
        if all(control.name in values for control in each.controls):
            new = _apply(now, each, values, locale)
            now = new if new == now else replace(new, touched=(*now.touched, each.name))
    return now


def to_review(
    delegate: Delegate, asked: Mapping[str, PlannedField], touched: tuple[str, ...]
) -> tuple[str, ...]:
    """Fields to be looked at: those that were before, then those that these changes touched."""
    new = [name for name in asked if name in touched and asked[name].asks_again]
    return (*delegate.to_review, *(name for name in new if name not in delegate.to_review))


def _apply(now: Outcome, each: PlannedField, values: Values, locale: str) -> Outcome:
    name, value = each.name, values.get(each.name)
    if each.question is not None:
        return _answered(now, each.question.uid, value)
    if each.is_secret:
        return _sealed(now, each, values)
    if name in PERSON_LINES:
        return now.with_person(**{name: value})
    if name in DELEGATE_LINES:
        return now.with_delegate(**{name: value})
    if name in DELEGATE_TEXTS:
        return now.with_delegate(**{name: _text(getattr(now.delegate, name), value, locale)})
    special = _SPECIAL.get(name)
    return special(now, values, locale) if special else now


def _text(old: Text, words: Any, locale: str) -> Text:
    """The text with new words in a language; untouched where it says the same already."""
    if old.shown(locale).text.strip() == words:
        return old
    return old.with_lang(locale, words) if words else EMPTY


def _answered(now: Outcome, question: str, value: Any) -> Outcome:
    parts = value if isinstance(value, tuple) else (value,)
    text = ",".join(_written(part) for part in parts)
    old = now.delegate.answers
    if next((each.value for each in old if each.question == question), "") == text:
        return now
    kept = tuple(each for each in old if each.question != question)
    return now.with_delegate(
        answers=(*kept, Answer(question=question, value=text)) if text else kept
    )


def _sealed(now: Outcome, each: PlannedField, values: Values) -> Outcome:
    typed = {
        SealedField(control.name): _written(values[control.name])
        for control in each.controls
        if values[control.name] not in ("", None)
    }
    new = replace(now, sealed={**now.sealed, **typed})
    if each.name == "passport_expires_on" and typed:
        return _documents(new, _passport_of(new), until=values[each.name])
    return new


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _function(now: Outcome, values: Values, locale: str) -> Outcome:
    return now.with_person(function=_text(now.person.function, values["function"], locale))


def _form_of_address(now: Outcome, values: Values, _locale: str) -> Outcome:
    chosen = values["form_of_address"] or FormOfAddress.NEUTRAL
    return now.with_person(form_of_address=FormOfAddress(chosen))


def _sex(now: Outcome, values: Values, _locale: str) -> Outcome:
    return now.with_person(sex=Sex(values["sex"] or Sex.UNKNOWN))


def _level(now: Outcome, values: Values, _locale: str) -> Outcome:
    return now.with_delegate(level=Level(values["level"]) if values["level"] else None)


def _organisation(now: Outcome, values: Values, _locale: str) -> Outcome:
    name = values["organisation"]
    is_new = bool(name) and name not in now.known_organisation.values()
    return replace(now, organisation=name if is_new else "")


def _languages(now: Outcome, values: Values, _locale: str) -> Outcome:
    known = {skill.code: skill for skill in now.person.languages}
    chosen = values["languages"].levels
    skills = tuple(_skill(code, word, known.get(code)) for code, word in chosen.items() if word)
    return now if {*skills} == {*known.values()} else now.with_person(languages=skills)


def _skill(code: str, word: str, known: LanguageSkill | None) -> LanguageSkill:
    """The language as chosen; a level that says the same more exactly is kept."""
    means = LEVEL_MEANS[word]
    return known if known and known.level in means else LanguageSkill(code, means[0])


def _diet(now: Outcome, values: Values, _locale: str) -> Outcome:
    diet = tuple(Diet(each) for each in values["diet"])
    return now.with_part(diet=diet, diet_note=values["diet_note"])


def _access(now: Outcome, values: Values, _locale: str) -> Outcome:
    access = tuple(Access(each) for each in values["access"])
    return now.with_part(access=access, access_note=values["access_note"])


def _journey(name: str) -> Callable[[Outcome, Values, str], Outcome]:
    def apply(now: Outcome, values: Values, _locale: str) -> Outcome:
        on, at = values[f"{name}_on"], values[f"{name}_time"]
        place, number = values[f"{name}_place"], values[f"{name}_number"]
        moment = datetime.combine(on, at or time()) if on else None
        is_known = bool(on or place or number)
        journey = Journey(at=moment, place=place, number=number) if is_known else None
        return now.with_part(**{name: journey})

    return apply


def _document(now: Outcome, values: Values, _locale: str) -> Outcome:
    return _documents(now, values["document"] or "", until=None)


def _permit(now: Outcome, values: Values, _locale: str) -> Outcome:
    kind, until = values["permit"], values["permit_until"]
    kept = tuple(each for each in now.delegate.documents if each.kind not in PERMITS)
    new = (HeldDocument(kind=TravelDocument(kind), valid_until=until),) if kind else ()
    return now.with_delegate(documents=(*kept, *new))


def _documents(now: Outcome, kind: str, *, until: date | None) -> Outcome:
    """The passport among the documents: its kind, and its end where that is known."""
    old = now.delegate.documents
    known = next((each for each in old if each.kind not in PERMITS), None)
    until = until or (known.valid_until if known else None)
    permits = tuple(each for each in old if each.kind in PERMITS)
    if not kind and not until:
        return now.with_delegate(documents=permits)
    wanted = TravelDocument(kind or TravelDocument.ORDINARY_PASSPORT)
    return now.with_delegate(documents=(HeldDocument(kind=wanted, valid_until=until), *permits))


def _passport_of(now: Outcome) -> str:
    kinds = [each.kind for each in now.delegate.documents if each.kind not in PERMITS]
    return kinds[0] if kinds else ""


_SPECIAL: Final[Mapping[str, Callable[[Outcome, Values, str], Outcome]]] = {
    "function": _function,
    "form_of_address": _form_of_address,
    "sex": _sex,
    "level": _level,
    "organisation": _organisation,
    "languages": _languages,
    "diet": _diet,
    "access": _access,
    "arrival": _journey("arrival"),
    "departure": _journey("departure"),
    "document": _document,
    "permit": _permit,
}
