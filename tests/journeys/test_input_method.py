"""The reference report comes in through an input method, outlives a kill, and is printed."""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from desktop_app.report.package import read_package
from desktop_app.report.values import Report
from tests.journeys import reference
from tests.journeys.composing import SIGKILL
from tests.journeys.program import LOUD, ROOT, run_command
from tests.journeys.screen import PATIENCE, Screen
from tests.readers import READERS

TYPED = reference.as_typed(captions=())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a process left behind when it died."""

    status: int
    stored: Report
    printed: bytes


@pytest.fixture(scope="module")
def outcome(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The report entered once, and what the command line then finds and prints."""
    folder = tmp_path_factory.mktemp("composed")
    data = folder / "data"
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.composing", str(data)],
        cwd=ROOT,
        env={**screen.environment, **LOUD},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=2 * PATIENCE,
    )
    assert ended.stderr == ""
    (listed,) = json.loads(run_command(data, "list", "--json"))
    exported, printed = folder / "out.json", folder / "out.pdf"
    run_command(data, "export", listed["id"], "-o", str(exported))
    run_command(data, "render", listed["id"], "-o", str(printed))
    stored = read_package(exported).report
    return Outcome(ended.returncode, stored, printed.read_bytes())


def test_what_was_composed_outlives_the_kill(outcome: Outcome) -> None:
    assert outcome.status == -SIGKILL
    assert outcome.stored.model_copy(update={"id": TYPED.id}) == TYPED


@pytest.mark.parametrize("reader", READERS)
def test_paper_reads_as_it_was_composed(outcome: Outcome, reader: str) -> None:
    reference.assert_reads_as_typed(READERS[reader](outcome.printed), captions=())
