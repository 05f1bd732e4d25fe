"""What the registration forms read: one delegate, or those a contact person acts for."""
