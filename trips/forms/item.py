"""A programme item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from trips.domain.item import (
    HostStatus,
    Item,
    ItemHost,
    ItemKind,
    ItemSpeaker,
    ItemStatus,
    TransferMode,
)
from trips.domain.pages.labels import Labels
from trips.domain.values.spans import EnteredSpan, FlawedTime, named_end_day, passes_of, read_span
from trips.forms.entity import EntityForm, LongTextPair, TextPair, chosen, enum_choices, strip
from trips.forms.parts import (
    REQUIRED,
    ComboField,
    PassField,
    WallTimeField,
    at_most,
    error_on,
    fill,
    flaw_words,
)

ASSUMED_LENGTH = timedelta(hours=1)
MOST = 30


class TickField(SelectMultipleField):
    """Several choices as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


@dataclass(frozen=True, kw_only=True)
class ItemChoices:
    """What the controls of the form offer, worded."""

    locale: str
    stops: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    sites: Labels
    organisations: Labels
    persons: Labels
    zones: Mapping[str, str] = field(default_factory=dict)
    """IANA zone by uid of the stop; under the empty uid that of the trip."""


class HostForm(Form):
    """Who receives the group."""

    organisation = ComboField(lazy_gettext("Organisation"), at_most(300))
    person = ComboField(lazy_gettext("Person"), at_most(300))
    status = SelectField(lazy_gettext("Answer"), default=HostStatus.OPEN.value)


class SpeakerForm(Form):
    """Who speaks, as what."""

    person = ComboField(lazy_gettext("Person"), at_most(300))
    function = FormField(TextPair, label=lazy_gettext("Function on this occasion"))


