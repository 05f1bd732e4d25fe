"""What workbooks and papers of lists have in common."""
