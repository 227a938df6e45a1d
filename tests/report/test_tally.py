"""How far a report is, counted in parts."""

from hypothesis import given

from desktop_app.report.flow import completeness
from desktop_app.report.tally import activity_tally, counts_alike, tally
from desktop_app.report.values import Activity, AgencyKind, Report
from tests.report.strategies import reports
from tests.report.test_checks import FINISHED


@given(reports)
def test_the_parts_make_the_completeness_of_the_whole(report: Report) -> None:
    assert tally(report).fraction == completeness(report)


@given(reports, reports)
def test_what_is_said_to_count_alike_does(one: Report, other: Report) -> None:
    for was, now in zip(one.activities, other.activities, strict=False):
        if counts_alike(was, now):
            assert activity_tally(was) == activity_tally(now)
    if counts_alike(one, other):
        assert tally(one) == tally(other)


def test_other_words_count_alike_and_no_words_do_not() -> None:
    was = FINISHED.activities[0]
    assert counts_alike(was, was.model_copy(update={"results": ("อื่น",)}))
    for results in ((" ",), (), ("หนึ่ง", "สอง")):
        assert not counts_alike(was, was.model_copy(update={"results": results}))
    local = FINISHED.agency.model_copy(update={"kind": AgencyKind.LOCAL})
    assert not counts_alike(FINISHED, FINISHED.model_copy(update={"agency": local}))


def test_a_finished_report_is_wholly_there() -> None:
    assert tally(FINISHED).fraction == 1
    begun = FINISHED.model_copy(update={"activities": (*FINISHED.activities, Activity())})
    assert 0 < tally(begun).fraction < 1
