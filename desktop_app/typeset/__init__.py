"""Thai text on a ReportLab page: normalise, break, shape, choose lines, place, draw.

A pipeline of frozen values, one module and one type a stage, which knows nothing of reports and
can be lifted out as a library.  Lengths are PostScript points (1/72 inch) measured from the
top left of the page unless a name says otherwise; font sizes are *nominal* points, those
of the TH Sarabun design (see `faces`).
"""
