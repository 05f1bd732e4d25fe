"""What protected fields were read for, in words."""

from typing import Final

from trips.i18n.catalogue import N_, say

_PURPOSES: Final = {
    "visa_letter": N_("letter for the visa"),
    "own_data_export": N_("data handed over to the person"),
    "person_page": N_("looked up on the person's page"),
    "list": N_("list"),
}


def purpose_words(purpose: str, locale: str) -> str:
    """What protected fields were read for; an unknown purpose stands as it is."""
    name, colon, more = purpose.partition(": ")
    word = say(_PURPOSES[name], locale) if name in _PURPOSES else name
    return f"{word}{colon}{more}"
