"""An open report: its outline, the pages of its form, checking and printing."""
