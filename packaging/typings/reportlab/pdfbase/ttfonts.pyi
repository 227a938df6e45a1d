"""ReportLab's own TrueType fonts."""

class TTFont:
    def __init__(self, name: str, filename: str) -> None: ...
