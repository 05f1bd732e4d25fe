"""A task of the team; and what somebody says about a finding."""

from datetime import date, timedelta
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from trips.domain.readiness.task import Member, Task
from trips.domain.values.text import Text
from trips.forms.entity import EntityForm, strip
from trips.forms.parts import REQUIRED, at_most

NOBODY = lazy_gettext("Nobody yet")


def _owners(team: tuple[Member, ...]) -> list[tuple[str, Any]]:
    return [("", NOBODY), *((member.uid, member.name) for member in team)]


class TaskForm(EntityForm):
    """Everything about a task. Its title is written in the language of whoever writes it."""

    kind = Task

    title = StringField(lazy_gettext("What is to be done"), [REQUIRED, Length(max=300)])
    due_on = DateField(lazy_gettext("Until"), [Optional()])
    moves = BooleanField(
        lazy_gettext("Moves with the dates of the trip"),
        description=lazy_gettext("The distance to the first day stays the same."),
    )
    owner = SelectField(lazy_gettext("Who"))
    note = TextAreaField(lazy_gettext("Note"), at_most(5000), render_kw={"rows": 4})

    locale: str
    starts_on: date

    def offer(self, team: tuple[Member, ...], locale: str, starts_on: date) -> None:
        """Fill the lists of the controls; the title is in `locale`, days count from a date."""
        self.owner.choices = _owners(team)
        self.locale, self.starts_on = locale, starts_on

    def show(self, task: Task) -> None:
        """Fill the controls."""
        self.title.data = task.title.shown(self.locale).text
        self.due_on.data = task.due_on
        self.moves.data = task.offset_days is not None
        self.owner.data = task.owner
        self.note.data = task.note

    def values(self) -> dict[str, Any]:
        """The fields; a title in another language stays unless the words were changed."""
        carried = self.carried
        known: Text = carried.title if carried else Text()
        words = strip(self.title.data)
        is_same = words == known.shown(self.locale).text
        due = self.due_on.data
        days = (due - self.starts_on) // timedelta(days=1) if due and self.moves.data else None
        return {
            "title": known if is_same else Text({self.locale: words}),
            "due_on": due,
            "offset_days": days,
            "owner": self.owner.data or "",
            "note": strip(self.note.data),
        }


class AcceptForm(FlaskForm):
    """Why a finding is accepted as it is."""

    reason = StringField(
        lazy_gettext("Reason"), [InputRequired(lazy_gettext("Please say why.")), Length(max=500)]
    )
    facts = HiddenField()


class AssignForm(FlaskForm):
    """Who cares for a finding until when."""

    owner = SelectField(lazy_gettext("Who"))
    due_on = DateField(lazy_gettext("Until"), [Optional()])

    def offer(self, team: tuple[Member, ...]) -> None:
        """Fill the list of people."""
        self.owner.choices = _owners(team)
