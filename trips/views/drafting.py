"""Saying that mails were drafted, and where they wait."""

from collections.abc import Sequence

from flask import flash, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.services.invitations.mails import follow_statuses
from trips.views import guards
from trips.views.editing import by, tell


def follow(slug: str, uids: Sequence[str]) -> None:
    """Draft what the new statuses call for; after every change of status, also one taken back."""
    number = follow_statuses(guards.require_access().uid, uids, **by())
    if number:
        tell_drafts(slug, number)


def tell_drafts(slug: str, number: int) -> None:
    """Say how many drafts wait, and where."""
    if number:
        words = ngettext("%(num)s mail is drafted.", "%(num)s mails are drafted.", number)
        tell(words, offer=(_("Look through the drafts"), url_for("mail.index", slug=slug)))
    else:
        flash(_("Nothing to write: they have been told already, or nothing is missing."))
