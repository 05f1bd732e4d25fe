"""A person's own data as a ZIP: JSON for machines, a PDF to read."""

import json
import zipfile
from datetime import datetime
from io import BytesIO

from trips.domain.privacy.own import OwnData
from trips.doors.press import Press
from trips.queries.privacy.own import find_own
from trips.queries.privacy.scope import Scope
from trips.services.unit import MissingError


def make_own_data(
    person: str, locale: str, press: Press, now: datetime, team: Scope | None = None
) -> bytes:
    """The ZIP of everything about a person. Raises `MissingError` and `PressError`.

    To the person without the passport; to organisers, as far as `team` reaches, with it.
    """
    own = find_own(person, now, with_secrets=team is not None, team=team)
    if own is None:
        raise MissingError(person)
    return pack(own, press.render("own-data", own, locale), now)


def pack(own: OwnData, pdf: bytes, now: datetime) -> bytes:
    """The two files in one; the same data at the same time give the same bytes."""
    data = json.dumps(own.as_json(), ensure_ascii=False, indent=1).encode()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (("data.json", data), ("data.pdf", pdf)):
            at = (now.year, now.month, now.day, now.hour, now.minute, now.second)
            file.writestr(zipfile.ZipInfo(name, at), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
