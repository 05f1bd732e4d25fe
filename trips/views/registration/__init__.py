"""Registering behind a secret link, and setting a trip up for it."""
