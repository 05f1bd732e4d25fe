"""What is kept about delegates beside their participation."""
