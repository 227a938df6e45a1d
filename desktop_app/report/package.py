"""A report together with its photos and attachments, as one file to carry: JSON alone, or a ZIP.

Source: the report file, format version 1.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.errors import Said, UserFault
from desktop_app.report.archive import REPORT_ENTRY, Archive, written
from desktop_app.report.complaints import quoted
from desktop_app.report.disc import bytes_of, inside
from desktop_app.report.location import Path as Place
from desktop_app.report.reading import report_from_json
from desktop_app.report.refusal import (
    MOST_FILE_BYTES,
    MOST_REPORT_BYTES,
    MOST_TOTAL_BYTES,
    NOT_FOUND,
    TOO_LARGE,
    Refuse,
    refused,
)
from desktop_app.report.values import Report

_ZIP_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True, slots=True)
class Package:
    """A report and the files that it names; the keys are the paths of its photos and attachments.

    There may be more files, as the originals of photos; report files hold those that are named.
    """

    report: Report
    files: Mapping[str, bytes] = field(default_factory=dict)


def file_paths(report: Report) -> tuple[str, ...]:
    """Return the path of every photo and attachment, each once, in the order of the document."""
    return tuple(dict.fromkeys(path for _, path in _named(report)))


def read_package(path: Path) -> Package:
    """Read a report file, JSON or ZIP by its content; a JSON file's photos lie beside it.

    Raises UserFault, one line that names file, key and what was expected, for a file that is no
    good report or lacks a photo; EnvironmentFault for one that the machine cannot read.
    """
    file = path.name or str(path)
    data = bytes_of(path, MOST_TOTAL_BYTES, lambda said: refused(file, said))
    if data.startswith(_ZIP_BEGINS):
        return _from_zip(data, file)
    if len(data) > MOST_REPORT_BYTES:
        raise refused(file, TOO_LARGE)
    report = report_from_json(data, file)
    folder = path.parent.resolve()
    return Package(
        report,
        _files(report, file, lambda name, most, refuse: inside(folder, name, most, refuse)),
    )


def json_bytes(report: Report) -> bytes:
    """Return the report as a JSON file: UTF-8, Thai readable, keys in the format's order."""
    return report.model_dump_json(indent=2).encode() + b"\n"


def zip_bytes(package: Package) -> bytes:
    """Return the report and the files that it names as one ZIP, always the same bytes.

    Raises UserFault where the package lacks one of them.
    """
    files: dict[str, bytes] = {}
    for place, name in _named(package.report):
        if name not in package.files:
            raise _refuse_at(REPORT_ENTRY, name, place)(NOT_FOUND)
        files[name] = package.files[name]
    return written(json_bytes(package.report), files)


def _named(report: Report) -> Iterator[tuple[Place, str]]:
    """Yield the place and the path of every photo and attachment."""
    for number, activity in enumerate(report.activities):
        for index, photo in enumerate(activity.photos):
            yield ("activities", number, "photos", index, "file"), photo.file
        for index, attachment in enumerate(activity.attachments):
            yield ("activities", number, "attachments", index, "file"), attachment.file


def _from_zip(data: bytes, name: str) -> Package:
    archive = Archive(data, name)
    inner = f"{name} › {REPORT_ENTRY}"
    report = report_from_json(archive.report_bytes(), inner)
    return Package(report, _files(report, inner, archive.file_bytes))


def _files(
    report: Report, name: str, read: Callable[[str, int, Refuse], bytes]
) -> Mapping[str, bytes]:
    """Read every file that the report names, once; `name` is what messages call the report."""
    files: dict[str, bytes] = {}
    left = MOST_TOTAL_BYTES
    for place, path in _named(report):
        if path not in files:
            files[path] = read(path, min(left, MOST_FILE_BYTES), _refuse_at(name, path, place))
            left -= len(files[path])
    return files


def _refuse_at(name: str, path: str, place: Place) -> Refuse:
    def refuse(said: Said) -> UserFault:
        file = quoted(path)
        return refused(name, Said(f"{said.th} {file}", f"{said.en}: {file}"), place)

    return refuse
