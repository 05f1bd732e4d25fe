"""When a site is open: a week of rows with their times, and closures."""

from datetime import date, time
from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, DateField, FieldList, Form, FormField
from wtforms.validators import Optional

from trips.domain.findings.hours import MIDNIGHT
from trips.domain.site import Closure, OpenHours, Site
from trips.forms.entity import TextPair
from trips.forms.parts import WallTimeField, error_on, fill
from trips.i18n.hours_wording import WEEK, weekday

MOST = 60
PAIRS = 2
MOST_PAIRS = 24


class PairForm(Form):
    """From when until when; both empty is nothing."""

    opens = WallTimeField(lazy_gettext("opens"), [Optional()])
    closes = WallTimeField(lazy_gettext("closes"), [Optional()])

    day = ""
    is_known = False
    """True where the site has these very hours already: they stay, past midnight too."""

    @property
    def span(self) -> tuple[time, time] | None:
        """The times, none where one of them is missing."""
        opens, closes = self.opens.data, self.closes.data
        return None if opens is None or closes is None else (opens, closes)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: a time has both ends, in this order; errors name the day."""
        is_valid = bool(super().validate(extra_validators))
        for each in (self.opens, self.closes):
            each.errors = [f"{self.day}: {error}" for error in each.errors]
        if is_valid and (words := self._flaw()):
            error_on(self.closes, f"{self.day}: {words}")
            return False
        return is_valid

    def _flaw(self) -> str:
        span = self.span
        if span is None:
            is_empty = self.opens.data is None and self.closes.data is None
            return "" if is_empty else str(lazy_gettext("one of the two times is missing"))
        if self.is_known or span[0] < span[1] or span[1] == MIDNIGHT:
            return ""
        return str(lazy_gettext("closes before it opens (midnight is 00:00)"))


class DayHoursForm(Form):
    """The hours of a weekday."""

    is_closed = BooleanField(lazy_gettext("closed"))
    pairs = FieldList(FormField(PairForm), min_entries=PAIRS, max_entries=MOST_PAIRS)

    weekday = 0
    day = ""

    @property
    def hours(self) -> tuple[OpenHours, ...]:
        """What is said about the day."""
        spans = filter(None, (pair.form.span for pair in self.pairs))
        return tuple(OpenHours(self.weekday, *span) for span in sorted(spans))

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every time: not closed and open at once, and no two that overlap."""
        if not super().validate(extra_validators):
            return False
        words = ""
        if self.is_closed.data and self.hours:
            words = lazy_gettext("closed, and open at these times? Please say only one of them.")
        elif self._overlaps():
            words = lazy_gettext("two of the times overlap")
        if words:
            error_on(self.is_closed, f"{self.day}: {words}")
        return not words

    def _overlaps(self) -> bool:
        return any(
            before.closes == MIDNIGHT or after.opens < before.closes
            for before, after in zip(self.hours, self.hours[1:], strict=False)
        )


class ClosureForm(Form):
    """Days on which a site is closed."""

    first = DateField(lazy_gettext("Closed from"), [Optional()])
    last = DateField(lazy_gettext("Last closed day"), [Optional()])
    reason = FormField(TextPair, label=lazy_gettext("Reason"))

    @property
    def closure(self) -> Closure | None:
        """The closure, none where the row is empty; without a last day it is one day."""
        first: date | None = self.first.data
        if first is None:
            return None
        return Closure(first=first, last=self.last.data or first, reason=self.reason.form.text())

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: a closure has a first day, and does not end before it."""
        if not super().validate(extra_validators):
            return False
        first, last = self.first.data, self.last.data
        if first is None and (last or self.reason.form.text()):
            error_on(self.first, str(lazy_gettext("Please give the first day.")))
            return False
        if first and last and last < first:
            error_on(self.last, str(lazy_gettext("The last day lies before the first one.")))
            return False
        return True


class HoursForm(Form):
    """The part of a site's form that says when it is open."""

    hours = FieldList(
        FormField(DayHoursForm),
        label=lazy_gettext("Opening hours by weekday"),
        min_entries=len(WEEK),
        max_entries=len(WEEK),
    )
    closures = FieldList(
        FormField(ClosureForm), label=lazy_gettext("Closures"), min_entries=1, max_entries=MOST
    )

    def name_days(self, locale: str, known: tuple[OpenHours, ...]) -> None:
        """Tell the rows which day they are, and which hours the site has; before `validate`."""
        for number, row in zip(WEEK, self.hours, strict=True):
            row.form.weekday, row.form.day = number, weekday(number, locale)
            for pair in row.form.pairs:
                span, pair.form.day = pair.form.span, row.form.day
                pair.form.is_known = span is not None and OpenHours(number, *span) in known

    def show_hours(self, site: Site) -> None:
        """Fill in hours and closures."""
        for number, row in zip(WEEK, self.hours, strict=True):
            todays = [each for each in site.hours if each.weekday == number]
            row.form.is_closed.data = bool(site.hours) and not todays
            for pair, each in fill(row.form.pairs, todays, spare=max(0, PAIRS - len(todays))):
                pair.form.opens.data, pair.form.closes.data = each.opens, each.closes
        spare = int(len(site.closures) < MOST)
        for row, closure in fill(self.closures, site.closures, spare=spare):
            row.form.first.data, row.form.last.data = closure.first, closure.last
            row.form.reason.form.process(data=dict(closure.reason))

    def add_row(self, name: str) -> None:
        """One more empty closure."""
        if name == "closures" and len(self.closures.entries) < MOST:
            self.closures.append_entry()

    def check_week(self) -> bool:
        """Whether the rows make sense together: closed days need the hours of others."""
        closed = [row.form for row in self.hours if row.form.is_closed.data]
        if not closed or any(row.form.hours for row in self.hours):
            return True
        words = lazy_gettext(
            "a closed day can only be kept beside the hours of other days; please give those too."
        )
        error_on(closed[0].is_closed, f"{closed[0].day}: {words}")
        error_on(self.hours, f"{closed[0].day}: {words}")
        return False

    def opening_times(self, known: tuple[OpenHours, ...]) -> dict[str, Any]:
        """The fields of a site; hours that say the same stay in the order they had."""
        hours = tuple(each for row in self.hours for each in row.form.hours)
        found = (row.form.closure for row in self.closures)
        return {
            "hours": known if set(hours) == set(known) else hours,
            "closures": tuple(closure for closure in found if closure),
        }
