"""Writing protected fields, logging who reads them, throwing away, erasing."""
