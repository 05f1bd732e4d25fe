"""The rules on who needs a visa: the product's, and those that the house adds."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from trips.domain.account.user import InstanceRole
from trips.domain.visa_rule import VisaRule
from trips.forms.visa.rule import VisaRuleForm
from trips.i18n.choices import country_choices
from trips.queries.visa.rule import list_own_rules
from trips.services.visa import rule as rules
from trips.views import guards
from trips.views.editing import Answer, Editing, by, show_or_add, show_or_save
from trips.views.preferences import locale
from trips.views.visa.rules_page import read_filter, rules_page

bp = Blueprint("visa_rule", __name__)


@bp.get("/visa-rules")
@guards.instance_page(InstanceRole.ORGANISER)
def index() -> str:
    """The house's own rules and those that come with the product, by the filters in the address."""
    return render_template("visa/rules.html", **rules_page(read_filter()))


@bp.route("/visa-rules/new", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def new() -> Answer:
    """The form of a new rule."""
    form = _form()

    def add(values: dict[str, Any]) -> Response:
        rules.add_rule(VisaRule(**values), **by())
        flash(_("The rule is in force: it goes before those that come with the product."))
        return redirect(url_for("visa_rule.index"), 303)

    return show_or_add(form, partial(_page, form), add)


@bp.route("/visa-rules/<uid>", methods=["GET", "POST"])
@guards.instance_page(InstanceRole.ORGANISER)
def edit(uid: str) -> Answer:
    """The form of one of the house's own rules."""
    form, entity = _form(), dict(list_own_rules()).get(uid)

    def done(_rule: VisaRule) -> Response:
        flash(_("Saved."))
        return redirect(url_for("visa_rule.index"), 303)

    return show_or_save(
        Editing(
            form=form,
            entity=entity,
            page=partial(_page, form, uid=uid),
            save=lambda change: rules.edit_rule(uid, change, **by()),
            restore=lambda shown: rules.add_rule(shown, **by()),
            done=done,
        )
    )


@bp.post("/visa-rules/<uid>/delete")
@guards.instance_page(InstanceRole.ORGANISER)
def delete(uid: str) -> Response:
    """Take a rule out again."""
    rules.delete_rule(uid, **by())
    flash(_("The rule is deleted."))
    return redirect(url_for("visa_rule.index"), 303)


def _form() -> VisaRuleForm:
    form = VisaRuleForm()
    form.offer(country_choices(locale()), locale())
    return form


def _page(form: VisaRuleForm, rule: VisaRule | None, uid: str = "", **context: Any) -> str:
    return render_template("visa/rule.html", form=form, rule=rule, uid=uid, **context)
