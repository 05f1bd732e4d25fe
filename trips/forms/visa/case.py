"""What the visa desk enters about one delegate."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, DateField, FieldList, Form, FormField, SelectField, TextAreaField
from wtforms.validators import Optional

from trips.domain.visa.facts import VisaFacts
from trips.domain.visa_case import HeldDocument, TravelDocument, VisaStatus
from trips.forms.entity import EntityForm, chosen, enum_choices, strip
from trips.forms.parts import REQUIRED, at_most, fill

MOST_DOCUMENTS = 5
DATES = ("appointment_on", "applied_on", "decided_on")


class DocumentRow(Form):
    """A document to travel on; empty rows say nothing."""

    kind = SelectField(lazy_gettext("Document"))
    valid_until = DateField(lazy_gettext("Valid until"), [Optional()])


class VisaForm(EntityForm):
    """Nationality, documents and where the visa stands."""

    kind = VisaFacts

    nationality = SelectField(lazy_gettext("Nationality"))
    documents = FieldList(FormField(DocumentRow), max_entries=MOST_DOCUMENTS)
    status = SelectField(lazy_gettext("Where it stands"), [REQUIRED])
    appointment_on = DateField(lazy_gettext("Appointment at the mission"), [Optional()])
    applied_on = DateField(lazy_gettext("Applied for on"), [Optional()])
    decided_on = DateField(lazy_gettext("Decided on"), [Optional()])
    is_insured = BooleanField(
        lazy_gettext("Travel health insurance is there"),
        description=lazy_gettext("Cover of at least 30,000 euros (Visa Code, Art. 15)."),
    )
    note = TextAreaField(lazy_gettext("Internal note"), at_most(2000))

    def offer(self, countries: Any, locale: str) -> None:
        """Fill the lists of the controls."""
        self._kinds = enum_choices(TravelDocument, locale, blank="–")
        self.nationality.choices = [("", lazy_gettext("not known")), *countries]
        self.status.choices = enum_choices(VisaStatus, locale)
        for entry in self.documents:
            entry.form.kind.choices = self._kinds

    def show(self, facts: VisaFacts) -> None:
        """Fill the controls."""
        self.nationality.data = facts.nationality
        self.status.data = facts.status.value
        self.is_insured.data = facts.is_insured
        self.note.data = facts.note
        for name in DATES:
            self[name].data = getattr(facts, name)
        spare = 1 if len(facts.documents) < MOST_DOCUMENTS else 0
        for entry, each in fill(self.documents, facts.documents, spare=spare):
            entry.form.kind.data = each.kind.value
            entry.form.valid_until.data = each.valid_until
        for entry in self.documents:
            entry.form.kind.choices = self._kinds

    def values(self) -> dict[str, Any]:
        """The fields of the facts."""
        rows = [(chosen(each.form.kind, TravelDocument), each.form) for each in self.documents]
        return {
            "nationality": self.nationality.data or "",
            "documents": tuple(
                HeldDocument(kind=kind, valid_until=form.valid_until.data)
                for kind, form in rows
                if kind is not None
            ),
            "status": VisaStatus(self.status.data),
            **{name: self[name].data for name in DATES},
            "is_insured": bool(self.is_insured.data),
            "note": strip(self.note.data),
        }
