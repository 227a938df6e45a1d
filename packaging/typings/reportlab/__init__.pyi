"""What this program uses of ReportLab."""
