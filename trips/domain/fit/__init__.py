"""Where on a day a card fits: pure functions over a snapshot, by the rules of the findings."""
