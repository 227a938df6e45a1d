"""What stands in the window while the stored reports cannot be opened: why, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Damaged, Fault
from desktop_app.services.holding import HeldElsewhere, HeldHere
from desktop_app.ui.data.page import DataPage, card, text
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role


class ClosedPage(DataPage):
    """Says calmly who has the reports open, or what is the matter with them."""

    again_asked = Signal()
    restore_asked = Signal()

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.entitle(self.tr("ส่วนร่วม"))
        self._back.hide()
        again = Button(self.tr("ลองอีกครั้ง"), Role.PRIMARY, name="try_again")
        again.clicked.connect(self.again_asked)
        acts: list[QWidget] = [again]
        if isinstance(fault, Damaged):
            back = Button(self.tr("คืนข้อมูลจากไฟล์สำรอง…"), name="restore_instead")
            back.clicked.connect(self.restore_asked)
            acts.insert(0, back)
        parts = (text(said, name=f"closed_{n}") for n, said in enumerate(self._said(fault)))
        self.show_parts([card(self._headline(fault), *parts)], acts)
        self.go_to(again)

    def _headline(self, fault: Fault) -> str:
        if isinstance(fault, HeldElsewhere | HeldHere):
            return self.tr("ข้อมูลนี้เปิดอยู่ที่อื่น")
        return self.tr("เปิดข้อมูลไม่ได้ในขณะนี้")

    def _said(self, fault: Fault) -> tuple[str, ...]:
        if isinstance(fault, HeldElsewhere) and fault.holder is not None:
            who = self.tr("เครื่อง “{machine}” (ผู้ใช้ {person}) กำลังใช้ข้อมูลนี้อยู่").format(
                machine=fault.holder.machine, person=fault.holder.person
            )
            return (
                who,
                self.tr("เพื่อไม่ให้งานของสองเครื่องทับกัน จึงเปิดได้ครั้งละเครื่องเดียว ข้อมูลอยู่ครบ"),
                self.tr("ปิดโปรแกรมที่เครื่องนั้นก่อน หากเครื่องนั้นปิดไปแล้ว รอ 2 นาทีแล้วลองอีกครั้ง"),
            )
        if isinstance(fault, HeldHere):
            return (
                self.tr("โปรแกรมส่วนร่วมเปิดข้อมูลนี้อยู่แล้วในเครื่องนี้ อาจเปิดโดยผู้ใช้คนอื่น"),
                self.tr("ปิดหน้าต่างนั้นก่อน แล้วลองอีกครั้ง ข้อมูลอยู่ครบ"),
            )
        return (words(fault.said),)
