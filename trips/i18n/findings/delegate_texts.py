"""What the findings about delegates say; the shape is that of `findings.texts`."""

from trips.domain.findings.codes import FindingCode as Code
from trips.i18n.catalogue import N_, N_n

NAMES = N_("%(names)s")
SEATS = N_("%(taken)s taken, %(promised)s invited, %(seats)s seats")
CHANGE_SEATS = N_("Change the seats")

DELEGATE_TEXTS: dict[Code, tuple[str | tuple[str, str], str, str]] = {
    Code.TRIP_SEATS_SHORT: (N_("More delegates than seats on the trip"), SEATS, CHANGE_SEATS),
    Code.DELEGATION_SEATS_SHORT: (
        N_("%(name)s: more delegates than seats"),
        SEATS,
        CHANGE_SEATS,
    ),
    Code.GROUP_SEATS_SHORT: (
        N_("Group %(group)s: more delegates than seats"),
        SEATS,
        CHANGE_SEATS,
    ),
    Code.WAITING_FOR_FREE_SEATS: (
        N_n(
            "%(number)s person waits although a seat is free",
            "%(number)s people wait although seats are free",
        ),
        NAMES,
        N_("Open the waiting list"),
    ),
    Code.HEAD_NOT_COMING: (
        N_("%(name)s: the head of the delegation is not coming"),
        N_("%(who)s. Say who leads the delegation now."),
        N_("Name a head"),
    ),
    Code.PERMISSION_REFUSED: (
        N_n(
            "The employer of %(number)s delegate has refused the journey",
            "The employers of %(number)s delegates have refused the journey",
        ),
        NAMES,
        N_("Settle the permission"),
    ),
    Code.PERMISSION_MISSING: (
        N_n(
            "Travel permission of %(number)s delegate is missing",
            "Travel permissions of %(number)s delegates are missing",
        ),
        NAMES,
        N_("Settle the permission"),
    ),
    Code.CHANGED_SINCE: (
        N_n(
            "%(number)s delegate changed answers after the confirmation",
            "%(number)s delegates changed answers after the confirmation",
        ),
        NAMES,
        N_("Look at the changes"),
    ),
    Code.DEADLINE_PASSED: (
        N_n(
            "“%(station)s”: %(number)s person is late",
            "“%(station)s”: %(number)s people are late",
        ),
        N_("%(names)s. The deadline was %(day)s."),
        N_("Show the people"),
    ),
}
