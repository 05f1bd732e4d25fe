"""Applications for tests: built once a process, put back to how they began before each test."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask

from tests.databases import COMPILED, environment, let_go, spare_the_disk
from trips.app import create_app
from trips.config import Settings, read_settings
from trips.doors.press import Answer, Press, Task
from trips.extensions import limiter, open_doors
from trips.views.public.cache import open_cache

KEYS = {"secret.key", "field.key"}
# What an application remembers from one request to the next. Whoever adds something that holds
# more than configuration has it put back in `get`.
CONFIGURATION = {"settings", "sqlalchemy", "csrf", "limiter", "babel"}
MEMORY = {"doors", "public_cache"}


class Built(NamedTuple):
    """An application, and how it was before anybody used it."""

    app: Flask
    settings: Settings
    configuration: dict[str, Any]
    limits: dict[str, Any]


class LastingPress(Press):
    """A press that stays when a command closes it behind itself: to start one takes a second."""

    def __init__(self) -> None:
        super().__init__()
        self._has_failed = False

    def close(self) -> None:
        """End the worker if it is of no use any more."""
        if self._has_failed or not self._is_alive():
            self._has_failed = False
            super().close()

    def end(self) -> None:
        """End the worker."""
        self._has_failed = True
        self.close()

    def _exchange(self, task: Task, deadline: float) -> Answer:
        self._has_failed = True
        answer = super()._exchange(task, deadline)
        self._has_failed = False
        return answer


class Applications:
    """One application for each database, and one press for all."""

    def __init__(self, instance: Path) -> None:
        self._instance = instance
        self._press = LastingPress()
        self._built: dict[str, Built] = {}

    def get(self, database_url: str) -> Flask:
        """The application on this database: nobody has asked it anything, it has kept nothing."""
        if database_url not in self._built:
            self._built[database_url] = self._build(database_url)
        app, settings, configuration, limits = self._built[database_url]
        self._empty_instance()
        app.config.clear()
        app.config.update(configuration)
        assert app.extensions.keys() == CONFIGURATION | MEMORY
        open_cache(app)
        app.extensions["doors"].queue.close()
        open_doors(app, settings)
        app.extensions["doors"] = replace(app.extensions["doors"], press=self._press)
        vars(limiter).update(limits)  # the last application built has left its own there
        limiter.reset()
        return app

    def close(self) -> None:
        """End the press and every connection."""
        self._press.end()
        for built in self._built.values():
            let_go(built.app)

    def _build(self, database_url: str) -> Built:
        settings = read_settings(environment(self._instance, database_url))
        app = create_app(settings, {"TESTING": True, "TEMPLATE_CACHE": COMPILED})
        spare_the_disk(app)
        return Built(app, settings, dict(app.config), dict(vars(limiter)))

    def _empty_instance(self) -> None:
        for path in self._instance.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name not in KEYS:
                path.unlink()
