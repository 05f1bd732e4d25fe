"""Steps in words: what was done, what undo would take back, why something cannot be done."""

from typing import Final

from trips.domain.board.effects import Note, NoteCode, StepError, StepErrorCode
from trips.domain.board.outcome import StaleItem, StepOutcome
from trips.domain.board.undo import StepLabel, UndoRefusal, UndoRefusedError
from trips.domain.item import Item, ItemStatus
from trips.domain.stop import BookingStatus
from trips.i18n.board.facts import fact, facts_in, group_words
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import clock, day_short, join_list, time_span

ITEMS: Final = N_n("%(n)s item", "%(n)s items")
DONE: Final = {
    "move": N_("%(what)s moved"),
    "place": N_("%(what)s placed"),
    "unplace": N_("%(what)s put back among the ideas"),
    "resize": N_("Times of %(what)s changed"),
    "shift": N_("%(what)s shifted"),
    "split": N_("%(what)s split for the groups"),
    "join": N_("%(what)s joined for the groups"),
    "swap": N_("Groups of %(what)s swapped"),
    "duplicate": N_("%(what)s copied"),
    "delete": N_("%(what)s removed"),
    "restore": N_("%(what)s restored"),
    "status": N_("Status of %(what)s changed"),
    "create": N_("%(what)s added"),
    "quick_add": N_("%(what)s added"),
    "edit": N_("%(what)s changed"),
    "go_back": N_("%(what)s taken back to a release"),
}
ONE_MATTER: Final = frozenset({"split", "join"})
"""Several items, but one matter: called by the first one's title."""
KINDS: Final = {
    "leg": N_("Leg"),
    "stop": N_("Stop"),
    "day": N_("Notes on a day"),
    "item": N_("Item"),
}
ERRORS: Final = {
    StepErrorCode.UNREADABLE: N_("That was not understood. Please reload the page."),
    StepErrorCode.ITEM_GONE: N_("This item is no longer there."),
    StepErrorCode.NOTHING_CHOSEN: N_("No item is selected."),
    StepErrorCode.NOT_PLACED: N_("“%(title)s” has no time yet. Place it on a day first."),
    StepErrorCode.ALREADY_PLACED: N_("“%(title)s” already has a time."),
    StepErrorCode.END_BEFORE_START: N_("“%(title)s” would end before it starts."),
    StepErrorCode.TOO_SHORT: N_("“%(title)s” must take at least %(minutes)s minutes."),
    StepErrorCode.TOO_LONG: N_("“%(title)s” must not take longer than %(days)s days."),
    StepErrorCode.TOO_FAR: N_(
        "%(starts)s is too far from the trip (%(first)s to %(last)s): “%(title)s” stays."
    ),
    StepErrorCode.STOP_GONE: N_("This city is no longer part of the trip."),
    StepErrorCode.GROUP_UNKNOWN: N_("There is no group %(group)s on this trip."),
    StepErrorCode.GROUPS_NEEDED: N_("“%(title)s” is not for two or more groups."),
    StepErrorCode.NOT_ITS_GROUP: N_("“%(title)s” is not for group %(group)s."),
    StepErrorCode.TWO_NEEDED: N_("Select at least two items to join them."),
    StepErrorCode.SPANS_DIFFER: N_(
        "“%(first)s” and “%(second)s” have different times. Only items with the same times can be "
        "joined."
    ),
    StepErrorCode.PLACES_DIFFER: N_(
        "“%(first)s” and “%(second)s” are in different cities and cannot be joined."
    ),
    StepErrorCode.SAME_GROUPS: N_("“%(first)s” and “%(second)s” are for the same groups."),
    StepErrorCode.NOT_PARALLEL: N_(
        "“%(first)s” and “%(second)s” are not on the same day: their groups cannot be swapped."
    ),
    StepErrorCode.LINE_TOO_LONG: N_("Please write no more than %(most)s characters in one line."),
    StepErrorCode.LINE_EMPTY: N_("Please write what is to be added."),
}
NOTES: Final = {
    NoteCode.LEGS_STAY: N_("%(first)s – %(second)s at %(departs)s stays as it is."),
    NoteCode.CLOCK_CHANGE: N_(
        "“%(title)s”: the clocks go forward that night; %(starts)s is the next time there is."
    ),
    NoteCode.CITY_CHANGED: N_("“%(title)s” now belongs to %(city)s."),
    NoteCode.INTERPRETING_STAYS: N_("Interpreters stay with the first item: %(number)s"),
    NoteCode.INTERPRETING_GOES: N_("Plan interpreting anew; assignments that went: %(number)s"),
    NoteCode.TEXTS_DIFFER: N_(
        "“%(first)s” and “%(second)s” differed (%(fields)s): what “%(first)s” says stays."
    ),
    NoteCode.COPIES_ARE_IDEAS: N_("Copies are ideas: nobody has agreed to them yet."),
}
LEG_BOOKED: Final = N_("%(first)s – %(second)s at %(departs)s is booked and stays as it is.")
CITY_WITH_SITE: Final = N_("“%(title)s” now belongs to %(city)s; check its place.")
REFUSALS: Final = {
    UndoRefusal.NOTHING: N_("There is nothing to undo."),
    UndoRefusal.CHANGED_SINCE: N_("%(what)s has been changed since. It stays as it is."),
    UndoRefusal.GONE: N_("%(what)s or its place is no longer there. It stays as it is."),
    UndoRefusal.IN_USE: N_("%(what)s is in use by now. It stays as it is."),
}
CHANGED_BY: Final = N_("%(actor)s has changed %(what)s since (%(at)s). It stays as it is.")
FIELDS: Final = {
    "starts": N_("Start"),
    "ends": N_("End"),
    "kind": N_("Kind"),
    "title": N_("Title"),
    "status": N_("Status"),
    "stop": N_("City"),
    "site": N_("Site"),
    "room": N_("Room"),
    "meeting_point": N_("Meeting point"),
    "text": N_("Description"),
    "format": N_("Format"),
    "dress": N_("Dress code"),
    "internal_note": N_("Internal note"),
    "floor_languages": N_("Languages"),
    "groups": N_("Groups"),
    "hosts": N_("Hosts"),
    "speakers": N_("Speakers"),
    "capacity": N_("Places"),
    "transfer_mode": N_("Means of transport"),
    "vehicle": N_("Vehicle"),
    "themes": N_("Topics"),
    "materials": N_("Materials"),
    "is_unplaced": N_("Time"),
}


