"""Pages of the house itself: is it well, who runs it, what are its parts."""

from flask import Blueprint, jsonify, redirect, render_template, url_for
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from trips.domain.notations.guide_page import read_guide_page
from trips.doors.guide import PUBLISHING, read_guide
from trips.doors.notices import Notice, find_notice
from trips.extensions import doors
from trips.queries.account import check_database
from trips.views.preferences import locale

bp = Blueprint("pages", __name__)
legal = Blueprint("legal", __name__)
guide = Blueprint("guide", __name__)


@bp.get("/")
def home() -> Response:
    """The way in."""
    return redirect(url_for("trip.index"))


@bp.get("/healthz")
def healthz() -> tuple[Response, int]:
    """200 when the database answers, 503 when not."""
    try:
        check_database()
    except SQLAlchemyError:
        return jsonify(status="down", database="does not answer"), 503
    return jsonify(status="ok", database="answers"), 200


@bp.get("/parts")
def parts() -> str:
    """The parts that pages are made of, in all their states."""
    return render_template("parts/index.html")


@legal.get("/privacy")
def privacy() -> str:
    """What happens to people's data."""
    return render_template("pages/privacy.html", notice=_notice("privacy"))


@legal.get("/imprint")
def imprint() -> str:
    """Who is responsible."""
    return render_template("pages/imprint.html", notice=_notice("imprint"))


@legal.get("/accessibility")
def accessibility() -> str:
    """How far everybody can use this, and whom to tell if not."""
    return render_template("pages/accessibility.html")


@guide.get("/guide/publishing")
def publishing() -> str:
    """How an agency's IT gives the installation an address that others can open."""
    blocks = read_guide_page(read_guide(PUBLISHING, locale()))
    return render_template("guide/page.html", blocks=blocks)


def _notice(name: str) -> Notice | None:
    """What whoever runs this installation says themselves."""
    return find_notice(doors().settings.instance, name, locale())
