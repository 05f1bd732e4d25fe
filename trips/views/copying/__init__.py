"""Pages for starting from something that is there."""
