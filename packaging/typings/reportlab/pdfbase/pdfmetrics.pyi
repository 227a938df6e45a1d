"""ReportLab's own fonts, which the benchmark measures against."""

from reportlab.pdfbase.ttfonts import TTFont

def registerFont(font: TTFont) -> None: ...
