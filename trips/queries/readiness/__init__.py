"""Findings, what was said about them, and tasks."""
