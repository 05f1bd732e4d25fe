"""The board in words: steps, refusals, where a card fits, what a quick line was understood as."""
