"""Work beside the window's thread comes back in order, and never to something that is gone."""

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from desktop_app.errors import Fault, Said, UserFault
from desktop_app.ui.running.tasks import Tasks
from tests.ui.person import pause, settle, until


def test_writes_run_one_after_another_in_order(tasks: Tasks) -> None:
    done: list[int] = []
    at_once: list[int] = []
    running = 0

    def work(number: int) -> int:
        nonlocal running
        running += 1
        at_once.append(running)
        threading.Event().wait(0.01)
        running -= 1
        return number

    for number in range(6):
        tasks.write(tasks, partial(work, number), done.append)
    until(lambda: len(done) == 6)
    assert done == list(range(6))
    assert set(at_once) == {1}


def test_a_read_sees_what_was_written_before(tasks: Tasks) -> None:
    gate = threading.Event()
    disk: list[str] = []
    read: list[tuple[str, ...]] = []

    def write() -> None:
        gate.wait(5)
        disk.append("ข้อความ")

    tasks.write(tasks, write, lambda _: None)
    tasks.read(tasks, lambda: tuple(disk), read.append)
    gate.set()
    until(lambda: read)
    assert read == [("ข้อความ",)]


def test_results_arrive_on_the_windows_thread(tasks: Tasks) -> None:
    threads: list[bool] = []
    home = QThread.currentThread()
    tasks.read(tasks, lambda: QThread.currentThread() is home, lambda here: threads.extend((here,)))
    tasks.read(tasks, lambda: 1, lambda _: threads.append(QThread.currentThread() is home))
    until(lambda: len(threads) == 2)
    assert sorted(threads) == [False, True]


def test_a_fault_comes_back_as_a_fault(tasks: Tasks) -> None:
    faults: list[Fault] = []

    def work() -> None:
        raise UserFault(Said("ไฟล์เสีย", "The file is damaged"))

    tasks.read(tasks, work, lambda _: None, faults.append)
    until(lambda: faults)
    assert faults[0].said.th == "ไฟล์เสีย"


def test_a_result_for_what_is_gone_is_dropped(tasks: Tasks) -> None:
    owner, gate, got = QObject(), threading.Event(), list[int]()
    tasks.read(owner, lambda: (gate.wait(5), 1)[1], got.append)
    owner.deleteLater()
    settle()
    gate.set()
    pause(50)
    assert got == []


def test_only_what_takes_long_is_shown(tasks: Tasks) -> None:
    shown: list[bool] = []
    tasks.slow.connect(shown.append)
    gate = threading.Event()
    quick: list[int] = []
    tasks.read(tasks, lambda: 1, quick.append)
    until(lambda: quick)
    assert True not in shown
    tasks.read(tasks, lambda: gate.wait(5), lambda _: None)
    until(lambda: True in shown)
    gate.set()
    until(lambda: shown[-1] is False)


def test_the_end_waits_for_what_people_rely_on_and_for_nothing_else(app: QApplication) -> None:
    tasks, gate, done = Tasks(app), threading.Event(), list[str]()
    for _ in range(2):  # as many as run at once
        tasks.read(tasks, lambda: gate.wait(5), lambda _: None)
    tasks.read(tasks, lambda: done.append("ภาพเล็ก"), lambda _: None)
    tasks.errand(tasks, lambda: done.append("ไฟล์ PDF"), lambda _: None)
    threading.Timer(0.1, gate.set).start()
    tasks.finish()
    assert done == ["ไฟล์ PDF"]
    tasks.deleteLater()


def test_what_a_timer_asks_for_after_the_end_is_never_run(app: QApplication) -> None:
    tasks, done = Tasks(app), list[str]()
    tasks.finish()
    for ask in (tasks.write, tasks.aside, tasks.read, tasks.errand):
        ask(tasks, lambda: done.append("ทำ"), lambda _: done.append("บอก"))
    settle()
    assert done == []
    tasks.deleteLater()


def test_an_errand_tells_how_it_ended_after_its_result(tasks: Tasks) -> None:
    told: list[object] = []
    tasks.errand_ended.connect(told.append)

    def refuse() -> None:
        raise UserFault(Said("เต็ม", "Full"))

    tasks.errand(tasks, lambda: 3, told.append)
    running = [tasks.has_errands]
    until(lambda: told == [3, True])
    assert [*running, tasks.has_errands] == [True, False]
    tasks.errand(tasks, refuse, told.append, lambda _: told.append("เต็ม"))
    until(lambda: told == [3, True, "เต็ม", False])


def test_what_is_to_run_at_once_waits_for_no_write_and_no_backup(tasks: Tasks) -> None:
    gate, done = threading.Event(), list[int]()
    tasks.write(tasks, lambda: gate.wait(10), lambda _: None)
    tasks.aside(tasks, lambda: gate.wait(10), lambda _: None)
    tasks.at_once(tasks, lambda: 1, done.append)
    until(lambda: done)
    assert not gate.is_set()
    gate.set()


def test_work_may_end_after_its_window(app: QApplication, caplog: pytest.LogCaptureFixture) -> None:
    window, gate, ended = QObject(app), threading.Event(), threading.Event()
    tasks = Tasks(window)
    tasks.read(window, lambda: gate.wait(5), lambda _: None)
    tasks.aside(window, lambda: gate.wait(5), lambda _: None).add_done_callback(
        lambda _: ended.set()
    )
    window.deleteLater()
    settle()
    assert not shiboken6.isValid(tasks)
    gate.set()
    assert ended.wait(5)
    settle()
    assert caplog.records == []
