"""Steps of the board as forms: each verb reads the fields it needs."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TimeField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from trips.domain.board import steps
from trips.domain.board.steps import Step
from trips.domain.item import Item, ItemStatus

Choices = list[tuple[str, str]]
NEEDED = InputRequired(lazy_gettext("Please fill this in."))
A_DAY = 24 * 60


class BoxField(SelectMultipleField):
    """Several choices as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class StepForm(FlaskForm):
    """One step on one item. `verb` becomes the prefix of the names, so that many fit on a page."""

    version = HiddenField()

    def step(self, item: Item) -> Step:
        """What is asked for; call after `validate`."""
        raise NotImplementedError

    def show(self, item: Item) -> None:
        """Fill the controls with how things are."""
        self.version.data = str(item.version)

    def offer(self, choices: Mapping[str, Choices]) -> None:
        """Give the controls their choices, by the names of the fields."""
        for name, offered in choices.items():
            if name in self:
                self[name].choices = offered

    def versions(self, item: Item) -> dict[str, int]:
        """The version of the item that the page showed."""
        text = self.version.data or ""
        return {item.uid: int(text)} if text.isdecimal() else {}


class TimedForm(StepForm):
    """Another day and time, and for whom."""

    day = DateField(lazy_gettext("Day"), [NEEDED])
    start = TimeField(lazy_gettext("Start"), [NEEDED])
    groups = BoxField(
        lazy_gettext("Groups"), [Optional()], description=lazy_gettext("None: for everyone.")
    )

    def show(self, item: Item) -> None:
        """Fill in when and for whom it is."""
        super().show(item)
        self.day.data, self.start.data = item.starts.date(), item.starts.time()
        self.groups.data = list(item.groups)

    @property
    def starts(self) -> datetime:
        """The wall time that was typed."""
        return datetime.combine(self.day.data or date.min, self.start.data or time())

    @property
    def codes(self) -> tuple[str, ...]:
        """The groups that were ticked."""
        return tuple(self.groups.data or ())

    def distance(self, item: Item) -> tuple[int, int]:
        """How many minutes and days that is away from the item's own start."""
        starts = self.starts
        minutes = _minute(starts) - _minute(item.starts)
        return minutes, (starts.date() - item.starts.date()).days


class MoveForm(TimedForm):
    """To another time, day or group; an idea gets its first."""

    def step(self, item: Item) -> Step:
        """Move what has a time, place what has none."""
        if item.is_unplaced:
            return steps.Place(uid=item.uid, starts=self.starts, groups=self.codes)
        groups = None if self.codes == item.groups else self.codes
        minutes, days = self.distance(item)
        return steps.Move(uids=(item.uid,), minutes=minutes, days=days, groups=groups)


class CopyForm(TimedForm):
    """The same once more."""

    def step(self, item: Item) -> Step:
        """A copy at the time that was typed."""
        minutes, days = self.distance(item)
        return steps.Duplicate(uids=(item.uid,), minutes=minutes, days=days, groups=self.codes)


class ResizeForm(StepForm):
    """A new start, a new end."""

    start = TimeField(lazy_gettext("Start"), [NEEDED])
    end = TimeField(lazy_gettext("End"), [NEEDED])

    def show(self, item: Item) -> None:
        """Fill in its times."""
        super().show(item)
        self.start.data, self.end.data = item.starts.time(), item.ends.time()

    def step(self, item: Item) -> Step:
        """An end before the start lies on the day after, if the item ended there before."""
        nights = timedelta(days=(item.ends.date() - item.starts.date()).days)
        day = item.starts.date()
        starts = datetime.combine(day, self.start.data or time())
        ends = datetime.combine(day + nights, self.end.data or time())
        return steps.Resize(uid=item.uid, starts=starts, ends=ends)


