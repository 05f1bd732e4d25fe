"""A trip to be made of another one."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, FormField, StringField

from trips.domain.copying.trip_copy import CopyWish
from trips.domain.values.slug import is_slug
from trips.forms.entity import TextPair, strip
from trips.forms.parts import REQUIRED, at_most, error_on


class TripCopyForm(FlaskForm):
    """What the copy is called, when it starts, and what comes along."""

    title = FormField(TextPair, label=lazy_gettext("Title"))
    starts_on = DateField(
        lazy_gettext("First day"),
        [REQUIRED],
        description=lazy_gettext("Everything moves by whole days and keeps its time of day."),
    )
    slug = StringField(
        lazy_gettext("Address"),
        at_most(80),
        description=lazy_gettext(
            "Small letters, digits and hyphens. Left empty it is made of the title."
        ),
    )
    with_people = BooleanField(
        lazy_gettext("Delegates and their companions"),
        description=lazy_gettext(
            "As nominated, without journeys and consents: both have to be asked for anew."
        ),
    )
    with_hosts = BooleanField(
        lazy_gettext("Hosts and speakers"),
        description=lazy_gettext("Nobody has said yes yet: such items become ideas."),
    )
    with_interpreters = BooleanField(lazy_gettext("Interpreters and what they are assigned to"))
    is_template = BooleanField(
        lazy_gettext("Keep the copy as a template"),
        description=lazy_gettext("Templates stand apart in the list of trips."),
    )

    def wish(self, free_slug: str) -> CopyWish:
        """What was asked for; `free_slug` is the address where none is written."""
        starts_on = self.starts_on.data
        if not isinstance(starts_on, date):
            raise TypeError(starts_on)
        return CopyWish(
            title=self.title.form.text(),
            slug=strip(self.slug.data) or free_slug,
            starts_on=starts_on,
            with_people=bool(self.with_people.data),
            with_hosts=bool(self.with_hosts.data),
            with_interpreters=bool(self.with_interpreters.data),
            is_template=bool(self.is_template.data),
        )

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for a title, and for an address that can be one."""
        is_valid = super().validate(extra_validators)
        slug = strip(self.slug.data)
        if slug and not is_slug(slug):
            message = _("Please use small letters, digits and hyphens, as in study-tour-2027.")
            error_on(self.slug, message)
            return False
        if not self.title.form.text():
            error_on(self.title.form.de, _("A trip needs a title."))
            return False
        return bool(is_valid)
