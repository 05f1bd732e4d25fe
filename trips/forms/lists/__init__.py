"""Forms of lists of people."""
