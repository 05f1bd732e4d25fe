"""What is still to be done: findings and the team's own tasks in one list."""
