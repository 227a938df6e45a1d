"""From a report to its blocks: the cover, the title, each activity clause by clause, signatures."""

from collections.abc import Iterator, Sequence

from desktop_app.document import sentences
from desktop_app.document.blocks import (
    ActivityHeading,
    Block,
    ClauseHeading,
    Cover,
    Item,
    Items,
    Photograph,
    Photographs,
    Prose,
    Signature,
    Signatures,
    TitleLines,
)
from desktop_app.document.tabular import activity_table
from desktop_app.report.editing import Path
from desktop_app.report.fields import ACTIVITY_NAME, CLAUSES, Section
from desktop_app.report.values import (
    ActivitiesLayout,
    Activity,
    Layout,
    Report,
    Session,
    Text,
)
from desktop_app.thai.calendar import full_date


def blocks(report: Report) -> tuple[Block, ...]:
    """Return the document of a report, finished or not."""
    return (
        Cover(sentences.cover_lines(report), sentences.agency_name(report), ("agency", "name")),
        TitleLines(sentences.title_lines(report), ("title",)),
        *_prose(sentences.introduction(report), ("introduction",)),
        *_activities(report),
        *_signatures(report),
    )


def _activities(report: Report) -> Iterator[Block]:
    as_table = report.layout.activities is ActivitiesLayout.TABLE
    if as_table and report.activities:
        yield activity_table(report)
    show = _beside_table if as_table else _activity
    for index, activity in enumerate(report.activities):
        yield from show(activity, index, report.layout)


def _beside_table(activity: Activity, index: int, layout: Layout) -> Iterator[Block]:
    """Show what of an activity a table has no room for."""
    if activity.photos or activity.links or activity.attachments:
        path: Path = ("activities", index)
        label, title = f"{index + 1}.", CLAUSES[-1].title.th
        text = _clean(activity.name)
        yield ClauseHeading(label, title, text, (*path, "photos"), heads_more=True, level=0)
        yield from _documents(activity, path, layout)


def _activity(activity: Activity, index: int, layout: Layout) -> Iterator[Block]:
    path: Path = ("activities", index)
    number = str(index + 1)
    name = _clean(activity.name)
    yield ActivityHeading(f"{number}.", ACTIVITY_NAME.title.th, name, (*path, "name"))
    yield from _organisers(activity.organisers, path)
    when, where, issues, participants, results, improvements, photos = CLAUSES
    yield from _when(activity.sessions, number, when, path)
    yield from _where(activity.sessions, number, where, path)
    yield from _issues(activity.issues, number, issues, path)
    yield from _participants(activity, number, participants, path)
    yield from _passages(activity.results, number, results, (*path, "results"))
    yield from _passages(activity.improvements, number, improvements, (*path, "improvements"))
    yield from _documentation(activity, number, photos, path, layout)


def _clean(text: Text) -> str:
    return (text or "").strip()


def _heading(
    section: Section, number: str, source: Path, text: str | None = None, *, more: bool = False
) -> ClauseHeading:
    label = f"{number}.{section.clause}"
    return ClauseHeading(label, section.title.th, text, source, heads_more=more)


def _organisers(organisers: Sequence[Text], path: Path) -> Iterator[Block]:
    named = [_clean(organiser) for organiser in organisers if _clean(organiser)]
    if named:
        yield Prose(f"หน่วยงานที่จัด : {', '.join(named)}", (*path, "organisers"))


def _listed(texts: Sequence[tuple[str, Path]], *, addresses: bool = False) -> Iterator[Block]:
    shown = [(text, source) for text, source in texts if text]
    if shown:
        yield Items(
            tuple(
                Item(f"{number})", text, source)
                for number, (text, source) in enumerate(shown, start=1)
            ),
            addresses,
        )


def _sittings(
    section: Section, number: str, source: Path, items: tuple[Item, ...]
) -> Iterator[Block]:
    """One text stands on the heading's line, what has a number in a list below it."""
    if items and items[0].label:
        yield _heading(section, number, source, more=True)
        yield Items(items)
    else:
        one = items[0] if items else Item("", "", source)
        yield _heading(section, number, one.source, one.text)


