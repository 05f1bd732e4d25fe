"""What documents say: frozen briefs, built from a snapshot."""
