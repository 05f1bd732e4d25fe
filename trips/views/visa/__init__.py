"""The visa desk."""
