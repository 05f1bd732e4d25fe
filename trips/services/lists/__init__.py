"""Keeping lists of people under a name."""
