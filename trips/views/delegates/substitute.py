"""Replacing a delegate by somebody else."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from trips.domain.account.user import TripRole
from trips.domain.delegates.seats import NoSeatError
from trips.domain.delegates.substitute import REPLACEABLE, NotReplaceableError
from trips.domain.organisation import Organisation
from trips.domain.pages.delegate_list import entry_of
from trips.domain.pages.known_people import find_known
from trips.domain.participation import Participation
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.forms.people.substitute import SubstituteForm
from trips.i18n.choices import country_choices
from trips.i18n.delegates.status_wording import no_seat_words
from trips.queries.book import get_book
from trips.queries.choices import list_organisation_choices, list_person_choices
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.replacement import Replaced, Substitute, replace_delegate
from trips.services.participation import AlreadyThereError
from trips.services.unit import MissingError
from trips.views import frame, guards
from trips.views.delegates.delegate_page import NEW
from trips.views.drafting import follow
from trips.views.editing import Answer, by, tell
from trips.views.preferences import locale

bp = Blueprint("substitute", __name__)


@bp.route("/trips/<slug>/delegates/<uid>/replace", methods=["GET", "POST"])
@guards.trip_page(TripRole.ORGANISER)
def new(slug: str, uid: str) -> Answer:
    """The form of who comes instead; people of the same name are asked about first."""
    snapshot = get_snapshot(guards.require_access().uid)
    old = _replaceable(snapshot, uid)
    form = _form()
    if request.method == "GET":
        return _page(snapshot, old, form)
    if not form.validate():
        return _page(snapshot, old, form), 422
    known = _known(form)
    if known:
        return _page(snapshot, old, form, known=known), 422
    try:
        done = replace_delegate(snapshot.trip.uid, uid, _substitute(form), **by())
    except AlreadyThereError as error:
        return _page(snapshot, old, form, already=error.uid), 422
    except NoSeatError as error:
        full = no_seat_words(snapshot, error.seats, locale())
        return _page(snapshot, old, form, full=full), 422
    except NotReplaceableError:
        abort(409)
    _tell(slug, done)
    follow(slug, (uid, done.participation.uid))
    target = url_for("delegate.index", slug=slug, person=done.participation.uid)
    return redirect(target, 303)


def _replaceable(snapshot: TripSnapshot, uid: str) -> Participation:
    old = snapshot.participation_by_uid.get(uid)
    if old is None or old.delegate is None or old.delegate.status not in REPLACEABLE:
        raise MissingError(uid)
    return old


def _form() -> SubstituteForm:
    form = SubstituteForm()
    form.offer(
        locale(),
        list_person_choices(locale()),
        list_organisation_choices(locale()),
        country_choices(locale()),
    )
    return form


def _known(form: SubstituteForm) -> tuple[Person, ...]:
    """Entries of the address book to ask about; none once the question is answered."""
    if form.known.uid or request.form.get("same"):
        return ()
    book = get_book()
    return find_known(form.person(), book.persons, {each.uid: each for each in book.organisations})


def _substitute(form: SubstituteForm) -> Substitute:
    same, person, name = request.form.get("same", ""), form.person(), form.new_organisation
    home = Organisation(uid="", name=Text({locale(): name}), country=person.country)
    return Substitute(
        person=replace(person, uid=same) if same and same != NEW else person,
        organisation=home if name else None,
        offers_room=bool(form.offers_room.data),
    )


def _tell(slug: str, done: Replaced) -> None:
    words = _("Replaced. Seat, delegation and group stay; everything personal is to be asked anew.")
    if done.discarded:
        words += " " + ngettext(
            "%(num)s mail that had not gone was put aside.",
            "%(num)s mails that had not gone were put aside.",
            done.discarded,
        )
    tell(words, url_for("station.undo", slug=slug, step=done.step))


def _page(snapshot: TripSnapshot, old: Participation, form: SubstituteForm, **state: Any) -> str:
    context = {"known": (), "already": "", "full": "", **state}
    entry = entry_of(snapshot, old)
    return frame.render(
        "delegate/substitute.html", snapshot, "delegates", form=form, entry=entry, **context
    )
