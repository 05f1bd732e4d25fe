"""Accounts and secret links: who may do what."""
