"""The page with the forms of a person on a trip: shared data, part in the trip, delegate."""

from dataclasses import dataclass, field, replace
from typing import Any

from flask import request

from trips import clock
from trips.domain.delegates.seats import Seats
from trips.domain.editing import Change, ConflictError
from trips.domain.ordering import order_delegations
from trips.domain.organisation import Organisation
from trips.domain.pages.delegate_list import entry_of
from trips.domain.pages.known_people import find_known
from trips.domain.participation import Counts, Delegate, Participation, Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.forms.delegate import PersonChoices, PersonForm
from trips.forms.entity import EntityForm
from trips.forms.participation import DelegateForm, ParticipationChoices, ParticipationForm
from trips.i18n.choices import country_choices, language_choices
from trips.i18n.delegates.status_wording import no_seat_words
from trips.i18n.value_wording import value_words
from trips.queries.book import get_book
from trips.queries.choices import list_organisation_choices
from trips.queries.source import list_sources
from trips.services.participation import Addition, Edit
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.delegates.letter_preview import preview_of
from trips.views.editing import read_shown
from trips.views.merging import Gone, Rows
from trips.views.preferences import locale
from trips.views.releases.feed_page import is_local, personal_feed

EVERYTHING = (Counts.SEAT, Counts.MEAL, Counts.ROOM, Counts.ROSTER, Counts.STATISTICS)
NEW = "new"
"""The answer that it is somebody else than the people the address book knows."""


@dataclass
class Forms:
    """The forms of one page."""

    person: PersonForm
    part: ParticipationForm
    delegate: DelegateForm

    @property
    def all(self) -> tuple[EntityForm, ...]:
        """Every form, in the order of the page."""
        return self.person, self.part, self.delegate

    @property
    def is_delegate(self) -> bool:
        """True while the role chosen is that of a delegate."""
        return self.part.role.data == Role.DELEGATE

    def validate(self) -> bool:
        """Validate every form, so that every error shows at once."""
        forms = self.all if self.is_delegate else self.all[:2]
        answers = [form.validate() for form in forms]
        return all(answers)

    def show(self, snapshot: TripSnapshot, participation: Participation, person: Person) -> None:
        """Fill in somebody."""
        self.person.show(person)
        self.part.show(participation)
        is_head = bool(participation.uid) and entry_of(snapshot, participation).is_head
        self.delegate.show(participation.delegate or Delegate(), is_head=is_head)

    def carry(self, participation: Participation, person: Person) -> None:
        """Remember what is shown."""
        self.person.carry(person)
        self.part.carry(participation)
        self.delegate.carry(participation.delegate or Delegate())


@dataclass(frozen=True, kw_only=True)
class PageState:
    """What the page says besides its forms."""

    conflicts: Rows = field(default_factory=list)
    known: tuple[Person, ...] = ()
    gone: Gone | None = None
    already: str = ""
    """uid of the participation of somebody who is on the trip already."""
    full: Seats | None = None
    """Where they would have sat, had there been a seat."""


def read_removed(uid: str) -> Participation:
    """Somebody as the page showed them who is off the trip by now. Raises `MissingError`."""
    shown = read_shown(ParticipationForm(prefix="part-"))
    if shown is None:
        raise MissingError(uid)
    return replace(shown, uid=uid)


def make_forms(snapshot: TripSnapshot, participation: Participation) -> Forms:
    """The forms with everything their controls offer; delegates stay delegates, staff staff."""
    forms = Forms(
        person=PersonForm(prefix="person-"),
        part=ParticipationForm(prefix="part-"),
        delegate=DelegateForm(prefix="delegate-"),
    )
    choices = ParticipationChoices(
        locale=locale(),
        groups=tuple((group.code, group.code) for group in snapshot.trip.groups),
        delegations=tuple(
            (each.uid, each.name.shown(locale()).text) for each in order_delegations(snapshot)
        ),
        is_delegate=participation.role is Role.DELEGATE,
    )
    forms.person.offer(_person_choices(snapshot))
    forms.part.offer(choices)
    forms.part.shown = participation
    forms.part.now = clock.now()
    forms.part.wording = snapshot.trip.data_protection.wording
    forms.part.by = guards.require_actor().name
    forms.delegate.offer(choices)
    return forms


