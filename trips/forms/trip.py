"""A trip, and what is said about one of its days."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    DateField,
    FieldList,
    Form,
    FormField,
    IntegerField,
    SelectField,
    StringField,
)
from wtforms.validators import NumberRange, Optional

from trips.domain.pages.labels import Labels
from trips.domain.trip import DayNote, Group, Section, Trip, TripKind, TripStatus, Word
from trips.domain.values.slug import is_slug, slug_of
from trips.domain.values.text import Text
from trips.forms.entity import EntityForm, LongTextPair, TextPair, enum_choices, strip
from trips.forms.parts import REQUIRED, ComboField, at_most, error_on, fill
from trips.i18n.choices import zone_choices

ROLES = ("inviting_body", "client", "contractor")
TEXTS = ("title", "subtitle", "summary")
MOST = 30


class GroupForm(Form):
    """A group: its letter, its name and its seats for delegates."""

    code = StringField(lazy_gettext("Letter"), at_most(8))
    name = FormField(TextPair, label=lazy_gettext("Name"))
    seats = IntegerField(lazy_gettext("Seats"), [Optional(), NumberRange(min=1, max=10000)])


class SectionForm(Form):
    """A section of the practical page."""

    title = FormField(TextPair, label=lazy_gettext("Heading"))
    text = FormField(LongTextPair, label=lazy_gettext("Text"))


class TripForm(EntityForm):
    """Everything about a trip but its programme and its people."""

    kind = Trip

    trip_kind = SelectField(lazy_gettext("Kind"), [REQUIRED])
    title = FormField(TextPair, label=lazy_gettext("Title"))
    subtitle = FormField(TextPair, label=lazy_gettext("Subtitle"))
    summary = FormField(LongTextPair, label=lazy_gettext("In short"))
    slug = StringField(
        lazy_gettext("Address"),
        at_most(80),
        description=lazy_gettext(
            "Small letters, digits and hyphens. Left empty it is made of the title."
        ),
    )
    starts_on = DateField(lazy_gettext("First day"), [REQUIRED])
    ends_on = DateField(lazy_gettext("Last day"), [REQUIRED])
    zone = SelectField(lazy_gettext("Time zone"), [REQUIRED], default="Europe/Berlin")
    status = SelectField(lazy_gettext("Status"), [REQUIRED])
    project = SelectField(lazy_gettext("Project"))
    inviting_body = ComboField(lazy_gettext("Inviting body"), at_most(300))
    client = ComboField(lazy_gettext("Client"), at_most(300))
    contractor = ComboField(lazy_gettext("Contractor"), at_most(300))
    number = StringField(lazy_gettext("Number"), at_most(60))
    emergency_phone = StringField(
        lazy_gettext("Emergency phone"), at_most(60), render_kw={"type": "tel"}
    )
    groups = FieldList(FormField(GroupForm), label=lazy_gettext("Groups"), max_entries=MOST)
    aims = FieldList(FormField(LongTextPair), label=lazy_gettext("Aims"), max_entries=MOST)
    learning_questions = FieldList(
        FormField(LongTextPair), label=lazy_gettext("Learning questions"), max_entries=MOST
    )
    practical = FieldList(
        FormField(SectionForm), label=lazy_gettext("Practical matters"), max_entries=MOST
    )

    names: dict[str, str]
    """What the form offers, by uid."""

    def offer(self, locale: str, organisations: Labels, projects: list[tuple[str, str]]) -> None:
        """Fill the lists of the controls."""
        self.trip_kind.choices = enum_choices(TripKind, locale)
        self.status.choices = enum_choices(TripStatus, locale)
        self.zone.choices = list(zone_choices())
        self.project.choices = [("", "–"), *projects]
        for name in ROLES:
            self[name].labels = organisations
        self.names = {**organisations, **dict(projects)}

    def show(self, trip: Trip) -> None:
        """Fill the controls."""
        self.trip_kind.data, self.status.data = trip.kind.value, trip.status.value
        for name in ("slug", "starts_on", "ends_on", "zone", "number", "emergency_phone"):
            self[name].data = getattr(trip, name)
        self.project.data = trip.project or ""
        for name in ROLES:
            self[name].show(getattr(trip, name))
        for name in TEXTS:
            self[name].form.process(data=dict(getattr(trip, name)))
        for name in ("aims", "learning_questions"):
            for row, text in fill(self[name], getattr(trip, name)):
                row.form.process(data=dict(text))
        for row, group in fill(self.groups, trip.groups):
            row.form.code.data = group.code
            row.form.name.form.process(data=dict(group.name))
            row.form.seats.data = group.seats
        for row, section in fill(self.practical, trip.practical):
            row.form.title.form.process(data=dict(section.title))
            row.form.text.form.process(data=dict(section.text))

    def add_row(self, name: str) -> None:
        """One more empty row of a list."""
        rows = self[name] if name in {"groups", "aims", "learning_questions", "practical"} else None
        if rows is not None and len(rows.entries) < MOST:
            rows.append_entry()

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = bool(super().validate(extra_validators))
        flaws = [
            (
                self.title.form.de,
                not self.title.form.text(),
                lazy_gettext("Please give it a title."),
            ),
            (
                self.slug,
                not is_slug(self.address),
                lazy_gettext(
                    "Please use small letters, digits and hyphens, as in study-tour-2027."
                ),
            ),
            (
                self.ends_on,
                self._ends_early(),
                lazy_gettext("The last day lies before the first one."),
            ),
            (
                self.groups,
                self._has_twins(),
                lazy_gettext("Every group needs a letter of its own."),
            ),
        ]
        for control, is_flawed, words in flaws:
            if is_flawed:
                error_on(control, str(words))
        return is_valid and not any(is_flawed for _, is_flawed, _ in flaws)

    @property
    def address(self) -> str:
        """The slug that was typed, or one made of title and year."""
        title = self.title.form.text().shown("de").text
        year = str(self.starts_on.data.year) if self.starts_on.data else ""
        return strip(self.slug.data).lower() or slug_of(title, year)

    def _ends_early(self) -> bool:
        first, last = self.starts_on.data, self.ends_on.data
        return bool(first and last and last < first)

    def _has_twins(self) -> bool:
        codes = [group.code for group in self._groups()]
        named = any(
            row.form.name.form.text() and not strip(row.form.code.data) for row in self.groups
        )
        return named or len(set(codes)) < len(codes)

    def _groups(self) -> tuple[Group, ...]:
        return tuple(
            Group(
                code=strip(row.form.code.data),
                name=row.form.name.form.text(),
                seats=row.form.seats.data,
            )
            for row in self.groups
            if strip(row.form.code.data)
        )

    def values(self) -> dict[str, Any]:
        return {
            "kind": TripKind(self.trip_kind.data),
            "status": TripStatus(self.status.data),
            "slug": self.address,
            "starts_on": self.starts_on.data,
            "ends_on": self.ends_on.data,
            "zone": self.zone.data,
            "project": self.project.data or None,
            "number": strip(self.number.data),
            "emergency_phone": strip(self.emergency_phone.data),
            "groups": self._groups(),
            "practical": self._sections(),
            **{name: self[name].uid for name in ROLES},
            **{name: self[name].form.text() for name in TEXTS},
            **{name: self._texts(self[name]) for name in ("aims", "learning_questions")},
        }

    def _texts(self, rows: "FieldList[Any]") -> tuple[Text, ...]:
        return tuple(text for row in rows if (text := row.form.text()))

    def _sections(self) -> tuple[Section, ...]:
        sections = (
            Section(row.form.title.form.text(), row.form.text.form.text()) for row in self.practical
        )
        return tuple(section for section in sections if section.title or section.text)


class WordForm(Form):
    """A word of the day."""

    term = FormField(TextPair, label=lazy_gettext("Word"))
    meaning = FormField(TextPair, label=lazy_gettext("Meaning"))


class DayForm(EntityForm):
    """What the programme says about a whole day."""

    kind = DayNote

    sentence = FormField(LongTextPair, label=lazy_gettext("One sentence about the day"))
    dress = FormField(TextPair, label=lazy_gettext("Dress"))
    bring = FormField(TextPair, label=lazy_gettext("Please bring"))
    words = FieldList(FormField(WordForm), label=lazy_gettext("Words of the day"), max_entries=MOST)

    def show(self, day: DayNote) -> None:
        """Fill the controls."""
        for name in ("sentence", "dress", "bring"):
            self[name].form.process(data=dict(getattr(day, name)))
        for row, word in fill(self.words, day.words):
            row.form.term.form.process(data=dict(word.term))
            row.form.meaning.form.process(data=dict(word.meaning))

    def add_row(self, name: str) -> None:
        """One more empty word."""
        if name == "words" and len(self.words.entries) < MOST:
            self.words.append_entry()

    def values(self) -> dict[str, Any]:
        words = (
            Word(row.form.term.form.text(), row.form.meaning.form.text()) for row in self.words
        )
        return {
            **{name: self[name].form.text() for name in ("sentence", "dress", "bring")},
            "words": tuple(word for word in words if word.term or word.meaning),
        }
