"""Help: how the program and each of its commands are called, in the language of the caller."""

from collections.abc import Iterator, Sequence

from desktop_app.cli.reading import shown
from desktop_app.cli.words import COMMANDS, PROGRAM, Command, Option
from desktop_app.errors import Language, Said

_USAGE = Said("วิธีใช้", "Usage")
_ARGUMENTS = Said("สิ่งที่ระบุ", "Arguments")
_OPTIONS = Said("ตัวเลือก", "Options")
_COMMANDS = Said("คำสั่ง", "Commands")
_NEEDED = Said("ต้องระบุ", "required")


def help_text(command: Command, language: Language) -> str:
    """Return the help page of a command, or of the program."""
    return "\n".join(_page(command, language))


def _page(command: Command, language: Language) -> Iterator[str]:
    if command is PROGRAM:
        call = ["suanruam", "[OPTIONS]", "COMMAND", "[ARGS]..."]
    else:
        call = ["suanruam", command.name, "[OPTIONS]", *map(shown, command.arguments)]
    yield f"{_USAGE.to(language)}: {' '.join(call)}"
    yield ""
    yield f"  {command.help.to(language)}"
    needed = f"  [{_NEEDED.to(language)}]"
    arguments = [(shown(word), word.help.to(language) + needed) for word in command.arguments]
    yield from _listed(_ARGUMENTS.to(language), arguments)
    options = [
        (_named(word), word.help.to(language) + needed * word.needed) for word in command.options
    ]
    yield from _listed(_OPTIONS.to(language), options)
    if command is PROGRAM:
        commands = [(one.name, one.help.to(language)) for one in COMMANDS.values()]
        yield from _listed(_COMMANDS.to(language), commands)


def _named(option: Option) -> str:
    return f"{option.name} {option.value}".rstrip()


def _listed(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    if rows:
        width = max(len(name) for name, _ in rows)
        yield ""
        yield f"{title}:"
        yield from (f"  {name.ljust(width)}  {said}" for name, said in rows)
