"""Automatic backups thin out with age, and the last good state is never among what goes."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.storage.retention import ROUTINE, Named, Policy, Reason, name_of

MOMENTS = st.datetimes(
    dt.datetime.fromisoformat("2024-01-01"), dt.datetime.fromisoformat("2027-01-01")
).map(lambda moment: moment.replace(microsecond=0))
NAMED = st.builds(
    lambda moment, reason, number: Named(moment, name_of(moment, reason, number), reason),
    MOMENTS,
    st.sampled_from(Reason),
    st.integers(1, 3),
)
BACKUPS = st.frozensets(NAMED, max_size=60)
POLICIES = st.builds(Policy, *[st.integers(0, 6)] * 5)


@given(NAMED)
def test_a_name_tells_what_it_was_made_of(one: Named) -> None:
    assert Named.read(one.name) == one


def test_other_files_are_none() -> None:
    for name in ("suanruam.db", "report.zip", "suanruam-20261399-000000-auto.zip", ""):
        assert Named.read(name) is None


@given(BACKUPS, POLICIES)
def test_the_latest_of_each_reason_is_kept(backups: frozenset[Named], policy: Policy) -> None:
    kept = policy.kept(backups)
    for reason in Reason:
        made = [one for one in backups if one.reason is reason]
        assert not made or max(made) in kept


@given(BACKUPS, POLICIES)
def test_only_what_is_there_is_kept_and_no_more_than_said(
    backups: frozenset[Named], policy: Policy
) -> None:
    kept = policy.kept(backups)
    assert kept <= backups
    most = max(1, policy.latest) + policy.days + policy.weeks + policy.months
    for reason in Reason:
        number = sum(one.reason is reason for one in kept)
        assert number <= (most if reason in ROUTINE else max(1, policy.before))


@given(BACKUPS, POLICIES)
def test_what_was_kept_is_kept_again(backups: frozenset[Named], policy: Policy) -> None:
    kept = policy.kept(backups)
    assert policy.kept(kept) == kept


@given(st.lists(NAMED, unique=True, max_size=60).map(sorted), POLICIES)
def test_thinning_after_each_backup_leaves_what_thinning_once_would(
    backups: list[Named], policy: Policy
) -> None:
    """So nothing is lost by how often the program is used."""
    kept: frozenset[Named] = frozenset()
    for one in backups:
        kept = policy.kept(kept | {one})
    assert kept == policy.kept(backups)


@given(BACKUPS)
def test_each_of_the_last_days_weeks_and_months_has_one(backups: frozenset[Named]) -> None:
    policy = Policy(days=3, weeks=3, months=3)
    routine = [one for one in backups if one.reason is Reason.CHANGE]
    kept = policy.kept(backups)
    for period in (lambda m: m.date(), lambda m: m.isocalendar()[:2], lambda m: (m.year, m.month)):
        last = sorted({period(one.moment) for one in routine})[-3:]
        assert set(last) <= {period(one.moment) for one in kept if one in routine}


def test_two_years_of_daily_work_leave_a_few_dozen() -> None:
    begin = dt.datetime.fromisoformat("2026-01-05T16:00")
    moments = [begin + dt.timedelta(days=day) for day in range(730)]
    made = [Named(moment, name_of(moment, Reason.CHANGE), Reason.CHANGE) for moment in moments]
    kept = sorted(Policy().kept(made))
    assert 35 <= len(kept) <= 14 + 8 + 24
    gaps = [(later.moment - earlier.moment).days for earlier, later in pairwise(kept)]
    assert max(gaps) <= 31
