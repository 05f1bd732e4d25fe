"""What the team does about findings and tasks."""
