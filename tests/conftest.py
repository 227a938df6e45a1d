"""What every test stands on: no display, no network, a home of its own, one clock zone."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HOME_VARIABLES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
PLAIN_SETTINGS = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "QT_QPA_PLATFORM": "offscreen",
    "TZ": "ICT-7",  # Bangkok's, in the form that needs no zone files
}
NOISY_SETTINGS = ("QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_IM_MODULE")

# Deadlines would fail tests on a slow machine; a machine that is watched repeats its examples.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("watched", settings.get_profile("desk"), derandomize=True)
settings.load_profile("watched" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --artefacts."""
    folder = Path(__file__).parent / "artefacts"
    parser.addoption(
        "--artefacts",
        type=Path,
        default=folder,
        metavar="DIR",
        help=f"where screenshots and printed reports are kept ({folder})",
    )


def pytest_configure() -> None:
    """Make the settings plain before any test module imports Qt."""
    for name in NOISY_SETTINGS:
        os.environ.pop(name, None)
    os.environ.update(PLAIN_SETTINGS)
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="session")
def artefacts(request: pytest.FixtureRequest) -> Path:
    """The folder for what a person may want to look at after the tests; files are overwritten."""
    folder: Path = request.config.getoption("--artefacts")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests, and what they start, out of the data of whoever runs them."""
    root = tmp_path_factory.mktemp("person")
    with pytest.MonkeyPatch.context() as patch:
        for variable, name in HOME_VARIABLES.items():
            folder = root / name
            folder.mkdir(mode=0o700, exist_ok=True)
            patch.setenv(variable, str(folder))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Let a test fail that reaches for the network; what stays in this machine may connect."""
    connect = socket.socket.connect

    def guard(self: socket.socket, address: tuple[str, int] | str | bytes) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"reached for the network: {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guard)
        yield
