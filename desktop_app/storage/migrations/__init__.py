"""The stairs from one schema of the database to the next, one file each under `versions`.

A new one is written by hand beside the last, with the next number; the test that models and
migrations agree names what it still lacks.  Released ones are never changed again.
"""
