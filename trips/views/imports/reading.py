"""An uploaded file: kept, found again, read, with a sentence for whatever keeps it from being."""

from dataclasses import dataclass, field, replace
from pathlib import PurePath

from flask import abort
from flask_babel import gettext as _

from trips import clock
from trips.doors.press import PressError
from trips.extensions import doors
from trips.forms.imports import FilledForm, UploadForm
from trips.i18n.bundle_wording import fault_sentence
from trips.jobs.bundle import BundleFaultsError, BundlePreview, preview_bundle
from trips.jobs.uploads import Pending, find_upload, keep_upload, purge_uploads
from trips.jobs.workbook import Naming, Preview, preview_into, preview_new
from trips.queries.trip import find_revision
from trips.services.unit import new_uid
from trips.views import guards
from trips.views.preferences import locale

MAX_FAULTS = 200


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What an uploaded file turned out to be: a workbook, a bundle, or neither."""

    pending: Pending
    data: bytes
    decisions: dict[str, str] = field(default_factory=dict)
    workbook: Preview | None = None
    bundle: BundlePreview | None = None
    revision: int = 0
    """Of the trip it would change; 0 if it makes a new one."""
    errors: tuple[str, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True if nothing of it can be imported."""
        return bool(self.errors) or (self.workbook is not None and self.workbook.is_refused)


def keep(
    form: UploadForm | FilledForm, trip: str = "", title: str = "", delegation: str = ""
) -> str:
    """Keep the uploaded file for its preview; the uid it waits under."""
    now, files = clock.now(), doors().files
    purge_uploads(files, now)
    name = PurePath(form.file.data.filename or "").name
    with form.file.data.stream as stream:
        data = stream.read()
    pending = Pending(
        uid=new_uid(),
        actor=guards.require_actor().uid,
        trip=trip or new_uid(),
        is_new=not trip,
        name=name[-200:],
        kept_at=now,
        title=title or PurePath(name).stem or _("Imported trip"),
        is_bundle=_is_bundle(name, data),
        delegation=delegation,
    )
    keep_upload(files, pending, data)
    return pending.uid


def _is_bundle(name: str, data: bytes) -> bool:
    return name.lower().endswith(".json") or data.lstrip()[:1] == b"{"


def look_at(upload: str, decisions: dict[str, str], trip: str = "", delegation: str = "") -> Looked:
    """Read a file that the actor uploaded, for a trip or for a new one; 404 for any other."""
    found = find_upload(doors().files, upload, guards.require_actor().uid)
    if found is None or (found[0].trip != trip if trip else not found[0].is_new):
        abort(404)
    if found[0].delegation != delegation:
        abort(404)
    pending, data = found
    looked = Looked(pending=pending, data=data, decisions=decisions)
    try:
        return _bundle(looked) if pending.is_bundle else _workbook(looked)
    except PressError as error:
        return _refused(looked, [press_sentence(error.code)])
    except BundleFaultsError as error:
        faults = error.faults[:MAX_FAULTS]
        return _refused(looked, [fault_sentence(fault, locale()) for fault in faults])


def _refused(looked: Looked, errors: list[str]) -> Looked:
    return replace(looked, errors=tuple(errors))


def _bundle(looked: Looked) -> Looked:
    if looked.pending.delegation:
        return _refused(looked, [_("This is no Excel workbook (.xlsx).")])
    preview = preview_bundle(looked.data, doors().press)
    pending = looked.pending
    if not pending.is_new and preview.snapshot.trip.uid != pending.trip:
        title = preview.snapshot.trip.title.shown(locale()).text
        message = _("This file holds another trip: %(title)s. Import it from the list of trips.")
        return _refused(looked, [message % {"title": title}])
    return replace(looked, bundle=preview, revision=preview.revision)


def _workbook(looked: Looked) -> Looked:
    pending, data, press = looked.pending, looked.data, doors().press
    decisions, revision = looked.decisions, find_revision(pending.trip)
    if pending.is_new:
        naming = Naming(pending.trip, pending.title)
        preview = preview_new(data, press, naming, language=locale(), decisions=decisions)
    else:
        preview = preview_into(
            pending.trip,
            data,
            press,
            language=locale(),
            decisions=decisions,
            delegation=pending.delegation,
        )
    return replace(looked, workbook=preview, revision=revision)


def press_sentence(code: str) -> str:
    """Why a file could not be read at all."""
    if code == "too_slow":
        return _("Reading the file took too long; it was refused.")
    if code == "too_large":
        return _("The file needs more memory than a workbook may; it was refused.")
    return _("The file could not be read.")
