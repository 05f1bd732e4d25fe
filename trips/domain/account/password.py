"""What makes a password bad (ASVS 6.2): too short, well known, or about its owner."""

import unicodedata
from enum import StrEnum
from typing import Final

SHORTEST: Final = 12
LONGEST: Final = 256
FEWEST_DIFFERENT: Final = 5

# Stems of the passwords that head every list of leaked ones; the short ones among those lists
# fail by length already, so what counts is a stem with digits, signs or repeats around it.
# fmt: off
_STEMS: Final = frozenset({
    "abc", "abcd", "abcdefghijkl", "abcdefghijklmnopqrstuvwxyz", "access", "admin",
    "administrator", "asdfghjkl", "autumn", "baseball", "basketball", "batman", "berlin",
    "changeme", "changemenow", "computer", "correcthorsebatterystaple", "default", "delegation",
    "deutschland", "dragon", "einszweidrei", "football", "fruehling", "frühling", "geheim",
    "germany", "google", "hallo", "hamburg", "hello", "herbst", "iloveyou", "internet",
    "jennifer", "kennwort", "leipzig", "lernreise", "letmein", "login", "master", "michael",
    "michelle", "monkey", "muenchen", "münchen", "nuernberg", "nürnberg", "onetwothree",
    "password", "passwordpassword", "passwort", "passwortpasswort", "princess", "qweasdzxc",
    "qwerty", "qwertyuiop", "qwertz", "qwertzuiop", "reise", "root", "schatz", "secret",
    "shadow", "sommer", "spring", "starwars", "studienreise", "summer", "sunshine", "superman",
    "test", "testtest", "trustno", "welcome", "willkommen", "winter", "yxcvbnm", "zxcvbnm",
})
# fmt: on
_LOOKALIKES: Final = str.maketrans("013457@$!", "oieastasi")
_ROWS: Final = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "98765432109876543210")


class PasswordFlaw(StrEnum):
    """Why a password is not taken."""

    SHORT = "short"
    LONG = "long"
    KNOWN = "known"
    PERSONAL = "personal"


def normal_form(password: str) -> str:
    """The password as it is hashed: every keyboard's way to the same characters is the same."""
    return unicodedata.normalize("NFKC", password)


def flaw_of(password: str, *, email: str, name: str = "") -> PasswordFlaw | None:
    """Find what is wrong with a new password, or none; there are no rules about its mixture."""
    text = normal_form(password)
    if len(text) < SHORTEST:
        return PasswordFlaw.SHORT
    if len(text) > LONGEST:
        return PasswordFlaw.LONG
    if _is_known(text.casefold()):
        return PasswordFlaw.KNOWN
    if _is_personal(text.casefold(), email, name):
        return PasswordFlaw.PERSONAL
    return None


def _is_known(text: str) -> bool:
    core = text.strip("".join(char for char in set(text) if not char.isalpha()))
    stems = {_letters(text), _letters(core.translate(_LOOKALIKES))}
    return (
        len(set(text)) < FEWEST_DIFFERENT
        or any(text in row for row in _ROWS)
        or bool(stems & _STEMS)
        or any(stem and _is_repeat(stem) for stem in stems)
    )


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


def _is_repeat(stem: str) -> bool:
    """True for a known stem said several times over."""
    return any(stem == part * (len(stem) // len(part)) for part in _STEMS if len(part) > 2)  # noqa: PLR2004 abc and longer


def _is_personal(text: str, email: str, name: str) -> bool:
    whole, mailbox = email.casefold(), email.casefold().partition("@")[0]
    own = {whole, mailbox, name.casefold(), name.casefold().replace(" ", "")}
    return text in own or _letters(text) in {_letters(word) for word in own} - {""}
