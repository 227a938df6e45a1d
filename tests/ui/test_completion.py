"""What was typed before is offered, taken when asked for, and never in the way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QListWidget

from desktop_app.report.fields import REPORT_DATA, Known
from desktop_app.report.offers import Offer, offers
from desktop_app.report.values import Activity, Agency, AgencyKind, Group, Participants, Report
from desktop_app.services.known import gazetteer
from desktop_app.ui.fields.completion import matching
from desktop_app.ui.fields.growing import GrowingText
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.forms import Form, clause
from tests.ui.journeys import go_to_page, open_new, open_sample, until_idle
from tests.ui.person import (
    CONTROL,
    SHIFT,
    click,
    is_seen,
    keyboard,
    press,
    seen,
    type_text,
    until,
)

KEY = Qt.Key
GROUPS = ("ผู้แทนชุมชน", "ผู้บริหารจังหวัด", "กลุ่มสตรีตำบล 2")


def known(asker: QObject, kind: Known, then: Callable[[tuple[str, ...]], None]) -> None:
    del asker
    then(GROUPS if kind is Known.GROUP else ())


def form(tasks: Tasks) -> Form:
    shown = Form(clause(4), Report(fiscal_year=2566, activities=(Activity(),)), tasks)
    shown.page.take_known(known)
    press(KEY.Key_Tab)
    return shown


def offered(shown: Form) -> list[str]:
    words = seen(shown.page.window(), "known_words", QListWidget)
    return [words.item(row).text() for row in range(words.count())]


def names(shown: Form) -> list[str | None]:
    return [one.name for one in shown.activity.participants.groups]


def test_letters_from_anywhere_find_a_word() -> None:
    assert matching(GROUPS, "ชุมชน") == ("ผู้แทนชุมชน",)
    assert matching(GROUPS, "ผู้") == ("ผู้แทนชุมชน", "ผู้บริหารจังหวัด")
    assert matching(GROUPS, "ตำบล ๒") == ("กลุ่มสตรีตำบล 2",)
    assert matching(("สตรีตำบล", "ตำบล"), "ตำ") == ("ตำบล", "สตรีตำบล")
    assert matching(GROUPS, "ผู้แทนชุมชน") == (), "nothing is left to offer"


def test_down_and_enter_take_a_word_in_a_row(tasks: Tasks) -> None:
    shown = form(tasks)
    type_text("ผู้")
    assert offered(shown) == ["ผู้แทนชุมชน", "ผู้บริหารจังหวัด"]
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert names(shown) == ["ผู้บริหารจังหวัด"], "Enter took the word and added no row"
    assert not is_seen(shown.page.window(), "known_words")


def test_what_is_undone_opens_no_list(tasks: Tasks) -> None:
    shown = form(tasks)
    type_text("ผู้")
    press(KEY.Key_Escape)
    type_text("แ")
    press(KEY.Key_Escape)
    entry = keyboard()
    assert isinstance(entry, GrowingText)
    entry.show_text("ผู้")
    assert not is_seen(shown.page.window(), "known_words")


def test_nothing_is_replaced_unasked(tasks: Tasks) -> None:
    shown = form(tasks)
    type_text("ผู้")
    press(KEY.Key_Return)
    assert names(shown) == ["ผู้", None]
    assert not is_seen(shown.page.window(), "known_words")


def test_escape_closes_and_tab_takes(tasks: Tasks) -> None:
    shown = form(tasks)
    type_text("ผู้")
    press(KEY.Key_Escape)
    assert not is_seen(shown.page.window(), "known_words")
    type_text("แ")
    press(KEY.Key_Down)
    press(KEY.Key_Tab)
    assert names(shown) == ["ผู้แทนชุมชน"]
    assert keyboard().objectName() == "name_0"


def test_an_empty_field_shows_all_when_asked(tasks: Tasks) -> None:
    shown = form(tasks)
    assert not is_seen(shown.page.window(), "known_words")
    press(KEY.Key_Down)
    assert offered(shown) == list(GROUPS)


def test_words_of_other_reports_are_known(window: Window) -> None:
    open_sample(window)
    click(window, "back_home")
    open_new(window)
    press(KEY.Key_N, CONTROL | SHIFT)
    go_to_page(window, "1.2")
    type_text("พุทธ")
    until(lambda: is_seen(window, "known_words"))
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    entry = keyboard()
    assert isinstance(entry, GrowingText)
    assert "ห้องประชุมพระพุทธรชินราช" in entry.text()


def paths(report: Report) -> dict[tuple[str | int, ...], object]:
    return {one.path: one.value for one in offers(report, gazetteer())}


def test_a_district_is_one_of_its_province_and_names_the_office(window: Window) -> None:
    open_new(window)
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    type_text("พิษณุ")
    until(lambda: is_seen(window, "known_words"))
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    press(KEY.Key_Tab)
    until_idle(window)  # the words of the field have come
    press(KEY.Key_Down)
    words = seen(window, "known_words", QListWidget)
    found = {words.item(row).text() for row in range(words.count())}
    assert {"นครไทย", "บางระกำ"} < found
    assert "เชียงคาน" not in found
    press(KEY.Key_Escape)
    until(lambda: is_seen(window, "offer_agency.name"))
    click(window, "offer_agency.name")
    press(KEY.Key_Z, CONTROL)


def test_offices_are_named_by_their_place_and_placed_by_their_name() -> None:
    district = Agency(kind=AgencyKind.DISTRICT, province="พิษณุโลก", district="นครไทย")
    assert paths(Report(fiscal_year=2566, agency=district)) == {("agency", "name"): "อำเภอนครไทย"}
    named = Agency(kind=AgencyKind.DISTRICT, name="ที่ทำการปกครองอำเภอบางระกำ")
    assert paths(Report(fiscal_year=2566, agency=named)) == {
        ("agency", "province"): "พิษณุโลก",
        ("agency", "district"): "บางระกำ",
    }
    half = Agency(kind=AgencyKind.PROVINCE, province="พิษณุ")
    assert paths(Report(fiscal_year=2566, agency=half)) == {}, "no province yet"
    twice = Agency(kind=AgencyKind.DISTRICT, name="อำเภอเฉลิมพระเกียรติ")
    assert paths(Report(fiscal_year=2566, agency=twice)) == {}, "five provinces have one"


def test_the_sum_of_the_groups_is_offered(tasks: Tasks) -> None:
    people = Participants(total=100, groups=(Group(name="ก", count=60), Group(name="ข", count=50)))
    shown = Form(
        clause(4), Report(fiscal_year=2566, activities=(Activity(participants=people),)), tasks
    )
    shown.page.show_offers(offers(shown.session.report, gazetteer()))
    click(shown.page, "offer_participants.total")
    assert shown.activity.participants.total == 110
    assert offers(shown.session.report, gazetteer()) == ()
    some = people.model_copy(update={"groups": (Group(name="ก", count=60), Group(name="ข"))})
    assert (
        offers(Report(fiscal_year=2566, activities=(Activity(participants=some),)), gazetteer())
        == ()
    )


def test_an_offer_goes_when_it_is_no_more(tasks: Tasks) -> None:
    shown = Form(REPORT_DATA, Report(fiscal_year=2566), tasks)
    (offer,) = offers(Report(fiscal_year=2566, agency=Agency(province="พิษณุโลก")), gazetteer())
    assert isinstance(offer, Offer)
    shown.page.show_offers((offer,))
    assert is_seen(shown.page, "offer_agency.name")
    shown.page.show_offers(())
    assert not is_seen(shown.page, "offer_agency.name")
