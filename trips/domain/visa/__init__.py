"""Who needs a visa, how far it has come, and what the letter for it says."""
