"""Another office's reports, out of the database that its backup holds."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from desktop_app.report.merging import Incoming, Source
from desktop_app.report.package import file_paths
from desktop_app.report.versions import Version
from desktop_app.storage.backup_check import check, opened_backup
from desktop_app.storage.progress import Meter, Progress, quietly
from desktop_app.storage.store import Store
from desktop_app.storage.unpack import unpacked


class _StoredFiles(Mapping[str, bytes]):
    """The files of a stored report, each read when it is asked for: all may be too many."""

    def __init__(self, store: Store, version: Version) -> None:
        self._store = store
        self._id: UUID = version.report.id
        self._paths = file_paths(version.report)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return self._store.file(self._id, path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@contextmanager
def backup_reports(
    path: Path, folder: Path, passphrase: str | None = None, *, progress: Progress = quietly
) -> Iterator[tuple[Incoming, ...]]:
    """Yield the reports of a backup, but for those in its recycle bin; it is verified first.

    It is unpacked within `folder`, and readable until the context is left.  Raises as
    `verify_backup` does.
    """
    with opened_backup(path, passphrase) as backup:
        manifest = backup.manifest
        meter = Meter(3 * manifest.content_bytes, progress)
        check(backup, meter)
        with unpacked(backup, folder, meter) as database, Store.open(database) as store:
            source = Source(manifest.office, path.name, manifest.made)
            versions = store.versions()
            if not manifest.with_files:  # without its photos a report is not what was saved there
                versions = tuple(Version(one.report, one.digests) for one in versions)
            yield tuple(
                Incoming(
                    one,
                    source,
                    _StoredFiles(store, one),
                    unread=store.unread(one.report.id),
                    line=store.line(one.report.id),
                )
                for one in versions
            )
