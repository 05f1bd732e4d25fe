"""The sources of the visa rules that come with the product, in the reader's language."""

from typing import Final

from trips.domain.visa_rule import VisaRule
from trips.i18n.catalogue import N_, say

SOURCES: Final = frozenset(
    {
        N_("Regulation (EU) 2018/1806, Annex II"),
        N_("Regulation (EU) 2018/1806, Annex I; before: Regulation (EC) No 539/2001, Annex I"),
        N_("Regulation (EU) 2019/592"),
        N_("Regulation (EU) 2023/850"),
        N_("Directive 2004/38/EC; EEA and Swiss agreements on free movement"),
        N_("Directive 2004/38/EC and the withdrawal agreement"),
        N_("Residence Ordinance (AufenthV), section 19 and Annex B"),
    }
)
NOTES: Final = frozenset(
    {
        N_("biometric passports only"),
        N_("every other state"),
        N_("suspended by Delegated Regulation (EU) 2023/222"),
    }
)


def source_words(rule: VisaRule, locale: str) -> str:
    """Where a rule stands; what the house entered, as it was entered."""
    return rule.source if rule.is_own else say(rule.source, locale)


def note_words(rule: VisaRule, locale: str) -> str:
    """What else there is to say about a rule; what the house entered, as it was entered."""
    return rule.note if rule.is_own or not rule.note else say(rule.note, locale)
