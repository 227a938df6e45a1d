"""The command line: the second front end, with no Qt."""
