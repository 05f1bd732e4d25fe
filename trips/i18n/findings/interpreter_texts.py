"""What each finding about interpreters says."""

from trips.domain.findings.codes import FindingCode as Code
from trips.i18n.catalogue import N_, N_n

CHANGE_ASSIGNMENT = N_("Change the assignment")
RELIEVE = N_("Plan a relief")

INTERPRETER_TEXTS: dict[Code, tuple[str | tuple[str, str], str, str]] = {
    Code.INTERPRETER_ABSENT: (
        N_n(
            "%(who)s is to interpret “%(title)s” and is not on the trip then",
            "%(who)s is to interpret at %(number)s items and is not on the trip then",
        ),
        N_("“%(title)s”, %(when)s. On the trip %(presence)s."),
        CHANGE_ASSIGNMENT,
    ),
    Code.INTERPRETER_UNAVAILABLE: (
        N_n(
            "%(who)s has no time for “%(title)s”",
            "%(who)s has no time for %(number)s items",
        ),
        N_("“%(title)s”, %(when)s until %(ends)s. Available that day: %(hours)s."),
        CHANGE_ASSIGNMENT,
    ),
    Code.INTERPRETER_ALONE: (
        N_n(
            "%(who)s interprets %(length)s without relief: “%(title)s”",
            "%(who)s interprets without relief for too long at %(number)s items",
        ),
        N_("“%(title)s”, %(when)s: %(length)s. Alone %(most)s at most."),
        N_("Engage a second interpreter"),
    ),
    Code.INTERPRETER_DAY_LONG: (
        N_n(
            "%(who)s interprets %(length)s on %(day)s",
            "%(who)s interprets for too long on %(number)s days",
        ),
        N_("Longest: %(length)s on %(day)s. At most %(most)s."),
        RELIEVE,
    ),
    Code.INTERPRETER_BREAK_MISSING: (
        N_n(
            "%(who)s interprets %(length)s without a break",
            "%(who)s interprets without a break for too long %(number)s times",
        ),
        N_("%(day)s, %(begins)s to %(until)s, from “%(title)s”"),
        RELIEVE,
    ),
    Code.INTERPRETER_REST_SHORT: (
        N_n(
            "%(who)s has only %(length)s of rest before %(day)s",
            "%(who)s has too short a rest in %(number)s nights",
        ),
        N_(
            "%(day)s: the work before ended at %(ends)s, the next begins at %(starts)s."
            " At least %(most)s."
        ),
        RELIEVE,
    ),
    Code.INTERPRETER_UNSUITED: (
        N_n(
            "%(who)s does not offer %(source)s into %(target)s",
            "%(who)s does not offer %(source)s into %(target)s: %(number)s items",
        ),
        N_("“%(title)s”, %(when)s"),
        CHANGE_ASSIGNMENT,
    ),
}
