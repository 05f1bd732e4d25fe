"""The logo of an organisation: shown, put there, taken away."""

from flask import Blueprint, Response, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from trips.domain.account.user import InstanceRole
from trips.doors.press import PressError
from trips.extensions import doors
from trips.forms.address_book import LogoForm
from trips.jobs.logo import find_logo, forget_logo, keep_logo
from trips.views import guards
from trips.views.editing import by

bp = Blueprint("logo", __name__)
ADDRESS = "/address-book/organisations/<uid>/logo"


@bp.get(ADDRESS)
@guards.instance_page(InstanceRole.ORGANISER)
def show(uid: str) -> Response:
    """The picture."""
    found = find_logo(doors().files, uid)
    if found is None:
        abort(404)
    return Response(found, content_type="image/png")


@bp.post(ADDRESS)
@guards.instance_page(InstanceRole.ORGANISER)
def put(uid: str) -> Answer:
    """Keep an uploaded picture as the logo."""
    form = LogoForm()
    if not form.validate():
        flash(_("Please choose a file."), "error")
        return _back(uid)
    house = doors()
    with form.logo.data.stream as stream:
        data = stream.read()
    try:
        keep_logo(uid, data, press=house.press, files=house.files, **by())
    except PressError as error:
        flash(_refusal(error.code), "error")
    else:
        flash(_("The logo stands at the head of the letters from now on."))
    return _back(uid)


@bp.post(f"{ADDRESS}/delete")
@guards.instance_page(InstanceRole.ORGANISER)
def drop(uid: str) -> Answer:
    """Take the logo away."""
    forget_logo(uid, files=doors().files, **by())
    flash(_("The logo is gone; letters show the name instead."))
    return _back(uid)


def _refusal(code: str) -> str:
    if code == "too_large":
        return _("The picture is too large; at most 2 MB and 25 million pixels.")
    return _("This is no picture that can be read. Please choose a PNG, JPEG or SVG.")


def _back(uid: str) -> Answer:
    address = url_for("address_book.edit", shelf="organisations", uid=uid, _anchor="logo")
    return redirect(address, 303)
