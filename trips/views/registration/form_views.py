"""The parts of a station as its template shows them."""

from dataclasses import dataclass

from trips.domain.registration.catalogue import Section
from trips.domain.registration.controls import ControlKind
from trips.domain.values.text import Shown


@dataclass(frozen=True, kw_only=True)
class ControlView:
    """An input as the page shows it."""

    name: str
    kind: ControlKind
    label: str
    value: str = ""
    chosen: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    """Further options, behind "something else"."""
    error: str = ""
    hint: str = ""
    help: Shown | None = None
    says_optional: bool = False
    is_alone: bool = False
    """The heading above says the same as the label."""
    is_given: bool = False
    """Filled in before, and not shown again."""
    limit: int = 200
    autocomplete: str = ""
    input_mode: str = ""
    lang: str = ""
    """Language of the label where it is another than the page's."""


@dataclass(frozen=True, kw_only=True)
class FieldView:
    """A field: one control, or several under a name."""

    name: str
    label: str
    controls: tuple[ControlView, ...]
    says_optional: bool
    is_locked: bool = False
    languages: tuple[tuple[str, str, str, str], ...] = ()
    """Code, name, chosen level and error of each language."""
    addable: tuple[tuple[str, str], ...] = ()
    offered: tuple[tuple[str, str], ...] = ()
    """Languages of the country, each a tap away."""

    @property
    def has_more(self) -> bool:
        """True where something stands behind "something else"."""
        ticks, *others = self.controls
        is_chosen = {value for value, _ in ticks.more} & {*ticks.chosen}
        return bool(is_chosen or any(each.value or each.error for each in others))

    @property
    def has_error(self) -> bool:
        """True where something is wrong."""
        return any(each.error for each in self.controls) or any(e for *_, e in self.languages)


@dataclass(frozen=True, kw_only=True)
class SectionView:
    """Fields under one heading."""

    section: Section
    title: str
    fields: tuple[FieldView, ...]
    """What is asked."""
    is_optional: bool
    deleted_on: str = ""
    agreed: ControlView | None = None
    """The agreement to keep what is typed here."""
    folded: tuple[FieldView, ...] = ()
    """What is known, and what may be added to it: only to be checked, not asked again."""
    known: tuple[str, ...] = ()
    """The words of what is known, a line each."""
    is_unfolded: bool = False

    @property
    def is_open(self) -> bool:
        """True where what is known has to be seen as fields."""
        return self.is_unfolded or any(each.has_error for each in self.folded)
