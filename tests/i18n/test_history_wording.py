"""The history in words: by name where the trip knows the object, else by kind and number."""

from datetime import UTC, datetime

import pytest

from tests.domain.findings.small_trip import SOUND
from trips.domain.account.user import REGISTRANT
from trips.domain.pages.history import HistoryEntry, HistoryLine
from trips.i18n.history_wording import line_sentence


def line(verb: str, kind: str, *uids: str, actor: str = "Jana Brandt") -> HistoryLine:
    entry = HistoryEntry(
        id=1,
        at=datetime(2015, 9, 2, 12, tzinfo=UTC),
        actor=actor,
        verb=verb,
        subject_kind=kind,
        subject_uid=uids[0],
        before={},
        after={},
    )
    return HistoryLine(entry, uids)


@pytest.mark.parametrize(
    ("told", "german", "english"),
    [
        (line("register", "participation", "comes"), "Thabo", "Thabo"),
        (
            line("register", "participation", "comes", actor=REGISTRANT.name),
            "Thabo Sample hat sich angemeldet",
            "Thabo Sample has registered",
        ),
        (
            line("edit", "person", "thabo", actor=REGISTRANT.name),
            "Thabo Sample hat an der Anmeldung",
            "Thabo Sample has gone on",
        ),
        (line("edit", "person", "thabo"), "Thabo", "Thabo"),
        (line("move", "item", SOUND.items[0].uid), "„", "“"),
        (line("delete", "item", "gone"), "einen Programmpunkt", "a programme item"),
        (line("create", "hotel", "a", "b", "c"), "3 Hotels", "3 hotels"),
        (line("delete", "item", SOUND.items[0].uid, "gone"), "2 Prog", "2 programme items"),
    ],
)
def test_a_line_names_what_the_trip_knows(told: HistoryLine, german: str, english: str) -> None:
    assert german in line_sentence(told, SOUND, "de")
    assert english in line_sentence(told, SOUND, "en")
