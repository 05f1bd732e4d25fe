"""The application: configured, bound, and every room's doors hung in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import make_url

from trips import models
from trips.cli import check as check_commands
from trips.cli import demo as demo_commands
from trips.cli import export as export_commands
from trips.cli import keys as key_commands
from trips.cli import privacy as privacy_commands
from trips.cli import purge as purge_commands
from trips.cli import release as release_commands
from trips.cli import search as search_commands
from trips.cli import trip as trip_commands
from trips.cli import user as user_commands
from trips.cli import work as work_commands
from trips.config import ROOT, Settings, read_settings
from trips.extensions import babel, csrf, db, guard_sqlite, limiter, open_doors, read_json
from trips.views import (
    account,
    address_book,
    document,
    guards,
    interpreter,
    mail,
    place,
    preferences,
    presentation,
    search,
    site_pages,
    trip,
    trip_form,
)
from trips.views.copying import day_copy, trip_copy
from trips.views.delegates import (
    delegate,
    delegation,
    letter_preview,
    mailing,
    next_steps,
    participant,
    saved_view,
    station,
    substitute,
)
from trips.views.edge import device, errors, headers, origin, proxy, security_log, sheet
from trips.views.imports import routes as imports
from trips.views.lists import routes as lists
from trips.views.lists import statistics
from trips.views.nominations import form as nomination_form
from trips.views.nominations import paste as nomination
from trips.views.places import logo
from trips.views.planning import (
    board,
    board_item,
    board_looks,
    board_quick,
    board_steps,
    hotel,
    programme,
    project,
    route,
    texts,
)
from trips.views.privacy import own_data, person_data, protected, protection, purge
from trips.views.public import routes as public
from trips.views.readiness import finding, limits, task
from trips.views.registration import links as registration_links
from trips.views.registration import routes as registration
from trips.views.registration import setup as registration_setup
from trips.views.releases import feed, release, restoring
from trips.views.visa import desk, rules
from trips.views.visa import letter as visa_letter

# Every area adds its blueprint here: account, site pages, trip, programme, delegate, place,
# interpreter, document, import, public.
BLUEPRINTS = (
    sheet.bp,
    account.bp,
    site_pages.bp,
    site_pages.legal,
    trip.bp,
    trip_form.bp,
    task.bp,
    finding.bp,
    limits.bp,
    imports.bp,
    trip_copy.bp,
    day_copy.bp,
    programme.bp,
    board.bp,
    board_steps.bp,
    board_item.bp,
    board_looks.bp,
    board_quick.bp,
    texts.bp,
    delegate.bp,
    station.bp,
    next_steps.bp,
    participant.bp,
    substitute.bp,
    delegation.bp,
    nomination.bp,
    saved_view.bp,
    nomination_form.bp,
    letter_preview.bp,
    mailing.bp,
    site_pages.guide,
    lists.bp,
    statistics.bp,
    desk.bp,
    visa_letter.bp,
    rules.bp,
    place.bp,
    interpreter.bp,
    route.bp,
    hotel.bp,
    project.bp,
    address_book.bp,
    logo.bp,
    document.bp,
    release.bp,
    restoring.bp,
    feed.bp,
    mail.bp,
    search.bp,
    public.bp,
    registration.bp,
    own_data.bp,
    person_data.bp,
    protected.bp,
    protection.bp,
    purge.bp,
    registration_setup.bp,
    registration_links.bp,
)
COMMANDS = (
    user_commands.group,
    trip_commands.group,
    release_commands.group,
    search_commands.group,
    purge_commands.purge,
    key_commands.group,
    privacy_commands.group,
    check_commands.check,
    demo_commands.demo,
    export_commands.export,
    work_commands.work,
)
# In the order in which they look at a request.
LAYERS = (proxy, security_log, headers, origin, guards, device, preferences, presentation, errors)

MEGABYTE = 1024 * 1024


def create_app(
    settings: Settings | None = None, overrides: Mapping[str, Any] | None = None
) -> Flask:
    """Build the application from `settings` (the environment's by default).

    `overrides` are Flask configuration values that tests set.
    """
    settings = settings or read_settings()
    app = Flask(
        "trips",
        root_path=str(ROOT),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(settings.instance.resolve()),
    )
    app.config.update(_database(settings), **_limits(), **_cookies(settings))
    app.config["TEMPLATE_CACHE"] = settings.instance / "templates"
    app.config.update(overrides or {})
    app.jinja_options = _templates(Path(app.config["TEMPLATE_CACHE"]))
    app.extensions["settings"] = settings
    _bind_extensions(app)
    open_doors(app, settings)
    for layer in LAYERS:
        layer.bind(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for command in COMMANDS:
        app.cli.add_command(command)
    return app


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        guard_sqlite(db.engine)
    csrf.init_app(app)
    limiter.init_app(app)
    babel.init_app(app, locale_selector=preferences.locale)


def _templates(cache: Path) -> dict[str, Any]:
    """Compiled templates outlive the process: compiling them takes longer than any request."""
    cache.mkdir(parents=True, exist_ok=True)
    kept = FileSystemBytecodeCache(str(cache))
    return {"trim_blocks": True, "lstrip_blocks": True, "bytecode_cache": kept}


def _database(settings: Settings) -> dict[str, Any]:
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite":
        reading = {"json_deserializer": read_json, "hide_parameters": True}
        return {"SQLALCHEMY_DATABASE_URI": url, "SQLALCHEMY_ENGINE_OPTIONS": reading}
    options = "-c statement_timeout=30000 -c lock_timeout=10000"
    return {
        "SQLALCHEMY_DATABASE_URI": url,
        "SQLALCHEMY_ENGINE_OPTIONS": {
            "hide_parameters": True,  # a log of errors is no place for people's data
            "pool_pre_ping": True,
            "pool_timeout": 10,
            "connect_args": {
                "connect_timeout": 5,
                "options": f"{options} -c idle_in_transaction_session_timeout=60000",
            },
        },
    }


def _limits() -> dict[str, Any]:
    return {
        "MAX_CONTENT_LENGTH": 20 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": 2 * MEGABYTE,
        "MAX_FORM_PARTS": 2000,
        "LOG_LEVEL": "INFO",
        "BABEL_DEFAULT_LOCALE": "de",
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,  # views.origin looks at where writes come from
    }


def _cookies(settings: Settings) -> dict[str, Any]:
    is_secure = settings.base_url.startswith("https://")
    return {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "__Host-session" if is_secure else "session",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": is_secure,
        "PREFERRED_URL_SCHEME": "https" if is_secure else "http",
        "BASE_URL": settings.base_url,
        "IS_LOCAL": settings.is_local,
        "RATELIMIT_STORAGE_URI": settings.redis_url or "memory://",
        "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": bool(settings.redis_url),
    }


# Every table is known to the metadata once its room is.
TABLES = models.__all__
