"""The command `merge`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.outcome import DONE, WORK_SAYS_NO, Outcome, json_text
from desktop_app.errors import Language, Said
from desktop_app.report.differing import Difference
from desktop_app.report.location import path_text
from desktop_app.report.merging import Entry, Plan
from desktop_app.report.merging import Outcome as Found
from desktop_app.services.backups import read_passphrase
from desktop_app.services.merging import opened_merge

if TYPE_CHECKING:  # the composer has imported it where a store is needed
    from desktop_app.storage.store import Store

_WORDS = {
    Found.NEW: Said("ใหม่", "new"),
    Found.SAME: Said("มีอยู่แล้ว", "same"),
    Found.NEWER: Said("ใหม่กว่า", "newer"),
    Found.CONFLICT: Said("ขัดแย้งกัน", "conflict"),
}
_NO_NAME = Said("(ยังไม่ระบุหน่วยงาน)", "(no agency yet)")


def merge(
    store: "Store",
    paths: Sequence[Path],
    passphrase_file: Path | None,
    language: Language,
    *,
    dry_run: bool,
    as_json: bool,
) -> Outcome:
    """Take in what is new or newer; show of each report what became of it.

    Conflicts are left as they are here, and the status says that there are some.  Of `paths`, all
    that are locked open with the one passphrase.
    """
    passphrases = dict.fromkeys(paths, read_passphrase(passphrase_file)) if passphrase_file else {}
    with opened_merge(store, paths, passphrases) as merging:
        notices: list[Said] = []
        if not dry_run:
            merging.apply(told=notices.append)
        found = merging.plan
    status = WORK_SAYS_NO if found.count(Found.CONFLICT) else DONE
    if as_json:
        return Outcome(json_text([_entry(entry) for entry in found.entries]), status)
    lines = [_line(entry, language) for entry in found.entries]
    lines += [_total(found, dry_run=dry_run).to(language)]
    return Outcome("\n".join([*lines, *(said.to(language) for said in notices)]), status)


def _entry(entry: Entry) -> dict[str, object]:
    report, source = entry.incoming.version.report, entry.incoming.source
    differences = entry.comparison.differences if entry.comparison else ()
    return {
        "outcome": entry.outcome.value,
        "id": str(report.id),
        "agency": report.agency.name or "",
        "fiscal_year": report.fiscal_year,
        "period": report.period.model_dump(mode="json"),
        "file": source.file,
        "office": source.office,
        "made": source.made.isoformat() if source.made else None,
        "differences": [_difference(one) for one in differences],
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        "path": path_text(one.path),
        "settled": one.side.value if one.side else None,
    }


def _line(entry: Entry, language: Language) -> str:
    report, source = entry.incoming.version.report, entry.incoming.source
    agency = report.agency.name or _NO_NAME.to(language)
    head = f"{_WORDS[entry.outcome].to(language)}: {report.id}  {report.fiscal_year}  {agency}"
    places = entry.comparison.undecided if entry.comparison else ()
    differing = ", ".join(path_text(one.path) for one in places)
    return f"{head}  ({source.file}){': ' if differing else ''}{differing}"


def _total(found: Plan, *, dry_run: bool) -> Said:
    new, newer, same, conflicts = (
        found.count(one) for one in (Found.NEW, Found.NEWER, Found.SAME, Found.CONFLICT)
    )
    th = f"ใหม่ {new} ใหม่กว่า {newer} มีอยู่แล้ว {same} ขัดแย้งกัน {conflicts}"
    en = f"{new} new, {newer} newer, {same} the same, {conflicts} in conflict"
    if dry_run:
        return Said(f"{th} (ยังไม่ได้รวม)", f"{en} (nothing was changed)")
    return Said(th, en)
