"""Letters: as PDF and as a Word file to go on writing in."""
