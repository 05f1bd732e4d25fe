"""Letters of the visa desk: what they say beside the person they are for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trips.domain.values.text import EMPTY, Text


class LetterKind(StrEnum):
    """Which letter it is."""

    INVITATION = "invitation"
    """To one person, for the application for a visa."""
    NOTE = "note"
    """A note verbale to the mission, for a whole delegation."""


class Costs(StrEnum):
    """Who pays for the journey and the stay."""

    ORGANISER = "organiser"
    SENDER = "sender"
    """The authority that sends the person."""
    SHARED = "shared"
    """The sender pays the flight, the organiser the stay."""


class MissionKind(StrEnum):
    """Which house a note is addressed to."""

    EMBASSY = "embassy"
    CONSULATE_GENERAL = "consulate_general"
    CONSULATE = "consulate"
    FOREIGN_MINISTRY = "foreign_ministry"


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What the organiser decides for a letter; kept with its number, and never a passport."""

    sender: str = ""
    """uid of the body whose letter it is; the contractor's or the inviting body's if none."""
    purpose: Text = EMPTY
    costs: Costs = Costs.ORGANISER
    signer: str = ""
    signer_function: Text = EMPTY
    mission_kind: MissionKind = MissionKind.EMBASSY
    mission_of: Text = EMPTY
    """Whose mission a note is addressed to, in the genitive: “of the Federal Republic of …”."""
    mission_seat: str = ""
    """The city it sits in, in the letter's language."""
    mission: Text = EMPTY
    """The addressee of older notes in words of their own, as it stands in the sentence."""


NO_FACTS: Final = LetterFacts()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter that went out under a number."""

    uid: str
    kind: LetterKind
    number: int
    reference: str
    locale: str
    dated: date
    participation: str | None = None
    delegation: str | None = None
    has_passport: bool = False
    facts: LetterFacts = NO_FACTS
    is_revoked: bool = False


def reference_of(slug: str, starts_on: date, number: int) -> str:
    """LNM-2015-017: the first letters of the trip's words, its year, the number.

    Numbers of years in the slug are left out; at most four letters.
    """
    words = [word for word in slug.split("-") if not word.isdigit()]
    letters = "".join(word[0] for word in words[:4]).upper()
    return f"{letters or 'R'}-{starts_on.year}-{number:03d}"
