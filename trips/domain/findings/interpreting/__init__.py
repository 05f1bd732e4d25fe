"""Whether interpreters can come, rest and are relieved."""
