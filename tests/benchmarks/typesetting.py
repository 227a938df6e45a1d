"""How fast documents are set: `python -m tests.benchmarks.typesetting`.

Every figure of a run is measured in that run on the same text, so that the ratios mean something
on a machine that others use too.  Peers are measured where they are installed: `soffice`, `typst`
and `weasyprint` on the PATH.  Every command runs once unmeasured, as on a machine where it was
installed and used before: then modules are compiled and profiles are made; nothing else is kept
between two runs.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop_app.document.builder import blocks
from desktop_app.document.layout import Layout
from desktop_app.paths import font
from desktop_app.report.values import Report
from desktop_app.services.printing import bundled_press
from desktop_app.typeset.draw import About, draw
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.place import Placer
from desktop_app.typeset.rows import Page
from desktop_app.typeset.setting import Press
from tests.benchmarks.peers import peers
from tests.benchmarks.prose import long_report, sample, texts_of, write_whole_report

PAGES = 200
ROUNDS = 5
SEEN = About(tagged=False)  # as the window asks for pages that are only looked at


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of some rounds."""
    return statistics.median(seconds(work) for _ in range(rounds))


def row(name: str, value: str, note: str = "") -> None:
    """Print a line of the table."""
    print(f"{name:<46}{value:>14}  {note}")  # noqa: T201


def placed(press: Press, report: Report) -> tuple[Page, ...]:
    """Return the pages of a report before they are drawn, everything worked out anew."""
    placer = Placer(press.setter, Flow(press.setter))
    return placer.pages(Layout(press, {}).parts(blocks(report)))


def plain(pages: tuple[Page, ...]) -> bytes:
    """Draw the same lines with ReportLab's own text, unshaped: the limit."""
    out = BytesIO()
    canvas = Canvas(out)
    for page in pages:
        canvas.setFont("Plain", 10.55)
        for line in page.lines:
            canvas.drawString(line.x, page.sheet.height - line.baseline, line.line.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def in_process(report: Report) -> None:
    """Measure setting in a process that is warm."""
    pdfmetrics.registerFont(TTFont("Plain", str(font("Sarabun-Regular.ttf"))))
    press = bundled_press()
    parts = Layout(press, {}).parts(blocks(report))
    pages = placed(press, report)
    count = len(pages)
    limit = median(lambda: plain(pages))
    fresh = median(lambda: draw(placed(bundled_press(), report), About()), 3)
    drawn, untagged = (median(partial(draw, pages, about)) for about in (About(), SEEN))
    press.set_parts(parts, SEEN)
    again = median(lambda: set_again(press, report))
    row("plain ReportLab, the same lines", f"{count / limit:,.0f} p/s", f"{count} pages")
    row("set afresh", f"{count / fresh:,.0f} p/s", f"{limit / fresh:.2f} of plain")
    row("drawn from lines", f"{count / drawn:,.0f} p/s", f"{limit / drawn:.2f} of plain")
    row("the same without structure tags", f"{count / untagged:,.0f} p/s", "as the window shows it")
    row("set again, nothing changed", f"{again * 1000:,.0f} ms", "from report to bytes")
    edits(press, report)


def edits(press: Press, report: Report) -> None:
    """Measure what it takes to see one paragraph changed in the middle."""
    middle = len(report.activities) // 2
    times: list[float] = []
    for number in range(ROUNDS):
        activity = report.activities[middle]
        results = (f"{activity.results[0]} แก้ไขครั้งที่ {number + 1}",)
        changed = activity.model_copy(update={"results": results})
        activities = (*report.activities[:middle], changed, *report.activities[middle + 1 :])
        report = report.model_copy(update={"activities": activities})
        times.append(seconds(partial(set_again, press, report)))
    row(
        "one paragraph changed",
        f"{statistics.median(times) * 1000:,.0f} ms",
        "from report to bytes",
    )


def set_again(press: Press, report: Report) -> bytes:
    """Set a report with a press that has set it before."""
    return press.set_parts(Layout(press, {}).parts(blocks(report)), SEEN).pdf


def cold(report: Report, name: str, folder: Path) -> None:
    """Measure the program's own command, and its peers, from start to finished file, in turn."""
    path = write_whole_report(report, folder)
    command = [sys.executable, "-m", "desktop_app", "render", str(path), "-o"]
    makers = {"ours": partial(run, [*command, str(folder / "ours.pdf")])}
    makers |= {peer.name: partial(peer.make, texts_of(report), folder) for peer in peers()}
    rounds = [{maker: seconds(make) for maker, make in makers.items()} for _ in range(1 + ROUNDS)]
    times = {maker: statistics.median(each[maker] for each in rounds[1:]) for maker in makers}
    for maker, theirs in times.items():
        note = "" if maker == "ours" else f"ours takes {times['ours'] / theirs:.2f} of it"
        row(f"{name}: {maker}, cold", f"{theirs:.2f} s", note)


def run(command: list[str]) -> None:
    """Run a command of the program that must succeed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def memory(folder: Path) -> None:
    """Measure the most memory that the command holds, as documents grow."""
    for pages in (PAGES, 2 * PAGES, 4 * PAGES):
        path = write_whole_report(long_report(pages), folder)
        out = folder / "memory.pdf"
        code = (
            "import resource, sys; from desktop_app.cli.main import main; main(sys.argv[1:]); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        command = [sys.executable, "-c", code, "render", str(path), "-o", str(out)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        size = out.stat().st_size
        row(
            f"memory for about {pages} pages",
            f"{int(done.stdout) / 1024:,.0f} MB",
            f"file {size / 1e6:.1f} MB",
        )


def main() -> None:
    """Print the table."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = long_report(PAGES)
        in_process(report)
        photoless = sample().report.activities[0].model_copy(update={"photos": ()})
        reference = sample().report.model_copy(update={"activities": (photoless,)})
        cold(reference, "the reference report", folder)
        cold(report, f"{PAGES} pages", folder)
        memory(folder)


if __name__ == "__main__":
    main()
