"""What people see when something is not there or goes wrong."""

from flask import Flask, Response, g, jsonify, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from jinja2 import TemplateError
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from werkzeug.exceptions import HTTPException
from werkzeug.routing import BuildError

from trips.queries.release import DamagedReleaseError
from trips.queries.snapshot import TripNotFoundError
from trips.services.unit import MissingError
from trips.views.edge.security_log import logger

Answer = tuple[str | Response, int] | Response


def bind(app: Flask) -> None:
    """Answer every error of `app` with a page that says the way on."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(MissingError, lambda _error: _page(404))
    app.register_error_handler(TripNotFoundError, lambda _error: _page(404))
    app.register_error_handler(DamagedReleaseError, _release_damaged)
    app.register_error_handler(OperationalError, _database_busy)
    app.register_error_handler(PoolTimeoutError, _database_busy)


def words_of(code: int) -> tuple[str, str]:
    """Title and way on for an HTTP status."""
    words = {
        400: (_("That could not be read"), _("Please go back and send it again.")),
        403: (_("This was not sent from here"), _("Please open the page again and repeat it.")),
        404: (
            _("There is nothing here"),
            _("The address is wrong, the page is gone, or you have no access to it."),
        ),
        405: (_("That does not work here"), _("Please go back and use the page's own buttons.")),
        409: (
            _("Somebody else was faster"),
            _("This was changed in the meantime. Please open it again and repeat your change."),
        ),
        413: (_("That is too large"), _("Files may have at most 20 MB.")),
        429: (_("That was too often"), _("Please wait a few minutes and try again.")),
        503: (
            _("The database does not answer"),
            _("Nothing was lost that had been saved. Please try again in a minute."),
        ),
    }
    broken = _("Something broke"), _("It was noted. Please try again; nothing was half saved.")
    return words.get(code, words[400] if code < 500 else broken)  # noqa: PLR2004 server errors


def _http_error(error: HTTPException) -> Answer:
    if error.response is not None:
        return error.response  # type: ignore[return-value]  # a redirect that a guard raised
    body, code = _page(error.code or 500)
    answer = body if isinstance(body, Response) else Response(body, mimetype="text/html")
    answer.status_code = code
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            answer.headers[name] = value
    if code in {429, 503}:
        answer.headers["Retry-After"] = "60"
    return answer


def _stale_form(_error: CSRFError) -> Answer:
    title = _("This page was open for too long")
    return _page(400, (title, _("Please go back, reload the page and send it again.")))


def _release_damaged(error: DamagedReleaseError) -> Answer:
    release = error.release
    logger.error("release_damaged", exc_info=error)
    title = _("Release %(number)s cannot be read", number=release.number)
    text = _(
        "What is stored of “%(name)s” is damaged. Nothing else is: please tell whoever runs this "
        "installation.",
        name=release.name,
    )
    return _page(503, (title, text))


def _database_busy(error: Exception) -> Answer:
    # Without the database nobody can be recognised; the page is then for a stranger.
    g.setdefault("actor", None)
    g.setdefault("access", None)
    logger.error("database_error", exc_info=error)
    return _page(503)


def _page(code: int, words: tuple[str, str] | None = None) -> tuple[str | Response, int]:
    title, text = words or words_of(code)
    accepts = request.accept_mimetypes
    if accepts.best == "application/json":
        return jsonify(error=code, title=title, text=text), code
    try:
        return render_template("errors/error.html", code=code, title=title, text=text), code
    except (TemplateError, SQLAlchemyError, BuildError):
        logger.exception("error_page_broken")
        return f"{title}\n\n{text}\n", code
