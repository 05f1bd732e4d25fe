"""Who answers for the data of a trip."""
