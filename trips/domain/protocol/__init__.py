"""Protocol: who stands before whom, and what somebody is entitled to be called."""
