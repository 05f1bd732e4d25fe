"""Releases: the list, one of them, two compared, a new one; calendars to subscribe to."""
