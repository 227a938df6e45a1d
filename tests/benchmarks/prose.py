"""Reports as long as wanted, of official prose in which no paragraph repeats another."""

import random
from pathlib import Path

from desktop_app.paths import resource
from desktop_app.report.package import Package, read_package
from desktop_app.report.values import Activity, Report

PARAGRAPHS_A_PAGE = 5  # of the length that `_passage` makes


def sample() -> Package:
    """Return the report that comes with the program."""
    return read_package(resource("samples", "phitsanulok-2566", "report.json"))


def long_report(pages: int, seed: int = 2566) -> Report:
    """Return a report of about so many pages of text, the same for the same seed."""
    report = sample().report
    (activity,) = report.activities
    phrases = sorted({word for text in activity.improvements for word in (text or "").split()})
    chance = random.Random(seed)  # noqa: S311
    activities = tuple(
        _activity(activity, at, chance, phrases) for at in range(max(round(pages / 2.2), 1))
    )
    return report.model_copy(update={"activities": activities})


def _activity(model: Activity, at: int, chance: random.Random, phrases: list[str]) -> Activity:
    return model.model_copy(
        update={
            "name": f"{model.name} ครั้งที่ {at + 1}",
            "results": (_passage(chance, phrases),),
            "improvements": tuple(_passage(chance, phrases) for _ in range(PARAGRAPHS_A_PAGE)),
            "photos": (),
        }
    )


def _passage(chance: random.Random, phrases: list[str]) -> str:
    return " ".join(chance.choice(phrases) for _ in range(16))


def texts_of(report: Report) -> list[str]:
    """Return the long texts of a report, for engines that know no report."""
    return [
        text or ""
        for activity in report.activities
        for text in (activity.name, *activity.issues, *activity.results, *activity.improvements)
    ]


def write_whole_report(report: Report, folder: Path) -> Path:
    """Write a report file into `folder` for a command to read."""
    path = folder / "report.json"
    path.write_text(report.model_dump_json(), encoding="utf-8")
    return path
