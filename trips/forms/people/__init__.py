"""Forms about people, part by part."""
