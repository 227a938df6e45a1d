"""What keeps the window running: work beside its thread, one window a person, bugs."""
