"""Carrying an import out, as it was shown: what became of it, as an address or as a question."""

from flask import flash, request, url_for
from flask_babel import gettext as _

from trips import clock
from trips.extensions import doors
from trips.jobs.uploads import forget_upload, release_upload
from trips.services.importing.bundle import (
    ForeignPartsError,
    MovedError,
    SlugTakenError,
    UnstorableError,
    store_bundle,
)
from trips.services.importing.workbook import Plans, UndecidedError, Upload, import_into, import_new
from trips.views import guards
from trips.views.imports.reading import Looked

DECISION = "decide:"


def decisions() -> dict[str, str]:
    """What the form says of rows that may mean somebody known."""
    return {
        name.removeprefix(DECISION): value
        for name, value in request.form.items()
        if name.startswith(DECISION) and value
    }


def carry_out(looked: Looked) -> str | None:
    """Import the file; the trip's page, or none with a message why it was not imported."""
    try:
        slug, is_changed = _store_bundle(looked) if looked.bundle else _store_workbook(looked)
    except UndecidedError:
        flash(_("Please say of every person in question whether they are known already."), "error")
    except MovedError:
        flash(_("The trip was changed meanwhile. This is what the import would do now."), "error")
    except SlugTakenError as error:
        flash(_("Another trip is called %(slug)s already.", slug=str(error)), "error")
    except ForeignPartsError:
        flash(_("The file names parts of another trip as its own. Nothing was imported."), "error")
    except UnstorableError:
        flash(_("A text in the file is too long for its field. Nothing was imported."), "error")
    else:
        flash(_("All of it was imported.") if is_changed else _("There was nothing to change."))
        if looked.pending.delegation:
            return url_for("delegate.index", slug=slug, delegation=looked.pending.delegation)
        return url_for("trip.overview", slug=slug)
    return None


def _store_bundle(looked: Looked) -> tuple[str, bool]:
    actor, revision = guards.require_actor(), request.form.get("revision", type=int)
    if looked.bundle is None or revision is None:
        raise MovedError
    snapshot = looked.bundle.snapshot
    stored = store_bundle(snapshot, actor=actor, now=clock.now(), revision=revision)
    forget_upload(doors().files, looked.pending.uid)
    return stored.slug, stored.is_changed


def _store_workbook(looked: Looked) -> tuple[str, bool]:
    preview, pending = looked.workbook, looked.pending
    if preview is None or preview.snapshot is None:
        raise MovedError
    plans = _import(looked)
    if plans.changes_anything or pending.is_new:
        release_upload(doors().files, pending.uid)
    else:
        forget_upload(doors().files, pending.uid)
    return preview.snapshot.trip.slug, plans.changes_anything


def _import(looked: Looked) -> Plans:
    preview, pending = looked.workbook, looked.pending
    if preview is None or preview.snapshot is None:
        raise MovedError
    upload = Upload(
        reading=preview.reading,
        filename=pending.name,
        data=looked.data,
        uid=pending.uid,
        decisions=looked.decisions,
        delegation=pending.delegation,
    )
    actor, now = guards.require_actor(), clock.now()
    if pending.is_new:
        return import_new(preview.snapshot, upload, actor=actor, now=now)
    revision = request.form.get("revision", default=-1, type=int)
    return import_into(pending.trip, upload, revision=revision, actor=actor, now=now)