class ShiftForm(StepForm):
    """Everything after it, that day and in its groups."""

    minutes = IntegerField(
        lazy_gettext("Minutes"),
        [NEEDED, NumberRange(-A_DAY, A_DAY)],
        description=lazy_gettext("With a minus: earlier."),
    )
    with_itself = BooleanField(lazy_gettext("This item, too"))

    def step(self, item: Item) -> Step:
        """Shift what comes after."""
        return steps.ShiftAfter(
            uid=item.uid, minutes=self.minutes.data or 0, with_itself=self.with_itself.data
        )


class SplitForm(StepForm):
    """One item for each group."""

    def step(self, item: Item) -> Step:
        """Split for all groups."""
        return steps.Split(uid=item.uid)


class JoinForm(StepForm):
    """With others that have the same times."""

    others = BoxField(lazy_gettext("Together with"), [NEEDED])

    def step(self, item: Item) -> Step:
        """The item keeps its words."""
        return steps.Join(uids=(item.uid, *(self.others.data or ())))


class SwapForm(StepForm):
    """With an item of the same day: each goes where the other went."""

    partner = SelectField(lazy_gettext("With"), [NEEDED])

    def step(self, item: Item) -> Step:
        """Exchange the groups."""
        return steps.SwapGroups(first=item.uid, second=self.partner.data)


class StatusForm(StepForm):
    """How firm it is."""

    status = SelectField(lazy_gettext("Status"), [NEEDED])

    def show(self, item: Item) -> None:
        """Fill in how firm it is."""
        super().show(item)
        self.status.data = item.status.value

    def step(self, item: Item) -> Step:
        """Set the status."""
        return steps.SetStatus(uids=(item.uid,), status=ItemStatus(self.status.data))


class UnplaceForm(StepForm):
    """Back among the ideas."""

    def step(self, item: Item) -> Step:
        """Take its time away."""
        return steps.Unplace(uids=(item.uid,))


class RemoveForm(StepForm):
    """Out of the programme."""

    def step(self, item: Item) -> Step:
        """Take it out; undo brings it back."""
        return steps.Remove(uids=(item.uid,))


FORMS: dict[str, type[StepForm]] = {
    "move": MoveForm,
    "resize": ResizeForm,
    "shift": ShiftForm,
    "split": SplitForm,
    "join": JoinForm,
    "swap": SwapForm,
    "duplicate": CopyForm,
    "status": StatusForm,
    "unplace": UnplaceForm,
    "delete": RemoveForm,
}
"""The forms by the verbs of their steps."""


class ManyForm(FlaskForm):
    """A step on several items, ticked in the list."""

    minutes = IntegerField(lazy_gettext("Minutes"), [Optional(), NumberRange(-A_DAY, A_DAY)])
    days = IntegerField(lazy_gettext("Days"), [Optional(), NumberRange(-400, 400)])

    def step(self, verb: str, uids: Iterable[str]) -> Step | None:
        """What is asked for; none for an unknown verb."""
        chosen = tuple(uids)
        minutes, days = self.minutes.data or 0, self.days.data or 0
        makers: dict[str, Callable[[], Step]] = {
            "move": lambda: steps.Move(uids=chosen, minutes=minutes, days=days),
            "duplicate": lambda: steps.Duplicate(uids=chosen, minutes=minutes, days=days),
            "unplace": lambda: steps.Unplace(uids=chosen),
            "delete": lambda: steps.Remove(uids=chosen),
            **{
                status.value: _status_maker(chosen, status)
                for status in (ItemStatus.REQUESTED, ItemStatus.CONFIRMED, ItemStatus.CANCELLED)
            },
        }
        return makers[verb]() if verb in makers else None


class QuickForm(FlaskForm):
    """A new item in one line."""

    line = StringField(lazy_gettext("New item in one line"), [NEEDED, Length(max=300)])


def _status_maker(uids: tuple[str, ...], status: ItemStatus) -> Callable[[], Step]:
    return lambda: steps.SetStatus(uids=uids, status=status)


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
