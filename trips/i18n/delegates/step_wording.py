"""The steps that organisers take with a delegate, as the words of buttons."""

from collections.abc import Mapping
from typing import Final

from trips.domain.participation import DelegateStatus as Status
from trips.i18n.catalogue import N_, say

_WORDS: Final[Mapping[Status, str]] = {
    Status.NOMINATED: N_("Nominate again"),
    Status.APPROVED: N_("Approve"),
    Status.INVITED: N_("Mark as invited"),
    Status.STARTED: N_("Hand back to complete"),
    Status.SUBMITTED: N_("Mark as registered"),
    Status.CONFIRMED: N_("Confirm"),
    Status.WAITLISTED: N_("To the waiting list"),
    Status.WITHDRAWN: N_("Has withdrawn"),
    Status.DECLINED: N_("Decline"),
    Status.ATTENDED: N_("Was there"),
}
_SPECIAL: Final[Mapping[tuple[Status, Status], str]] = {
    (Status.APPROVED, Status.NOMINATED): N_("Take the approval back"),
    (Status.INVITED, Status.APPROVED): N_("Not invited yet"),
    (Status.CONFIRMED, Status.SUBMITTED): N_("Take the confirmation back"),
    (Status.ATTENDED, Status.CONFIRMED): N_("Was not there"),
    (Status.WAITLISTED, Status.CONFIRMED): N_("Move up"),
}


def step_word(now: Status | None, to: Status, locale: str) -> str:
    """What the button says that takes somebody from `now` to `to`; none for several people."""
    words = _SPECIAL.get((now, to)) if now else None
    return say(words or _WORDS[to], locale)
