"""Mails about registering, as drafts in the outbox: nothing leaves unasked and nothing doubles."""
