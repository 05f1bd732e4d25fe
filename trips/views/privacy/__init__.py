"""Pages about what is kept of people: for themselves, and for those who answer for it."""
