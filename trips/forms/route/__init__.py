"""Forms of the way: stops, their hotels, and the legs between them."""
