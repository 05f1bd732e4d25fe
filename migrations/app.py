"""The application for commands: `flask db …` needs Alembic, which no server process has to load."""

from flask import Flask
from flask_migrate import Migrate

from trips import app as house
from trips.config import ROOT, Settings
from trips.extensions import db


def create_app(settings: Settings | None = None) -> Flask:
    """The application with the commands that change the database's shape."""
    app = house.create_app(settings)
    Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    return app
