"""ReportLab's settings, one set for the whole process."""

useA85: int
