"""What a report is: validated values, field declarations, checks, wizard flow, report files."""
