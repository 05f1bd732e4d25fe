"""Who answers for the data of a trip."""

from dataclasses import dataclass
from typing import Final

from trips.domain.values.text import EMPTY, Text


@dataclass(frozen=True, kw_only=True)
class Processor:
    """Somebody who works with the data on the controller's behalf, and at what."""

    name: str
    task: Text = EMPTY


@dataclass(frozen=True, kw_only=True)
class DataProtection:
    """What the notice to the people of a trip has to name (GDPR, Art. 13)."""

    controller: str = ""
    address: str = ""
    email: str = ""
    officer: str = ""
    """How to reach the data protection officer."""
    authority: Text = EMPTY
    """Where to complain."""
    processors: tuple[Processor, ...] = ()
    recipients: Text = EMPTY
    wording: int = 1
    """Version of the wording of the agreements; a yes to an older wording no longer counts."""

    @property
    def version(self) -> int:
        """The same under the word that agreements use."""
        return self.wording


UNNAMED: Final = DataProtection()
"""Nothing entered yet."""
