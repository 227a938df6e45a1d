"""Thai ground: calendar, numerals, names of places and text; the standard library only."""
