"""Nothing is kept about anybody that the register does not know."""

from dataclasses import fields

import trips.models  # noqa: F401 makes the tables known
from trips.domain.privacy.kinds import RULES, Basis, DataKind, Sensitive
from trips.domain.privacy.register import IMPERSONAL, REGISTER, SEALED, fields_of
from trips.domain.privacy.retention import Periods
from trips.domain.privacy.sealed import SealedField
from trips.extensions import metadata

TABLES = {table.name: set(table.columns.keys()) for table in metadata.sorted_tables}
PEOPLE = {"person", "participation", "user", "interpreter", "delegate"}


def test_every_table_is_classified_or_says_nothing_of_people() -> None:
    assert set(TABLES) == REGISTER.keys() | IMPERSONAL
    assert not REGISTER.keys() & IMPERSONAL


def test_every_column_of_a_table_about_people_is_classified() -> None:
    open_columns = {name: TABLES[name] - columns.keys() for name, columns in REGISTER.items()}
    gone = {name: columns.keys() - TABLES[name] for name, columns in REGISTER.items()}
    assert {name: columns for name, columns in open_columns.items() if columns} == {}
    assert {name: columns for name, columns in gone.items() if columns} == {}


def test_no_table_without_people_refers_to_one_of_them() -> None:
    referring = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in PEOPLE
    }
    assert referring & IMPERSONAL == set()


def test_every_encrypted_field_is_classified() -> None:
    assert SEALED.keys() == set(SealedField)


def test_every_kind_has_its_answers_and_something_that_is_of_it() -> None:
    assert RULES.keys() == set(DataKind)
    known = {each.name for each in fields(Periods)}
    assert {rule.period for rule in RULES.values()} <= known | {""}
    assert [kind for kind in DataKind if not list(fields_of(kind))] == []
    for kind, rule in RULES.items():
        assert (rule.basis is Basis.NONE) == (kind is DataKind.TECHNICAL)
        if rule.sensitive is Sensitive.SPECIAL and kind is not DataKind.DRAFTS:
            assert rule.basis is Basis.EXPLICIT_CONSENT
