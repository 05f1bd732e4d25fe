"""The words of findings, fixes, thresholds and milestones."""
