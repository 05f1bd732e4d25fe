"""People pasted from a mail or a sheet: lines of text become rows of a table."""
