"""Reads the words of a call: which command, what it is given; or what is wrong with them.

`getopt` knows how options are written; it is there in a twentieth of the time of what would read
the whole of it from annotations, and every call of the program waits for that.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from getopt import GetoptError, getopt
from pathlib import Path
from typing import NamedTuple

from desktop_app.cli.words import COMMANDS, HELP, PROGRAM, VERSION, Argument, Command, Option
from desktop_app.errors import Said, UserFault


class WrongCall(UserFault):
    """The words of a call make no sense, whatever they name."""


class Asked(NamedTuple):
    """What a call asks of a command: each word that was given, by its name."""

    command: Command
    given: Mapping[str, Sequence[str]]

    def has(self, option: Option) -> bool:
        """Tell whether an option was given."""
        return option.name in self.given

    def text(self, word: Argument | Option) -> str:
        """Return what was given for a word that the command needs; the last, if it was twice."""
        return self.given[word.name][-1]

    def path(self, word: Argument | Option) -> Path:
        """Return what was given for a word that the command needs, as a path."""
        return Path(self.text(word))

    def paths(self, argument: Argument) -> list[Path]:
        """Return all that was given for an argument that takes many."""
        return [Path(text) for text in self.given[argument.name]]

    def path_if_any(self, option: Option) -> Path | None:
        """Return the path that was given for an option, if one was."""
        return self.path(option) if self.has(option) else None


class Read(NamedTuple):
    """A call: what it asks of the program, and of the command that it names, if it names one."""

    everywhere: Asked
    asked: Asked | None


def read(words: Sequence[str]) -> Read:
    """Return what the words of a call ask for; raises WrongCall."""
    found, rest = _options(PROGRAM, words)
    everywhere = Asked(PROGRAM, _by_name(found))
    if not rest or everywhere.has(HELP) or everywhere.has(VERSION):
        return Read(everywhere, None)
    return Read(everywhere, _of_command(_command(rest[0]), rest[1:]))


def _command(name: str) -> Command:
    command = COMMANDS.get(name)
    if command is None:
        near = get_close_matches(name, COMMANDS)
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        thai_hint = f" หมายถึง {' หรือ '.join(near)} หรือไม่" if near else ""
        raise _wrong(f"ไม่มีคำสั่ง {name}{thai_hint}", f"No such command {name!r}.{hint}")
    return command


def _of_command(command: Command, words: Sequence[str]) -> Asked:
    found: list[tuple[str, str]] = []
    places: list[str] = []
    end = words.index("--") if "--" in words else len(words)
    rest = list(words[:end])
    while rest:  # options may stand before, between and after what a command is given
        options, rest = _options(command, rest)
        found += options
        places += rest[:1]
        rest = rest[1:]
    given = _by_name(found)
    if HELP.name not in given:
        given |= _in_place(command, [*places, *words[end + 1 :]])
        _demand_all(command, given)
    return Asked(command, given)


def _options(command: Command, words: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the options at the beginning of `words` with their values, and the words after them."""
    long = [o.name[2:] + "=" * bool(o.value) for o in command.options if o.name[:2] == "--"]
    short = [o.name[1:] + ":" * bool(o.value) for o in command.options if o.name[:2] != "--"]
    try:
        return getopt(list(words), "".join(short), long)
    except GetoptError as error:
        raise _wrong_option(command, error.opt) from error


def _wrong_option(command: Command, letters: str) -> WrongCall:
    name = f"-{letters}" if len(letters) == 1 else f"--{letters}"
    option = next((option for option in command.options if option.name == name), None)
    if option is None:
        return _wrong(f"ไม่มีตัวเลือก {name}", f"No such option: {name}")
    if option.value:
        return _wrong(f"ตัวเลือก {name} ต้องมีค่าตามหลัง", f"Option '{name}' requires an argument.")
    return _wrong(f"ตัวเลือก {name} ไม่รับค่า", f"Option '{name}' does not take a value.")


def _by_name(found: Sequence[tuple[str, str]]) -> dict[str, Sequence[str]]:
    return {name: [value for other, value in found if other == name] for name, _ in found}


def _in_place(command: Command, words: list[str]) -> dict[str, Sequence[str]]:
    """Return what was given for each argument; raises WrongCall where there is more."""
    given: dict[str, Sequence[str]] = {}
    for argument in command.arguments:
        count = len(words) if argument.many else 1
        if words[:count]:
            given[argument.name] = words[:count]
        words = words[count:]
    if words:
        extra = " ".join(words)
        raise _wrong(f"มีคำเกินมา: {extra}", f"Got unexpected extra argument(s) ({extra})")
    return given


def _demand_all(command: Command, given: Mapping[str, Sequence[str]]) -> None:
    for argument in command.arguments:
        if not all(given.get(argument.name, [""])):  # a script's empty variable is no file
            name = shown(argument)
            raise _wrong(f"ยังไม่ได้ระบุ {name}", f"Missing argument '{name}'.")
    for option in command.options:
        if option.needed and option.name not in given:
            raise _wrong(f"ยังไม่ได้ระบุตัวเลือก {option.name}", f"Missing option '{option.name}'.")
        if option.value and not all(given.get(option.name, "-")):
            raise _wrong_option(command, option.name.lstrip("-"))


def shown(argument: Argument) -> str:
    """Return an argument as people are shown it."""
    return f"{argument.name}..." if argument.many else argument.name


def _wrong(th: str, en: str) -> WrongCall:
    return WrongCall(Said(f"{th} (ดูวิธีใช้: suanruam --help)", f"{en} (see suanruam --help)"))
