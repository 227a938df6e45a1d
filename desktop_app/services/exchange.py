"""Report files in and out: importing, exporting, and a report by its path or its id."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.errors import Fault, Said, UserFault
from desktop_app.report.editing import holds
from desktop_app.report.location import Path as Place
from desktop_app.report.package import Package, file_paths, json_bytes, read_package, zip_bytes
from desktop_app.report.values import Report
from desktop_app.services.naming import (
    NamesNothing,
    demand_file,
    is_there,
    names_a_file,
    read_named,
)
from desktop_app.services.reports import find_report, open_report
from desktop_app.whole_file import make_folder, write_faults, write_whole

if TYPE_CHECKING:  # whoever has a store has imported it; whoever has none is spared that
    from desktop_app.storage.store import Store

_IMPORTED_LATER = (".txt", ".docx")
_EXPORTED_LATER = (".docx", ".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be imported, and why."""

    name: str
    said: Said


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing several files: the ids of new reports and of known ones."""

    stored: tuple[UUID, ...] = ()
    known: tuple[UUID, ...] = ()
    refused: tuple[Refused, ...] = ()


def load_reference(store: "Store | None", reference: str) -> Package:
    """Return the report that a path or an id (or a unique beginning of one) names.

    A path is read without the store, which may then be None.
    Raises NamesNothing where the reference names nothing, UserFault for a bad file.
    """
    if store is None or names_a_file(reference):
        return read_named(reference)
    return open_report(store, find_report(store, reference))


def import_file(store: "Store", path: Path) -> UUID:
    """Store the report of one file and return its id; see `import_files`."""
    (report_id,) = import_files(store, [path])
    return report_id


def import_files(store: "Store", paths: Sequence[Path]) -> tuple[UUID, ...]:
    """Store the reports of files and return their ids, in the order of the files.

    All are read before the first is stored, so that a bad one changes nothing.  A report that
    is stored already, just so, stays as it is.  One that is stored with other content is
    refused with a UserFault: which of the two is right, nobody has said, and replacing the
    stored one would lose what only it holds.
    """
    with _together(len(paths)):
        packages = [read_report_file(path) for path in paths]
        first: dict[UUID, Package] = {}
        for path, package in zip(paths, packages, strict=True):
            report_id = package.report.id
            known = first.get(report_id) or _stored(store, report_id)
            if known is not None and known != package:
                raise _differs(path, known)
            first[report_id] = package
        store.add(tuple(first.values()))
    return tuple(package.report.id for package in packages)


def import_each(store: "Store", paths: Iterable[Path]) -> Imported:
    """Store the reports of files, one by one; what is wrong with one stops no other."""
    stored: list[UUID] = []
    known: list[UUID] = []
    refused: list[Refused] = []
    before = {one.id for one in store.summaries()}
    for path in paths:
        try:
            report_id = import_file(store, path)
        except Fault as fault:
            refused.append(Refused(path.name, fault.said))
        else:
            (known if report_id in before else stored).append(report_id)
            before.add(report_id)
    return Imported(tuple(stored), tuple(known), tuple(refused))


@contextmanager
def _together(count: int) -> Iterator[None]:
    """Say of what goes wrong with one of several files that none of them was imported."""
    try:
        yield
    except Fault as fault:
        if count > 1:
            fault.said = Said(
                f"{fault.said.th} (ยังไม่ได้นำเข้าไฟล์ใดเลยใน {count} ไฟล์ที่ระบุ)",
                f"{fault.said.en} (none of the {count} files was imported)",
            )
        raise


def export_package(package: Package, out: Path) -> None:
    """Write a report as `out` says by its ending: .zip in one file, .json with files beside it.

    The JSON file comes last, so that what it names is there.  A file beside it is replaced only
    where the report file that stood at `out` had named it.
    Raises NamesNothing for an unknown ending, UserFault where another report's photo is in the
    way, EnvironmentFault where the machine refuses.
    """
    ending = out.suffix.lower()
    if ending == ".zip":
        write_whole(out, zip_bytes(package))
    elif ending == ".json":
        _write_files_beside(package, out)
        write_whole(out, json_bytes(package.report))
    elif ending in _EXPORTED_LATER:
        raise _not_yet(out.name, ending)
    else:
        raise NamesNothing(
            Said(
                f"{out.name}: ชื่อไฟล์ต้องลงท้ายด้วย .json หรือ .zip",
                f"{out.name}: the name must end in .json or .zip",
            )
        )


def export_stored(store: "Store", report_id: UUID, out: Path) -> Said | None:
    """Write a stored report as `export_package` does; return what to say of what is not in it."""
    package = open_report(store, report_id)
    export_package(package, out)
    return not_in_file(package, out, len(texts_without_value(store, package.report)))


def texts_without_value(store: "Store", report: Report) -> dict[Place, str]:
    """Return what was typed in a stored report's fields and cannot be read as their value."""
    return {at: text for at, text in store.unread(report.id).items() if holds(report, at)}


