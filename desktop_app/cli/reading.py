"""Reads the words of a call: which command, what it is given; or what is wrong with them.

Every call of the program waits for this, so it is little. An option is written in full: what is
short for one today would be short for two tomorrow, and `getopt` takes it.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from desktop_app.cli.words import COMMANDS, HELP, PROGRAM, VERSION, Argument, Command, Option
from desktop_app.errors import Said, UserFault

_WILD = frozenset("*?")


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
        """Return all that was given for an argument that takes many, wild cards as they match."""
        return [path for text in self.given[argument.name] for path in _matching(text)]

    def path_if_any(self, option: Option) -> Path | None:
        """Return the path that was given for an option, if one was."""
        return self.path(option) if self.has(option) else None


class Read(NamedTuple):
    """A call: what it asks of the program, and of the command that it names, if it names one."""

    everywhere: Asked
    asked: Asked | None


def read(words: Sequence[str]) -> Read:
    """Return what the words of a call ask for; raises WrongCall."""
    given, rest = _parted(PROGRAM, words)
    everywhere = Asked(PROGRAM, given)
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
    given, places = _parted(command, words)
    if HELP.name not in given:
        given |= _in_place(command, places)
        _demand_all(command, given)
    return Asked(command, given)


def _parted(command: Command, words: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return what was given for each option, and the words that are no options.

    Options stand before, between and after what a command is given, and those of the program
    before the command.
    """
    given: dict[str, list[str]] = {}
    places: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            places += left
        elif word[:1] == "-" and word != "-":
            option, value = _option(command, word, left)
            given.setdefault(option.name, []).append(value)
        else:
            places.append(word)
            places += left if command is PROGRAM else ()
    return given, places


def _option(command: Command, word: str, after: Iterator[str]) -> tuple[Option, str]:
    """Return the option that a word names in full, and its value: in the word or right after it."""
    if word.startswith("--"):
        name, sign, value = word.partition("=")
    else:
        name, sign, value = word[:2], word[2:], word[2:]
    option = next((option for option in command.options if option.name == name), None)
    if option is None:
        raise _wrong(f"ไม่มีตัวเลือก {name}", f"No such option: {name}")
    if sign and not option.value:
        raise _wrong(f"ตัวเลือก {name} ไม่รับค่า", f"Option '{name}' does not take a value.")
    value = value if sign or not option.value else next(after, "")
    if option.value and not value:  # a script's empty variable is no file
        raise _wrong(f"ตัวเลือก {name} ต้องมีค่าตามหลัง", f"Option '{name}' requires an argument.")
    return option, value


def _matching(text: str) -> list[Path]:
    """Return the files that a word means; the shell of Windows leaves that to programs."""
    path, found = Path(text), list[Path]()
    if sys.platform == "win32" and _WILD & set(path.name):
        found = sorted(path.parent.glob(path.name.replace("[", "[[]")))
    return found or [path]


def _in_place(command: Command, words: list[str]) -> dict[str, list[str]]:
    """Return what was given for each argument; raises WrongCall where there is more."""
    given: dict[str, list[str]] = {}
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


def shown(argument: Argument) -> str:
    """Return an argument as people are shown it."""
    return f"{argument.name}..." if argument.many else argument.name


def _wrong(th: str, en: str) -> WrongCall:
    return WrongCall(Said(f"{th} (ดูวิธีใช้: suanruam --help)", f"{en} (see suanruam --help)"))
