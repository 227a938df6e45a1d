"""What the tests of pictures start from: files that cannot be made on the spot."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def telephone() -> bytes:
    """A HEIC picture as a telephone takes it: lying, in Display P3, with time and place.

    Held upright it shows orange above blue: 200, 100, 50 of Display P3.
    """
    return (Path(__file__).parent / "telephone.heic").read_bytes()
