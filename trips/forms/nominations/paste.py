"""Pasting people from a mail or a sheet."""

from collections.abc import Iterable

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import (  # type: ignore[attr-defined]  # newer than its types
    SelectChoice,
    SelectField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length

LONGEST = 200_000


class PasteForm(FlaskForm):
    """The text as pasted, for whom, and in which language its functions are."""

    delegation = SelectField(lazy_gettext("Delegation"), choices=[])
    language = SelectField(
        lazy_gettext("Language of the text"),
        choices=[
            SelectChoice("en", lazy_gettext("English")),
            SelectChoice("de", lazy_gettext("German")),
        ],
    )
    text = TextAreaField(
        lazy_gettext("People"),
        [InputRequired(lazy_gettext("Please paste at least one line.")), Length(max=LONGEST)],
        description=lazy_gettext(
            "Rows from Excel, with headings or without, or one person a line: "
            "Ms Oksana Kovalchuk, Deputy Mayor, City of Lviv, o.k@example.org"
        ),
    )

    def offer(self, delegations: Iterable[tuple[str, str]], nobody: str) -> None:
        """Offer the delegations, and that the text itself says it."""
        self.delegation.choices = [
            SelectChoice(value, word) for value, word in (("", nobody), *delegations)
        ]
