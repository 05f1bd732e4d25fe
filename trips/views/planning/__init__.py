"""Pages about the programme, its stops, legs and hotels."""
