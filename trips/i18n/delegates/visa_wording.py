"""What the rules on visas say, in words; a hint, and it says so."""

from typing import Final

from trips.domain.visa.deadlines import VisaStep
from trips.domain.visa.rules import Hint, Reason, Verdict
from trips.i18n.catalogue import N_, say
from trips.i18n.delegates.visa_sources import source_words
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, date_medium

_VERDICTS: Final = {
    Verdict.NEEDED: N_("Visa needed"),
    Verdict.NOT_NEEDED: N_("No visa needed"),
    Verdict.UNKNOWN: N_("Unclear"),
}
_REASONS: Final = {
    Reason.PERMIT: N_("Residence permit or visa valid to the last day"),
    Reason.NO_NATIONALITY: N_("The nationality is not known."),
    Reason.OTHER_DESTINATION: N_("The trip leads outside the Schengen area: please ask."),
    Reason.NO_RULE: N_("No rule for this state: please ask."),
}
_STEPS: Final = {
    VisaStep.LETTER: N_("Send the invitation letter"),
    VisaStep.APPOINTMENT: N_("Make the appointment"),
    VisaStep.APPLICATION: N_("Apply"),
    VisaStep.DECISION: N_("Wait for the decision"),
}


def verdict_words(hint: Hint, locale: str) -> str:
    """Whether a visa is needed, in two or three words."""
    return say(_VERDICTS[hint.verdict], locale)


def reason_words(hint: Hint, locale: str) -> str:
    """Where that comes from: the rule's source, its document, since when."""
    rule = hint.rule
    if rule is None:
        return say(_REASONS[hint.reason], locale)
    state = country_name(rule.country, locale) if rule.country else say(N_("All others"), locale)
    parts = [f"{state}, {name_of(rule.document, locale)}", source_words(rule, locale)]
    if rule.valid_from:
        since = date_medium(rule.valid_from, locale)
        parts.append(say(N_("since %(date)s"), locale, date=since))
    if rule.valid_to:
        until = date_medium(rule.valid_to, locale)
        parts.append(say(N_("until %(date)s"), locale, date=until))
    return "; ".join(part for part in parts if part)


def step_words(step: VisaStep, locale: str) -> str:
    """What has to happen next."""
    return say(_STEPS[step], locale)
