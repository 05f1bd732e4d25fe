"""The WSGI entry point: `waitress-serve wsgi:app`, `flask --app wsgi …`."""

from trips.app import create_app

app = create_app()
