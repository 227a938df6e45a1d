"""The log says what went wrong and where, and nothing that anybody typed."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.logs import log_bug, log_file, start_logging, trace_of, without_personal_data
from desktop_app.paths import DataPlace
from desktop_app.report.values import Group


@pytest.fixture
def place(tmp_path: Path) -> Iterator[DataPlace]:
    """A data place; the program's logger is as before when the test ends."""
    logger = logging.getLogger("desktop_app")
    handlers, level, propagate = tuple(logger.handlers), logger.level, logger.propagate
    yield DataPlace(tmp_path / "data")
    logger.handlers[:] = handlers
    logger.setLevel(level)
    logger.propagate = propagate


def text_of(place: DataPlace) -> str:
    return log_file(place).read_text(encoding="utf-8")


def bug_in(name: str) -> Exception:
    try:
        Group.model_validate({"name": 1, "count": name})
    except ValueError as error:
        return error
    raise AssertionError


def test_starting_leaves_no_trace_until_there_is_something_to_log(place: DataPlace) -> None:
    start_logging(place)
    assert not place.root.exists()
    logging.getLogger("desktop_app.ui").warning("slow start")
    assert "WARNING slow start" in text_of(place)


def test_a_bug_is_logged_with_where_it_happened(place: DataPlace) -> None:
    assert log_bug(place, bug_in("x")) == log_file(place)
    for part in ("ValidationError", "bug_in", "test_logs.py"):
        assert part in text_of(place)


def test_what_somebody_typed_is_not_in_the_log(place: DataPlace) -> None:
    log_bug(place, bug_in("Somchai Jaidee"))
    assert "Somchai" not in text_of(place)


@pytest.mark.parametrize(
    "personal",
    [
        "นายสมชาย ใจดี",
        "1-2345-67890-12-3",
        "081 234 5678",
        "input_value='Somchai', input_type=str",
    ],
)
def test_personal_data_is_taken_out(personal: str) -> None:
    text = without_personal_data(f"KeyError: {personal} in store.py, line 12")
    assert personal not in text
    assert text.startswith("KeyError: ")
    assert text.endswith("in store.py, line 12")


def test_the_home_folder_is_not_named() -> None:
    assert (
        without_personal_data(f"no {Path.home() / 'suanruam.db'}") == f"no {Path('~/suanruam.db')}"
    )


def test_the_log_does_not_grow_without_end(place: DataPlace) -> None:
    start_logging(place)
    for number in range(60):
        logging.getLogger("desktop_app").warning("%s %s", number, "x" * 50_000)
    logs = sorted(path.name for path in place.logs.iterdir())
    assert logs == ["suanruam.log", *(f"suanruam.log.{n}" for n in (1, 2, 3))]
    assert sum(path.stat().st_size for path in place.logs.iterdir()) < 3_000_000
    assert "59 xxx" in text_of(place)


def test_a_log_that_cannot_be_written_stops_nothing(place: DataPlace) -> None:
    place.root.mkdir()
    place.logs.write_text("in the way")
    assert log_bug(place, bug_in("x")) is None


def test_a_report_is_not_in_the_log_of_a_bug_met_while_it_is_edited(place: DataPlace) -> None:
    typed = Group(name="นายสมชาย ใจดี โทร 081-234-5678", count=7)
    log_bug(place, bug_with(typed))
    logged = text_of(place)
    assert "bug_with" in logged
    for part in ("สมชาย", "ใจดี", "5678"):
        assert part not in logged


def bug_with(typed: Group) -> Exception:
    """Meet a bug with a report's words in locals, message, cause and note."""
    name = typed.name
    try:
        try:
            raise KeyError(name)
        except KeyError as error:
            raise RuntimeError(f"no place for {typed!r}\nnor for {name}") from error
    except RuntimeError as error:
        error.add_note(f"while {name} was stored")
        return error


class Somebody:
    """Stands for a value of the program."""


def looked_up(name: str) -> object:
    return {"อื่น": 1}[name]


def read_as_number(name: str) -> object:
    return int(name)


def asked_for(name: str) -> object:
    return getattr(Somebody(), name)


def said_by_the_program(name: str) -> object:
    raise TypeError(name)


def not_there(name: str) -> object:
    return Path(f"/nowhere/{name}").read_bytes()


def given(name: str) -> object:
    maker: Any = Somebody
    return maker(**{name: 1})


@pytest.mark.parametrize(
    "meet", [looked_up, read_as_number, asked_for, said_by_the_program, not_there, given]
)
def test_no_message_carries_a_name_into_the_log(
    place: DataPlace, meet: Callable[[str], object]
) -> None:
    error = met(meet, "Somchai Jaidee")
    log_bug(place, error)
    logged = text_of(place)
    assert type(error).__name__ in logged
    assert meet.__name__ in logged
    assert "Jaidee" not in logged


def met(meet: Callable[[str], object], name: str) -> Exception:
    try:
        meet(name)
    except (LookupError, ValueError, TypeError, AttributeError, OSError, ExceptionGroup) as error:
        return error
    raise AssertionError


def test_what_python_says_of_the_programs_own_names_is_told() -> None:
    def misspelt(name: str) -> object:
        somebody: Any = Somebody()
        return somebody.titel + name

    assert "'Somebody' object has no attribute 'titel'" in trace_of(met(misspelt, "x"))


def test_errors_that_came_together_are_all_told_and_none_quoted() -> None:
    def together(name: str) -> object:
        raise ExceptionGroup(name, [met(looked_up, name), met(not_there, name)])

    told = trace_of(met(together, "Somchai"))
    assert told.count("Somchai") == 0
    for part in ("ExceptionGroup", "looked_up", "KeyError", "FileNotFoundError", "ENOENT"):
        assert part in told


def test_where_the_program_lies_is_not_told() -> None:
    assert str(Path(__file__).parents[1]) not in trace_of(met(looked_up, "x"))
