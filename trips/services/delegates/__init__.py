"""What is done with delegates: their stations, their seats, their substitutes."""
