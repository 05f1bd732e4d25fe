"""What becomes of every line of a pasted text, in a word."""

from flask_babel import gettext as _

from trips.domain.importing.plan import DelegatePlan


def outcomes_of(plan: DelegatePlan) -> dict[int, str]:
    """By line the word for it."""
    found: dict[int, str] = {}
    found.update({row.row: _("new") for row in plan.new})
    for entry in plan.changed:
        word = _("known, joins") if entry.participation is None else _("changes")
        found[entry.row.row] = word
    found.update({entry.row.row: _("as it is") for entry in plan.unchanged})
    found.update({entry.row.row: _("left out") for entry in plan.outside})
    found.update({entry.row.row: _("repeated") for entry in plan.repeated})
    found.update({entry.row.row: _("asked") for entry in plan.ambiguous})
    return found
