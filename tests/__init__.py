"""The tests; their folders mirror the rooms of desktop_app."""