class ItemForm(EntityForm):
    """Everything about a programme item."""

    kind = Item

    item_kind = SelectField(lazy_gettext("Kind"), [REQUIRED])
    status = SelectField(lazy_gettext("Status"), [REQUIRED])
    title = FormField(TextPair, label=lazy_gettext("Title"))
    on = DateField(lazy_gettext("Day"), [REQUIRED])
    start = WallTimeField(lazy_gettext("Start"), [REQUIRED])
    end = WallTimeField(
        lazy_gettext("End"),
        [Optional()],
        description=lazy_gettext(
            "After midnight is the next day. Left empty: one hour, marked as assumed."
        ),
    )
    ends_on = DateField(lazy_gettext("Last day, if it is another one"), [Optional()])
    start_pass = PassField(lazy_gettext("Which one is the start?"))
    end_pass = PassField(lazy_gettext("Which one is the end?"))
    is_start_assumed = BooleanField(lazy_gettext("The start is only assumed"))
    is_end_assumed = BooleanField(lazy_gettext("The end is only assumed"))
    stop = SelectField(lazy_gettext("Stop"))
    site = ComboField(lazy_gettext("Site"), at_most(300))
    room = StringField(lazy_gettext("Room"), at_most(120))
    meeting_point = FormField(TextPair, label=lazy_gettext("Meeting point"))
    groups = TickField(lazy_gettext("For"), description=lazy_gettext("None ticked means everyone."))
    text = FormField(LongTextPair, label=lazy_gettext("Text for the delegates"))
    internal_note = TextAreaField(
        lazy_gettext("Internal note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )
    format = FormField(TextPair, label=lazy_gettext("Format"))
    dress = FormField(TextPair, label=lazy_gettext("Dress"))
    floor_languages = TickField(lazy_gettext("Spoken on the floor"))
    capacity = IntegerField(lazy_gettext("Places"), [Optional(), NumberRange(min=1, max=10_000)])
    transfer_mode = SelectField(lazy_gettext("Way of moving"))
    hosts = FieldList(FormField(HostForm), label=lazy_gettext("Hosts"), max_entries=MOST)
    speakers = FieldList(FormField(SpeakerForm), label=lazy_gettext("Speakers"), max_entries=MOST)
    themes = StringField(
        lazy_gettext("Themes"), at_most(500), description=lazy_gettext("Separated by commas.")
    )
    materials = TextAreaField(lazy_gettext("Materials"), at_most(5000))
    source = TextAreaField(
        lazy_gettext("Where this comes from"),
        at_most(2000),
        description=lazy_gettext(
            "A mail, a call, a file: it is kept with your name and today's date."
        ),
    )

    choices: ItemChoices
    span: tuple[datetime, datetime]

    def offer(self, choices: ItemChoices) -> None:
        """Fill the lists of the controls; before `show` and before `validate`."""
        self.choices = choices
        locale = choices.locale
        self.item_kind.choices = enum_choices(ItemKind, locale)
        self.status.choices = enum_choices(ItemStatus, locale)
        self.transfer_mode.choices = enum_choices(TransferMode, locale, blank="–")
        self.stop.choices = [("", "–"), *choices.stops]
        self.groups.choices = list(choices.groups)
        self.floor_languages.choices = list(choices.languages)
        self.site.labels = choices.sites
        for row in self.hosts:
            self._offer_host(row)
        for speaker in self.speakers:
            speaker.form.person.labels = choices.persons

    def _offer_host(self, row: Any) -> None:
        row.form.organisation.labels = self.choices.organisations
        row.form.person.labels = self.choices.persons
        row.form.status.choices = enum_choices(HostStatus, self.choices.locale)

    def show(self, item: Item) -> None:
        """Fill the controls."""
        self.item_kind.data = item.kind.value
        self.transfer_mode.data = item.transfer_mode.value if item.transfer_mode else ""
        for name in ("room", "internal_note", "capacity", "materials", "is_start_assumed"):
            self[name].data = getattr(item, name)
        self.is_end_assumed.data = item.is_end_assumed
        for name in ("title", "meeting_point", "text", "format", "dress"):
            self[name].form.process(data=dict(getattr(item, name)))
        self.status.data = item.status.value
        self.stop.data = item.stop or ""
        self.site.show(item.site)
        self.groups.data = list(item.groups)
        self.floor_languages.data = list(item.floor_languages)
        self.themes.data = ", ".join(item.themes)
        self._show_times(item)
        self._show_people(item)

    def _show_times(self, item: Item) -> None:
        self.on.data = item.starts.date()
        self.start.data, self.end.data = item.starts.time(), item.ends.time()
        self.ends_on.data = named_end_day(item.starts, item.ends)
        first, second = passes_of(item.starts, item.ends, self._zones(item.stop))
        self.start_pass.show(first)
        self.end_pass.show(second)

    def _show_people(self, item: Item) -> None:
        for row, host in fill(self.hosts, item.hosts):
            self._offer_host(row)
            row.form.organisation.show(host.organisation)
            row.form.person.show(host.person)
            row.form.status.data = host.status.value
        for row, speaker in fill(self.speakers, item.speakers):
            row.form.person.labels = self.choices.persons
            row.form.person.show(speaker.person)
            row.form.function.form.process(data=dict(speaker.function))
        self.offer(self.choices)

    def add_row(self, name: str) -> None:
        """One more empty row of hosts or speakers."""
        lists: dict[str, Any] = {"hosts": self.hosts, "speakers": self.speakers}
        rows = lists.get(name)
        if rows is not None and len(rows.entries) < MOST:
            rows.append_entry()
            self.offer(self.choices)

    def _zones(self, stop: str | None) -> tuple[str, str]:
        zones = self.choices.zones
        zone = zones.get(stop or "", zones.get("", "Europe/Berlin"))
        return zone, zone

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = bool(super().validate(extra_validators))
        if not self.title.form.text():
            error_on(
                self.title.form.de,
                str(lazy_gettext("Please give it a title in at least one language.")),
            )
            is_valid = False
        if self.end.errors or self.ends_on.errors:
            return False
        return self._read_times() and is_valid

    def _read_times(self) -> bool:
        if self.on.data is None or self.start.data is None:
            return False
        self.has_assumed_end = self.end.data is None
        start = datetime.combine(self.on.data, self.start.data)
        entered = EnteredSpan(
            on=self.on.data,
            start=self.start.data,
            end=self.end.data or (start + ASSUMED_LENGTH).time(),
            ends_on=self.ends_on.data,
            passes=(self.start_pass.fold, self.end_pass.fold),
            zones=self._zones(self.stop.data),
        )
        found = read_span(entered)
        for flawed in found:
            if isinstance(flawed, FlawedTime):
                error_on(self.end if flawed.is_end else self.start, flaw_words(flawed))
        if any(isinstance(each, FlawedTime) for each in found):
            return False
        self.span = found  # type: ignore[assignment] # no flaw is left
        return True

    def values(self) -> dict[str, Any]:
        starts, ends = self.span
        return {
            "kind": ItemKind(self.item_kind.data),
            "status": ItemStatus(self.status.data),
            "starts": starts,
            "ends": ends,
            "stop": self.stop.data or None,
            "site": self.site.uid,
            "groups": _ticked(self.groups),
            "floor_languages": _ticked(self.floor_languages),
            "capacity": self.capacity.data,
            "transfer_mode": chosen(self.transfer_mode, TransferMode),
            "hosts": self._hosts(),
            "speakers": self._speakers(),
            "themes": tuple(filter(None, map(strip, (self.themes.data or "").split(",")))),
            "is_start_assumed": self.is_start_assumed.data,
            "is_end_assumed": self.is_end_assumed.data or self.has_assumed_end,
            **{name: strip(self[name].data) for name in ("room", "internal_note", "materials")},
            **{
                name: self[name].form.text()
                for name in ("title", "meeting_point", "text", "format", "dress")
            },
        }

    def _hosts(self) -> tuple[ItemHost, ...]:
        return tuple(
            ItemHost(
                organisation=row.form.organisation.uid,
                person=row.form.person.uid,
                status=HostStatus(row.form.status.data),
            )
            for row in self.hosts
            if row.form.organisation.uid or row.form.person.uid
        )

    def _speakers(self) -> tuple[ItemSpeaker, ...]:
        return tuple(
            ItemSpeaker(person=row.form.person.uid, function=row.form.function.form.text())
            for row in self.speakers
            if row.form.person.uid
        )


def _ticked(field: SelectMultipleField) -> tuple[str, ...]:
    """What is ticked, in the order of the boxes."""
    ticked = field.data or ()
    return tuple(option.data for option in field if option.data in ticked)
