"""Findings in two or three words, for the small room on a card of the board."""

from typing import Final

from trips.domain.findings.model import Finding
from trips.i18n.catalogue import N_, say
from trips.i18n.finding_wording import finding_words
from trips.i18n.formats import language_names

_MARKS: Final = {
    "host_unconfirmed": N_("No commitment"),
    "item_requested": N_("Not confirmed"),
    "item_without_place": N_("No place"),
    "group_overlap": N_("Overlap"),
    "person_overlap": N_("Planned twice"),
    "outside_stop": N_("Wrong day"),
    "way_too_tight": N_("Way too tight"),
    "not_understood": N_("%(languages)s missing"),
    "access_unknown": N_("Access"),
    "leg_unbooked": N_("Not booked"),
    "text_untranslated": N_("Translation missing"),
}


def finding_mark(finding: Finding, locale: str) -> str:
    """What a card says of a finding; the whole title where no shorter words are known."""
    words = _MARKS.get(finding.code.value)
    if words is None:
        return finding_words(finding, locale).title
    codes = finding.facts.get("languages", ())
    return say(words, locale, languages=language_names(codes, locale))
