"""How far a report is, counted in parts."""

from hypothesis import given

from desktop_app.report.flow import completeness
from desktop_app.report.tally import tally
from desktop_app.report.values import Activity, Report
from tests.report.strategies import reports
from tests.report.test_checks import FINISHED


@given(reports)
def test_the_parts_make_the_completeness_of_the_whole(report: Report) -> None:
    assert tally(report).fraction == completeness(report)


def test_a_finished_report_is_wholly_there() -> None:
    assert tally(FINISHED).fraction == 1
    begun = FINISHED.model_copy(update={"activities": (*FINISHED.activities, Activity())})
    assert 0 < tally(begun).fraction < 1
