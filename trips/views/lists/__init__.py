"""Lists of people: the presets, and one's own."""
