"""The form of a mail that has not gone yet."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext
from wtforms import StringField, TextAreaField
from wtforms.validators import Email, InputRequired, Length

from trips.domain.mail import MailText
from trips.forms.entity import EntityForm, strip


class MailForm(EntityForm):
    """Address, subject and words."""

    kind: ClassVar[type] = MailText
    recipient = StringField(
        lazy_gettext("E-mail address"),
        [Length(max=254)],
        render_kw={"type": "email", "autocomplete": "off"},
    )
    subject = StringField(
        lazy_gettext("Subject"),
        [InputRequired(lazy_gettext("A mail needs a subject.")), Length(max=300)],
    )
    body = TextAreaField(
        lazy_gettext("Text"),
        [InputRequired(lazy_gettext("A mail needs a text.")), Length(max=20_000)],
        render_kw={"rows": 22},
    )

    def validate_recipient(self, field: StringField) -> None:
        """A draft may wait without an address, but not with half of one."""
        if strip(field.data):
            Email(lazy_gettext("This is not a complete e-mail address."))(self, field)

    def show(self, entity: MailText) -> None:
        """See `EntityForm`."""
        self.recipient.data = entity.recipient
        self.subject.data = entity.subject
        self.body.data = entity.body

    def values(self) -> dict[str, Any]:
        """See `EntityForm`."""
        return {
            "recipient": strip(self.recipient.data),
            "subject": " ".join(strip(self.subject.data).split()),
            "body": strip(self.body.data).replace("\r\n", "\n") + "\n",
        }
