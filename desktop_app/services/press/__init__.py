"""The press in a process of its own: its door, what is said through it, and the work behind it."""
