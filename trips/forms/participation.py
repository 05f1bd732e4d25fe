"""Somebody's part in a trip: when they are there, what they need, what they agreed to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext
from wtforms import (
    BooleanField,
    DateField,
    FormField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from trips.domain.participation import (
    Access,
    Capacity,
    Consent,
    ConsentPurpose,
    Counts,
    Delegate,
    DelegateStatus,
    Diet,
    Journey,
    Level,
    Participation,
    Permission,
    Role,
)
from trips.forms.entity import EntityForm, LongTextPair, TextPair, chosen, enum_choices, strip
from trips.forms.item import TickField
from trips.forms.parts import REQUIRED, WallTimeField, at_most, error_on

CONSENTS = {
    ConsentPurpose.PARTICIPANT_LIST: "in_list",
    ConsentPurpose.CONTACT_LIST: "in_contacts",
    ConsentPurpose.PHOTO: "in_photos",
}


@dataclass(frozen=True, kw_only=True)
class ParticipationChoices:
    """What the controls offer, worded."""

    locale: str
    groups: tuple[tuple[str, str], ...]
    delegations: tuple[tuple[str, str], ...]
    is_delegate: bool


class PartForm(EntityForm):
    """A part of a page with several forms and one token."""

    class Meta:
        """The page has one token for all its parts."""

        csrf = False


class ParticipationForm(PartForm):
    """What everybody on a trip has."""

    kind = Participation

    role = SelectField(lazy_gettext("Role"), [REQUIRED])
    group = SelectField(lazy_gettext("Group"))
    present_from = DateField(lazy_gettext("First day"), [REQUIRED])
    present_to = DateField(
        lazy_gettext("Last day"),
        [REQUIRED],
        description=lazy_gettext("Both days are days of presence."),
    )
    counts = TickField(lazy_gettext("Counts for"))
    contact_for = FormField(TextPair, label=lazy_gettext("Ask this person about"))
    diet = TickField(lazy_gettext("Diet"))
    diet_note = StringField(lazy_gettext("About food"), at_most(2000))
    access = TickField(lazy_gettext("Access needs"))
    access_note = StringField(lazy_gettext("About access"), at_most(2000))
    arrival_on = DateField(lazy_gettext("Arrival on"), [Optional()])
    arrival_time = WallTimeField(lazy_gettext("at"), [Optional()])
    arrival_place = StringField(lazy_gettext("Airport or station"), at_most(120))
    arrival_number = StringField(lazy_gettext("Flight or train"), at_most(40))
    departure_on = DateField(lazy_gettext("Departure on"), [Optional()])
    departure_time = WallTimeField(lazy_gettext("at"), [Optional()])
    departure_place = StringField(lazy_gettext("Airport or station"), at_most(120))
    departure_number = StringField(lazy_gettext("Flight or train"), at_most(40))
    in_list = SelectField(lazy_gettext("May stand in the participant list"))
    in_contacts = SelectField(lazy_gettext("May stand in the contact list"))
    in_photos = SelectField(lazy_gettext("May be photographed"))
    note = TextAreaField(
        lazy_gettext("Note"),
        at_most(5000),
        description=lazy_gettext("Internal: it never appears in a document."),
    )

    shown: Participation | None = None
    """What the page stands on: consents keep their wording and time, ticks their order."""
    now: datetime
    wording: int = 1
    """Version of the wording that an answer entered here is to, and who enters it."""
    by: str = ""

    def offer(self, choices: ParticipationChoices) -> None:
        """Fill the lists of the controls."""
        locale = choices.locale
        roles = [Role.DELEGATE] if choices.is_delegate else [*Role][1:]
        self.role.choices = enum_choices(roles, locale)
        self.group.choices = [("", "–"), *choices.groups]
        self.counts.choices = enum_choices(Counts, locale)
        self.diet.choices = enum_choices(Diet, locale)
        self.access.choices = enum_choices(Access, locale)
        for name in CONSENTS.values():
            self[name].choices = [
                ("", lazy_gettext("not answered")),
                ("yes", lazy_gettext("yes")),
                ("no", lazy_gettext("refused")),
            ]

    def show(self, entry: Participation) -> None:
        """Fill in a participation."""
        self.shown = entry
        self.role.data = entry.role.value
        for name in ("group", "present_from", "present_to", "diet_note", "access_note", "note"):
            self[name].data = getattr(entry, name)
        for name in ("counts", "diet", "access"):
            self[name].data = [each.value for each in getattr(entry, name)]
        for lang in ("de", "en"):
            self.contact_for.form[lang].data = entry.contact_for.get(lang, "")
        for name in ("arrival", "departure"):
            journey = getattr(entry, name) or Journey()
            self[f"{name}_on"].data = journey.at.date() if journey.at else None
            self[f"{name}_time"].data = journey.at.time() if journey.at else None
            self[f"{name}_place"].data = journey.place
            self[f"{name}_number"].data = journey.number
        for purpose, name in CONSENTS.items():
            last = _last(entry.consents, purpose)
            self[name].data = "" if last is None else "yes" if last.is_given else "no"

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: the last day is not before the first, a journey's day has a time."""
        is_valid = bool(super().validate(extra_validators))
        first, last = self.present_from.data, self.present_to.data
        if first and last and last < first:
            error_on(self.present_to, lazy_gettext("The last day lies before the first."))
            is_valid = False
        for name in ("arrival", "departure"):
            if bool(self[f"{name}_on"].data) != (self[f"{name}_time"].data is not None):
                error_on(self[f"{name}_time"], lazy_gettext("Please give day and time together."))
                is_valid = False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The fields of a participation but for the person and the delegate."""
        return {
            "role": Role(self.role.data),
            "group": self.group.data or "",
            "present_from": self.present_from.data,
            "present_to": self.present_to.data,
            "counts": self._ticked("counts", Counts),
            "contact_for": self.contact_for.form.text(),
            "diet": self._ticked("diet", Diet),
            "diet_note": strip(self.diet_note.data),
            "access": self._ticked("access", Access),
            "access_note": strip(self.access_note.data),
            "arrival": self._journey("arrival"),
            "departure": self._journey("departure"),
            "consents": self._consents(),
            "note": strip(self.note.data),
        }

    def _ticked(self, name: str, members: Any) -> tuple[Any, ...]:
        ticked = [members(value) for value in self[name].data or ()]
        before = getattr(self.shown, name, ())
        kept = [each for each in before if each in ticked]
        return (*kept, *(each for each in ticked if each not in kept))

    def _journey(self, name: str) -> Journey | None:
        on, time = self[f"{name}_on"].data, self[f"{name}_time"].data
        journey = Journey(
            at=datetime.combine(on, time) if on and time is not None else None,
            place=strip(self[f"{name}_place"].data),
            number=strip(self[f"{name}_number"].data),
        )
        return getattr(self.shown, name, None) and journey if journey == Journey() else journey

    def _consents(self) -> tuple[Consent, ...]:
        """Every answer that changed is added: what was answered before proves what held then.

        Cleared, nothing was ever answered.
        """
        consents = self.shown.consents if self.shown else ()
        for purpose, name in CONSENTS.items():
            last = _last(consents, purpose)
            before = "" if last is None else "yes" if last.is_given else "no"
            answer = self[name].data
            if answer == before:
                continue
            if not answer:
                consents = tuple(each for each in consents if each.purpose is not purpose)
                continue
            consents += (
                Consent(
                    purpose=purpose,
                    is_given=answer == "yes",
                    wording=str(self.wording),
                    at=self.now.replace(microsecond=0),
                    capacity=Capacity.ORGANISER,
                    by=self.by,
                ),
            )
        return consents


class DelegateForm(PartForm):
    """What only delegates have."""

    kind = Delegate

    delegation = SelectField(lazy_gettext("Delegation"))
    is_head = BooleanField(lazy_gettext("Head of the delegation"))
    status = SelectField(lazy_gettext("Status"), [REQUIRED])
    level = SelectField(lazy_gettext("Level"))
    rank = IntegerField(
        lazy_gettext("Rank"),
        [Optional(), NumberRange(min=1, max=9999)],
        description=lazy_gettext("Order of protocol on this trip, 1 first."),
    )
    brings = FormField(LongTextPair, label=lazy_gettext("Challenge or good practice they bring"))
    room_wish = StringField(lazy_gettext("Wish for the room"), at_most(200))
    permission = SelectField(
        lazy_gettext("Travel permission"),
        description=lazy_gettext("Whether the employer lets them travel."),
    )

    def offer(self, choices: ParticipationChoices) -> None:
        """Fill the lists of the controls."""
        self.delegation.choices = [("", "–"), *choices.delegations]
        self.status.choices = enum_choices(DelegateStatus, choices.locale)
        self.level.choices = enum_choices(Level, choices.locale, blank="–")
        self.permission.choices = enum_choices(Permission, choices.locale)

    def show(self, delegate: Delegate, *, is_head: bool = False) -> None:
        """Fill in a delegate."""
        self.delegation.data = delegate.delegation or ""
        self.is_head.data = is_head
        self.status.data = delegate.status.value
        self.level.data = delegate.level.value if delegate.level else ""
        self.rank.data = delegate.rank
        self.room_wish.data = delegate.room_wish
        self.permission.data = delegate.permission.value
        for lang in ("de", "en"):
            self.brings.form[lang].data = delegate.brings.get(lang, "")

    def values(self) -> dict[str, Any]:
        """The fields of a delegate."""
        return {
            "delegation": self.delegation.data or None,
            "status": DelegateStatus(self.status.data),
            "level": chosen(self.level, Level),
            "rank": self.rank.data,
            "brings": self.brings.form.text(),
            "room_wish": strip(self.room_wish.data),
            "permission": Permission(self.permission.data or Permission.UNKNOWN),
        }


def _last(consents: tuple[Consent, ...], purpose: ConsentPurpose) -> Consent | None:
    return next((each for each in reversed(consents) if each.purpose is purpose), None)
