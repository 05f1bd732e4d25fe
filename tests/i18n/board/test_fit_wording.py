"""Where a card fits, as the drawing of the board says it."""

from datetime import date, datetime, time

import pytest

from trips.domain.findings.hours import ClosedCode, Reason
from trips.domain.fit.model import FitCode, FitReason, FitSpan, Verdict
from trips.domain.values.text import Text
from trips.i18n.board.fit_wording import fit_words

TITLE = Text(de="Mittagessen", en="Lunch")
SUNDAY = date(2015, 9, 20)


def span(*reasons: FitReason) -> FitSpan:
    verdict = reasons[0].verdict if reasons else Verdict.FITS
    return FitSpan(
        starts=datetime(2015, 9, 19, 17),
        ends=datetime(2015, 9, 20),
        verdict=verdict,
        reasons=reasons,
    )


def test_the_lines_of_the_drawing() -> None:
    found = span(
        FitReason(FitCode.GROUP_FREE, Verdict.FITS, {"groups": ("A",)}),
        FitReason(
            FitCode.WAY_FITS, Verdict.FITS, {"title": TITLE, "minutes": 25, "is_after": False}
        ),
        FitReason(
            FitCode.CLOSES,
            Verdict.WARNS,
            {"closes": time(17), "latest": datetime(2015, 9, 19, 16)},
        ),
    )
    german, english = fit_words(found, "de"), fit_words(found, "en")
    assert (german.label, english.label) == ("passt", "fits")
    assert [line for _, line in german.lines] == [
        "Gruppe A: frei",
        "Weg von „Mittagessen“, 25 min: passt",
        "Schließt 17:00, Beginn bis 16:00",
    ]
    assert english.lines[-1] == (Verdict.WARNS, "Closes 17:00, start until 16:00")


@pytest.mark.parametrize(
    ("reason", "german", "english"),
    [
        (
            Reason(code=ClosedCode.HOURS, on=SUNDAY, opens=time(10), closes=time(17)),
            "schließt 17:00",
            "closes 17:00",
        ),
        (Reason(code=ClosedCode.WEEKDAY, on=SUNDAY), "So geschlossen", "Sun closed"),
        (Reason(code=ClosedCode.CLOSURE, on=SUNDAY), "geschlossen", "closed"),
    ],
)
def test_closed_doors_have_short_labels(reason: Reason, german: str, english: str) -> None:
    found = span(FitReason(FitCode.CLOSED, Verdict.IMPOSSIBLE, {"reason": reason}))
    assert fit_words(found, "de").label == german
    assert fit_words(found, "en").label == english


def test_before_the_doors_open_the_label_says_when() -> None:
    reason = Reason(code=ClosedCode.HOURS, on=SUNDAY, opens=time(10), closes=time(17))
    closed = span(FitReason(FitCode.CLOSED, Verdict.IMPOSSIBLE, {"reason": reason}))
    early = closed._replace(starts=datetime(2015, 9, 20), ends=datetime(2015, 9, 20, 10))
    assert fit_words(early, "de").label == "öffnet 10:00"


@pytest.mark.parametrize("locale", ["de", "en"])
@pytest.mark.parametrize("is_after", [True, False])
@pytest.mark.parametrize("code", list(FitCode))
def test_every_reason_has_words(code: FitCode, locale: str, is_after: bool) -> None:
    moment = datetime(2015, 9, 19, 12)
    facts = {
        "groups": ("A", "B"),
        "names": ("Hanna Öztürk", "Leo X"),
        "name": None if code is FitCode.DAY_OFF else "Hanna",
        "title": TITLE,
        "first": TITLE,
        "second": TITLE,
        "city": TITLE,
        "room": "1",
        "vehicle": "Bus 2",
        "on": SUNDAY,
        "minutes": 10,
        "needed": 20,
        "is_after": is_after,
        "reason": Reason(code=ClosedCode.HOLIDAY, on=SUNDAY, name=TITLE),
        **dict.fromkeys(("starts", "ends", "departs", "arrives", "limit", "latest"), moment),
        "closes": time(17),
    }
    words = fit_words(span(FitReason(code, Verdict.WARNS, facts)), locale)
    assert words.label
    assert "%(" not in words.lines[0][1]
    assert words.lines[0][1]
