"""What delegates are asked, by when, and what is made of their answers."""
