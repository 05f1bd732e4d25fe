"""Small numbers as words, as running text wants them."""

from trips.i18n.catalogue import N_, say

_WORDS = (
    N_("no"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def numeral(number: int, locale: str) -> str:
    """Up to twelve in words (Duden D 88), above in figures."""
    return say(_WORDS[number], locale) if 0 <= number < len(_WORDS) else str(number)
