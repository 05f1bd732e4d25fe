"""What a form shows: what was typed before, or else what is known."""

from typing import Any

from trips.domain.participation import Capacity, ConsentPurpose, Delegate
from trips.domain.person import FormOfAddress, Sex
from trips.domain.privacy.matrix import wording_of
from trips.domain.registration.agreements import answer_name, last_answer
from trips.domain.registration.catalogue import CONSENTS, NEEDS_AGREED, PERMITS
from trips.domain.registration.changes import (
    DELEGATE_LINES,
    DELEGATE_TEXTS,
    LEVEL_MEANS,
    PERSON_LINES,
)
from trips.domain.registration.controls import Typed
from trips.domain.registration.plan import PlannedField, StationPlan
from trips.domain.registration.registrant import Registrant

Filled = dict[str, tuple[str, ...]]


def fill_station(known: Registrant, station: StationPlan, reader: Capacity, locale: str) -> Typed:
    """What the controls of a station show; nothing of what this reader may not see again."""
    hidden = _unseen(known, station, reader)
    typed = typed_of(known, station, locale)
    return {name: values for name, values in typed.items() if name not in hidden}


def typed_of(known: Registrant, station: StationPlan, locale: str) -> Typed:
    """What stands in a station, to be checked or sent; never to be shown as it is."""
    draft = known.draft(station.station)
    return draft.typed if draft else _known(known, station, locale)


def locked_fields(known: Registrant, station: StationPlan, reader: Capacity) -> frozenset[str]:
    """Fields that the person filled in under their own link: the contact person sees them not."""
    if reader is not Capacity.CONTACT:
        return frozenset()
    draft = known.draft(station.station)
    last = last_answer(known.participation.consents, ConsentPurpose.NEEDS)
    by = draft.by if draft else last.capacity if last else Capacity.CONTACT
    private = frozenset(each.name for each in station.fields if each.is_private)
    return private if by is Capacity.SELF else frozenset()


def given_controls(known: Registrant, station: StationPlan) -> frozenset[str]:
    """Controls that were filled in and are not shown again."""
    draft = known.draft(station.station)
    typed = {name for name, values in draft.typed.items() if any(values)} if draft else set()
    there = {*(field.value for field in known.given), *typed}
    return frozenset(
        control.name
        for each in station.fields
        if each.is_secret
        for control in each.controls
        if control.name in there
    )


def _unseen(known: Registrant, station: StationPlan, reader: Capacity) -> frozenset[str]:
    locked = locked_fields(known, station, reader)
    names = {
        control.name
        for each in station.fields
        if each.is_secret or each.name in locked
        for control in each.controls
    }
    return frozenset(names | ({NEEDS_AGREED} if locked else set()))


def _known(known: Registrant, station: StationPlan, locale: str) -> Filled:
    filled: Filled = {}
    for each in station.fields:
        filled |= _field(known, each, locale)
    return {name: values for name, values in filled.items() if any(values)} | _agreed(known)


def _agreed(known: Registrant) -> Filled:
    """Answers to agreements as far as they hold."""
    consents = known.participation.consents
    version = known.trip.data_protection.version
    answers: Filled = {}
    for purpose in CONSENTS:
        last = last_answer(consents, purpose)
        if last and (wording_of(last) >= version or not last.is_given):
            answers[answer_name(purpose)] = ("yes" if last.is_given else "no",)
    needs = last_answer(consents, ConsentPurpose.NEEDS)
    if needs and needs.is_given and wording_of(needs) >= version:
        answers[NEEDS_AGREED] = ("yes",)
    return answers


def _field(known: Registrant, each: PlannedField, locale: str) -> Filled:
    name, delegate = each.name, known.participation.delegate or Delegate()
    if each.question is not None:
        return _answer(each, delegate)
    if name in PERSON_LINES:
        return {name: (getattr(known.person, name),)}
    if name in DELEGATE_LINES:
        return {name: (getattr(delegate, name) or getattr(known.earlier, name, ""),)}
    if name in DELEGATE_TEXTS:
        return {name: (getattr(delegate, name).shown(locale).text,)}
    return _special(known, name, delegate, locale)


def _special(known: Registrant, name: str, delegate: Delegate, locale: str) -> Filled:
    person, part = known.person, known.participation
    if name == "languages":
        return _languages(known)
    if name in {"diet", "access"}:
        note = f"{name}_note"
        return {name: tuple(getattr(part, name)), note: (getattr(part, note),)}
    if name in {"arrival", "departure"}:
        return _journey(name, getattr(part, name))
    if name in {"document", "permit"}:
        return _documents(name, delegate)
    simple: dict[str, Any] = {
        "function": person.function.shown(locale).text,
        "organisation": known.organisation.shown(locale).text,
        "form_of_address": _unless(person.form_of_address, FormOfAddress.NEUTRAL, known),
        "sex": _unless(person.sex, Sex.UNKNOWN, None),
        "level": delegate.level or known.earlier.level,
    }
    return {name: (str(simple[name]),)} if name in simple else {}


def _unless(value: str, unknown: str, known: Registrant | None) -> str:
    """A value; nothing where it only says that nobody asked yet."""
    return "" if value == unknown and not (known and known.is_submitted) else value


def _languages(known: Registrant) -> Filled:
    filled: Filled = {"language": tuple(skill.code for skill in known.person.languages)}
    for skill in known.person.languages:
        word = next(word for word, means in LEVEL_MEANS.items() if skill.level in means)
        filled[f"level-{skill.code}"] = (word,)
    return filled


def _journey(name: str, journey: Any) -> Filled:
    if journey is None:
        return {}
    at = journey.at
    return {
        f"{name}_on": (at.date().isoformat() if at else "",),
        f"{name}_time": (f"{at:%H:%M}" if at and (at.hour or at.minute) else "",),
        f"{name}_place": (journey.place,),
        f"{name}_number": (journey.number,),
    }


def _documents(name: str, delegate: Delegate) -> Filled:
    wants_permit = name == "permit"
    found = next((d for d in delegate.documents if (d.kind in PERMITS) is wants_permit), None)
    if found is None:
        return {}
    until = found.valid_until.isoformat() if wants_permit and found.valid_until else ""
    return {name: (found.kind.value,), "permit_until": (until,)}


def _answer(each: PlannedField, delegate: Delegate) -> Filled:
    uid = each.question.uid if each.question else ""
    value = next((answer.value for answer in delegate.answers if answer.question == uid), "")
    is_list = bool(each.controls[0].choices)
    return {each.name: tuple(value.split(",")) if is_list else (value,)}
