import pytest

from desktop_app.thai.numerals import thai_digits_in


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("พ.ศ. 2566 เวลา 13.30 น.", "พ.ศ. ๒๕๖๖ เวลา ๑๓.๓๐ น."),
        ("ปี2566และCOVID-19ระบาด3ครั้ง", "ปี๒๕๖๖และCOVID-19ระบาด๓ครั้ง"),
        ("กระดาษA4จำนวน5แผ่น", "กระดาษA4จำนวน๕แผ่น"),
        ("ดู https://a.go.th/2566/ข่าว1 หน้า 2", "ดู https://a.go.th/2566/ข่าว1 หน้า ๒"),
        ("www.a1.go.th และ b2@c3.go.th", "www.a1.go.th และ b2@c3.go.th"),
        (12, "๑๒"),
        ("ได้รับ ISO 9001 และ ISO 14001:2015 แล้ว", "ได้รับ ISO 9001 และ ISO 14001:2015 แล้ว"),
        ("ตาม ISO 9001 ข้อ 4.1", "ตาม ISO 9001 ข้อ ๔.๑"),
        ("ลงนาม MOU 3 ฉบับ", "ลงนาม MOU ๓ ฉบับ"),
        ("งบ Smart City 1,250,000 บาท", "งบ Smart City ๑,๒๕๐,๐๐๐ บาท"),
        ("โครงการ Smart City 2566 ระยะ 2", "โครงการ Smart City ๒๕๖๖ ระยะ ๒"),
        ("กล้อง Hikvision DS 2 CD 20 รุ่น 5", "กล้อง Hikvision DS 2 CD 20 รุ่น ๕"),
        ("Tel. 055 251 234 ต่อ 15", "Tel. 055 251 234 ต่อ ๑๕"),
        ("ค่า DO เท่ากับ 4.2 mg/L เกิน 2 แห่ง", "ค่า DO เท่ากับ 4.2 mg/L เกิน ๒ แห่ง"),
        ("PM 2.5 วัดได้ 86.4 ไมโครกรัม", "PM 2.5 วัดได้ ๘๖.๔ ไมโครกรัม"),
        ("(Zoom) 2 ครั้ง", "(Zoom) ๒ ครั้ง"),
        ("กว้าง 12 เมตร", "กว้าง ๑๒ เมตร"),
        ("ดูที่ pho.go.th/2567 เดือน 3", "ดูที่ pho.go.th/2567 เดือน ๓"),
    ],
)
def test_foreign_text_keeps_its_numerals(typed: object, printed: str) -> None:
    assert thai_digits_in(typed) == printed


def test_a_long_number_takes_no_longer_than_it_is_long() -> None:
    digits = "1" * 100_000  # were it tried from every digit on, this test would not end
    assert set(thai_digits_in(digits)) == {"๑"}
