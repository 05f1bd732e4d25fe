"""Taking what was deleted out of the database's own files."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from trips.extensions import db

PERSONAL: Final = (
    "attachment",
    "delegate",
    "history",
    "job",
    "letter",
    "link",
    "mail",
    "participation",
    "person",
    "registration_draft",
    "sealed_value",
    "search_entry",
)
"""Tables out of which something about people is thrown away."""
_PATIENCE: Final = "3s"
"""How long a table is waited for; one that is in use has its turn with the next run."""


def compact(*, is_needed: bool = True) -> None:
    """Take deleted content out of the files, which would hold it for a while.

    SQLite overwrites what goes (`secure_delete`); only its log has to be folded in and cut off.
    PostgreSQL leaves old versions of rows in its pages, even after its own vacuum: its tables are
    written anew if that `is_needed`. Its own log holds them until it is reused.
    """
    db.session.remove()
    if db.engine.dialect.name == "sqlite":
        _cut_off_log()
    elif is_needed:
        _write_anew()


def _cut_off_log() -> None:
    connection = db.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _write_anew() -> None:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text(f"SET lock_timeout = '{_PATIENCE}'"))
        for table in PERSONAL:
            try:
                connection.execute(text(f"VACUUM (FULL) {table}"))
            except DBAPIError:
                continue
        connection.invalidate()  # its patience is nobody else's
