"""Two states of a trip side by side, for everyone or one person."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import abort
from flask_babel import gettext as _

from trips.domain.ordering import order_participations
from trips.domain.participation import Participation
from trips.domain.releases.concerned import concerned
from trips.domain.releases.difference import Changed, Difference, difference
from trips.domain.releases.model import DRAFT, Release
from trips.domain.snapshot import TripSnapshot
from trips.i18n.difference_wording import Pair, head_words, kind_words, pairs_of
from trips.queries.release import ReleaseNotFoundError, get_release
from trips.views.preferences import locale


@dataclass(frozen=True)
class State:
    """One of the two states: a release, or the draft."""

    key: str
    """Its number, or `draft`."""
    snapshot: TripSnapshot
    release: Release | None = None

    @property
    def words(self) -> str:
        """Fassung 2, or Entwurf."""
        if self.release is None:
            return str(_("Draft"))
        return str(_("Release %(number)s", number=self.release.number))


@dataclass(frozen=True)
class ShownChange:
    """A change with its words."""

    changed: Changed
    head: str
    kinds: tuple[tuple[str, str], ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class ShownPerson:
    """Somebody whom the difference concerns, and in how many ways."""

    participation: Participation
    name: str
    changes: int


@dataclass(frozen=True)
class Comparison:
    """What differs, and whom it concerns."""

    old: State
    new: State
    difference: Difference
    personal: dict[str, tuple[Changed, ...]]

    @property
    def people(self) -> tuple[ShownPerson, ...]:
        """Those concerned, in the order of the roster."""
        persons = self.new.snapshot.person_by_uid
        return tuple(
            ShownPerson(each, persons[each.person].name, len(self.personal[each.uid]))
            for each in order_participations(self.new.snapshot)
            if each.uid in self.personal
        )

    @property
    def joined(self) -> list[str]:
        """Names of those who have joined."""
        return [_name(self.new, uid) for uid in self.difference.joined]

    @property
    def left(self) -> list[str]:
        """Names of those who are not coming any more."""
        return [_name(self.old, uid) for uid in self.difference.left]

    def changes_for(self, participation: str) -> tuple[Changed, ...]:
        """All changes, or one person's own."""
        return self.personal.get(participation, ()) if participation else self.difference.changes


def _name(state: State, participation: str) -> str:
    person = state.snapshot.participation_by_uid[participation].person
    return state.snapshot.person_by_uid[person].name


def open_state(draft: TripSnapshot, key: str) -> State:
    """The state that an address names; 404 if there is none."""
    if key == DRAFT:
        return State(DRAFT, draft)
    if not key.isdecimal():
        abort(404)
    try:
        opened = get_release(draft.trip.uid, int(key), draft)
    except ReleaseNotFoundError:
        abort(404)
    return State(key, opened.snapshot, opened.release)


def compare(old: State, new: State) -> Comparison:
    """What differs in `new` from `old`."""
    found = difference(old.snapshot, new.snapshot)
    return Comparison(old, new, found, concerned(found, new.snapshot, old.snapshot))


def show(changes: Iterable[Changed]) -> list[ShownChange]:
    """Changes in the reader's language."""
    return [
        ShownChange(
            changed=each,
            head=head_words(each, locale()),
            kinds=tuple((kind.value, kind_words(kind, locale())) for kind in each.kinds),
            pairs=pairs_of(each, locale()),
        )
        for each in changes
    ]
