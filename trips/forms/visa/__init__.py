"""Forms of the visa desk."""
