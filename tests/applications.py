"""Applications for tests: built once a process, put back to how they began before each test."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Flask

from tests.databases import COMPILED, environment, let_go
from trips.app import create_app
from trips.config import Settings, read_settings
from trips.doors.press import Press
from trips.extensions import limiter, open_doors
from trips.views.public.cache import open_cache

KEYS = {"secret.key", "field.key"}
# What an application remembers from one request to the next. Whoever adds something that holds
# more than configuration has it put back in `get`.
CONFIGURATION = {"settings", "sqlalchemy", "csrf", "limiter", "babel"}
MEMORY = {"doors", "public_cache"}


class Applications:
    """One application for each database, and one press for all."""

    def __init__(self, instance: Path) -> None:
        self._instance = instance
        self._press = Press()
        self._built: dict[str, tuple[Flask, Settings, dict[str, Any]]] = {}

    def get(self, database_url: str) -> Flask:
        """The application on this database: nobody has asked it anything, it has kept nothing."""
        if database_url not in self._built:
            self._built[database_url] = self._build(database_url)
        app, settings, configuration = self._built[database_url]
        self._empty_instance()
        app.config.clear()
        app.config.update(configuration)
        assert app.extensions.keys() == CONFIGURATION | MEMORY
        open_cache(app)
        open_doors(app, settings)
        app.extensions["doors"] = replace(app.extensions["doors"], press=self._press)
        limiter.reset()
        return app

    def close(self) -> None:
        """End the press and every connection."""
        self._press.close()
        for app, _, _ in self._built.values():
            let_go(app)

    def _build(self, database_url: str) -> tuple[Flask, Settings, dict[str, Any]]:
        settings = read_settings(environment(self._instance, database_url))
        app = create_app(settings, {"TESTING": True, "TEMPLATE_CACHE": COMPILED})
        return app, settings, dict(app.config)

    def _empty_instance(self) -> None:
        for path in self._instance.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name not in KEYS:
                path.unlink()
