"""What the rules on visas say, in words; a hint, and it says so."""

from typing import Final

from trips.domain.visa.deadlines import VisaStep
from trips.domain.visa.plot import Mark, MarkState
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
    Reason.HOME: N_("Their own state"),
    Reason.NO_RULE: N_("No rule for this state: please ask."),
}
_STEPS: Final = {
    VisaStep.LETTER: N_("Send the invitation letter"),
    VisaStep.APPOINTMENT: N_("Make the appointment"),
    VisaStep.APPLICATION: N_("Apply"),
    VisaStep.DECISION: N_("Wait for the decision"),
}


_STATIONS: Final = {
    VisaStep.LETTER: N_("Invitation letter"),
    VisaStep.APPOINTMENT: N_("Appointment"),
    VisaStep.APPLICATION: N_("Application"),
    VisaStep.DECISION: N_("Decision"),
}
_STAGES: Final = {
    "question": N_("Unclear"),
    "letter": N_("Letter"),
    "appointment": N_("Appointment"),
    "application": N_("Application"),
    "decision": N_("Decision"),
    "granted": N_("Visa granted"),
    "refused": N_("Visa refused"),
    "free": N_("No visa needed"),
}
_MARKS: Final = {
    MarkState.DONE: N_("%(station)s done"),
    MarkState.NEXT: N_("next: %(station)s until %(date)s"),
    MarkState.LATE: N_("overdue: %(station)s, was due on %(date)s"),
    MarkState.AHEAD: N_("%(station)s until %(date)s"),
}


def stage_words(key: str, locale: str) -> str:
    """What a stage is called."""
    return say(_STAGES[key], locale)


def station_words(step: VisaStep | None, locale: str) -> str:
    """What a station on the line of deadlines is called; the last is the entry."""
    return say(_STATIONS[step] if step else N_("Entry"), locale)


def mark_words(mark: Mark, locale: str) -> str:
    """A station with its day and whether it lies behind."""
    on = date_medium(mark.day, locale)
    if mark.step is None:
        return say(N_("Entry on %(date)s"), locale, date=on)
    known = {"station": station_words(mark.step, locale), "date": on}
    return say(_MARKS[mark.state], locale, **known)


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
    if rule.destination:
        goal = country_name(rule.destination, locale)
        parts.insert(1, say(N_("for a stay in: %(state)s"), locale, state=goal))
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
