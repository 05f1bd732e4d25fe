"""What the pages about interpreting say and offer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import request
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.coverage import Cell, CoverageDay, interpreters_of
from trips.domain.interpreter import (
    MIDNIGHT,
    Assignment,
    Availability,
    Interpreter,
    InterpretingMode,
)
from trips.domain.item import Item
from trips.domain.person import Person
from trips.domain.protocol.order import name_key
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Trip
from trips.forms.interpreter import AssignmentForm, Languages
from trips.i18n import formats
from trips.i18n.choices import language_choices
from trips.views.preferences import locale

Hole = tuple[Item, Cell]


@dataclass(frozen=True)
class Card:
    """An interpreter of the trip with what they do on it."""

    interpreter: Interpreter
    person: Person
    pairs: str
    items: int
    availability: tuple[Availability, ...]
    """When they can come during the trip; empty where nobody has asked."""


def headline(days: Sequence[CoverageDay], holes: Sequence[Hole]) -> str:
    """Whether everybody understands everything."""
    if not days:
        return _("Interpreting")
    if not holes:
        return _("Everybody understands what is said")
    return ngettext(
        "%(num)s hole in the interpreting", "%(num)s holes in the interpreting", len(holes)
    )


def subline(holes: Sequence[Hole], lang: str) -> str:
    """The first hole in a sentence."""
    if not holes:
        return ""
    item, cell = holes[0]
    return ngettext(
        "%(title)s on %(day)s: %(num)s person understands neither the floor nor an interpreter.",
        "%(title)s on %(day)s: %(num)s people understand neither the floor nor an interpreter.",
        cell.lost,
        title=item.title.shown(lang).text,
        day=formats.day_long(item.starts.date(), lang),
    )


def list_cards(snapshot: TripSnapshot) -> list[Card]:
    """The interpreters of the trip by name."""
    work = {
        (each.item, each.interpreter)
        for each in snapshot.assignments
        if not snapshot.item_by_uid[each.item].is_unplaced
    }
    items = Counter(interpreter for _, interpreter in work)
    cards = [
        Card(
            each,
            snapshot.person_by_uid[each.person],
            pair_words(each),
            items[each.uid],
            during(snapshot.trip, each),
        )
        for each in interpreters_of(snapshot)
    ]
    return sorted(cards, key=lambda card: name_key(card.person))


def during(trip: Trip, interpreter: Interpreter) -> tuple[Availability, ...]:
    """What somebody has said about the days of a trip, by day and hour."""
    met = (
        each
        for each in interpreter.availability
        if each.first <= trip.ends_on and trip.starts_on <= each.last
    )
    return tuple(sorted(met, key=lambda each: (each.first, each.begins or MIDNIGHT)))


def pair_words(interpreter: Interpreter) -> str:
    """DE ⇄ EN, FR → DE."""
    pairs, words = set(interpreter.pairs), []
    for pair in interpreter.pairs:
        reverse = type(pair)(pair.target, pair.source)
        sign = "⇄" if reverse in pairs else "→"
        if (reverse.source, reverse.target) < (pair.source, pair.target) and sign == "⇄":
            continue
        words.append(f"{pair.source.upper()} {sign} {pair.target.upper()}")
    return ", ".join(words)


def names_by_interpreter(snapshot: TripSnapshot) -> dict[str, str]:
    """The family name of each interpreter; the whole name where two share it."""
    people = {each.uid: snapshot.person_by_uid[each.person] for each in snapshot.interpreters}
    shared = Counter(person.family_name for person in people.values())
    return {
        uid: person.family_name
        if person.family_name and shared[person.family_name] == 1
        else person.name
        for uid, person in people.items()
    }


def assignment_form(snapshot: TripSnapshot) -> AssignmentForm:
    """The form with everything its controls offer."""
    form = AssignmentForm()
    cards = list_cards(snapshot)
    people = [(card.interpreter.uid, f"{card.person.name} ({card.pairs})") for card in cards]
    form.offer(people, language_names(snapshot), locale())
    return form


def draft_assignment(item: Item) -> Assignment:
    """What the form of a new assignment starts with: the address says what is missing."""
    return Assignment(
        uid="",
        item=item.uid,
        interpreter=request.args.get("interpreter", ""),
        mode=next(iter(InterpretingMode)),
        source=next(iter(item.floor_languages), "de"),
        target=request.args.get("target") or "en",
        is_both_ways=True,
    )


def language_names(snapshot: TripSnapshot, interpreter: Interpreter | None = None) -> Languages:
    """Languages to choose from: those of the trip first."""
    spoken = {skill.code for person in snapshot.persons for skill in person.languages}
    own = interpreter.pairs if interpreter else ()
    first = [code for pair in own for code in (pair.source, pair.target)]
    graded = [code for code, _grade in interpreter.classes] if interpreter else []
    floor = [code for item in snapshot.items for code in item.floor_languages]
    return language_choices(spoken, locale(), (*first, *graded, *floor))
