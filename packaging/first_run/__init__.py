"""What run.py does before the program can start; the standard library only, for Python 3.8 and up."""
