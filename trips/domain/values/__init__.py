"""Values that everything else is made of: text, time, place, order and their JSON form."""
