"""The campaigns in short; `tests/campaigns` has them as commands, for hours of it."""

import pytest

from tests.campaigns import crash_states, damage, kills
from tests.campaigns.recorded import can_record


def test_spoilt_files_are_each_refused_in_a_line() -> None:
    assert damage.campaign(rounds=100, seed=2569).total() == 100


@pytest.mark.parametrize("work", kills.JUDGES)
def test_nothing_is_lost_by_kills(work: str) -> None:
    kills.campaign(work, rounds=3)


@pytest.mark.skipif(not can_record(), reason="what is written is recorded by strace")
@pytest.mark.parametrize("work", crash_states.WORKS)
def test_whatever_a_power_cut_leaves_is_good(work: str) -> None:
    events, found, judged = crash_states.campaign(work, most=20, seed=2569)
    assert events > 10
    assert found >= judged > 10
