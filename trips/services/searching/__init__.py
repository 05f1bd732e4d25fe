"""Keeping what a search looks in."""
