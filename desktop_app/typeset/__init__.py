"""Thai text on a ReportLab page: normalise, break, shape, choose lines, place, draw.

A pipeline of frozen values, one module and one type a stage, which knows nothing of reports and
can be lifted out as a library.  Lengths are PostScript points (1/72 inch) measured from the
top left of the page unless a name says otherwise; font sizes are *nominal* points, those
of the TH Sarabun design (see `faces`).

    family = open_family(Path("Sarabun-Regular.ttf"), Path("Sarabun-Bold.ttf"))
    press = Press(family, Path("thai-words.txt"))
    paragraph = Paragraph((Run("สวัสดี", bold=True),), Style(size=16, align=Align.THAI))
    document = press.set_parts([Part((paragraph,))], About(title="สวัสดี", same_bytes=True))
    Path("out.pdf").write_bytes(document.pdf)
"""
