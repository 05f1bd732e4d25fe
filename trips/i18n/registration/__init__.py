"""The words of the registration, as plain as they can be."""
