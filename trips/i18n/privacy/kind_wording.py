"""Kinds of data, purposes, legal grounds, readers and periods, in words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from trips.domain.privacy.kinds import (
    RULES,
    Basis,
    DataKind,
    DataPurpose,
    KindRule,
    Layer,
    Reader,
    Sensitive,
)
from trips.domain.privacy.retention import Periods
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import comma, mark

_WORDS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    DataKind: {
        DataKind.NAME: N_("Name"),
        DataKind.OFFICE: N_("Function, office and organisation"),
        DataKind.CONTACT: N_("Ways to reach the person"),
        DataKind.FACTS: N_("Form of address, sex, country, level and kind of organisation"),
        DataKind.LANGUAGES: N_("Languages"),
        DataKind.NOTES: N_("Notes of the organisers"),
        DataKind.PART: N_("Part in the trip: role, days, delegation, status"),
        DataKind.TRAVEL: N_("Arrival, departure and room"),
        DataKind.LEARNING: N_("What the person brings and wants to see"),
        DataKind.ANSWERS: N_("Answers to the trip's own questions"),
        DataKind.NEEDS: N_("Food, allergies and access needs"),
        DataKind.PASSPORT: N_("Passport and birth"),
        DataKind.EMERGENCY: N_("Whom to call in an emergency"),
        DataKind.VISA: N_("Visa and documents held"),
        DataKind.AGREEMENTS: N_("Agreements given and taken back"),
        DataKind.DRAFTS: N_("Registration not sent yet"),
        DataKind.LETTERS: N_("Invitation letters"),
        DataKind.MAILS: N_("Mails to the person"),
        DataKind.LINKS: N_("Personal links"),
        DataKind.HOSTING: N_("Receiving, speaking and interpreting"),
        DataKind.FILES: N_("Imported lists and finished documents"),
        DataKind.SEARCH: N_("Words for the search"),
        DataKind.HISTORY: N_("History of changes"),
        DataKind.READINGS: N_("Log of who read protected data"),
        DataKind.ACCOUNT: N_("Accounts of the team"),
        DataKind.SESSIONS: N_("Signing in"),
        DataKind.TECHNICAL: N_("Technical keys"),
    },
    DataPurpose: {
        DataPurpose.ORGANISE: N_("preparing and running the trip"),
        DataPurpose.ADDRESS: N_("writing and speaking to people correctly"),
        DataPurpose.STATISTICS: N_("statistics for the funder"),
        DataPurpose.CATER: N_("meals and access for everybody"),
        DataPurpose.TRAVEL_PAPERS: N_("invitation letters and visas"),
        DataPurpose.SAFETY: N_("help in an emergency"),
        DataPurpose.INFORM: N_("telling people what concerns them"),
        DataPurpose.LEARN: N_("learning from each other"),
        DataPurpose.PROVE: N_("showing what was done and agreed"),
        DataPurpose.NETWORK: N_("staying in contact after the trip"),
        DataPurpose.SECURITY: N_("security and tracing mistakes"),
        DataPurpose.OPERATE: N_("running this application"),
    },
    Basis: {
        Basis.CONSENT: N_("agreement of the person (Art. 6(1)(a) GDPR)"),
        Basis.EXPLICIT_CONSENT: N_("explicit agreement of the person (Art. 9(2)(a) GDPR)"),
        Basis.CONTRACT: N_("taking part as agreed (Art. 6(1)(b) GDPR)"),
        Basis.OBLIGATION: N_("legal obligation (Art. 6(1)(c) GDPR)"),
        Basis.INTEREST: N_("legitimate interest in a trip that works (Art. 6(1)(f) GDPR)"),
        Basis.NONE: N_("not personal"),
    },
    Layer: {
        Layer.TRIP: N_("with the trip"),
        Layer.NETWORK: N_("after the trip only with agreement"),
        Layer.HOUSE: N_("as long as somebody works with this installation"),
        Layer.NEVER: N_("never kept"),
    },
    Reader: {
        Reader.PERSON: N_("the person"),
        Reader.PARTICIPANTS: N_("everybody on the trip, with agreement"),
        Reader.MEMBERS: N_("accounts of the trip"),
        Reader.ORGANISERS: N_("organisers"),
        Reader.PASSPORT_DESK: N_("organisers of the trip; every reading is logged"),
        Reader.ADMINS: N_("administrators"),
        Reader.NOBODY: N_("nobody"),
    },
    Sensitive: {
        Sensitive.LISTED: N_("on the list of participants"),
        Sensitive.CONTACT: N_("contact data"),
        Sensitive.INTERNAL: N_("internal"),
        Sensitive.IDENTITY: N_("identity, encrypted"),
        Sensitive.SPECIAL: N_("special category, encrypted"),
    },
}
Counted = tuple[str, str]
_DAYS_AFTER: Final = N_n("%(n)s day after the trip", "%(n)s days after the trip")
_YEARS_AFTER: Final = N_n("%(n)s year after the trip", "%(n)s years after the trip")
_DAYS: Final = N_n("%(n)s day", "%(n)s days")
_YEARS: Final = N_n("%(n)s year", "%(n)s years")
_LONGER: Final = N_("longer only with agreement")
_YEAR: Final = 365
_FROM_ITSELF: Final = frozenset(
    {"mail_days", "file_days", "reading_days", "session_days", "link_days"}
)
"""Periods that begin when the thing was made or ended, not with the end of the trip."""


def privacy_word(member: StrEnum, locale: str) -> str:
    """The word for a kind, a purpose, a ground, a layer, a reader or a sensitivity."""
    return say(_WORDS[type(member)][member], locale)


def purposes_of(rule: KindRule, locale: str) -> str:
    """What data of a kind are kept for."""
    return mark(";", locale).join(privacy_word(each, locale) for each in rule.purposes)


def readers_of(rule: KindRule, locale: str) -> str:
    """Who may read them."""
    return comma(locale).join(privacy_word(each, locale) for each in rule.readers)


def period_of(kind: DataKind, periods: Periods, locale: str) -> str:
    """How long data of a kind are kept."""
    rule = RULES[kind]
    if rule.layer is Layer.HOUSE and rule.period != "session_days":
        return privacy_word(Layer.HOUSE, locale)
    if not rule.period:
        return say(N_("as long as the programme"), locale)
    days: int = getattr(periods, rule.period)
    if rule.period in _FROM_ITSELF:
        words = _lasting(days, locale, _DAYS, _YEARS)
        return f"{words}; {_lists(periods, locale)}" if kind is DataKind.FILES else words
    if not days:
        return say(N_("until the trip is over"), locale)
    words = _lasting(days, locale, _DAYS_AFTER, _YEARS_AFTER)
    if rule.layer is Layer.NETWORK:
        return f"{words}{mark(';', locale)}{say(_LONGER, locale)}"
    return words


def _lists(periods: Periods, locale: str) -> str:
    """Imported lists may hold diets: they go with these."""
    words = _lasting(periods.needs_days, locale, _DAYS_AFTER, _YEARS_AFTER)
    return f"{say(N_('imported lists'), locale)} {words}"


def _lasting(days: int, locale: str, in_days: Counted, in_years: Counted) -> str:
    """A number of days in words; whole years as such."""
    years, rest = divmod(days, _YEAR)
    if years and rest <= years // 4 + 1:
        return say_n(*in_years, years, locale)
    return say_n(*in_days, days, locale)
