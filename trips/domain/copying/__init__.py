"""Starting from something: a trip once more at another time, a day of one in another."""
