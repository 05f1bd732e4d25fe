"""The shape of every form that edits one object of the domain.

A form shows an entity, carries along what it showed (`was`), and yields a `Change` of the fields
that were really touched. A subclass names its fields and says how they become values:

    class StopForm(EntityForm):
        kind = Stop
        city = FormField(TextPair, label=…)
        def show(self, stop): …          # fill the controls
        def values(self): …              # entity fields from the controls
"""

import json
from typing import Any, ClassVar, TypeVar

from flask_wtf import FlaskForm
from wtforms import Form, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from trips.domain.editing import Change, change_between
from trips.domain.values.text import LANGUAGES, Text
from trips.domain.values.wire import read_value, to_wire
from trips.i18n.enums import name_of

Chosen = TypeVar("Chosen")


class EntityForm(FlaskForm):
    """A form that edits an object of the domain."""

    kind: ClassVar[type]
    was = HiddenField()

    def show(self, entity: Any) -> None:
        """Fill the controls with an entity."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """The entity's fields as the controls say them; call after `validate`."""
        raise NotImplementedError

    def carry(self, entity: object) -> None:
        """Remember what the form shows, to tell later what was touched."""
        self.was.data = json.dumps(to_wire(entity), ensure_ascii=False)

    def change(self) -> Change:
        """What was touched; everything, where the form showed nothing yet.

        Raises `ValueError` where somebody tampered with what was carried along.
        """
        values, shown = self.values(), self.carried
        if shown is None:
            return Change(dict.fromkeys(values), values)
        return change_between(shown, values)

    @property
    def carried(self) -> Any:
        """The entity that was carried along, none if none was.

        Raises `ValueError` where somebody tampered with it.
        """
        return read_value(self.kind, json.loads(self.was.data)) if self.was.data else None


def strip(value: str | None) -> str:
    """Text without blanks around it; none becomes empty."""
    return (value or "").strip()


class TextPair(Form):
    """A text in German and English, side by side."""

    de = StringField("Deutsch", [Optional(), Length(max=300)])
    en = StringField("English", [Optional(), Length(max=300)])

    def text(self) -> Text:
        """The value."""
        return Text({lang: strip(self[lang].data) for lang in LANGUAGES})


class LongTextPair(TextPair):
    """A longer text in German and English."""

    de = TextAreaField("Deutsch", [Optional(), Length(max=5000)], render_kw={"rows": 4})
    en = TextAreaField("English", [Optional(), Length(max=5000)], render_kw={"rows": 4})


def enum_choices(members: Any, locale: str, *, blank: str | None = None) -> list[tuple[str, str]]:
    """Choices of a select for an enumeration, worded; `blank` is the word for none."""
    first = [("", blank)] if blank is not None else []
    return [*first, *((member.value, name_of(member, locale)) for member in members)]


def chosen(field: SelectField, members: type[Chosen]) -> Chosen | None:
    """The member somebody chose, none for the blank."""
    return members(field.data) if field.data else None  # type: ignore[call-arg] # enumerations take a value
