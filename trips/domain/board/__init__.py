"""The steps by which a programme is planned: pure functions from a snapshot to what changes."""
