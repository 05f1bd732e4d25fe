"""What is wrong with a trip or missing from it: pure rules over a snapshot."""
