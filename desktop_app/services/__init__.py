"""Use cases, one small function each; what both front ends call."""
