"""Words for whoever chooses columns of a list: subjects, protection and what it is good for."""

from typing import Final

from trips.domain.briefs.column_topics import ColumnTopic
from trips.domain.briefs.columns import Column, Purpose, Sensitivity
from trips.i18n.catalogue import N_, say

_TOPICS: Final = {
    ColumnTopic.PERSON: N_("Person"),
    ColumnTopic.FUNCTION: N_("Function and delegation"),
    ColumnTopic.CONTACT: N_("Contact"),
    ColumnTopic.JOURNEY: N_("Presence and journey"),
    ColumnTopic.ROOM: N_("Hotel room"),
    ColumnTopic.NEEDS: N_("Needs"),
    ColumnTopic.AGREEMENTS: N_("Agreements"),
    ColumnTopic.CONTENT: N_("Contribution and notes"),
}
_PURPOSES: Final = {
    Purpose.IDENTITY: N_("to tell people apart"),
    Purpose.PROTOCOL: N_("to address people rightly"),
    Purpose.CONTACT: N_("to reach people during the trip"),
    Purpose.PRESENCE: N_("to know who is there when"),
    Purpose.TRAVEL: N_("to fetch and bring people"),
    Purpose.MEALS: N_("for the kitchen"),
    Purpose.ACCESS: N_("for ways, coaches and rooms"),
    Purpose.STAY: N_("for the hotel"),
    Purpose.CONSENT: N_("to keep to what was agreed"),
    Purpose.LEARNING: N_("for exchange among participants"),
    Purpose.RECORD: N_("for the records of the team"),
}
_MARKS: Final = {
    Sensitivity.CONTACT: N_("private"),
    Sensitivity.INTERNAL: N_("internal"),
    Sensitivity.SPECIAL: N_("specially protected"),
}
_TITLES: Final = {
    Sensitivity.SPECIAL: N_("Specially protected: shows health or religion"),
    Sensitivity.CONTACT: N_("Private contacts"),
    Sensitivity.INTERNAL: N_("Internal"),
}
_RULES: Final = {
    Sensitivity.SPECIAL: N_(
        "Only for somebody who acts on it. Permission: to hand out lists of people; "
        "who got whose needs is logged."
    ),
    Sensitivity.CONTACT: N_(
        "Only for somebody who must reach people. Permission: to hand out lists of people."
    ),
    Sensitivity.INTERNAL: N_(
        "For those who run the trip, not for participants or hosts. "
        "Permission: to hand out lists of people."
    ),
}


def topic_word(topic: ColumnTopic, locale: str) -> str:
    """What columns are about."""
    return say(_TOPICS[topic], locale)


def purpose_words(column: Column, locale: str) -> str:
    """What a column is good for."""
    return say(_PURPOSES[column.purpose], locale)


def protection_mark(column: Column, locale: str) -> str:
    """How a column is protected, in a word or two; empty where it is not."""
    return say(_MARKS[column.sensitivity], locale) if column.sensitivity in _MARKS else ""


def protection_words(level: Sensitivity, locale: str) -> tuple[str, str]:
    """A heading and what a kind of protection asks for."""
    return say(_TITLES[level], locale), say(_RULES[level], locale)
