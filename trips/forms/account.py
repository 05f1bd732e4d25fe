"""Signing in and changing a password."""

from typing import Final

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from trips.domain.account.password import LONGEST, SHORTEST, PasswordFlaw

LONGEST_EMAIL: Final = 254

FLAWS: Final = {
    PasswordFlaw.SHORT: lazy_gettext(
        "Please use at least %(count)s characters; several words are good.", count=SHORTEST
    ),
    PasswordFlaw.LONG: lazy_gettext("Please use at most %(count)s characters.", count=LONGEST),
    PasswordFlaw.KNOWN: lazy_gettext(
        "This is one of the passwords that are tried first. Please choose another one."
    ),
    PasswordFlaw.PERSONAL: lazy_gettext(
        "Please choose a password that does not consist of your name or address."
    ),
}
"""What to do about each flaw."""


class SignInForm(FlaskForm):
    """E-mail address and password."""

    email = EmailField(
        lazy_gettext("E-mail"),
        [
            InputRequired(lazy_gettext("Please enter your e-mail address.")),
            Length(max=LONGEST_EMAIL, message=lazy_gettext("This address is too long.")),
        ],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        lazy_gettext("Password"),
        [
            InputRequired(lazy_gettext("Please enter your password.")),
            Length(max=LONGEST, message=FLAWS[PasswordFlaw.LONG]),
        ],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()


class PasswordForm(FlaskForm):
    """The old password and the new one, twice."""

    old = PasswordField(
        lazy_gettext("Current password"),
        [
            InputRequired(lazy_gettext("Please enter your current password.")),
            Length(max=LONGEST, message=FLAWS[PasswordFlaw.LONG]),
        ],
        render_kw={"autocomplete": "current-password"},
    )
    new = PasswordField(
        lazy_gettext("New password"),
        [
            InputRequired(lazy_gettext("Please enter a new password.")),
            Length(min=SHORTEST, message=FLAWS[PasswordFlaw.SHORT]),
            Length(max=LONGEST, message=FLAWS[PasswordFlaw.LONG]),
        ],
        description=FLAWS[PasswordFlaw.SHORT],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        lazy_gettext("New password again"),
        [EqualTo("new", lazy_gettext("The two new passwords differ."))],
        render_kw={"autocomplete": "new-password"},
    )
