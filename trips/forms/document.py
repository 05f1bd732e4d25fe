"""Asking for a document."""

from collections.abc import Iterable

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectField  # type: ignore[attr-defined]  # newer than its types

from trips.domain.briefs.document import DocumentKind
from trips.domain.releases.model import DRAFT
from trips.i18n.catalogue import LOCALES


class DocumentForm(FlaskForm):
    """Which document, in which language, for which group; the groups are the trip's."""

    kind = SelectField()
    lang = SelectField(choices=[SelectChoice(code, code) for code in LOCALES])
    group = SelectField(lazy_gettext("For"), default="")
    release = SelectField(lazy_gettext("Release"), default=DRAFT)

    @property
    def release_number(self) -> int | None:
        """The number of the release that was chosen; none for the draft."""
        chosen = self.release.data
        return int(chosen) if chosen and chosen != DRAFT else None

    def chosen(self) -> tuple[str, ...]:
        """Everything that was chosen, to tell wishes apart."""
        return (self.kind.data, self.lang.data, self.group.data or "", self.release.data)

    def offer_kinds(self, kinds: Iterable[DocumentKind]) -> None:
        """Let choose among the documents that the reader may have."""
        self.kind.choices = [SelectChoice(kind.value, kind.value) for kind in kinds]

    def offer_releases(self, words: dict[int, str], draft: str, wanted: str) -> None:
        """Let choose among the releases, the newest first, and the draft."""
        self.release.choices = [
            *(SelectChoice(str(number), word) for number, word in words.items()),
            SelectChoice(DRAFT, draft),
        ]
        known = [*map(str, words), DRAFT]
        if not self.is_submitted():
            self.release.data = wanted if wanted in known else known[0]

    def offer_groups(self, codes: tuple[str, ...], everyone: str, word: str) -> None:
        """Let choose among everyone and the groups of the trip; `word` has a `%(code)s`."""
        self.group.choices = [
            SelectChoice("", everyone),
            *(SelectChoice(code, word % {"code": code}) for code in codes),
        ]
