"""The environment decides the language, as it does for other commands."""

import pytest

from desktop_app.cli.language import language_of
from desktop_app.errors import Language


@pytest.mark.parametrize(
    ("environment", "system", "language"),
    [
        ({"LANG": "th_TH.UTF-8"}, None, "th"),
        ({"LANG": "en_US.UTF-8"}, "th_TH", "en"),
        ({"LANG": "th_TH.UTF-8", "LC_ALL": "C"}, None, "en"),
        ({"LANG": "C", "LC_MESSAGES": "th_TH"}, None, "th"),
        ({"LANG": "C", "LC_MESSAGES": "th_TH", "LC_ALL": "en_GB"}, None, "en"),
        ({"LANG": "th_TH", "LC_ALL": ""}, None, "th"),
        ({}, "th_TH", "th"),
        ({}, "Thai_Thailand", "th"),
        ({}, "en_US", "en"),
        ({}, None, "en"),
    ],
)
def test_language(environment: dict[str, str], system: str | None, language: Language) -> None:
    assert language_of(environment, system) == language
