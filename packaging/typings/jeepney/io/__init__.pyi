"""What the tests use of jeepney, which has no types."""
