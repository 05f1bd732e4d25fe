"""When an interpreter can come: days with their hours, row by row."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext
from wtforms import DateField, FieldList, Form, FormField
from wtforms.validators import Optional

from trips.domain.interpreter import Availability
from trips.forms.parts import WallTimeField, error_on, fill

MOST = 40


class AvailabilityRow(Form):
    """Days on which somebody can come, and the hours on each of them; empty is nothing."""

    first = DateField(lazy_gettext("First day"), [Optional()])
    last = DateField(lazy_gettext("Last day"), [Optional()])
    begins = WallTimeField(lazy_gettext("From"), [Optional()])
    ends = WallTimeField(lazy_gettext("Until"), [Optional()])

    @property
    def availability(self) -> Availability | None:
        """What the row says, none where it is empty; without a last day it is one day."""
        first: date | None = self.first.data
        if first is None:
            return None
        return Availability(first, self.last.data or first, self.begins.data, self.ends.data)

    def show(self, each: Availability) -> None:
        """Fill in days and hours."""
        self.first.data, self.last.data = each.first, each.last
        self.begins.data, self.ends.data = each.begins, each.ends

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: a first day, a last one not before it, two different times."""
        if not super().validate(extra_validators):
            return False
        first, last = self.first.data, self.last.data
        begins, ends = self.begins.data, self.ends.data
        if first is None and (last or begins or ends):
            error_on(self.first, str(lazy_gettext("Please give the first day.")))
        elif first and last and last < first:
            error_on(self.last, str(lazy_gettext("The last day lies before the first one.")))
        elif begins is not None and begins == ends:
            words = lazy_gettext("Both times are the same. Leave them out for the whole day.")
            error_on(self.ends, str(words))
        else:
            return True
        return False


class AvailabilityForm(Form):
    """The part of an interpreter's form that says when they can come."""

    availability = FieldList(
        FormField(AvailabilityRow),
        label=lazy_gettext("Can come"),
        min_entries=1,
        max_entries=MOST,
    )

    def add_row(self, name: str) -> None:
        """One more empty row of days."""
        if name == "availability" and len(self.availability.entries) < MOST:
            self.availability.append_entry()

    def show_availability(self, known: tuple[Availability, ...]) -> None:
        """Fill in the rows, with an empty one behind."""
        for row, each in fill(self.availability, known, spare=int(len(known) < MOST)):
            row.form.show(each)

    def availabilities(self) -> tuple[Availability, ...]:
        """What the rows say, each once; once validated."""
        found = (row.form.availability for row in self.availability)
        return tuple(dict.fromkeys(each for each in found if each))