def not_in_file(package: Package, out: Path, unreadable: int = 0) -> Said | None:
    """Return what to say of what is not in a report file that was written; None where all is."""
    said = [one for one in (left_out(unreadable), lying_beside(package, out)) if one is not None]
    if not said:
        return None
    return Said("\n".join(one.th for one in said), "\n".join(one.en for one in said))


def lying_beside(package: Package, out: Path) -> Said | None:
    """Return where a report file that was written has its photos and attachments, if beside it."""
    paths = file_paths(package.report) if out.suffix.lower() == ".json" else ()
    return _lie_beside(paths, out.name) if paths else None


def _lie_beside(paths: Sequence[str], name: str) -> Said:
    folders = ", ".join(sorted({f"{path.partition('/')[0]}/" for path in paths}))
    return Said(
        f"ภาพและเอกสารแนบ {len(paths)} ไฟล์อยู่ใน {folders} ข้าง {name} ให้ย้ายไปด้วยกัน "
        "หรือบันทึกเป็น .zip ซึ่งรวมทุกอย่างไว้ในไฟล์เดียว",
        f"Photos and attachments ({len(paths)}) lie in {folders} beside {name}: keep them together, "
        "or write a .zip, which holds everything in one file",
    )


def left_out(count: int) -> Said | None:
    """Return what to say of texts that a report file has no place for; None where there are none."""
    if not count:
        return None
    return Said(
        f"ยังมีข้อความ {count} แห่งที่อ่านเป็นวันที่ เวลา หรือตัวเลขไม่ได้ จึงไม่อยู่ในไฟล์",
        f"Not in the file, as no date, time or number can be read from it: text typed in {count} "
        f"field{'' if count == 1 else 's'}",
    )


def read_report_file(path: Path) -> Package:
    """Return the report of a file that is there; UserFault where it is no good report file."""
    demand_file(path)
    if path.suffix.lower() in _IMPORTED_LATER:
        raise _not_yet(path.name, path.suffix.lower())
    return read_package(path)


def _stored(store: "Store", report_id: UUID) -> Package | None:
    return store.load(report_id) if store.holds(report_id) else None


def _write_files_beside(package: Package, out: Path) -> None:
    targets = {_beside(out, name): package.files[name] for name in file_paths(package.report)}
    changed = {path: data for path, data in targets.items() if not _holds(path, data)}
    own = _named_by(out) if any(is_there(path) for path in changed) else frozenset()
    for path in changed:
        if is_there(path) and path not in own:
            raise _in_the_way(path)
    for path, data in changed.items():
        with write_faults(path):
            make_folder(path.parent)
        write_whole(path, data)


def _beside(out: Path, name: str) -> Path:
    """Return where a file of the report goes; links are followed, and none may lead away."""
    folder = out.parent.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or path == out.resolve():
        raise _in_the_way(path)
    return path


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def _named_by(out: Path) -> frozenset[Path]:
    """Return the files that the report file at `out` names; none where it is no good report."""
    try:
        report = read_package(out).report
    except UserFault:
        return frozenset()
    return frozenset(_beside(out, name) for name in file_paths(report))


def _in_the_way(path: Path) -> UserFault:
    return UserFault(
        Said(
            f"มีไฟล์อื่นอยู่ที่ {path} แล้ว และไม่ได้เขียนทับ โปรดเลือกโฟลเดอร์อื่น หรือส่งออกเป็น .zip",
            f"Another file is at {path} and was not overwritten; choose another folder, or .zip",
        )
    )


def _differs(path: Path, stored: Package) -> UserFault:
    report = stored.report
    name = " ".join(filter(None, (report.agency.name, f"ปีงบประมาณ พ.ศ. {report.fiscal_year}")))
    return UserFault(
        Said(
            f"{path.name}: มีรายงานนี้อยู่แล้วแต่เนื้อหาต่างกัน ({name} รหัส {report.id}) "
            "จึงไม่ได้นำเข้า และรายงานที่มีอยู่ไม่ถูกแก้ไข หากต้องการรวมเข้าด้วยกัน ใช้คำสั่ง merge",
            f"{path.name}: this report is here already, with other content ({name}, id "
            f"{report.id}); it was not imported, and the one that is here is unchanged. "
            "To bring the two together, use merge",
        )
    )


def _not_yet(name: str, ending: str) -> UserFault:
    return UserFault(
        Said(
            f"{name}: โปรแกรมรุ่นนี้ยังใช้ไฟล์ {ending} ไม่ได้ โปรดใช้ .json หรือ .zip",
            f"{name}: this version cannot do {ending} files yet; use .json or .zip",
        )
    )
