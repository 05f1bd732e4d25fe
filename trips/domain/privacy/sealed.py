"""Which fields about people are kept encrypted, and what each is bound to."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from trips.domain.participation import Access, Diet, Participation


class SealedField(StrEnum):
    """A field that the database only holds encrypted."""

    PASSPORT_NUMBER = "passport_number"
    PASSPORT_COUNTRY = "passport_country"
    """Code of the issuing state."""
    PASSPORT_ISSUED_ON = "passport_issued_on"
    PASSPORT_EXPIRES_ON = "passport_expires_on"
    BORN_ON = "born_on"
    BIRTH_PLACE = "birth_place"
    BIRTH_NAME = "birth_name"
    EMERGENCY_NAME = "emergency_name"
    EMERGENCY_PHONE = "emergency_phone"
    EMERGENCY_RELATION = "emergency_relation"
    DIET = "diet"
    DIET_NOTE = "diet_note"
    ACCESS = "access"
    ACCESS_NOTE = "access_note"


PASSPORT: Final = frozenset(
    {
        SealedField.PASSPORT_NUMBER,
        SealedField.PASSPORT_COUNTRY,
        SealedField.PASSPORT_ISSUED_ON,
        SealedField.PASSPORT_EXPIRES_ON,
        SealedField.BORN_ON,
        SealedField.BIRTH_PLACE,
        SealedField.BIRTH_NAME,
    }
)
"""What only the invitation letter and the visa desk need; days are written YYYY-MM-DD."""
EMERGENCY: Final = frozenset(
    {
        SealedField.EMERGENCY_NAME,
        SealedField.EMERGENCY_PHONE,
        SealedField.EMERGENCY_RELATION,
    }
)
"""Whom to call; opened when something has happened."""
NEEDS: Final = frozenset(
    {SealedField.DIET, SealedField.DIET_NOTE, SealedField.ACCESS, SealedField.ACCESS_NOTE}
)
"""What may tell of health or belief (GDPR, Art. 9); stands on the participation."""


class SealedGroup(StrEnum):
    """What is opened together on a person's page, and each time written down."""

    PASSPORT = "passport"
    EMERGENCY = "emergency"

    @property
    def fields(self) -> tuple[SealedField, ...]:
        """The fields of the group, in the order of their definition."""
        members = PASSPORT if self is SealedGroup.PASSPORT else EMERGENCY
        return tuple(each for each in SealedField if each in members)


def sealed_place(participation: str, field: SealedField) -> str:
    """What a sealed field is bound to: the participation's uid and the field's name."""
    return f"participation:{participation}:{field}"


def draft_place(participation: str, station: str) -> str:
    """What the sealed draft of a registration is bound to."""
    return f"draft:{participation}:{station}"


def needs_of(participation: Participation) -> dict[SealedField, str]:
    """Diet and access needs as they are sealed; empty texts for what is not there."""
    return {
        SealedField.DIET: ",".join(participation.diet),
        SealedField.DIET_NOTE: participation.diet_note,
        SealedField.ACCESS: ",".join(participation.access),
        SealedField.ACCESS_NOTE: participation.access_note,
    }


def needs_from(values: Mapping[SealedField, str]) -> dict[str, Any]:
    """The inverse: diet and access needs as fields of a participation."""
    diet, access = values.get(SealedField.DIET, ""), values.get(SealedField.ACCESS, "")
    return {
        "diet": tuple(Diet(each) for each in diet.split(",") if each),
        "diet_note": values.get(SealedField.DIET_NOTE, ""),
        "access": tuple(Access(each) for each in access.split(",") if each),
        "access_note": values.get(SealedField.ACCESS_NOTE, ""),
    }
