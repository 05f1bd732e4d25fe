"""How delegates come, wait and leave: stations, seats, substitutes."""
