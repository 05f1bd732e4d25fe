"""Bringing files in: what they say, what that would change, and the trip afterwards."""
