"""Visas: what the desk writes."""
