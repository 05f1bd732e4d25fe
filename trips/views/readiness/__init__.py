"""The pages of findings, tasks and thresholds."""
