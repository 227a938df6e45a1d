"""The declarations agree with the values that they declare."""

import pytest

from desktop_app.report.editing import value_at
from desktop_app.report.fields import ALL_SECTIONS, Field, Kind, Owner, Section
from desktop_app.report.values import (
    Activity,
    Attachment,
    Group,
    Link,
    Photo,
    Report,
    Session,
    Signatory,
    Value,
)

FULL = Report(
    fiscal_year=2566,
    activities=(
        Activity(
            sessions=(Session(),),
            participants=Activity().participants.model_copy(update={"groups": (Group(),)}),
            photos=(Photo(file="photos/a.jpg"),),
            links=(Link(),),
            attachments=(Attachment(file="files/a.pdf"),),
        ),
    ),
    signatories=(Signatory(),),
)

DECLARED = [
    pytest.param(section, field, id=f"{section.key}-{field.key}")
    for section in ALL_SECTIONS
    for field in section.fields
]


@pytest.mark.parametrize(("section", "field"), DECLARED)
def test_every_field_and_column_names_something_that_a_report_has(
    section: Section, field: Field
) -> None:
    above = () if section.owner is Owner.REPORT else ("activities", 0)
    value = value_at(FULL, (*above, *field.key.split(".")))
    if field.columns:
        assert isinstance(value, tuple)
        assert isinstance(value[0], Value)
        assert {column.key for column in field.columns} <= set(type(value[0]).model_fields)


@pytest.mark.parametrize(("section", "field"), DECLARED)
def test_every_field_and_column_is_labelled_in_both_languages(
    section: Section, field: Field
) -> None:
    assert section.title.th
    assert section.title.en
    for declared in (field, *field.columns):
        assert declared.label.th
        assert declared.label.en
        assert bool(declared.help.th) == bool(declared.help.en)


def test_every_choice_is_one_of_the_values_and_all_are_there() -> None:
    for section in ALL_SECTIONS:
        for field in section.fields:
            if field.kind is Kind.CHOICE:
                values = [choice.value for choice in field.choices]
                assert len(set(values)) == len(values) > 1


def test_the_seven_clauses_are_numbered_in_order() -> None:
    assert [s.clause for s in ALL_SECTIONS if s.clause is not None] == [1, 2, 3, 4, 5, 6, 7]
