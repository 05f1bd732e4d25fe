"""What screens show beyond the objects themselves."""
