"""One migration a file: vNNNN_what_it_does.py, with the revision NNNN and no gaps."""
