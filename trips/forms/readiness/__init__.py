"""The forms of tasks, findings and thresholds."""
