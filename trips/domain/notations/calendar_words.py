"""Names of months and weekdays in German and English, whole and shortened."""

from typing import Final

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "januar january jänner jan",
            "februar february feber feb",
            "märz maerz march mrz mär mar",
            "april apr",
            "mai may",
            "juni june juno jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "montag monday mon mo",
            "dienstag tuesday tues tue di",
            "mittwoch wednesday wed mi",
            "donnerstag thursday thurs thur thu do",
            "freitag friday fri fr",
            "samstag sonnabend saturday sat sa",
            "sonntag sunday sun so",
        )
    )
    for name in names.split()
}
"""Monday is 0, as in `date.weekday()`."""


def alternatives(words: dict[str, int]) -> str:
    """Return the words as a group of a regular expression, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
