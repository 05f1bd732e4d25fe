"""The WSGI entry point: `waitress-serve wsgi:app`. Commands use `migrations.app` (see `run`)."""

import gc
from importlib import import_module

# Nothing that is loaded now is garbage; looking for some takes a seventh of the start.
gc.disable()
app = import_module("trips.app").create_app()
gc.freeze()
gc.enable()
