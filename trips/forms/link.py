"""Making a secret link."""

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectField, StringField  # type: ignore[attr-defined]  # as there
from wtforms.validators import InputRequired, Length

from trips.domain.account.links import DAYS_AFTER, DEFAULT_DAYS

LONGEST_LABEL = 120


class LinkForm(FlaskForm):
    """For whom the link is, and how long it opens."""

    label = StringField(
        lazy_gettext("Who gets this link?"),
        [
            InputRequired(lazy_gettext("Please say who gets this link.")),
            Length(max=LONGEST_LABEL, message=lazy_gettext("Please use at most 120 characters.")),
        ],
        description=lazy_gettext("Only you see this, to know later which link to take back."),
    )
    days = SelectField(lazy_gettext("Valid until"), coerce=int, default=DEFAULT_DAYS)

    def offer_days(self, words: dict[int, str]) -> None:
        """Let choose the day on which the link closes; `words` by days after the trip."""
        self.days.choices = [SelectChoice(days, words[days]) for days in DAYS_AFTER]
