"""What is kept about people: protected fields, readings, what is due to go."""
