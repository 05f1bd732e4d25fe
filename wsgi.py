"""The WSGI entry point: `waitress-serve wsgi:app`. Commands use `migrations.app` (see `run`)."""

from trips.app import create_app

app = create_app()
