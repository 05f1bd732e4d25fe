"""The rules on who needs a visa: those that come with the product, and the house's own."""

import json
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select

from trips.config import ROOT
from trips.domain.values.wire import read_value
from trips.domain.visa_rule import VisaRule
from trips.models.delegates.visa_rule import VisaRuleRow
from trips.queries.mapping import entity_of, read_values, select_values

FILE = ROOT / "trips" / "data" / "visa_rules.json"


@cache
def shipped_rules() -> tuple[VisaRule, ...]:
    """Those of trips/data/visa_rules.json, in its order: by state, kind of passport and date."""
    return tuple(read_value(VisaRule, each) for each in _data()["rules"])


def checked_on() -> date:
    """The day on which somebody last compared the shipped rules with their sources."""
    return date.fromisoformat(_data()["checked_on"])


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found


def list_own_rules() -> tuple[tuple[str, VisaRule], ...]:
    """The house's own rules with their uids, by state, kind of passport and date."""
    rows = read_values(_own_rules())
    return tuple((row.uid, entity_of(VisaRule, row, is_own=True)) for row in rows)


@cache
def _own_rules() -> Select[Any]:
    return select_values(VisaRuleRow).order_by(
        VisaRuleRow.country, VisaRuleRow.document, VisaRuleRow.valid_from, VisaRuleRow.id
    )


def list_rules() -> tuple[VisaRule, ...]:
    """All rules, the house's own first."""
    return (*(rule for _, rule in list_own_rules()), *shipped_rules())
