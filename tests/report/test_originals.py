"""The name of a photo that was turned or cut tells what it was made of."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.originals import Treatment, origin, originals, treated_name
from desktop_app.report.values import Activity, Photo, Report

side = st.integers(0, 10_000)
treatments = st.builds(
    Treatment,
    st.one_of(st.none(), st.tuples(side, side, side, side)),
    st.sampled_from((0, 90, 180, 270)),
)
names = st.from_regex(r"photos/[0-9]{4}(~r90)?\.(jpg|png)", fullmatch=True)


@given(names, treatments.filter(lambda one: one != Treatment()))
def test_the_name_tells_what_was_done(name: str, treatment: Treatment) -> None:
    made = treated_name(name, treatment)
    assert origin(made) == (name, treatment)
    assert Photo(file=made).file == made, "such a name may stand in a report"


def test_an_untouched_photo_is_its_own_original() -> None:
    assert treated_name("photos/0001.jpg", Treatment()) == "photos/0001.jpg"
    for name in (
        "photos/0001.jpg",
        "photos/งาน~1.jpg",
        "photos/a~.jpg",
        "~r90",
        "photos/a~r45.jpg",
    ):
        assert origin(name) == (name, Treatment())


def test_four_turns_are_none() -> None:
    turned = Treatment((1, 2, 3, 4))
    for _ in range(4):
        turned = turned.turned(90)
    assert turned == Treatment((1, 2, 3, 4))
    assert Treatment().turned(-90).turn == 270


def test_the_originals_of_a_report_are_those_that_it_does_not_show() -> None:
    files = ("photos/1.jpg", "photos/1~r90.jpg", "photos/2~r90.jpg", "photos/2~r180.jpg")
    photos = tuple(Photo(file=name) for name in files)
    report = Report(fiscal_year=2566, activities=(Activity(photos=photos),))
    assert originals(report) == ("photos/2.jpg",)
