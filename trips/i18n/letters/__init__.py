"""Letters: how they greet, what they say, where they stand."""
