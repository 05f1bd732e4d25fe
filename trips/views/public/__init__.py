"""Pages behind secret links: what is asked for, what is shown, what is kept in memory."""
