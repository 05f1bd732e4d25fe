"""Asking for a document."""

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectField  # type: ignore[attr-defined]  # newer than its types

from trips.domain.briefs.document import DocumentKind
from trips.i18n.catalogue import LOCALES


class DocumentForm(FlaskForm):
    """Which document, in which language, for which group; the groups are the trip's."""

    kind = SelectField(choices=[SelectChoice(kind.value, kind.value) for kind in DocumentKind])
    lang = SelectField(choices=[SelectChoice(code, code) for code in LOCALES])
    group = SelectField(lazy_gettext("For"), default="")

    def offer_groups(self, codes: tuple[str, ...], everyone: str, word: str) -> None:
        """Let choose among everyone and the groups of the trip; `word` has a `%(code)s`."""
        self.group.choices = [
            SelectChoice("", everyone),
            *(SelectChoice(code, word % {"code": code}) for code in codes),
        ]
