"""Pictures of everything that the window shows, to be looked at: `python -m tests.looks`."""
