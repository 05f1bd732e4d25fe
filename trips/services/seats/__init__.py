"""Seats inside a write, counted under the lock of the trip."""
