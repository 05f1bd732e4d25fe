"""Setting a trip up for registering."""

from dataclasses import replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.editing import Change, change_between, merge
from trips.domain.registration_setup import Question, Registration
from trips.domain.values.text import LANGUAGES
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.trip import edit_trip


def set_up_registration(
    trip: str, change: Change, languages: tuple[str, ...], *, actor: Actor, now: datetime
) -> Registration:
    """Change what was touched of a trip's registration, and its languages.

    New questions get their uid here. Raises `ConflictError`.
    """
    current = get_snapshot(trip).trip
    merged = merge(current.registration, change)
    new = replace(merged, questions=tuple(_named(each) for each in merged.questions))
    spoken = (*LANGUAGES, *(code for code in languages if code not in LANGUAGES))
    wanted = change_between(current, {"registration": new, "languages": spoken})
    edit_trip(trip, wanted, actor=actor, now=now)
    return new


def _named(question: Question) -> Question:
    return question if question.uid else replace(question, uid=new_uid())
