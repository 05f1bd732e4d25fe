from datetime import UTC, datetime, timedelta

from trips.domain.account.user import REGISTRANT
from trips.domain.pages.history import IN_ONE_GO, HistoryEntry, history_lines

NOON = datetime(2015, 9, 2, 12, tzinfo=UTC)


def entry(
    minutes: int, uid: str, *, actor: str = "Jana Brandt", verb: str = "edit"
) -> HistoryEntry:
    return HistoryEntry(
        id=1000 + minutes,
        at=NOON + timedelta(minutes=minutes),
        actor=actor,
        verb=verb,
        subject_kind="item",
        subject_uid=uid,
        before={},
        after={},
    )


def test_what_follows_at_once_is_one_line_and_each_object_stands_once() -> None:
    lines = history_lines([entry(2, "b"), entry(1, "a"), entry(0, "b")], 8)
    assert [(line.entry.id, line.uids) for line in lines] == [(1002, ("b", "a"))]


def test_another_person_another_verb_or_a_pause_begins_a_new_line() -> None:
    pause = int(IN_ONE_GO.total_seconds() // 60) + 1
    entries = [
        entry(3, "a", actor="Tom Adler"),
        entry(2, "a"),
        entry(1, "a", verb="move"),
        entry(1 - pause, "a", verb="move"),
    ]
    assert [line.entry.id for line in history_lines(entries, 8)] == [each.id for each in entries]


def test_only_so_many_lines_are_told() -> None:
    entries = [entry(-20 * number, "a") for number in range(5)]
    assert len(history_lines(entries, 3)) == 3


def test_what_somebody_does_behind_their_link_is_one_line_that_tells_of_sending() -> None:
    entries = [
        entry(3, "a", actor=REGISTRANT.name, verb="status"),
        entry(2, "a", actor=REGISTRANT.name, verb="register"),
        entry(1, "b", actor=REGISTRANT.name),
    ]
    assert [(line.entry.verb, line.uids) for line in history_lines(entries, 8)] == [
        ("register", ("a",))
    ]
