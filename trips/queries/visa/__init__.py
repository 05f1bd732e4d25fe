"""Visas: rules, cases, letters."""
