"""Releasing the programme."""

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

LONGEST_NAME = 120
LONGEST_REASON = 500


class ReleaseForm(FlaskForm):
    """What the release is called, what is to be known about it, and why if something blocks."""

    name = StringField(
        lazy_gettext("Name"),
        [
            InputRequired(lazy_gettext("Please give the release a name.")),
            Length(max=LONGEST_NAME, message=lazy_gettext("Please use at most 120 characters.")),
        ],
        description=lazy_gettext("It stands on every document: “for the invitations”, “final”."),
    )
    note = TextAreaField(
        lazy_gettext("Note"),
        [Optional()],
        description=lazy_gettext("For the team: what was decided, who has agreed."),
    )
    reason = StringField(
        lazy_gettext("Reason to release all the same"),
        [
            Optional(),
            Length(max=LONGEST_REASON, message=lazy_gettext("Please use at most 500 characters.")),
        ],
        description=lazy_gettext("It is kept in the history of the trip."),
    )
    revision = IntegerField(widget=HiddenInput(), default=0)
    """The state of the trip that was looked at."""

    def need_reason(self) -> None:
        """Something blocks: then a reason is no longer optional."""
        self.reason.flags.optional = False

    def ask_reason(self, message: str) -> None:
        """Say that nothing is released without a reason."""
        self.reason.errors = [*self.reason.errors, message]
