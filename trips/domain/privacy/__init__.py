"""What is kept about people, why, for how long, and who may read it."""
