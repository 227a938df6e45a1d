"""What somebody who knows Suanruam's window does in it: turns pages, answers its dialogs."""

from tests.journeys.person import Person


def until_page(person: Person, title: str) -> None:
    """Wait until the page of that title is open."""
    person.find(title, "label")


def turn_to(person: Person, title: str) -> None:
    """Press Next, and wait for the page of that title."""
    person.click(person.find_beginning("ถัดไป: ", "push button"))
    until_page(person, title)


def write_until_saved(person: Person, name: str, text: str) -> None:
    """Type a text into an empty field, and wait no longer than until the top bar says it is saved.

    Whoever turns the computer off at that word, at once, is to lose nothing.
    """
    word = "บันทึกแล้ว "
    field, label = person.go_to(name), person.find_beginning(word, "label")
    person.type(text)
    person.until(lambda: person.text_in(field) == text, f"“{text}” in {name}")
    person.until(lambda: person.words_of(label).startswith(word), word)


def open_file(person: Person, title: str, name: str) -> None:
    """Choose a file by the mouse in the dialog of that title."""
    person.find(title, "dialog")
    person.click(person.find(name, "tree item"))
    person.until_reads("ชื่อไฟล์:", name)
    person.click(person.find("เปิด", "push button"))
    until_gone(person, title)


def save_as_suggested(person: Person, title: str) -> str:
    """Leave the dialog of that title by Enter, and return the name that it suggested."""
    person.find(title, "dialog")
    name = person.reading("ชื่อไฟล์:")
    person.press("Return")
    until_gone(person, title)
    return name


def until_gone(person: Person, title: str) -> None:
    """Wait until the dialog of that title has closed."""
    person.until(lambda: not person.all_seen(title, "dialog"), f"no dialog {title}")
