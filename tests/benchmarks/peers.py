"""Other engines set the same texts, from a cold start to a finished file."""

import html
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.paths import font

_STYLE = """
@page {{ size: A4; margin: 2.5cm 2cm 2cm 3cm }}
@font-face {{ font-family: Sarabun; src: url("{regular}") }}
body {{ font: 10.55pt/20.8pt Sarabun; text-align: justify }}
p {{ margin: 6pt 0 0; text-indent: 2.5cm }}
"""
_TYPST = """
#set page(paper: "a4", margin: (top: 2.5cm, right: 2cm, bottom: 2cm, left: 3cm))
#set text(font: "Sarabun", size: 10.55pt, lang: "th")
#set par(justify: true, first-line-indent: 2.5cm, leading: 10pt)
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine: `make` sets texts as paragraphs into a file in a folder."""

    name: str
    make: Callable[[Sequence[str], Path], None]


def peers() -> list[Peer]:
    """Return the engines that are installed."""
    found = []
    if shutil.which("soffice"):
        found.append(Peer("LibreOffice", _libreoffice))
    if shutil.which("typst"):
        found.append(Peer("Typst", _typst))
    if shutil.which("weasyprint"):
        found.append(Peer("WeasyPrint", _weasyprint))
    return found


def _page(texts: Sequence[str], folder: Path) -> Path:
    style = _STYLE.format(regular=font("Sarabun-Regular.ttf").as_uri())
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    path = folder / "peer.html"
    path.write_text(f"<meta charset=utf-8><html lang=th><style>{style}</style>{body}", "utf-8")
    return path


def _run(command: list[str], folder: Path) -> None:
    """Run an engine at home in `folder`, where it finds the face."""
    faces = folder / ".fonts"
    if not faces.exists():
        shutil.copytree(font("Sarabun-Regular.ttf").parent, faces)
    environment = os.environ | {"HOME": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, check=True, capture_output=True, env=environment)


def _libreoffice(texts: Sequence[str], folder: Path) -> None:
    page = _page(texts, folder)
    target = ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder), str(page)]
    _run(["soffice", "--headless", *target], folder)


def _weasyprint(texts: Sequence[str], folder: Path) -> None:
    _run(["weasyprint", str(_page(texts, folder)), str(folder / "peer.pdf")], folder)


def _typst(texts: Sequence[str], folder: Path) -> None:
    path = folder / "peer.typ"
    body = "\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in texts)
    path.write_text(_TYPST + body, "utf-8")
    faces = ["--font-path", str(font("Sarabun-Regular.ttf").parent)]
    _run(["typst", "compile", *faces, str(path), str(folder / "peer.pdf")], folder)
