"""Rules about delegates: seats, heads of delegations, employers' permissions, changed answers."""