def _when(
    sessions: Sequence[Session], number: str, section: Section, path: Path
) -> Iterator[Block]:
    source = (*path, "sessions")
    times = sentences.session_times(sessions)
    items = tuple(Item(one.label, one.text, (*source, one.index, "date")) for one in times)
    yield from _sittings(section, number, source, items)


def _where(
    sessions: Sequence[Session], number: str, section: Section, path: Path
) -> Iterator[Block]:
    source = (*path, "sessions")
    places = sentences.session_places(sessions)
    items = tuple(Item(one.label, one.text, (*source, one.index, "place")) for one in places)
    yield from _sittings(section, number, (*source, 0, "place"), items)


def _issues(issues: Sequence[Text], number: str, section: Section, path: Path) -> Iterator[Block]:
    source = (*path, "issues")
    texts = [(_clean(text), (*source, at)) for at, text in enumerate(issues)]
    yield _heading(section, number, source, more=any(text for text, _ in texts))
    yield from _listed(texts)


def _participants(activity: Activity, number: str, section: Section, path: Path) -> Iterator[Block]:
    source = (*path, "participants")
    count = sentences.head_count(activity.participants)
    yield _heading(section, number, source, more=bool(count))
    groups = [
        (sentences.group_text(group), (*source, "groups", at, "name"))
        for at, group in enumerate(activity.participants.groups)
    ]
    if count:
        yield Prose(count, (*source, "total"), heads_more=any(text for text, _ in groups))
    yield from _listed(groups)


def _passages(
    passages: Sequence[Text], number: str, section: Section, source: Path
) -> Iterator[Block]:
    shown = [(_clean(text), (*source, at)) for at, text in enumerate(passages) if _clean(text)]
    yield _heading(section, number, source, more=bool(shown))
    for at, (text, path) in enumerate(shown, start=1):
        label = f"{number}.{section.clause}.{at}" if len(shown) > 1 else ""
        yield from _prose(text, path, label)


def _prose(text: str, source: Path, label: str = "") -> Iterator[Block]:
    """Each line that somebody ended by hand is a paragraph of its own."""
    for paragraph in text.splitlines():
        if paragraph.strip():
            yield Prose(paragraph.strip(), source, label)
            label = ""


def _documentation(
    activity: Activity, number: str, section: Section, path: Path, layout: Layout
) -> Iterator[Block]:
    some = bool(activity.photos or activity.links or activity.attachments)
    yield _heading(section, number, (*path, "photos"), more=some)
    yield from _documents(activity, path, layout)


def _documents(activity: Activity, path: Path, layout: Layout) -> Iterator[Block]:
    if activity.photos:
        yield Photographs(
            tuple(
                Photograph(
                    photo.file,
                    f"ภาพที่ {at + 1} {_clean(photo.caption)}".strip(),
                    (*path, "photos", at),
                )
                for at, photo in enumerate(activity.photos)
            ),
            layout.photos_per_page,
        )
    yield from _listed(
        [
            (f"{_clean(link.label)} {_clean(link.url)}".strip(), (*path, "links", at))
            for at, link in enumerate(activity.links)
        ],
        addresses=True,
    )
    attached = [
        (_clean(file.title) or file.file.rpartition("/")[2], (*path, "attachments", at))
        for at, file in enumerate(activity.attachments)
    ]
    if attached:
        yield Prose("เอกสารแนบ", (*path, "attachments"), heads_more=True)
        yield from _listed(attached)


def _signatures(report: Report) -> Iterator[Block]:
    if report.signatories:
        yield Signatures(
            tuple(
                Signature(
                    _clean(person.role),
                    _clean(person.name) or None,
                    _clean(person.position) or None,
                    full_date(person.date) if person.date else None,
                    ("signatories", at),
                )
                for at, person in enumerate(report.signatories)
            ),
            sentences.signed_lines(report),
        )
