"""The stored reports, and what can be done with a whole one."""
