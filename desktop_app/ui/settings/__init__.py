"""The view of what is chosen once and for all."""
