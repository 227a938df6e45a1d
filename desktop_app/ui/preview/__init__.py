"""The real page: set, shown and printed."""
