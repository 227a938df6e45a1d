"""The page that says what is wrong: of very much, what is seen first comes first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.report.checks import check
from desktop_app.report.values import Activity, Report
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.wizard.check_page import CheckPage
from tests.ui.person import press, show, until


def lines(page: CheckPage) -> list[Button]:
    return page.findChildren(Button)


@pytest.mark.usefixtures("app")
def test_of_many_problems_each_has_its_line_in_the_order_of_the_pages() -> None:
    report = Report(fiscal_year=2566, activities=(Activity(),) * 40)
    problems = check(report)
    assert len(problems) > 200
    page = CheckPage()
    page.resize(700, 500)
    show(page)
    page.go_to(())
    page.show_problems(report, problems)
    assert 0 < len(lines(page)) < len(problems)
    until(lambda: len(lines(page)) == len(problems))
    assert QApplication.focusWidget() is lines(page)[0]
    jumps: list[object] = []
    page.jump_asked.connect(jumps.append)
    for _ in problems:
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Tab)
    assert jumps == [problem.path for problem in problems]


@pytest.mark.usefixtures("app")
def test_lines_of_a_judgement_before_do_not_come_among_those_of_the_last() -> None:
    many = Report(fiscal_year=2566, activities=(Activity(),) * 40)
    few = Report(fiscal_year=2566)
    page = CheckPage()
    show(page)
    page.show_problems(many, check(many))
    page.show_problems(few, check(few))
    until(lambda: len(lines(page)) == len(check(few)))
    page.show_problems(many, check(many))
    until(lambda: len(lines(page)) == len(check(many)))
