"""The record of processing (GDPR, Art. 30) and the annex to a processing agreement (Art. 28)."""

from dataclasses import dataclass
from typing import Final

from trips.domain.privacy.kinds import RULES, DataKind
from trips.domain.privacy.register import fields_of
from trips.domain.privacy.retention import Periods
from trips.i18n.catalogue import N_, say
from trips.i18n.privacy.kind_wording import (
    period_of,
    privacy_word,
    purposes_of,
    readers_of,
)
from trips.i18n.privacy.record_labels import record_label

_MEASURES: Final = (
    N_("Passport, health and emergency data are encrypted field by field (AES-256-GCM), each "
       "value bound to its row and field; keys can be changed while the installation runs."),
    N_("Accounts have a role for each trip; whoever has none sees nothing, not even that the trip "
       "is there. Reading passport data needs a right of its own and is logged without the value."),
    N_("Passwords are kept as salted hashes, secret links only as hashes; both "
       "can be taken back at once."),
    N_("Everything is deleted on its day, from rows, files, history and mails; every run is "
       "written down. Erased people stay erased after a backup is restored."),
    N_("No copies of passports are kept. No data go to other services; pages load nothing from "
       "elsewhere."),
    N_("Each change is written to a history with who and when; personal values stand in it by "
       "name only."),
)  # fmt: skip


@dataclass(frozen=True)
class RecordLine:
    """A kind of data in the record."""

    kind: DataKind
    title: str
    fields: str
    purposes: str
    basis: str
    sensitive: str
    readers: str
    period: str
    layer: str


def record_lines(locale: str, periods: Periods) -> tuple[RecordLine, ...]:
    """All kinds of data about people, in the order of the register."""
    return tuple(_line(kind, locale, periods) for kind in RULES if kind is not DataKind.TECHNICAL)


def measures(locale: str) -> tuple[str, ...]:
    """Technical and organisational measures (GDPR, Art. 32)."""
    return tuple(say(each, locale) for each in _MEASURES)


def _line(kind: DataKind, locale: str, periods: Periods) -> RecordLine:
    rule = RULES[kind]
    labels = dict.fromkeys(record_label(column, locale) for _, column in fields_of(kind))
    return RecordLine(
        kind=kind,
        title=privacy_word(kind, locale),
        fields=", ".join(labels),
        purposes=purposes_of(rule, locale),
        basis=privacy_word(rule.basis, locale),
        sensitive=privacy_word(rule.sensitive, locale),
        readers=readers_of(rule, locale),
        period=period_of(kind, periods, locale),
        layer=privacy_word(rule.layer, locale),
    )
