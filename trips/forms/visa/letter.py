"""Which letters the visa desk writes, and what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import (  # type: ignore[attr-defined]  # newer than its types
    BooleanField,
    DateField,
    FormField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from trips.domain.briefs.document import DocumentKind
from trips.domain.values.text import EMPTY
from trips.domain.visa.letter import Costs, LetterFacts, LetterKind, MissionKind
from trips.forms.entity import TextPair, strip
from trips.forms.parts import REQUIRED, at_most, error_on
from trips.i18n.catalogue import LOCALES
from trips.i18n.enums import name_of

SEAT = "seat-"
"""Before the uid of a delegation: the field for the city of its mission."""
SEAT_LENGTH = 80
Choices = Sequence[tuple[str, str]]
"""Values and their words."""


@dataclass(frozen=True)
class LetterChoices:
    """What the form offers: people, delegations and bodies by uid."""

    people: Choices
    delegations: Choices
    senders: Choices


class LetterForm(FlaskForm):
    """Letters to people, or notes about delegations."""

    kind = RadioField(lazy_gettext("Which letter"), [REQUIRED], default=LetterKind.INVITATION.value)
    people = SelectMultipleField(
        lazy_gettext("For whom"), option_widget=CheckboxInput(), widget=ListWidget()
    )
    delegations = SelectMultipleField(
        lazy_gettext("For which delegations"), option_widget=CheckboxInput(), widget=ListWidget()
    )
    mission_kind = SelectField(lazy_gettext("To which house"), [REQUIRED])
    mission_of = FormField(TextPair, label=lazy_gettext("Of which state"))
    sender = SelectField(lazy_gettext("Letterhead"), [REQUIRED])
    lang = SelectField(lazy_gettext("Language"), [REQUIRED])
    made_as = RadioField(
        lazy_gettext("File"),
        [REQUIRED],
        choices=[
            SelectChoice(DocumentKind.VISA_LETTER.value, lazy_gettext("PDF, to sign")),
            SelectChoice(
                DocumentKind.VISA_LETTERS.value, lazy_gettext("ZIP, each letter as PDF and Word")
            ),
            SelectChoice(
                DocumentKind.VISA_LETTER_WORD.value, lazy_gettext("Word, to go on writing in")
            ),
        ],
        default=DocumentKind.VISA_LETTER.value,
    )
    dated = DateField(lazy_gettext("Dated"), [REQUIRED])
    purpose = FormField(TextPair, label=lazy_gettext("Purpose of the journey"))
    costs = SelectField(lazy_gettext("Who pays"), [REQUIRED])
    signer = StringField(lazy_gettext("Who signs"), [REQUIRED, *at_most(120)[1:]])
    signer_function = FormField(TextPair, label=lazy_gettext("Function of who signs"))
    has_passport = BooleanField(
        lazy_gettext("Name the date of birth and the number of the passport"),
        description=lazy_gettext(
            "Few missions ask for it. Each reading is logged; the file is deleted with the others."
        ),
    )
    is_sent = BooleanField(
        lazy_gettext("Note at the visa desk that the letter is on its way"), default=True
    )

    def offer(self, choices: LetterChoices, locale: str) -> None:
        """Fill the lists of the controls."""
        self.people.choices = list(choices.people)
        self.delegations.choices = list(choices.delegations)
        self.sender.choices = list(choices.senders)
        self.mission_kind.choices = [(each.value, name_of(each, locale)) for each in MissionKind]
        self.kind.choices = [(each.value, name_of(each, locale)) for each in LetterKind]
        self.costs.choices = [(each.value, name_of(each, locale)) for each in Costs]
        languages = {"de": lazy_gettext("German"), "en": lazy_gettext("English")}
        self.lang.choices = [(code, languages[code]) for code in LOCALES]

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: somebody is chosen, and a note has an addressee."""
        is_valid = bool(super().validate(extra_validators))
        is_note = self.kind.data == LetterKind.NOTE
        chosen = self.delegations if is_note else self.people
        if not chosen.data:
            error_on(chosen, lazy_gettext("Please choose at least one."))
            is_valid = False
        return is_valid

    @property
    def letter_kind(self) -> LetterKind:
        """Which letter was chosen."""
        return LetterKind(self.kind.data)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Uids of the people, or of the delegations for notes."""
        is_note = self.letter_kind is LetterKind.NOTE
        return tuple((self.delegations if is_note else self.people).data or ())

    @property
    def day(self) -> date:
        """The date of the letters; call after `validate`."""
        if self.dated.data is None:
            raise ValueError
        return self.dated.data

    def facts(self) -> LetterFacts:
        """What the letters say."""
        is_note = self.letter_kind is LetterKind.NOTE
        return LetterFacts(
            sender=self.sender.data or "",
            purpose=self.purpose.form.text(),
            costs=Costs(self.costs.data),
            signer=strip(self.signer.data),
            signer_function=self.signer_function.form.text(),
            mission_kind=MissionKind(self.mission_kind.data),
            mission_of=self.mission_of.form.text() if is_note else EMPTY,
        )

    def seats(self, said: Mapping[str, str]) -> dict[str, str]:
        """The city of each mission by the uid of the delegation, from the fields of a request."""
        typed = {uid: strip(said.get(f"{SEAT}{uid}", ""))[:SEAT_LENGTH] for uid in self.subjects}
        return typed if self.letter_kind is LetterKind.NOTE else {}
