"""A programme item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
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
    sites: Mapping[str, str]
    organisations: Mapping[str, str]
    persons: Mapping[str, str]
    zones: Mapping[str, str] = field(default_factory=dict)
    """IANA zone by uid of the stop; under the empty uid that of the trip."""


class HostForm(Form):
    """Who receives the group."""

    organisation = ComboField(_l("Organisation"), at_most(300))
    person = ComboField(_l("Person"), at_most(300))
    status = SelectField(_l("Answer"), default=HostStatus.OPEN.value)


class SpeakerForm(Form):
    """Who speaks, as what."""

    person = ComboField(_l("Person"), at_most(300))
    function = FormField(TextPair, label=_l("Function on this occasion"))


class ItemForm(EntityForm):
    """Everything about a programme item."""

    kind = Item

    item_kind = SelectField(_l("Kind"), [REQUIRED])
    status = SelectField(_l("Status"), [REQUIRED])
    title = FormField(TextPair, label=_l("Title"))
    on = DateField(_l("Day"), [REQUIRED])
    start = WallTimeField(_l("Start"), [REQUIRED])
    end = WallTimeField(
        _l("End"),
        [Optional()],
        description=_l("After midnight is the next day. Left empty: one hour, marked as assumed."),
    )
    ends_on = DateField(_l("Last day, if it is another one"), [Optional()])
    start_pass = PassField(_l("Which one is the start?"))
    end_pass = PassField(_l("Which one is the end?"))
    is_start_assumed = BooleanField(_l("The start is only assumed"))
    is_end_assumed = BooleanField(_l("The end is only assumed"))
    stop = SelectField(_l("Stop"))
    site = ComboField(_l("Site"), at_most(300))
    room = StringField(_l("Room"), at_most(120))
    meeting_point = FormField(TextPair, label=_l("Meeting point"))
    groups = TickField(_l("For"), description=_l("None ticked means everyone."))
    text = FormField(LongTextPair, label=_l("Text for the participants"))
    internal_note = TextAreaField(
        _l("Internal note"),
        at_most(5000),
        description=_l("Stays in the house: never in a document."),
    )
    format = FormField(TextPair, label=_l("Format"))
    dress = FormField(TextPair, label=_l("Dress"))
    floor_languages = TickField(_l("Spoken on the floor"))
    capacity = IntegerField(_l("Places"), [Optional(), NumberRange(min=1, max=10_000)])
    transfer_mode = SelectField(_l("Way of moving"))
    hosts = FieldList(FormField(HostForm), label=_l("Hosts"), max_entries=30)
    speakers = FieldList(FormField(SpeakerForm), label=_l("Speakers"), max_entries=30)
    themes = StringField(_l("Themes"), at_most(500), description=_l("Separated by commas."))
    materials = TextAreaField(_l("Materials"), at_most(5000))
    source = TextAreaField(
        _l("Where this comes from"),
        at_most(2000),
        description=_l("A mail, a call, a file: it is kept with your name and today's date."),
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
        for row in self.speakers:
            row.form.person.labels = choices.persons

    def _offer_host(self, row: FormField) -> None:
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
        rows = {"hosts": self.hosts, "speakers": self.speakers}.get(name)
        if rows is not None and len(rows.entries) < rows.max_entries:
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
                self.title.form.de, str(_l("Please give it a title in at least one language."))
            )
            is_valid = False
        if not (self.on.data and self.start.data) or self.end.errors or self.ends_on.errors:
            return False
        return self._read_times() and is_valid

    def _read_times(self) -> bool:
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
            "groups": tuple(code for code, _ in self.choices.groups if code in self.groups.data),
            "floor_languages": self._languages(),
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

    def _languages(self) -> tuple[str, ...]:
        return tuple(
            code for code, _ in self.choices.languages if code in self.floor_languages.data
        )

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
