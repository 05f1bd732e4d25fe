"""What the findings about who is coming say; the shape is that of `findings.texts`."""

from trips.domain.findings.codes import FindingCode as Code
from trips.i18n.catalogue import N_, N_n

NAMES = N_("%(names)s")
SHOW_PEOPLE = N_("Show the people")

PEOPLE_TEXTS: dict[Code, tuple[str | tuple[str, str], str, str]] = {
    Code.GROUP_MISSING: (
        N_n(
            "One delegate is in no group although the programme parts",
            "%(number)s delegates are in no group although the programme parts",
        ),
        NAMES,
        N_("Assign the groups"),
    ),
    Code.LANGUAGE_MISSING: (
        N_n(
            "Languages of %(number)s delegate unknown",
            "Languages of %(number)s delegates unknown",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.ARRIVAL_MISSING: (
        N_n(
            "Arrival of %(number)s delegate unknown",
            "Arrival of %(number)s delegates unknown",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.ARRIVAL_LATE: (
        N_n(
            "One delegate arrives after the first item",
            "%(number)s delegates arrive after the first item",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.DEPARTURE_EARLY: (
        N_n(
            "One delegate leaves before the last item ends",
            "%(number)s delegates leave before the last item ends",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.ANSWER_MISSING: (
        N_n(
            "%(number)s delegate has not finished registering",
            "%(number)s delegates have not finished registering",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.CONSENT_MISSING: (
        N_n(
            "%(number)s delegate has not answered about photos",
            "%(number)s delegates have not answered about photos",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.LIST_CONSENT_MISSING: (
        N_n(
            "%(number)s delegate has not answered about the list of participants",
            "%(number)s delegates have not answered about the list of participants",
        ),
        NAMES,
        SHOW_PEOPLE,
    ),
    Code.HEAD_MISSING: (
        N_("Delegation %(name)s has no head"),
        N_("%(people)s"),
        N_("Show the delegation"),
    ),
}