def _person_choices(snapshot: TripSnapshot) -> PersonChoices:
    spoken = {skill.code for person in snapshot.persons for skill in person.languages}
    return PersonChoices(
        locale=locale(),
        countries=country_choices(locale()),
        languages=language_choices(spoken, locale()),
        organisations=list_organisation_choices(locale()),
    )


def draft(snapshot: TripSnapshot) -> Participation:
    """What the form of a new person starts with: the whole trip, counted for everything."""
    wanted = request.args.get("role", "")
    role = Role(wanted) if wanted in set(Role) else Role.DELEGATE
    delegation = request.args.get("delegation", "")
    known = delegation if delegation in snapshot.delegation_by_uid else None
    return Participation(
        uid="",
        person="",
        role=role,
        present_from=snapshot.trip.starts_on,
        present_to=snapshot.trip.ends_on,
        counts=EVERYTHING if role is Role.DELEGATE else EVERYTHING[:3],
        delegate=Delegate(delegation=known) if role is Role.DELEGATE else None,
    )


def addition(forms: Forms) -> Addition:
    """Who is added, with the answer whether the address book knows them."""
    same = request.form.get("same", "")
    delegate = Delegate(**forms.delegate.values()) if forms.is_delegate else None
    return Addition(
        person=Person(uid="" if same == NEW else same, **forms.person.values()),
        participation=Participation(uid="", person="", delegate=delegate, **forms.part.values()),
        organisation=_organisation(forms),
        is_head=bool(forms.is_delegate and forms.delegate.is_head.data),
    )


def known_people(forms: Forms) -> tuple[Person, ...]:
    """Entries of the address book to ask about; none once the question is answered."""
    if request.form.get("same"):
        return ()
    book = get_book()
    new = Person(uid="", **forms.person.values())
    return find_known(new, book.persons, {each.uid: each for each in book.organisations})


def edit_of(forms: Forms, *, was_head: bool) -> Edit:
    """What was touched. Raises `ValueError` where somebody tampered with the page."""
    is_head = bool(forms.delegate.is_head.data)
    moved = forms.delegate.change() if forms.is_delegate else Change({}, {})
    keeps = is_head == was_head and "delegation" not in moved.now
    return Edit(
        person=forms.person.change(),
        participation=forms.part.change(),
        delegate=moved,
        organisation=_organisation(forms),
        head=None if keeps or not forms.is_delegate else is_head,
    )


def show_conflicts(forms: Forms, error: ConflictError, edit: Edit) -> Rows:
    """What both wrote, beside each other; the page then stands on what is saved."""
    person, participation = error.current
    forms.carry(participation, person)
    forms.part.shown = participation
    labels = {
        name: form[name if name in form else f"{name}_on"].label.text
        for form, change in zip(
            forms.all, (edit.person, edit.participation, edit.delegate), strict=True
        )
        for name in change.now
        if name in form or f"{name}_on" in form
    }
    return [
        (
            str(labels.get(each.field, each.field)),
            value_words(each.theirs, locale()),
            value_words(each.mine, locale()),
        )
        for each in error.conflicts
    ]


def render(
    snapshot: TripSnapshot,
    forms: Forms,
    participation: Participation | None = None,
    state: PageState | None = None,
) -> str:
    """The page with the forms."""
    state = state or PageState()
    known = snapshot.person_by_uid.get(participation.person) if participation else None
    person = known or (read_shown(forms.person) if participation else None)
    return frame.render(
        "delegate/form.html",
        snapshot,
        "delegates",
        forms=forms,
        participation=participation,
        person=person,
        state=state,
        conflicts=state.conflicts,
        gone=state.gone,
        full=no_seat_words(snapshot, state.full, locale()) if state.full else "",
        sources=list_sources(snapshot.trip.uid, participation.uid) if participation else (),
        **_feed(snapshot, participation),
        preview=preview_of(forms.person),
    )


def _feed(snapshot: TripSnapshot, participation: Participation | None) -> dict[str, Any]:
    """Their calendar, once they are on the trip, and whether its address leads anywhere."""
    known = snapshot.participation_by_uid.get(participation.uid) if participation else None
    return {"feed": personal_feed(snapshot, known) if known else None, "is_local": is_local()}


def _organisation(forms: Forms) -> Organisation | None:
    name = forms.person.new_organisation
    if not name:
        return None
    return Organisation(
        uid="", name=Text({locale(): name}), country=forms.person.country.data or ""
    )
