"""Setting up: what is asked of the machine, what a stamp is worth, and what people are told."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import run
from first_run import system
from first_run.environment import why_pip_failed
from first_run.layers import NEWEST, OLDEST, RUN, TEST, Layer, Place
from first_run.telling import Stop

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "packaging").glob("requirements*.txt"))
FAKE_PROGRAM = """
import sys
from pathlib import Path

import greeting


def main() -> int:
    print(greeting.WORD, *sys.argv, sep="|")
    if "-o" in sys.argv:
        Path(sys.argv[-1]).write_bytes(b"%PDF")
    return 3 if "fail" in sys.argv else 0
"""

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


def bring_wheel(place: Place, word: str) -> None:
    """Put the one package that the checkout needs, a module with `word` in it, within reach."""
    info = "greeting-1.dist-info"
    path = place.root / "greeting-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("greeting.py", f"WORD = {word!r}\n")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


def lock_wheel(place: Place) -> None:
    """Lock the package as it lies there."""
    digest = hashlib.sha256((place.root / "greeting-1-py3-none-any.whl").read_bytes()).hexdigest()
    lock = f"greeting==1 \\\n    --hash=sha256:{digest}\n"
    (place.root / RUN.lock).write_text(lock, encoding="utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A checkout under a Thai name with a space, which needs one package that is at hand."""
    root = tmp_path_factory.mktemp("folder") / "ส่วนร่วม ๒"
    shutil.copytree(ROOT / "packaging" / "first_run", root / "packaging" / "first_run")
    shutil.copy(ROOT / "run.py", root)
    (root / "desktop_app" / "cli").mkdir(parents=True)
    (root / "desktop_app" / "cli" / "start.py").write_text(FAKE_PROGRAM, encoding="utf-8")
    return Place(root)


@pytest.fixture
def place(checkout: Place) -> Place:
    """The checkout with its package as it should be; set up or not, as the last test left it."""
    bring_wheel(checkout, "สวัสดี")
    lock_wheel(checkout)
    return checkout


