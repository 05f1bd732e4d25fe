"""Placeholder until the pages are written."""

from flask import Blueprint

from trips.domain.user import InstanceRole
from trips.views import guards

bp = Blueprint("address_book", __name__)


@bp.get("/address-book")
@guards.instance_page(InstanceRole.ORGANISER)
def index() -> str:
    """Everybody and every place."""
    return ""
