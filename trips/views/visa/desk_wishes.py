"""What a request to the visa desk says: which rows it wants, which step it takes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from trips.domain.snapshot import TripSnapshot
from trips.domain.visa_case import VisaCase


@dataclass(frozen=True)
class Wanted:
    """The filters of the address."""

    step: str = ""
    delegation: str = ""
    page: int = 1


def read_wanted() -> Wanted:
    """The filters of the address."""
    said = request.args
    return Wanted(
        said.get("step", "")[:20], said.get("delegation", "")[:20], said.get("page", 1, int)
    )


def read_step() -> tuple[list[str], str]:
    """Who, and where their visa stands: of the button in one row, of the bar, or of an undo."""
    uid, _, status = request.form.get("advance", "").partition(":")
    if uid:
        return [uid], status
    said = request.form if "status" in request.form else request.args
    return said.getlist("uid"), said.get("status", "")


def statuses_of(snapshot: TripSnapshot, uids: Collection[str]) -> set[str]:
    """Where the visas of some delegates stand now."""
    parts = (snapshot.participation_by_uid.get(uid) for uid in uids)
    return {
        (part.delegate.visa or VisaCase()).status.value for part in parts if part and part.delegate
    }


def way_back_to(slug: str) -> str:
    """The desk as it was filtered."""
    kept: dict[str, Any] = {
        name: request.args[name] for name in ("step", "delegation") if request.args.get(name)
    }
    return url_for("visa.index", slug=slug, **kept)
