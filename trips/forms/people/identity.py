"""The first facts of a person, the same wherever one is entered."""

from flask_babel import lazy_gettext
from wtforms import FormField, SelectField, StringField
from wtforms.validators import Email

from trips.forms.entity import TextPair
from trips.forms.parts import OrganisationField, at_most


class IdentityFields:
    """Controls that a form of a person inherits beside its own."""

    given_name = StringField(
        lazy_gettext("Given names"),
        at_most(120),
        description=lazy_gettext("As in the passport, in Latin letters."),
    )
    family_name = StringField(lazy_gettext("Family name"), at_most(120))
    function = FormField(TextPair, label=lazy_gettext("Function"))
    organisation = OrganisationField(
        lazy_gettext("Organisation"),
        at_most(300),
        description=lazy_gettext("A name not in the list is added to it."),
    )
    country = SelectField(lazy_gettext("Country"))
    email = StringField(
        lazy_gettext("E-mail"),
        [*at_most(254), Email(lazy_gettext("This is not a complete e-mail address."))],
    )
