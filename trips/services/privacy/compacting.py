"""Taking what was deleted out of the database's own files."""

from trips.extensions import db


def compact() -> None:
    """Fold SQLite's log into the file and cut it off: it would hold deleted pages for a while.

    Deleted content of the file itself is overwritten as it goes (`secure_delete`). PostgreSQL
    does so by its own vacuum.
    """
    db.session.remove()
    if db.engine.dialect.name != "sqlite":
        return
    connection = db.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
