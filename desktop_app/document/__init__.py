"""A report as a sequence of neutral blocks, and the blocks as a document."""
