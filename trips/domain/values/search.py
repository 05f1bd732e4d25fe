"""Finding words that are typed with another spelling or one wrong letter.

Texts are folded, and umlauts written as two letters count as one: Müller, Mueller and Muller are
the same. Other scripts stay as they are. A word is compared by its trigrams first, which a
database can look up, and by its letters then.
"""

from typing import Final

from trips.domain.values.collation import fold

LONGEST: Final = 2000
"""Letters of a text that are searched."""
LONGEST_QUERY: Final = 80
LOST: Final = 5
"""Trigrams that one wrong letter and an open end of a word can cost at most."""
TRIGRAM: Final = 3
FORGIVING: Final = 4
"""Letters from which a word may have one wrong letter."""
_UMLAUTS: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def normalise(text: str) -> str:
    """The words of a text as they are searched, one blank apart."""
    words = fold(text)
    for two, one in _UMLAUTS:
        words = words.replace(two, one)
    return words


def searchable(*parts: str) -> str:
    """What is kept of a text to be searched: every part, normalised, each word once."""
    words = dict.fromkeys(normalise(" ".join(parts)).split())
    return " ".join(words)[:LONGEST]


def trigrams(text: str) -> frozenset[str]:
    """Three letters each, of normalised words with two blanks before and one behind."""
    padded = (f"  {word} " for word in text.split())
    return frozenset(word[i : i + 3] for word in padded for i in range(len(word) - 2))


def least_shared(query: str) -> int:
    """How many trigrams whatever answers the normalised `query` shares with it at least."""
    lost = sum(min(LOST, len(word)) for word in query.split())
    return max(1, len(trigrams(query)) - lost)


def answers(text: str, query: str) -> bool:
    """True if every word of `query` stands in `text`, in part or with one wrong letter.

    One or two letters must begin a word. Both are normalised.
    """
    words = text.split()
    return all(any(_is_like(word, wanted) for word in words) for wanted in query.split())


def _is_like(word: str, wanted: str) -> bool:
    size = len(wanted)
    if size < FORGIVING:
        return word.startswith(wanted) if size < TRIGRAM else wanted in word
    return wanted in word or any(
        _is_one_off(word[:end], wanted) for end in (size - 1, size, size + 1)
    )


def _is_one_off(one: str, other: str) -> bool:
    """True if a letter is wrong, missing, too many, or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), -1
    )
    if start < 0:
        return True
    rest, wanted = one[start:], other[start:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:])
    )
