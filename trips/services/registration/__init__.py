"""Registering: saving as typed, sending, links, and how a trip is set up for it."""
