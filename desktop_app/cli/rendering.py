"""The command `render`."""

from collections.abc import Iterable
from pathlib import Path

from desktop_app.cli.outcome import Outcome
from desktop_app.report.package import Package
from desktop_app.services.printing import bundled_press, print_document
from desktop_app.services.settings import USUAL, Paper
from desktop_app.whole_file import write_whole


def render(
    package: Package,
    out: Path,
    words: Iterable[str] = (),
    paper: Paper = USUAL.paper,
    *,
    thai_digits: bool,
    deterministic: bool,
) -> Outcome:
    """Write the report as a PDF; no line parts one of the user's own `words`.

    `paper` is what the office has chosen in its settings.
    """
    press = bundled_press(words, paper.face, brief=True)
    # Without the option the report's own layout decides.
    printed = print_document(package, thai_digits or None, deterministic, press=press, paper=paper)
    write_whole(out, printed.pdf)
    return Outcome()
