"""Every field that delegates can be asked: where it stands and what the presets make of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trips.domain.participation import Access, ConsentPurpose, Diet, Level
from trips.domain.person import FormOfAddress, Sex
from trips.domain.registration.controls import Control, ControlKind
from trips.domain.registration_setup import Demand, Preset, Station
from trips.domain.visa_case import TravelDocument


class Section(StrEnum):
    """The headings within a station, in their order."""

    NAME = "name"
    FUNCTION = "function"
    CONTACT = "contact"
    LANGUAGES = "languages"
    FOOD = "food"
    ACCESS = "access"
    QUESTIONS = "questions"
    """The trip's own, at the end of whichever station they belong to."""
    TRAVEL = "travel"
    ROOM = "room"
    PASSPORT = "passport"
    EMERGENCY = "emergency"
    LEARNING = "learning"
    AGREEMENTS = "agreements"


@dataclass(frozen=True, kw_only=True)
class FieldSpec:
    """A field of the catalogue."""

    name: str
    station: Station
    section: Section
    controls: tuple[Control, ...]
    study_tour: Demand
    conference: Demand
    asks_again: bool = False
    """Changes after the confirmation are looked at, unless the trip says otherwise."""
    is_fixed: bool = False
    """Asked on every trip."""
    is_secret: bool = False
    """Never shown again by the link alone: only that it was given."""
    is_private: bool = False
    """What one person typed under their own link is not shown under the contact person's."""

    def demand_in(self, preset: Preset) -> Demand:
        """What a preset makes of it."""
        return self.conference if preset is Preset.CONFERENCE else self.study_tour

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of the controls that have to be filled in where the field is required."""
        return _NEEDED.get(self.name, (self.controls[0].name,))


_OFF, _MAY, _MUST = Demand.OFF, Demand.OPTIONAL, Demand.REQUIRED
_NEEDED: Final = {
    "arrival": ("arrival_on", "arrival_place"),
    "departure": ("departure_on", "departure_place"),
    "emergency": ("emergency_name", "emergency_phone"),
}
_TITLE = "honorific-prefix"
_PASSPORTS = (
    TravelDocument.ORDINARY_PASSPORT,
    TravelDocument.SERVICE_PASSPORT,
    TravelDocument.DIPLOMATIC_PASSPORT,
)
PERMITS: Final = (TravelDocument.RESIDENCE_PERMIT, TravelDocument.SCHENGEN_VISA)
CONSENTS: Final = (
    ConsentPurpose.PARTICIPANT_LIST,
    ConsentPurpose.CONTACT_LIST,
    ConsentPurpose.PHOTO,
    ConsentPurpose.NETWORK,
)
"""What the last station asks; the agreement to keep needs stands beside the needs."""
NEEDS_AGREED: Final = "needs_agreed"


def _journey(name: str) -> tuple[Control, ...]:
    return (
        Control(f"{name}_on", ControlKind.DATE),
        Control(f"{name}_time", ControlKind.TIME),
        Control(f"{name}_place", limit=120),
        Control(f"{name}_number", limit=40),
    )


def _field(
    name: str,
    section: Section,
    demands: tuple[Demand, Demand],
    *controls: Control,
    **facts: bool,
) -> FieldSpec:
    return FieldSpec(
        name=name,
        station=_STATIONS[section],
        section=section,
        controls=controls or (Control(name),),
        study_tour=demands[0],
        conference=demands[1],
        **facts,
    )


_STATIONS: Final = {
    Section.NAME: Station.PERSON,
    Section.FUNCTION: Station.PERSON,
    Section.CONTACT: Station.PERSON,
    Section.LANGUAGES: Station.NEEDS,
    Section.FOOD: Station.NEEDS,
    Section.ACCESS: Station.NEEDS,
    Section.TRAVEL: Station.JOURNEY,
    Section.ROOM: Station.JOURNEY,
    Section.PASSPORT: Station.JOURNEY,
    Section.EMERGENCY: Station.JOURNEY,
    Section.LEARNING: Station.JOURNEY,
    Section.AGREEMENTS: Station.AGREEMENTS,
}


def _text(name: str, limit: int, autocomplete: str = "") -> Control:
    return Control(name, limit=limit, autocomplete=autocomplete)


def _long(name: str, autocomplete: str = "") -> Control:
    return Control(name, ControlKind.LONG_TEXT, 2000, autocomplete=autocomplete)


def _choice(name: str, *choices: str, kind: ControlKind = ControlKind.CHOICE) -> Control:
    return Control(name, kind, choices=tuple(choices))


def _day(name: str, autocomplete: str = "") -> Control:
    return Control(name, ControlKind.DATE, autocomplete=autocomplete)


def _name() -> tuple[FieldSpec, ...]:
    name = Section.NAME
    fixed = {"is_fixed": True, "asks_again": True}
    return (
        _field("given_name", name, (_MUST, _MUST), _text("given_name", 120, "given-name"), **fixed),
        _field(
            "family_name", name, (_MUST, _MUST), _text("family_name", 120, "family-name"), **fixed
        ),
        _field("own_script", name, (_MAY, _OFF)),
        _field("academic_title", name, (_MAY, _MAY), _text("academic_title", 60, _TITLE)),
        _field(
            "form_of_address",
            name,
            (_MUST, _MUST),
            _choice("form_of_address", *FormOfAddress, kind=ControlKind.RADIO),
        ),
        _field("badge_name", name, (_MAY, _MAY), _text("badge_name", 120)),
        _field("sex", name, (_MAY, _OFF), _choice("sex", *list(Sex)[:3], kind=ControlKind.RADIO)),
    )


def _work() -> tuple[FieldSpec, ...]:
    work, contact = Section.FUNCTION, Section.CONTACT
    return (
        _field("function", work, (_MUST, _MUST), _text("function", 200, "organization-title")),
        _field("organisation", work, (_MUST, _MUST), _text("organisation", 200, "organization")),
        _field("level", work, (_MAY, _OFF), _choice("level", *Level)),
        _field(
            "country",
            work,
            (_MUST, _MUST),
            Control("country", ControlKind.COUNTRY, autocomplete="country"),
        ),
        _field(
            "email",
            contact,
            (_MUST, _MUST),
            Control("email", ControlKind.EMAIL, 254, autocomplete="email"),
        ),
        _field(
            "phone",
            contact,
            (_MAY, _OFF),
            Control("phone", ControlKind.PHONE, 60, autocomplete="tel"),
        ),
        _field("postal_address", contact, (_OFF, _OFF), _long("postal_address", "street-address")),
    )


def _needs() -> tuple[FieldSpec, ...]:
    kind = ControlKind.TICKS
    facts = {"asks_again": True, "is_private": True}
    return (
        _field(
            "languages",
            Section.LANGUAGES,
            (_MUST, _MAY),
            Control("languages", ControlKind.LANGUAGES),
        ),
        _field(
            "diet",
            Section.FOOD,
            (_MAY, _MAY),
            Control("diet", kind, choices=tuple(Diet)),
            _text("diet_note", 500),
            **facts,
        ),
        _field(
            "access",
            Section.ACCESS,
            (_MAY, _MAY),
            Control("access", kind, choices=tuple(Access)),
            _text("access_note", 500),
            **facts,
        ),
    )


def _travel() -> tuple[FieldSpec, ...]:
    travel, emergency = Section.TRAVEL, Section.EMERGENCY
    return (
        _field("arrival", travel, (_MAY, _OFF), *_journey("arrival"), asks_again=True),
        _field("departure", travel, (_MAY, _OFF), *_journey("departure"), asks_again=True),
        _field("travel_wish", travel, (_MAY, _OFF), _long("travel_wish")),
        _field("room_wish", Section.ROOM, (_MAY, _OFF), _text("room_wish", 200), asks_again=True),
        *_passport(),
        _field(
            "emergency",
            emergency,
            (_MAY, _OFF),
            _text("emergency_name", 200),
            Control("emergency_phone", ControlKind.PHONE, 60),
            _text("emergency_relation", 60),
            is_secret=True,
        ),
    )


def _passport() -> tuple[FieldSpec, ...]:
    passport = Section.PASSPORT
    secret = {"is_secret": True, "asks_again": True}
    country = ControlKind.COUNTRY
    return (
        _field(
            "nationality",
            passport,
            (_MUST, _OFF),
            Control("nationality", country),
            asks_again=True,
        ),
        _field("document", passport, (_MAY, _OFF), _choice("document", *_PASSPORTS)),
        _field("permit", passport, (_MAY, _OFF), _choice("permit", *PERMITS), _day("permit_until")),
        _field(
            "passport_number", passport, (_MAY, _OFF), _text("passport_number", 40, "off"), **secret
        ),
        _field(
            "passport_country",
            passport,
            (_OFF, _OFF),
            Control("passport_country", country),
            **secret,
        ),
        _field("passport_issued_on", passport, (_OFF, _OFF), _day("passport_issued_on"), **secret),
        _field(
            "passport_expires_on", passport, (_MAY, _OFF), _day("passport_expires_on"), **secret
        ),
        _field("born_on", passport, (_MAY, _OFF), _day("born_on", "bday"), **secret),
        _field("birth_place", passport, (_OFF, _OFF), _text("birth_place", 120), **secret),
        _field("birth_name", passport, (_OFF, _OFF), _text("birth_name", 120), **secret),
    )


def _learning() -> tuple[FieldSpec, ...]:
    """Takes thinking, not ticking: it comes with the journey, and may wait as long."""
    return (
        _field("brings", Section.LEARNING, (_MAY, _OFF), _long("brings")),
        _field("wants", Section.LEARNING, (_MAY, _MAY), _long("wants")),
    )


def _agreements() -> tuple[FieldSpec, ...]:
    return tuple(
        _field(
            purpose.value,
            Section.AGREEMENTS,
            (_MAY, _MAY) if purpose is ConsentPurpose.NETWORK else (_MUST, _MUST),
            _choice(f"agrees-{purpose.value}", "yes", "no", kind=ControlKind.RADIO),
        )
        for purpose in CONSENTS
    )


FIELDS: Final = (*_name(), *_work(), *_needs(), *_travel(), *_learning(), *_agreements())
BY_NAME: Final = {spec.name: spec for spec in FIELDS}
