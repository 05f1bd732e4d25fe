"""The notice to the people of a trip (GDPR, Art. 13), made of the register."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trips.domain.data_protection import DataProtection
from trips.domain.privacy.kinds import RULES, Basis, DataKind, KindRule, Reader
from trips.domain.privacy.retention import Periods
from trips.i18n.catalogue import N_, say
from trips.i18n.privacy.kind_wording import period_of, privacy_word, purposes_of, readers_of

_OF_THE_HOUSE: Final = frozenset(
    {DataKind.ACCOUNT, DataKind.SESSIONS, DataKind.TECHNICAL, DataKind.SEARCH, DataKind.FILES}
)
"""About the people of the house, or copies of the rest."""
_RIGHTS: Final = (
    N_("You can see your data, take them along and have them corrected or erased (Art. 15–20)."),
    N_("You can object to their use where it rests on an interest of ours (Art. 21)."),
    N_("You can take back every agreement at once; what was done before stays lawful (Art. 7)."),
    N_("You can complain to a data protection authority (Art. 77)."),
)
_MUST: Final = N_(
    "Nobody has to tell us anything. Without your name and the days of your journey we cannot "
    "plan a seat and a room for you; without passport data the embassy may not give a visa."
)
_MACHINES: Final = N_("No decision about you is made by a machine alone.")


@dataclass(frozen=True)
class KindLine:
    """What the notice says about one kind of data."""

    title: str
    purposes: str
    basis: str
    readers: str
    period: str
    is_consent: bool


@dataclass(frozen=True)
class NoticeWords:
    """The notice in one language; the house's own texts come from the trip as they are."""

    protection: DataProtection
    kinds: tuple[KindLine, ...]
    rights: tuple[str, ...]
    must: str
    machines: str


def notice_of(protection: DataProtection, periods: Periods, locale: str) -> NoticeWords:
    """The notice of a trip: who answers, what is kept, why, how long, and one's rights."""
    return NoticeWords(
        protection=protection,
        kinds=kind_lines(locale, periods, told=True),
        rights=tuple(say(each, locale) for each in _RIGHTS),
        must=say(_MUST, locale),
        machines=say(_MACHINES, locale),
    )


def kind_lines(locale: str, periods: Periods, *, told: bool = False) -> tuple[KindLine, ...]:
    """A line for each kind of data; `told` leaves out what is not about delegates."""
    return tuple(_line(kind, RULES[kind], periods, locale) for kind in _kinds(told=told))


def _kinds(*, told: bool) -> Iterable[DataKind]:
    for kind, rule in RULES.items():
        is_foreign = kind in _OF_THE_HOUSE if told else rule.basis is Basis.NONE
        if not is_foreign:
            yield kind


def _line(kind: DataKind, rule: KindRule, periods: Periods, locale: str) -> KindLine:
    readers = readers_of(rule, locale)
    return KindLine(
        title=privacy_word(kind, locale),
        purposes=purposes_of(rule, locale),
        basis=privacy_word(rule.basis, locale),
        readers=readers or privacy_word(Reader.NOBODY, locale),
        period=period_of(kind, periods, locale),
        is_consent=rule.basis in {Basis.CONSENT, Basis.EXPLICIT_CONSENT},
    )
