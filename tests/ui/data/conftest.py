"""A window whose dialogs are answered."""

import pytest

from tests.ui.data.ways import Answers


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Answer the dialogs of the window that is opened after this."""
    made = Answers()
    monkeypatch.setattr("desktop_app.ui.dialogs.Dialogs", lambda: made)
    return made
