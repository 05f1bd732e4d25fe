"""A typed line, from which is cut out what is understood; the rest stays as typed."""

import re
import unicodedata
from dataclasses import dataclass, field

from trips.domain.notations.words import tidy

EDGES = " ,;:|-–"


@dataclass
class Line:
    """The text as typed, with single blanks, and which of its characters are taken."""

    text: str
    _taken: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, typed: str) -> "Line":
        """The line of what somebody typed."""
        return cls(tidy(unicodedata.normalize("NFKC", typed)))

    @property
    def folded(self) -> str:
        """The rest in lower case, of the same length as the text: taken characters are `|`."""
        chars = [low if len(low := char.lower()) == 1 else char for char in self.text]
        for first, last in self._taken:
            chars[first:last] = "|" * (last - first)
        return "".join(chars)

    def take(self, first: int, last: int) -> str:
        """Cut a piece out; returns it as typed."""
        self._taken.append((first, last))
        return self.text[first:last].strip(EDGES)

    def give_back(self, piece: tuple[int, int]) -> None:
        """Leave in the rest what was cut out before."""
        self._taken.remove(piece)

    @property
    def last_taken(self) -> tuple[int, int]:
        """The piece that was cut out last."""
        return self._taken[-1]

    def parts(self) -> tuple[str, ...]:
        """What is left, between commas and what was taken, as typed."""
        kept = list(self.text)
        for first, last in self._taken:
            kept[first:last] = "\0" * (last - first)
        found = re.split(r"[,;\0]+|\s-\s", "".join(kept))
        return tuple(part for each in found if (part := " ".join(each.split()).strip(EDGES)))
