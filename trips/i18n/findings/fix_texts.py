"""What the button of each fix says."""

from trips.domain.findings.codes import FixCode
from trips.i18n.catalogue import N_

FIX_TEXTS: dict[FixCode, str] = {
    FixCode.END_EARLIER: N_("End at %(at)s"),
    FixCode.START_LATER: N_("Start at %(at)s"),
    FixCode.MOVE_TO_GAP: N_("Move to %(at)s"),
    FixCode.MOVE_TO_DAY: N_("Move to %(on)s, %(at)s"),
    FixCode.ADD_TRANSFER: N_("Add a transfer"),
    FixCode.ADD_LUNCH: N_("Lunch at %(at)s"),
    FixCode.ADD_DINNER: N_("Dinner on %(on)s"),
    FixCode.SWAP_GROUPS: N_("Swap %(first)s and %(second)s"),
    FixCode.ASK_HOST: N_("Host has been asked"),
    FixCode.WRITE_HOST: N_("Draft a mail to the host"),
    FixCode.REMIND_HOST: N_("Remind the host"),
    FixCode.MOVE_UP: N_("Move up: %(who)s"),
    FixCode.NAME_HEAD: N_("Make %(who)s the head"),
    FixCode.MAKE_WAIT: N_("Put %(who)s on the waiting list"),
}
