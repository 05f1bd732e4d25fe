"""Where a card fits, for the script of the board: minutes, a verdict and words."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from trips.domain.fit.index import FitIndex
from trips.domain.fit.model import FitSpan, Verdict
from trips.domain.fit.spans import list_fits
from trips.domain.item import Item
from trips.domain.pages.board_page import list_days
from trips.domain.snapshot import TripSnapshot
from trips.i18n.board.fit_wording import fit_words

TONES = {Verdict.FITS: "fits", Verdict.WARNS: "warns", Verdict.IMPOSSIBLE: "blocks"}


def list_shades(
    snapshot: TripSnapshot, item: Item, locale: str, wanted: Collection[str]
) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """By day and by groups (their codes with blanks between; empty: everyone) the shades.

    Only the days wanted are reckoned, those that are in view; empty: all.
    """
    codes = [group.code for group in snapshot.trip.groups]
    lanes = dict.fromkeys([(), *((code,) for code in codes), item.groups])
    days = [day for day in list_days(snapshot) if not wanted or day.isoformat() in wanted]
    found = list_fits(FitIndex(snapshot), item, days, lanes)
    told: dict[int, str] = {}
    return {
        day.isoformat(): {
            " ".join(groups): list(_shades(spans, day, locale, told))
            for groups, spans in by_lane.items()
        }
        for day, by_lane in found.items()
    }


def _shades(
    spans: Iterable[FitSpan], day: date, locale: str, told: dict[int, str]
) -> Iterable[dict[str, Any]]:
    for span in spans:
        words = fit_words(span, locale, told)
        yield {
            "start": _minute(span.starts, day),
            "end": _minute(span.ends, day),
            "verdict": span.verdict.value,
            "label": words.label,
            "reasons": [
                {"tone": TONES[verdict], "text": text}
                | ({"isSum": True} if text == words.sum else {})
                for verdict, text in words.lines
            ],
        }


def _minute(moment: datetime, day: date) -> int:
    return int((moment - datetime.combine(day, time())) / timedelta(minutes=1))
