"""What every request meets first and every answer last."""
