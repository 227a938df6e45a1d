"""Arbitrary reports, and whatever JSON can say, for tests by property."""

import datetime as dt
from typing import TypeVar

from hypothesis import strategies as st

from desktop_app.report.values import (
    ActivitiesLayout,
    Activity,
    Agency,
    AgencyKind,
    Attachment,
    Group,
    Layout,
    Link,
    Participants,
    Period,
    PeriodKind,
    Photo,
    Report,
    Session,
    Signatory,
)

_THAI = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))

texts = st.none() | st.just("") | st.text(_THAI + " 0123", max_size=20) | st.text(max_size=8)
days = st.none() | st.dates(max_value=dt.date(2399, 12, 31))  # later years are taken for B.E.
times = st.none() | st.times()
counts = st.none() | st.integers(0, 999_999_999)

_names = st.text("abcกขค๑1é_", min_size=1, max_size=6).map(lambda name: f"{name}x")
photo_paths = st.builds("photos/{}.jpg".format, _names)
file_paths = st.builds("files/{}.pdf".format, _names)


_Item = TypeVar("_Item")


def _few(items: st.SearchStrategy[_Item]) -> st.SearchStrategy[tuple[_Item, ...]]:
    return st.lists(items, max_size=3).map(tuple)


sessions = st.builds(
    Session, date=days, end_date=days, start_time=times, end_time=times, place=texts
)
groups = st.builds(Group, name=texts, count=counts, external=st.booleans())
activities = st.builds(
    Activity,
    name=texts,
    organisers=_few(texts),
    sessions=_few(sessions),
    issues=_few(texts),
    participants=st.builds(Participants, total=counts, groups=_few(groups)),
    results=_few(texts),
    improvements=_few(texts),
    photos=_few(st.builds(Photo, file=photo_paths, caption=texts)),
    links=_few(st.builds(Link, label=texts, url=texts)),
    attachments=_few(st.builds(Attachment, file=file_paths, kind=texts, title=texts)),
)
reports = st.builds(
    Report,
    id=st.uuids(),
    agency=st.builds(
        Agency,
        kind=st.sampled_from(AgencyKind),
        name=texts,
        province=texts,
        district=texts,
    ),
    fiscal_year=st.integers(2400, 2999),
    period=st.builds(Period, kind=st.sampled_from(PeriodKind), start=days, end=days),
    title=texts,
    introduction=texts,
    activities=_few(activities),
    signatories=_few(st.builds(Signatory, role=texts, name=texts, position=texts, date=days)),
    layout=st.builds(
        Layout,
        thai_digits=st.booleans(),
        activities=st.sampled_from(ActivitiesLayout),
        photos_per_page=st.sampled_from([1, 2, 4, 6]),
    ),
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
