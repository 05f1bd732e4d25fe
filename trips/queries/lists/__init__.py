"""Lists of people that somebody made."""
