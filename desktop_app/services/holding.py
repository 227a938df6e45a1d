"""That one program at a time has the data open: what the window and a command ask of that."""

from desktop_app.storage.lock import RENEWED_EVERY, Held, HeldElsewhere, HeldHere

__all__ = ["RENEWED_EVERY", "Held", "HeldElsewhere", "HeldHere"]
