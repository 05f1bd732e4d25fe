"""Reading for nominations."""
