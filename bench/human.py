"""How long a person needs for what a page asks: a keystroke-level model with published figures.

The keystroke-level model (Card, Moran, Newell: Communications of the ACM 23, 1980) adds up what
hands, eyes and head do. Each figure here is of a touch screen or of reading, and on the slow side:

- reading: 68 ms a character aloud, the mean of 14 languages (IReST: Trauzettel-Klosinski, Dietz:
  Investigative Ophthalmology & Visual Science 53, 2012, doi 10.1167/iovs.11-8284), and less
  silently, as 183 to 238 words a minute (Brysbaert: Journal of Memory and Language 109, 2019).
  Whoever has little English is taken at half that speed, 119 words a minute (our assumption).
- skimming: notes, hints and links for whoever looks for them are read to 28 %, the share of words
  that visitors of a page have time to read at most (Weinreich, Obendorf, Herder, Mayer: ACM
  Transactions on the Web 2, 2008, as reckoned by Nielsen: How little do users read?, 2008).
- a tap: 567 ms (Asakawa, Dennerlein, Jindrich: Applied Ergonomics 59, 2017,
  doi 10.1016/j.apergo.2016.06.004); a swipe to the next part of the page: 843 ms (the slowest
  gesture of that table).
- making up one's mind before an answer: 1.35 s (Card, Moran, Newell); not before the button that
  goes on, which by their first rule is expected.
- typing: 36.2 words a minute of five characters (Palin, Feit, Kim, Kristensson, Oulasvirta:
  MobileHCI 2019, 37,370 people); with an old telephone half as fast.

Every heading, question, answer to choose from and button is read in full, each wording once; what
is known of oneself is read at a native reader's speed.
"""

from dataclasses import dataclass
from typing import Final

CHARACTER_READ: Final = 0.068 * 183 / 238
LITTLE_ENGLISH: Final = 2.0
SKIMMED: Final = 0.28
TAP: Final = 0.567
SWIPE: Final = 0.843
DECISION: Final = 1.35
CHARACTER_TYPED: Final = 60 / (36.2 * 5)
OLD_TELEPHONE: Final = 2.0
ROUND_TRIP: Final = 0.4
BYTES_PER_SECOND: Final = 400_000 / 8
"""Slow 3G as browsers emulate it: 400 ms, 400 kbit/s."""


@dataclass
class Effort:
    """What somebody did on the way through a form."""

    characters_read: int = 0
    characters_skimmed: int = 0
    characters_known: int = 0
    """Of facts about oneself, to be checked."""
    words: int = 0
    """Visible ones, of all three sorts."""
    decisions: int = 0
    taps: int = 0
    characters_typed: int = 0
    swipes: int = 0
    loads: int = 0
    bytes_loaded: int = 0
    server: float = 0.0
    """Seconds the server needed."""


@dataclass(frozen=True)
class Human:
    """Somebody who registers, with what slows them down."""

    name: str
    reads: float = 1.0
    """How much longer than a native reader."""
    types: float = 1.0

    def hands_and_head(self, effort: Effort) -> float:
        """Seconds of reading, deciding, tapping and typing."""
        foreign = effort.characters_read + effort.characters_skimmed * SKIMMED
        return (
            (foreign * self.reads + effort.characters_known) * CHARACTER_READ
            + effort.decisions * DECISION
            + effort.taps * TAP
            + effort.swipes * SWIPE
            + effort.characters_typed * CHARACTER_TYPED * self.types
        )

    def waiting(self, effort: Effort) -> float:
        """Seconds until pages are there, over slow 3G."""
        return effort.loads * ROUND_TRIP + effort.bytes_loaded / BYTES_PER_SECOND + effort.server

    def seconds(self, effort: Effort) -> float:
        """From opening the link to the thanks."""
        return self.hands_and_head(effort) + self.waiting(effort)
