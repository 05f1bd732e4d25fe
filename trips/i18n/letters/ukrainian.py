"""Names in a Ukrainian greeting: the given name in the vocative, the family name as it is.

Rules of the spelling of 2019 (sections 87 and 94) for endings that leave no doubt; every other
name stays in the nominative, which is polite if not beautiful.
"""

import re
from typing import Final

_WORDS: Final = 2
_SPECIAL: Final = {
    "Ілля": "Ілле",
    "Олег": "Олеже",
    "Марк": "Марку",
    "Любов": "Любове",
    "Ігор": "Ігоре",
    "Лазар": "Лазаре",
}
_ENDINGS: Final = (
    (re.compile(r"(?<=[аеиіоуюяєї])я$"), "є"),
    (re.compile(r"(?<=[лнсдтз])я$"), "ю"),
    (re.compile(r"(?<=р)’я$"), "’є"),
    (re.compile(r"а$"), "о"),
    (re.compile(r"й$"), "ю"),
)
_OF_MEN: Final = (
    (re.compile(r"о$"), "е"),
    (re.compile(r"(?<=[лнсдтз])ь$"), "ю"),
    (re.compile(r"(?<=[бвдзлмнпрстф])$"), "е"),
)


def vocative(given: str, *, is_man: bool) -> str:
    """Олена → Олено, Сергій → Сергію; a name whose ending is unclear stays as it is."""
    if given in _SPECIAL:
        return _SPECIAL[given]
    for pattern, ending in _ENDINGS + (_OF_MEN if is_man else ()):
        if pattern.search(given):
            return pattern.sub(ending, given)
    return given


def called(name: str, *, is_man: bool) -> str:
    """Олена Коваль → Олено Коваль, for a given name before one family name."""
    words = name.split()
    if len(words) != _WORDS:
        return name
    return f"{vocative(words[0], is_man=is_man)} {words[1]}"
