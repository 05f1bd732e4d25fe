"""The words for enumerated values of areas, beside those of `i18n.enums`."""
