"""The history in words: who did what."""

from trips.domain.account.user import COMMAND_LINE, CONTACT_PERSON, REGISTRANT
from trips.domain.pages.history import SENT, HistoryEntry, HistoryLine
from trips.domain.snapshot import TripSnapshot
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import first_names

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
    "assignment": N_n("an interpreting assignment", "%(n)s interpreting assignments"),
    "day": N_n("a day", "%(n)s days"),
    "delegation": N_n("a delegation", "%(n)s delegations"),
    "finding": N_n("a finding", "%(n)s findings"),
    "hotel": N_n("a hotel", "%(n)s hotels"),
    "interpreter": N_n("an interpreter", "%(n)s interpreters"),
    "item": N_n("a programme item", "%(n)s programme items"),
    "leg": N_n("a leg", "%(n)s legs"),
    "link": N_n("a link", "%(n)s links"),
    "organisation": N_n("an organisation", "%(n)s organisations"),
    "participation": N_n("a participation", "%(n)s participations"),
    "person": N_n("a person", "%(n)s people"),
    "project": N_n("a project", "%(n)s projects"),
    "release": N_n("a release", "%(n)s releases"),
    "site": N_n("a site", "%(n)s sites"),
    "stop": N_n("a stop", "%(n)s stops"),
    "milestones": N_n("the milestones", "the milestones"),
    "task": N_n("a task", "%(n)s tasks"),
    "trip": N_n("the trip", "the trip"),
}
_SELF_SENT = N_n("%(names)s has registered", "%(names)s have registered")
_SELF_CHANGED = N_n(
    "%(names)s has gone on with registering", "%(names)s have gone on with registering"
)
_BY_COMMAND = {
    "import_trip": N_("Import on the command line"),
    "reimport_trip": N_("Import on the command line, once more"),
    "import_workbook": N_("Import of a workbook on the command line"),
}


_ACTORS = {
    COMMAND_LINE.name: N_("Administration (command line)"),
    REGISTRANT.name: N_("By personal link"),
    CONTACT_PERSON.name: N_("Contact person"),
}


def history_sentence(entry: HistoryEntry, locale: str) -> str:
    """What was done, without who: “changed a programme item”; an unknown verb stays as it is."""
    return _sentence(entry, locale, _kind(entry, 1, locale))


def line_sentence(line: HistoryLine, snapshot: TripSnapshot, locale: str) -> str:
    """What was done in one go, by name where the trip knows it: “changed “Visit” and 2 more”."""
    names = [_name_of(line.entry.subject_kind, uid, snapshot, locale) for uid in line.uids]
    known = list(dict.fromkeys(name for name in names if name))
    if line.entry.actor == REGISTRANT.name and known:
        told = _SELF_SENT if line.entry.verb == SENT else _SELF_CHANGED
        return say_n(*told, len(known), locale, names=first_names(known, locale))
    if not all(names):
        return _sentence(line.entry, locale, _kind(line.entry, len(names), locale))
    return _sentence(line.entry, locale, first_names(known, locale))


def _sentence(entry: HistoryEntry, locale: str, what: str) -> str:
    if entry.actor == COMMAND_LINE.name and entry.verb in _BY_COMMAND:
        return say(_BY_COMMAND[entry.verb], locale)
    return say(_VERBS.get(entry.verb, entry.verb), locale, kind=what)


def _kind(entry: HistoryEntry, number: int, locale: str) -> str:
    known = _KINDS.get(entry.subject_kind)
    return say_n(*known, number, locale) if known else entry.subject_kind


def _name_of(kind: str, uid: str, snapshot: TripSnapshot, locale: str) -> str:
    """What an object is called on the trip; empty where it is not there (any more)."""
    if kind == "participation":
        kind, uid = "person", getattr(snapshot.participation_by_uid.get(uid), "person", "")
    if kind == "person":
        person = snapshot.person_by_uid.get(uid)
        return person.name if person else ""
    if kind == "item":
        item = snapshot.item_by_uid.get(uid)
        return say(N_("“%(title)s”"), locale, title=item.title.shown(locale).text) if item else ""
    if kind == "delegation":
        delegation = snapshot.delegation_by_uid.get(uid)
        return delegation.name.shown(locale).text if delegation else ""
    return ""


def actor_name(entry: HistoryEntry, locale: str) -> str:
    """Who did it: a person's name as it is; empty where the sentence needs nobody."""
    if entry.actor == COMMAND_LINE.name and entry.verb in _BY_COMMAND:
        return ""
    return say(_ACTORS[entry.actor], locale) if entry.actor in _ACTORS else entry.actor
