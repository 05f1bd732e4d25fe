"""Releases: what is published, how two of them differ, whom that concerns, what calendars learn."""