def start(place: Place, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the checkout's run.py as somebody without a display would."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        settings.pop(name, None)
    settings |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": place.root.as_uri(), **environment}
    return subprocess.run(
        [sys.executable, str(place.root / "run.py"), *arguments],
        cwd=place.root.parent,
        env=settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_first_run_sets_up_and_later_ones_start_at_once(place: Place) -> None:
    first = start(place, "render", "ก ข.json")
    assert (first.returncode, first.stdout) == (0, "สวัสดี|suanruam|render|ก ข.json\n")
    assert "ready" in first.stderr
    place.log.unlink()
    second = start(place, "fail")
    assert (second.returncode, second.stdout, second.stderr) == (3, "สวัสดี|suanruam|fail\n", "")
    assert not place.log.exists()


def test_a_set_up_that_was_cut_short_is_repaired(place: Place) -> None:
    assert start(place, "list").returncode == 0
    place.stamp.unlink()
    shutil.rmtree(next(place.venv.rglob("site-packages/pip")))
    assert start(place, "list").stdout == "สวัสดี|suanruam|list\n"


def test_a_changed_lock_is_followed(place: Place) -> None:
    bring_wheel(place, "อรุณสวัสดิ์")
    lock_wheel(place)
    assert start(place, "list").stdout == "อรุณสวัสดิ์|suanruam|list\n"


def test_a_file_that_the_lock_does_not_know_is_refused(place: Place) -> None:
    bring_wheel(place, "ของปลอม")
    place.stamp.unlink(missing_ok=True)
    refused = start(place, "list")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Traceback" not in refused.stderr
    assert "ไม่ตรงกับที่กำหนดไว้" in refused.stderr
    assert not place.stamp.exists()


@on_linux
def test_without_a_display_the_sample_is_set_and_its_place_said(place: Place) -> None:
    started = start(place, DISPLAY=":987")
    sample = place.root / "resources" / "samples" / "phitsanulok-2566" / "report.json"
    out = place.root.parent / "suanruam-sample.pdf"
    assert started.stdout == f"สวัสดี|suanruam|render|{sample}|-o|{out}\n"
    assert str(out) in started.stderr
    assert out.exists()


@pytest.mark.parametrize(
    ("version", "bits"),
    [((3, 8), 64), ((3, OLDEST[1] - 1), 64), ((3, NEWEST[1] + 1), 64), (NEWEST, 32)],
)
def test_an_unsuitable_python_is_told_so(version: tuple[int, int], bits: int) -> None:
    with pytest.raises(Stop, match=rf"3\.11 to 3\.14, 64-bit.*{version[1]}, {bits}-bit"):
        system.check_python(version, bits)


def test_each_python_between_is_welcome() -> None:
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        system.check_python((3, minor), 64)


NEEDY = Layer("run", "lock.txt", {"libabsent.so.9": "libabsent9"}, {"absent-tool": "absent"})

INSTALL = "apt-get update; apt-get install -y --no-install-recommends absent libabsent9"


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for apt-get that notes what it is asked; its notes are returned."""
    notes = tmp_path / "notes"
    tool = tmp_path / "apt-get"
    tool.write_text(f'#!/bin/sh\necho "$@" >> "{notes}"\n', encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return notes


@on_linux
def test_root_has_everything_installed_in_one_call(
    apt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "is_root", lambda: True)
    system.ready_system(Place(tmp_path), [NEEDY])
    update, install = apt.read_text(encoding="utf-8").splitlines()
    assert update.endswith(" update")
    assert install.endswith(" install -y --no-install-recommends absent libabsent9")


@on_linux
def test_anybody_else_gets_one_line_to_type(
    apt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "is_root", lambda: False)
    with pytest.raises(Stop) as caught:
        system.ready_system(Place(tmp_path), [NEEDY])
    assert caught.value.line == f"su -c '{INSTALL}'"
    (tmp_path / "sudo").touch(0o755)
    with pytest.raises(Stop) as caught:
        system.ready_system(Place(tmp_path), [NEEDY])
    assert caught.value.line == f"sudo sh -c '{INSTALL}'"
    assert not apt.exists()


@on_linux
def test_where_there_is_no_apt_the_missing_parts_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop, match=r"lacks libabsent\.so\.9 absent-tool"):
        system.ready_system(Place(tmp_path), [NEEDY])


@on_linux
def test_a_python_without_venv_has_it_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    package = f"python3.{sys.version_info.minor}-venv"
    assert system.missing([]) == {"Python venv": package}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("WARNING: Retrying (Retry(total=4)) …\nERROR: No matching distribution", "the network"),
        ("ERROR: No matching distribution found for nlpo3", "no wheels for such a machine"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that the lock names"),
        ("something else", "pip failed"),
    ],
)
def test_what_pip_ended_with_becomes_one_sentence(said: str, told: str) -> None:
    assert told in why_pip_failed(Place(ROOT), said).en


@on_linux
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_display_is_known(environment: dict[str, str], *, expected: bool) -> None:
    assert run.has_display(environment) is expected


def lock_entries(path: Path) -> dict[str, list[str]]:
    """Return each pinned name of a lock with its hash lines."""
    entries: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            entries[name].append(line)
        elif not line.startswith("#"):
            name = line.split("==", maxsplit=1)[0]
            entries[name] = []
    return entries


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_pins_versions_and_hashes_and_names_no_host(path: Path) -> None:
    pin = re.compile(r"[a-z0-9.-]+==[0-9][\w.]*( ; [\w' =<>!]+)? \\")
    proof = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    assert [line for line in lines if not (pin.fullmatch(line) or proof.fullmatch(line))] == []
    assert [name for name, hashes in lock_entries(path).items() if not hashes] == []


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run_lock = lock_entries(ROOT / RUN.lock).keys()
    test_lock = lock_entries(ROOT / TEST.lock).keys()
    assert names(asked["project"]["dependencies"]) <= run_lock
    assert names(asked["dependency-groups"]["test"]) <= test_lock
    assert not run_lock & test_lock


def names(requirements: list[str]) -> set[str]:
    """Return the names of requirements without their versions."""
    return {re.split(r"[ <>=!~]", text)[0].lower() for text in requirements}
