from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest

import trips.domain
from trips.domain.item import HostStatus, ItemStatus
from trips.domain.participation import Diet
from trips.i18n.catalogue import LOCALES
from trips.i18n.enums import choices_of, name_of, names_of


def every_enum() -> list[type[StrEnum]]:
    root = Path(trips.domain.__path__[0])
    names = [
        ".".join(("trips.domain", *path.relative_to(root).with_suffix("").parts))
        for path in sorted(root.rglob("*.py"))
        if path.stem != "__init__"
    ]
    found = {
        value
        for name in names
        for value in vars(import_module(name)).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }
    return sorted(found, key=lambda enum: enum.__qualname__)


@pytest.mark.parametrize("enum", every_enum(), ids=lambda enum: enum.__name__)
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


def test_choices_follow_the_enumeration() -> None:
    assert choices_of(ItemStatus, "de")[0] == ("idea", "Idee")
