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
    ],
)
def test_foreign_text_keeps_its_numerals(typed: object, printed: str) -> None:
    assert thai_digits_in(typed) == printed
