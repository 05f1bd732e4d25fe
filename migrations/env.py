"""Run migrations: on SQLite with foreign keys off inside one explicit transaction.

A batch operation copies a table and drops the old one; with foreign keys on, that would delete
the rows of its children. So they are switched off before, and checked before the commit.
"""

from alembic import context
from sqlalchemy import Connection, TypeDecorator

import trips.models  # noqa: F401 makes the tables known
from trips.extensions import db, metadata


class BrokenReferencesError(Exception):
    """The migration left rows that refer to nothing."""


def render_item(kind, item, autogen_context):
    """Write our own column types as the plain types they are kept as."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run() -> None:
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            run_sqlite(connection)
        else:
            configure(connection)
            with context.begin_transaction():
                context.run_migrations()


def run_sqlite(connection: Connection) -> None:
    raw = connection.connection.driver_connection
    connection.rollback()
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.execution_options(is_write=True).begin():
            configure(connection)
            context.run_migrations()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise BrokenReferencesError(broken[:10])
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def configure(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=render_item,
        compare_type=True,
        transactional_ddl=connection.dialect.name != "sqlite",
    )


run()
