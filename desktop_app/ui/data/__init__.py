"""Backups, going back to one, merging other offices' reports, and what reports were."""
