"""The state of a trip in one plain sentence."""

from trips.domain.findings.model import Severity
from trips.domain.overview import Overview, Phase
from trips.i18n.catalogue import N_, say, say_n


def state_sentence(overview: Overview, locale: str) -> str:
    """How long until the trip and whether anything blocks it: two short sentences."""
    return f"{_time(overview, locale)} {_findings(overview, locale)}"


def _time(overview: Overview, locale: str) -> str:
    days = overview.days
    if overview.phase is Phase.DURING:
        return say(N_("Day %(n)s of the trip."), locale, n=days)
    if overview.phase is Phase.AFTER:
        return say_n(
            "The trip ended %(n)s day ago.", "The trip ended %(n)s days ago.", days, locale
        )
    return say_n("%(n)s day to go.", "%(n)s days to go.", days, locale)


def _findings(overview: Overview, locale: str) -> str:
    blocks = overview.severities[Severity.BLOCKS]
    if blocks:
        return say_n("%(n)s finding blocks.", "%(n)s findings block.", blocks, locale)
    warns = overview.severities[Severity.WARNS]
    if warns:
        return say_n(
            "Nothing blocks, %(n)s warning.", "Nothing blocks, %(n)s warnings.", warns, locale
        )
    return say(N_("Nothing is missing."), locale)
