"""What lists of people write in ways of their own."""
