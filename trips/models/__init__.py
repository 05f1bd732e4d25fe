"""Every table. Importing this room makes all of them known to the metadata."""

from trips.models import (
    history,
    interpreter,
    item,
    job,
    link,
    organisation,
    participation,
    person,
    project,
    site,
    source,
    stop,
    trip,
    user,
)

__all__ = [
    "history",
    "interpreter",
    "item",
    "job",
    "link",
    "organisation",
    "participation",
    "person",
    "project",
    "site",
    "source",
    "stop",
    "trip",
    "user",
]
