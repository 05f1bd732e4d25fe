"""A list of people that somebody makes, and asking for one as a file."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.widgets import CheckboxInput, ListWidget

from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.domain.briefs.document import DocumentKind
from trips.domain.briefs.list_plan import ListPlan, RowChoice, Sorting
from trips.forms.entity import EntityForm, strip
from trips.forms.parts import REQUIRED, at_most, error_on
from trips.i18n.catalogue import LOCALES
from trips.i18n.column_wording import heading_of
from trips.i18n.delegates.list_wording import rows_word, sorting_word


class PlanForm(EntityForm):
    """Name, rows, columns and order of a list."""

    kind = ListPlan

    name = StringField(lazy_gettext("Name of the list"), [REQUIRED, *at_most(80)[1:]])
    rows = SelectField(lazy_gettext("Who stands on it"), [REQUIRED])
    sorting = SelectField(lazy_gettext("Order"), [REQUIRED])
    columns = SelectMultipleField(
        lazy_gettext("Columns"), option_widget=CheckboxInput(), widget=ListWidget()
    )

    def offer(self, locale: str) -> None:
        """Fill the lists of the controls."""
        self.rows.choices = [(each.value, rows_word(each, locale)) for each in RowChoice]
        self.sorting.choices = [(each.value, sorting_word(each, locale)) for each in Sorting]
        self.columns.choices = [
            (each.key, heading_of(each, locale)) for each in ROSTER_COLUMNS if each.key != "uid"
        ]

    def show(self, plan: ListPlan) -> None:
        """Fill the controls."""
        self.name.data = plan.name
        self.rows.data, self.sorting.data = plan.rows.value, plan.sorting.value
        self.columns.data = list(plan.columns)

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: at least one column."""
        is_valid = bool(super().validate(extra_validators))
        if not self.columns.data:
            error_on(self.columns, lazy_gettext("Please choose at least one column."))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The fields of a plan; columns stand in the order of the roster."""
        chosen = set(self.columns.data or ())
        return {
            "name": strip(self.name.data),
            "columns": tuple(each.key for each in ROSTER_COLUMNS if each.key in chosen),
            "rows": RowChoice(self.rows.data),
            "sorting": Sorting(self.sorting.data),
        }


class ListForm(FlaskForm):
    """Which list, as what file, in which language and order."""

    preset = SelectField()
    made_as = SelectField()
    lang = SelectField()
    sorting = SelectField()

    def offer(self, keys: Iterable[str]) -> None:
        """Fill the choices: the keys of the lists that the reader may have."""
        kinds = (DocumentKind.ROSTER, DocumentKind.PARTICIPANTS)
        self.preset.choices = [(key, key) for key in keys]
        self.made_as.choices = [(kind.value, kind.value) for kind in kinds]
        self.lang.choices = [(code, code) for code in LOCALES]
        self.sorting.choices = [(each.value, each.value) for each in Sorting]
