"""Words about delegates: their registration, their visas, their data."""
