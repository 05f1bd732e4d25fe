"""The history in words: who did what."""

from trips.domain.account.user import COMMAND_LINE
from trips.domain.pages.history import HistoryEntry
from trips.i18n.catalogue import N_, say

_VERBS = {
    "create": N_("created %(kind)s"),
    "edit": N_("changed %(kind)s"),
    "delete": N_("removed %(kind)s"),
    "restore": N_("restored %(kind)s"),
    "copy_trip": N_("made the trip of another one"),
    "import_trip": N_("imported the trip"),
    "reimport_trip": N_("imported the trip again"),
    "import_workbook": N_("imported a workbook"),
    "nominate": N_("nominated people"),
    "release": N_("released the programme"),
    "revoke": N_("revoked %(kind)s"),
    "move": N_("moved %(kind)s"),
    "shift": N_("moved %(kind)s"),
    "resize": N_("changed the times of %(kind)s"),
    "place": N_("gave %(kind)s a time"),
    "unplace": N_("put %(kind)s back among the ideas"),
    "split": N_("split %(kind)s for groups"),
    "join": N_("joined %(kind)s for groups"),
    "swap": N_("swapped the groups of %(kind)s"),
    "duplicate": N_("copied %(kind)s"),
    "status": N_("set the status of %(kind)s"),
    "quick_add": N_("created %(kind)s"),
    "go_back": N_("took %(kind)s back to a release"),
    "undo": N_("took back a change of %(kind)s"),
    "redo": N_("did a change of %(kind)s again"),
    "finish": N_("finished %(kind)s"),
    "reopen": N_("opened %(kind)s again"),
    "accept": N_("accepted %(kind)s"),
    "assign": N_("said who cares for %(kind)s"),
    "register": N_("registered: %(kind)s"),
    "ask_host": N_("asked the host of %(kind)s by mail"),
    "add_source": N_("noted where %(kind)s comes from"),
}
_KINDS = {
    "assignment": N_("an interpreting assignment"),
    "day": N_("a day"),
    "delegation": N_("a delegation"),
    "finding": N_("a finding"),
    "hotel": N_("a hotel"),
    "interpreter": N_("an interpreter"),
    "item": N_("a programme item"),
    "leg": N_("a leg"),
    "link": N_("a link"),
    "organisation": N_("an organisation"),
    "participation": N_("a participation"),
    "person": N_("a person"),
    "project": N_("a project"),
    "release": N_("a release"),
    "site": N_("a site"),
    "stop": N_("a stop"),
    "milestones": N_("the milestones"),
    "task": N_("a task"),
    "trip": N_("the trip"),
}


_BY_COMMAND = {
    "import_trip": N_("Import on the command line"),
    "reimport_trip": N_("Import on the command line, once more"),
    "import_workbook": N_("Import of a workbook on the command line"),
}


def history_sentence(entry: HistoryEntry, locale: str) -> str:
    """What was done, without who: “changed a programme item”; an unknown verb stays as it is."""
    if entry.actor == COMMAND_LINE.name and entry.verb in _BY_COMMAND:
        return say(_BY_COMMAND[entry.verb], locale)
    kind = say(_KINDS.get(entry.subject_kind, entry.subject_kind), locale)
    return say(_VERBS.get(entry.verb, entry.verb), locale, kind=kind)


def actor_name(entry: HistoryEntry, locale: str) -> str:
    """Who did it: a person's name as it is; empty where the sentence needs nobody."""
    if entry.actor != COMMAND_LINE.name:
        return entry.actor
    return "" if entry.verb in _BY_COMMAND else say(N_("Administration (command line)"), locale)
