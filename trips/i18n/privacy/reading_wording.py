"""Protected fields in words: what they are, what they say, and what they were read for."""

from typing import Final

from trips.domain.privacy.sealed import SealedField, SealedGroup
from trips.i18n.catalogue import N_, say
from trips.i18n.privacy.own_wording import own_words

_GROUPS: Final = {
    SealedGroup.PASSPORT: N_("Passport"),
    SealedGroup.EMERGENCY: N_("In an emergency"),
}
_FIELDS: Final = {
    SealedField.PASSPORT_NUMBER: N_("Passport number"),
    SealedField.PASSPORT_COUNTRY: N_("Issued by"),
    SealedField.PASSPORT_ISSUED_ON: N_("Issued on"),
    SealedField.PASSPORT_EXPIRES_ON: N_("Valid until"),
    SealedField.BORN_ON: N_("Date of birth"),
    SealedField.BIRTH_PLACE: N_("Place of birth"),
    SealedField.BIRTH_NAME: N_("Name at birth"),
    SealedField.EMERGENCY_NAME: N_("Name"),
    SealedField.EMERGENCY_PHONE: N_("Telephone"),
    SealedField.EMERGENCY_RELATION: N_("Who this is"),
    SealedField.DIET: N_("Diet"),
    SealedField.DIET_NOTE: N_("Notes on diet"),
    SealedField.ACCESS: N_("Access needs"),
    SealedField.ACCESS_NOTE: N_("Notes on access"),
}


def group_word(group: SealedGroup, locale: str) -> str:
    """What is opened together."""
    return say(_GROUPS[group], locale)


def sealed_label(field: str, locale: str) -> str:
    """What a protected field is; a name from an older log stands as it is."""
    known = field in set(SealedField)
    return say(_FIELDS[SealedField(field)], locale) if known else field


def sealed_words(field: SealedField, value: str, locale: str) -> str:
    """What a protected field says: days and countries as people write them."""
    return own_words(field.value, value, locale)
