"""Sample trips: loading one with the releases that it has had."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from trips.domain.account.user import COMMAND_LINE, Actor, InstanceRole
from trips.doors.press import Press
from trips.jobs.bundle import import_bundle
from trips.queries.trip import find_revision
from trips.services.importing.bundle import Stored
from trips.services.release import make_release

REASON: Final = "Beispiel"
"""Why findings that block were put up with."""
ENTERED: Final = timedelta(days=4)
"""How long before the time at which a sample trip lives its draft was entered."""
PARTS: Final = ("items", "legs")


def load_sample(path: Path, press: Press, *, now: datetime) -> Stored:
    """Load a bundle as it stands; into an empty place first the releases that lie beside it.

    Each release is the bundle with what it said otherwise, stored and released at its own time.
    Raises what `import_bundle` raises.
    """
    bundle = json.loads(path.read_bytes())
    uid = bundle["trip"]["uid"]
    beside = path.with_suffix(".releases.json")
    is_new = not find_revision(uid)
    if is_new and beside.exists():
        for release in json.loads(beside.read_bytes())["releases"]:
            _release(uid, bundle, release, press)
    at = _lives_at(bundle) - ENTERED if is_new else now
    stored = import_bundle(path.read_bytes(), press, actor=COMMAND_LINE, now=at)
    return Stored(stored.slug, is_new=is_new, is_changed=stored.is_changed)


def _lives_at(bundle: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(bundle["trip"]["pretend_now"])


def _release(uid: str, bundle: dict[str, Any], release: dict[str, Any], press: Press) -> None:
    at = datetime.fromisoformat(release["made_at"])
    data = json.dumps(earlier(bundle, release)).encode()
    import_bundle(data, press, actor=COMMAND_LINE, now=at)
    author = Actor(uid="", name=release["author"], email="", role=InstanceRole.ORGANISER)
    make_release(uid, release["name"], release["note"], actor=author, now=at, reason=REASON)


def earlier(bundle: dict[str, Any], release: dict[str, Any]) -> dict[str, Any]:
    """The bundle as a release had it: without some objects, others with other values."""
    absent = set(release["without"])
    found = {**bundle}
    for part in PARTS:
        found[part] = [
            {**each, **release[part].get(each["uid"], {})}
            for each in bundle[part]
            if each["uid"] not in absent
        ]
    found["assignments"] = [each for each in bundle["assignments"] if each["item"] not in absent]
    found["sources"] = [each for each in bundle["sources"] if each["subject"] not in absent]
    return found
