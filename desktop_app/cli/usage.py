"""Help and usage errors in the language of the caller; Typer itself knows English only."""

import re
from collections.abc import Iterator

from typer import TyperException
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from desktop_app.errors import Language, Said

_BETWEEN = "\x1f"


def both(th: str, en: str) -> str:
    """Return help text in both languages; `speak` leaves one of them."""
    return th + _BETWEEN + en


def speak(group: TyperGroup, language: Language) -> None:
    """Leave one language in the help of a group, its commands and their parameters."""
    for item in _helped(group):
        if item.help and _BETWEEN in item.help:
            th, en = item.help.split(_BETWEEN)
            item.help = Said(th, en).to(language)


def help_text(text: str, language: Language) -> str:
    """Return a help page as Typer wrote it, with its headings in `language`."""
    if language == "th":
        for english, thai in _HEADINGS:
            text = text.replace(english, thai)
    return text.rstrip()


def usage_fault(error: TyperException) -> Said:
    """Return what is wrong with the words of a call, on one line."""
    english = error.format_message()
    return Said(f"{_in_thai(english)} (ดูวิธีใช้: suanruam --help)", f"{english} (see suanruam --help)")


def _helped(
    group: TyperGroup,
) -> Iterator[TyperGroup | TyperCommand | TyperArgument | TyperOption]:
    yield group
    for command in (group, *group.commands.values()):
        if isinstance(command, TyperCommand):
            yield command
        for parameter in command.params:
            if isinstance(parameter, TyperArgument | TyperOption):
                yield parameter


def _in_thai(english: str) -> str:
    for pattern, thai in _MESSAGES:
        if found := pattern.match(english):
            return thai.format(*found.groups())
    return f"เรียกใช้คำสั่งไม่ถูกต้อง: {english}"


_MESSAGES = tuple(
    (re.compile(pattern), thai)
    for pattern, thai in (
        (r"No such option: (\S+)", "ไม่มีตัวเลือก {0}"),
        (r"No such command '(.*?)'", "ไม่มีคำสั่ง {0}"),
        (r"Missing argument '(.*)'", "ยังไม่ได้ระบุ {0}"),
        (r"Missing option '(.*)'", "ยังไม่ได้ระบุตัวเลือก {0}"),
        (r"Got unexpected extra argument\(s\) \((.*)\)", "มีคำเกินมา: {0}"),
        (r"Option '(.*)' requires an argument", "ตัวเลือก {0} ต้องมีค่าตามหลัง"),
        (r"Option '(.*)' does not take a value", "ตัวเลือก {0} ไม่รับค่า"),
        (r"Invalid value for '(.*?)'", "ค่าของ {0} ใช้ไม่ได้"),
    )
)

_HEADINGS = (
    ("Usage: ", "วิธีใช้: "),
    ("\nArguments:\n", "\nสิ่งที่ระบุ:\n"),
    ("\nOptions:\n", "\nตัวเลือก:\n"),
    ("\nCommands:\n", "\nคำสั่ง:\n"),
    ("[required]", "[ต้องระบุ]"),
    ("Show this message and exit.", "แสดงวิธีใช้นี้แล้วจบ"),
)
