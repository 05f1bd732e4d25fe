"""The form with which a trip is set up for registering."""
