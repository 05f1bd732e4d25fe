"""A list of people that somebody makes, and asking for one as a file."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField
from wtforms.widgets import CheckboxInput, ListWidget

from trips.domain.briefs.column_topics import OFFERED, columns_by_topic, in_order, moved
from trips.domain.briefs.document import DocumentKind
from trips.domain.briefs.list_plan import ListPlan, RowChoice, Sorting
from trips.forms.entity import EntityForm, strip
from trips.forms.parts import REQUIRED, at_most, error_on
from trips.i18n.catalogue import LOCALES
from trips.i18n.column_wording import heading_of
from trips.i18n.delegates.column_topics import protection_mark, topic_word
from trips.i18n.delegates.list_wording import rows_word, sorting_word


class PlanForm(EntityForm):
    """Name, rows, columns and order of a list; works without a script, step by step."""

    kind = ListPlan

    name = StringField(lazy_gettext("Name of the list"), [REQUIRED, *at_most(80)[1:]])
    rows = SelectField(lazy_gettext("Who stands on it"), [REQUIRED])
    sorting = SelectField(lazy_gettext("Order"), [REQUIRED])
    columns = SelectMultipleField(
        lazy_gettext("Columns"), option_widget=CheckboxInput(), widget=ListWidget()
    )
    order = HiddenField()
    """Keys of the columns as they stand; what is chosen anew follows them."""

    def offer(self, locale: str) -> None:
        """Fill the lists of the controls."""
        self.rows.choices = [(each.value, rows_word(each, locale)) for each in RowChoice]
        self.sorting.choices = [(each.value, sorting_word(each, locale)) for each in Sorting]
        self.columns.choices = [(each.key, heading_of(each, locale)) for each in OFFERED]
        self.locale = locale

    def show(self, plan: ListPlan) -> None:
        """Fill the controls."""
        self.name.data = plan.name
        self.rows.data, self.sorting.data = plan.rows.value, plan.sorting.value
        self.columns.data = list(plan.columns)
        self.order.data = ",".join(plan.columns)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the chosen columns in their order."""
        return in_order(set(self.columns.data or ()), (self.order.data or "").split(","))

    @property
    def headings(self) -> dict[str, str]:
        """What the columns are called, by key."""
        return dict(self.columns.choices or ())  # type: ignore[arg-type]  # pairs, as offered

    @property
    def topics(self) -> list[tuple[str, list[tuple[Any, str]]]]:
        """The boxes by subject, each with how its column is protected."""
        boxes = {option.data: option for option in self.columns}
        return [
            (
                topic_word(topic, self.locale),
                [(boxes[each.key], protection_mark(each, self.locale)) for each in columns],
            )
            for topic, columns in columns_by_topic()
        ]

    @property
    def plan(self) -> ListPlan:
        """The list as it is chosen now, complete or not."""
        rows, sortings = self.rows.data, self.sorting.data
        return ListPlan(
            key="own-",
            name=self.name.data or " ",
            columns=self.chosen,
            rows=RowChoice(rows) if rows in set(RowChoice) else RowChoice.ROSTER,
            sorting=Sorting(sortings) if sortings in set(Sorting) else Sorting.PRECEDENCE,
        )

    def add_row(self, wanted: str) -> None:
        """Take the step of a button: show the list, or move a column up or down."""
        direction, _, key = wanted.partition(":")
        steps = {"up": -1, "down": 1}
        self.order.data = ",".join(moved(self.chosen, key, steps.get(direction, 0)))

    def validate(self, extra_validators: Any = None) -> bool:
        """Besides every field: at least one column."""
        is_valid = bool(super().validate(extra_validators))
        if not self.columns.data:
            error_on(self.columns, lazy_gettext("Please choose at least one column."))
            return False
        return is_valid

    def values(self) -> dict[str, Any]:
        """The fields of a plan."""
        return {
            "name": strip(self.name.data),
            "columns": self.chosen,
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