def label_words(label: StepLabel, locale: str) -> str:
    """“Villa Leon moved”, “3 items moved”."""
    if not label.verb:
        return say(N_("Last change"), locale)
    if label.number > 1 and label.verb not in ONE_MATTER:
        what = say_n(*ITEMS, label.number, locale)
    else:
        what = _name(label.kind, label.title.shown(locale).text, locale)
    return say(DONE.get(label.verb, DONE["edit"]), locale, what=what)


def undo_words(label: StepLabel | None, locale: str) -> str:
    """The tooltip of the button: “Undo: Villa Leon moved”."""
    if label is None:
        return say(REFUSALS[UndoRefusal.NOTHING], locale)
    return say(N_("Undo: %(step)s"), locale, step=label_words(label, locale))


def redo_words(label: StepLabel | None, locale: str) -> str:
    """The tooltip of the button: “Redo: Villa Leon moved”."""
    if label is None:
        return say(N_("There is nothing to redo."), locale)
    return say(N_("Redo: %(step)s"), locale, step=label_words(label, locale))


def outcome_words(verb: str, outcome: StepOutcome, locale: str) -> str:
    """What was done, for a live region: “Villa Leon moved: Sat 19 Sept, 15:00–16:00, Group A”."""
    items = (*outcome.changed, *outcome.added)
    number = len(items) or len(outcome.removed)
    if not number:
        return say(N_("Nothing changed."), locale)
    if not items or (number > 1 and verb not in ONE_MATTER):
        return say(DONE[verb], locale, what=say_n(*ITEMS, number, locale))
    title = _name("item", items[0].title.shown(locale).text, locale)
    done = say(DONE[verb], locale, what=title)
    if number > 1:
        return done
    told = f"{done}: {where_words(items[0], locale)}"
    is_asked = verb == "place" and items[0].status is ItemStatus.REQUESTED
    return f"{told}, {say(N_('requested'), locale)}" if is_asked else told


def where_words(item: Item, locale: str) -> str:
    """“Sat 19 Sept, 15:00–16:00, Group A”, or that it waits among the ideas."""
    if item.is_unplaced:
        return say(N_("among the ideas, without a time"), locale)
    when = f"{day_short(item.starts.date(), locale)}, {time_span(item.starts, item.ends)}"
    return f"{when}, {group_words(item.groups, locale)}"


def error_words(error: StepError, locale: str) -> str:
    """Why a step cannot be taken."""
    return say(ERRORS[error.code], locale, **facts_in(error.facts, locale))


def note_words(note: Note, locale: str) -> str:
    """What there is to know about a step that was taken."""
    facts = facts_in(note.facts, locale)
    message = NOTES[note.code]
    if note.code is NoteCode.LEGS_STAY:
        facts["departs"] = clock(note.facts["departs"])
        message = LEG_BOOKED if note.facts["booking"] is BookingStatus.BOOKED else message
    if note.code is NoteCode.CITY_CHANGED and note.facts["has_site"]:
        message = CITY_WITH_SITE
    if note.code is NoteCode.TEXTS_DIFFER:
        facts["fields"] = field_names(note.facts["fields"], locale)
    return say(message, locale, **facts)


def refusal_words(refused: UndoRefusedError, locale: str, *, is_redo: bool = False) -> str:
    """Why a step cannot be taken back, or done again, and who was there first."""
    if refused.reason is UndoRefusal.NOTHING:
        return redo_words(None, locale) if is_redo else undo_words(None, locale)
    facts = refused.facts
    what = _name(facts["kind"], facts["title"].shown(locale).text, locale)
    if facts.get("actor_name") and facts.get("at"):
        at = f"{day_short(facts['at'].date(), locale)}"
        return say(CHANGED_BY, locale, actor=facts["actor_name"], what=what, at=at)
    return say(REFUSALS[refused.reason], locale, what=what)


def stale_words(item: StaleItem, locale: str) -> str:
    """Who has changed what meanwhile, with the fields: “(Start, End)”."""
    facts = {
        "actor": item.actor_name or say(N_("Somebody"), locale),
        "title": fact(item.title, locale),
        "fields": field_names(item.fields, locale),
    }
    if item.is_removed:
        return say(N_("%(actor)s has removed “%(title)s”."), locale, **facts)
    if item.fields:
        return say(N_("%(actor)s has changed “%(title)s” (%(fields)s)."), locale, **facts)
    return say(N_("%(actor)s has changed “%(title)s”."), locale, **facts)


def field_names(names: tuple[str, ...], locale: str) -> str:
    """Fields of an item, as a list."""
    return join_list([say(FIELDS.get(name, N_("Details")), locale) for name in names], locale)


def _name(kind: str, title: str, locale: str) -> str:
    return title or say(KINDS[kind], locale)
