"""A new item from one typed line, in German or English."""
