"""Planning the programme: steps on the board, undo, and the rows that both write."""
