from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest

from trips.domain.account.link import Link
from trips.domain.account.links import LinkState
from trips.domain.account.user import InstanceRole, TripRole
from trips.domain.briefs.document import DocumentKind
from trips.domain.findings.model import Severity as FindingSeverity
from trips.domain.importing.workbook import Severity
from trips.domain.item import HostStatus, ItemStatus
from trips.domain.job import Job
from trips.domain.participation import Diet
from trips.domain.snapshot import TripSnapshot
from trips.i18n.catalogue import LOCALES
from trips.i18n.enums import name_of, names_of


def enums_in(kind: Any) -> Iterator[type[StrEnum]]:
    """Every enumeration that a value of this type can hold, however deep."""
    for part in get_args(kind):
        yield from enums_in(part)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        yield kind
    if is_dataclass(kind):
        for hint in get_type_hints(kind).values():
            yield from enums_in(hint)


SHOWN = {
    *(enum for kind in (TripSnapshot, Job, Link) for enum in enums_in(kind)),
    *(DocumentKind, FindingSeverity, InstanceRole, LinkState, Severity, TripRole),
}


@pytest.mark.parametrize("enum", sorted(SHOWN, key=str), ids=lambda enum: enum.__name__)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_value_of_the_domain_has_a_name_of_its_own(enum: type[StrEnum], locale: str) -> None:
    names = [name_of(member, locale) for member in enum]
    assert all(names)
    assert len(set(names)) == len(names)


def test_equal_values_of_two_enums_keep_their_own_names() -> None:
    assert name_of(ItemStatus.CONFIRMED, "de") == "Bestätigt"
    assert name_of(HostStatus.DECLINED, "de") == "Abgesagt"


def test_a_list_of_values_reads_as_a_sentence_part() -> None:
    diets = (Diet.VEGETARIAN, Diet.HALAL, Diet.NO_BEEF)
    assert names_of(diets, "de") == "Vegetarisch, Halal und Kein Rindfleisch"
    assert names_of(diets, "en") == "Vegetarian, Halal and No beef"
