"""The columns of the list of people on screen: their headings, and plain words for their cells."""

from datetime import date, datetime
from typing import Final

from trips.domain.briefs.columns import Column, Value
from trips.domain.pages.list_columns import ListColumn, Topic
from trips.i18n.catalogue import N_, say
from trips.i18n.column_wording import heading_of, words_of
from trips.i18n.formats import day_short
from trips.i18n.people_wording import arrival_word

_HEADINGS: Final = {
    "languages": N_("Understands"),
    "contact_for": N_("Ask about"),
    "present": N_("Present"),
    "counts": N_("Counts for"),
    "permission": N_("Travel permission"),
    "visa": N_("Visa"),
    "passport": N_("Passport"),
}
"""Of what only this page knows, or calls more briefly."""
_TOPICS: Final = {
    Topic.PERSON: N_("Person"),
    Topic.TRAVEL: N_("Contact and travel"),
    Topic.NEEDS: N_("Needs and room"),
    Topic.STANDING: N_("Where they stand"),
}


def column_heading(column: ListColumn, locale: str) -> str:
    """The heading of a column of the screen."""
    if column.key in _HEADINGS or column.column is None:
        return say(_HEADINGS[column.key], locale)
    return heading_of(column.column, locale)


def topic_word(topic: Topic, locale: str) -> str:
    """What the columns of a topic are about."""
    return say(_TOPICS[topic], locale)


def cell_words(column: Column, value: Value | None, locale: str) -> str:
    """A value as a cell of the screen says it; empty for nothing."""
    if isinstance(value, datetime):
        return arrival_word(value, locale)
    if isinstance(value, date):
        return day_short(value, locale)
    return words_of(column, value, locale)
