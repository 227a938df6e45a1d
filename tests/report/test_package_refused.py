"""Bad files: one clear line each, which file, which key, what was expected; never a traceback."""

import io
import json
import os
import re
import stat
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import Said, UserFault
from desktop_app.report.package import Package, json_bytes, read_package, zip_bytes
from desktop_app.report.values import Activity, Photo, Report
from tests.report.strategies import json_values

HEAD = '"format": "participation-report", "version": 1, "fiscal_year": 2566'
FOREIGN = "not a report file or a backup of this program"
PICTURE = "photos/0001.jpg"
WITH_PHOTO = Report(fiscal_year=2566, activities=(Activity(photos=(Photo(file=PICTURE),)),))


def _docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return out.getvalue()


DOCX = _docx()


def refusal(data: bytes | str, name: str = "a.json") -> Said:
    """Return how a file with this content is refused; one line in each language."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        with pytest.raises(UserFault) as caught:
            read_package(path)
    return one_line_each(caught.value.said, name)


def without_words(said: Said) -> Said:
    """Return what is said with the key alone, without the words of the form for it."""
    at_key = re.compile(r"(?<=: )[^:]* \(([^ ()]+)\)(?=: )")
    return Said(*(at_key.sub(r"\1", line, count=1) for line in (said.th, said.en)))


def one_line_each(said: Said, name: str) -> Said:
    for line in (said.th, said.en):
        assert line.startswith(name)
        assert line.isprintable()
        assert len(line) < 400
    return said


def read_or_refused(data: bytes, name: str) -> Package | None:
    """Return the package that these bytes hold, or None where they are refused in one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        try:
            return read_package(path)
        except UserFault as fault:
            one_line_each(fault.said, name)
            return None


def with_keys(more: str) -> str:
    return f"{{{HEAD}, {more}}}"


def activity(inner: str) -> str:
    return with_keys(f'"activities": [{{{inner}}}]')


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\x89PNG", b"{}", b"[]", "รายงาน".encode(), DOCX])
def test_a_file_of_another_program_is_refused_in_everyday_words(data: bytes) -> None:
    said = refusal(data)
    assert said.th.startswith("a.json: ไฟล์นี้ไม่ใช่ไฟล์รายงานหรือไฟล์สำรองของโปรแกรม")
    assert "JSON" not in said.th


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        (
            with_keys('"agensy": {}'),
            "a.json: agensy: ไม่รู้จักคีย์นี้",
            "a.json: agensy: is not a known key",
        ),
        (
            activity('"participants": {"groups": [{}, {"nam": "ก"}]}'),
            "a.json: activities[0].participants.groups[1].nam: ไม่รู้จักคีย์นี้",
            "a.json: activities[0].participants.groups[1].nam: is not a known key",
        ),
        (
            '{"format": "participation-report", "version": 1}',
            "a.json: fiscal_year: ไม่มีคีย์นี้ ซึ่งต้องมี",
            "a.json: fiscal_year: is missing",
        ),
        (
            '{"format": "participation-report", "version": 1, "fiscal_year": 2023}',
            "a.json: fiscal_year: ต้องเป็นปี พ.ศ. (ปี ค.ศ. 2023 คือ พ.ศ. 2566) แต่พบ 2023",
            "a.json: fiscal_year: must be a Buddhist-era year (2023 is B.E. 2566), not 2023",
        ),
        (
            '{"format": "participation-report", "version": 1, "fiscal_year": "2566"}',
            'a.json: fiscal_year: ต้องเป็นจำนวนเต็ม แต่พบ "2566"',
            'a.json: fiscal_year: must be a whole number, not "2566"',
        ),
        (
            activity('"issues": [null, 7]'),
            "a.json: activities[0].issues[1]: ต้องเป็นข้อความหรือ null แต่พบ 7",
            "a.json: activities[0].issues[1]: must be text or null, not 7",
        ),
        (
            activity('"issues": "ก"'),
            'a.json: activities[0].issues: ต้องเป็นรายการ [ … ] แต่พบ "ก"',
            'a.json: activities[0].issues: must be a list [ … ], not "ก"',
        ),
        (
            activity('"name": ["ก"]'),
            "a.json: activities[0].name: ต้องเป็นข้อความหรือ null",
            "a.json: activities[0].name: must be text or null",
        ),
        (
            activity('"participants": {"total": -1}'),
            "a.json: activities[0].participants.total: ต้องอยู่ระหว่าง 0 ถึง 999,999,999 แต่พบ -1",
            "a.json: activities[0].participants.total: must be from 0 to 999,999,999, not -1",
        ),
        (
            activity('"participants": {"groups": [{"external": 1}]}'),
            "a.json: activities[0].participants.groups[0].external: ต้องเป็น true หรือ false แต่พบ 1",
            "a.json: activities[0].participants.groups[0].external: must be true or false, not 1",
        ),
        (
            activity('"sessions": [{"date": "22/2/2566"}]'),
            (
                "a.json: activities[0].sessions[0].date: "
                'ต้องเป็นวันที่แบบ ค.ศ. เช่น 2023-02-22 แต่พบ "22/2/2566"'
            ),
            (
                "a.json: activities[0].sessions[0].date: "
                'must be a date (Gregorian) such as 2023-02-22, not "22/2/2566"'
            ),
        ),
        (
            activity('"sessions": [{"start_time": "13.30"}]'),
            'a.json: activities[0].sessions[0].start_time: ต้องเป็นเวลา เช่น 13:30 แต่พบ "13.30"',
            (
                "a.json: activities[0].sessions[0].start_time: "
                'must be a time such as 13:30, not "13.30"'
            ),
        ),
        (
            with_keys('"agency": null'),
            "a.json: agency: ต้องเป็นออบเจกต์ { … } แต่พบ null",
            "a.json: agency: must be an object { … }, not null",
        ),
        (
            with_keys('"agency": {"kind": "village"}'),
            (
                "a.json: agency.kind: "
                "ต้องเป็น 'province', 'district', 'local' หรือ 'other' แต่พบ \"village\""
            ),
            (
                "a.json: agency.kind: "
                "must be 'province', 'district', 'local' or 'other', not \"village\""
            ),
        ),
        (
            with_keys('"layout": {"photos_per_page": 3}'),
            "a.json: layout.photos_per_page: ต้องเป็น 1, 2, 4 หรือ 6 แต่พบ 3",
            "a.json: layout.photos_per_page: must be 1, 2, 4 or 6, not 3",
        ),
        (
            with_keys('"id": "7b0f0e0e"'),
            'a.json: id: ต้องเป็นรหัส UUID แต่พบ "7b0f0e0e"',
            'a.json: id: must be a UUID, not "7b0f0e0e"',
        ),
        (
            with_keys('"title": 1, "introduction": 2, "x": 3'),
            "a.json: title: ต้องเป็นข้อความหรือ null แต่พบ 1 (และอีก 2 แห่ง)",
            "a.json: title: must be text or null, not 1 (and 2 more)",
        ),
        (
            activity('"photos": [{"caption": "ก"}]'),
            "a.json: activities[0].photos[0].file: ไม่มีคีย์นี้ ซึ่งต้องมี",
            "a.json: activities[0].photos[0].file: is missing",
        ),
    ],
)
def test_the_key_and_what_was_expected_are_said_in_both_languages(
    text: str, th: str, en: str
) -> None:
    assert without_words(refusal(text)) == Said(th, en)


@pytest.mark.parametrize(
    ("text", "en"),
    [
        (with_keys('"title": "a", "title": "a"'), "title: is there more than once"),
        (
            activity('"participants": {"total": 1, "total": 2}'),
            "activities[0].participants.total: is there more than once",
        ),
        (with_keys('"title": "\\ud800"'), "title: has half of a character (a lone surrogate)"),
        (with_keys('"\\udfff": 1'), "has half of a character (a lone surrogate)"),
        (
            activity('"participants": {"total": 1' + "0" * 5000 + "}"),
            "participants.total: must not",
        ),
        (activity('"participants": {"total": NaN}'), "participants.total: must not be so large"),
        (activity('"participants": {"total": 1e999}'), "participants.total: must be a whole"),
        (activity('"participants": {"total": 191.0}'), "participants.total: must be a whole"),
        (activity('"sessions": [{"start_time": "13:30Z"}]'), "start_time: must be a time without"),
        (activity('"photos": [{"file": "../a.jpg"}]'), "photos[0].file: must be the path of a"),
        (activity('"photos": [{"file": "/etc/hosts"}]'), "photos[0].file: must be the path of a"),
        (activity('"photos": [{"file": "a\\\\b.jpg"}]'), "photos[0].file: must be the path of a"),
        (
            activity('"photos": [{"file": "p/none.jpg"}]'),
            'file: there is no such file: "p/none.jpg"',
        ),
        (with_keys('"x": ' + "[" * 300 + "]" * 300), "is nested too deeply"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"a":' * 100_000, "is nested too deeply"),
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("[]", FOREIGN),
        ("7", FOREIGN),
        ("null", FOREIGN),
        ("{}", 'not a report file: "format" must be "participation-report"'),
        ('{"format": "shopping-list", "version": 1}', "not a report file"),
        ('{"format": "participation-report"}', "version: must be 1"),
        ('{"format": "participation-report", "version": "1"}', "version: must be 1"),
        ('{"format": "participation-report", "version": true}', "version: must be 1"),
        ('{"format": "participation-report", "version": 0}', "version: must be 1"),
        ('{"format": "participation-report", "version": 1.0}', "version: must be 1"),
        ("รายงาน", FOREIGN),
        ('{"format": "participation-report",\n "version": 1,}', "not valid JSON at line 2"),
        (with_keys('"title": "a\nb"'), "not valid JSON at line 1"),
        (f"{{{HEAD}}} {{}}", "not valid JSON at line 1"),
        (with_keys('"title": "ก"')[:-3], "the file is cut short"),
        (with_keys('"title": "ก"').encode("utf-16"), FOREIGN),
        (with_keys('"title": "ก"').encode("cp874"), FOREIGN),
        (b"\x89PNG\r\n\x1a\n\0\0", FOREIGN),
        (b"SQLite format 3\0", FOREIGN),
        (b"%PDF-1.7\n", FOREIGN),
    ],
)
def test_what_is_no_report_is_said_to_be_none(text: str | bytes, en: str) -> None:
    assert en in without_words(refusal(text)).en


@pytest.mark.parametrize(
    ("text", "th", "en"),
    [
        (
            activity('"nmae": "ก"'),
            "a.json: กิจกรรมที่ 1 (activities[0].nmae): ไม่รู้จักคีย์นี้",
            "a.json: activity 1 (activities[0].nmae): is not a known key",
        ),
        (
            activity('"sessions": [{}, {"place": 7}]'),
            (
                "a.json: กิจกรรมที่ 1 สถานที่ ลำดับที่ 2 (activities[0].sessions[1].place): "
                "ต้องเป็นข้อความหรือ null แต่พบ 7"
            ),
            (
                "a.json: activity 1, places, item 2 (activities[0].sessions[1].place): "
                "must be text or null, not 7"
            ),
        ),
        (
            with_keys('"agency": {"name": 1}'),
            "a.json: ชื่อหน่วยงาน (agency.name): ต้องเป็นข้อความหรือ null แต่พบ 1",
            "a.json: agency (agency.name): must be text or null, not 1",
        ),
        (
            activity('"sessions": [{"date": "2566-02-22"}]'),
            (
                "a.json: กิจกรรมที่ 1 วันและเวลา ลำดับที่ 1 วันที่ (activities[0].sessions[0].date): "
                "ต้องเป็นวันที่แบบ ค.ศ. แต่พบปี พ.ศ. (2566-02-22) หากหมายถึงวันนั้นให้เขียน 2023-02-22"
            ),
            (
                "a.json: activity 1, dates and times, item 1, date (activities[0].sessions[0].date): "
                "must be a Gregorian date; 2566-02-22 has a Buddhist-era year: write 2023-02-22"
            ),
        ),
    ],
)
def test_the_place_is_said_in_the_words_of_the_form(text: str, th: str, en: str) -> None:
    assert refusal(text) == Said(th, en)


def test_a_folder_is_named_even_where_it_is_the_present_one() -> None:
    with pytest.raises(UserFault) as fault:
        read_package(Path())
    assert fault.value.said.en == ".: must be an ordinary file"


def test_a_newer_version_is_said_to_be_newer_whatever_else_is_new_in_it() -> None:
    said = refusal('{"format": "participation-report", "version": 2, "mood": "fine"}')
    assert "version: ไฟล์นี้มาจากโปรแกรมรุ่นใหม่กว่า (รูปแบบรุ่น 2" in said.th
    assert "version: the file is from a newer program (format version 2" in said.en


def test_a_file_cut_off_anywhere_is_refused() -> None:
    whole = json_bytes(WITH_PHOTO).rstrip()
    for length in range(len(whole)):
        refusal(whole[:length])


def test_an_odd_key_or_value_cannot_break_the_line() -> None:
    refusal(with_keys('"a\\nb\\u202e\\u0007": 1'))
    refusal(with_keys(f'"{"k" * 5000}": 1'))
    refusal(with_keys(f'"title": {{"{"k" * 5000}": 1}}'))
    refusal(activity('"sessions": [{"date": "\\n\\u0000' + "9" * 5000 + '"}]'))


@given(json_values, st.sampled_from(["agency", "activities", "period", "layout", "signatories"]))
def test_no_json_value_in_place_of_another_is_more_than_one_line(value: object, key: str) -> None:
    package = read_or_refused(with_keys(f'"{key}": {json.dumps(value)}').encode(), "a.json")
    assert package is None or package.report.fiscal_year == 2566


@given(st.binary(max_size=200))
def test_no_bytes_are_more_than_one_line(data: bytes) -> None:
    refusal(data)
    refusal(b"PK\x03\x04" + data)


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for name, data in entries.items():
            file.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


JSON = json_bytes(WITH_PHOTO)


@pytest.mark.parametrize(
    ("data", "en"),
    [
        (archive({}), "has no report.json at the ZIP's root"),
        (archive({"folder/report.json": JSON}), "has no report.json at the ZIP's root"),
        (archive({"word/document.xml": b""}), "has no report.json at the ZIP's root"),
        (archive({"report.json": b"{"}), "a.zip › report.json: the file is cut short"),
        (
            archive({"report.json": JSON}),
            (
                "a.zip › report.json: activities[0].photos[0].file: "
                'there is no such file: "photos/0001.jpg"'
            ),
        ),
        (archive({"report.json": JSON, "../x": b""}), "a.zip › ../x: is a name in the ZIP that"),
        (archive({"report.json": JSON, "/etc/x": b""}), "a.zip › /etc/x: is a name in the ZIP"),
        (archive({"report.json": JSON, "a/../../x": b""}), "leads out of the package"),
        (archive({"report.json": JSON, "a\\b": b""}), "leads out of the package"),
        (archive({"report.json": JSON, "C:x": b""}), "leads out of the package"),
        (archive({"report.json": JSON, PICTURE: b""}, zipfile.ZIP_LZMA), "not supported"),
    ],
)
def test_a_zip_that_is_no_package_is_refused(data: bytes, en: str) -> None:
    assert en in without_words(refusal(data, "a.zip")).en


def test_a_zip_that_would_swell_beyond_all_measure_is_refused_by_name() -> None:
    report = archive({"report.json": b" " * (33 * 2**20)})
    assert "a.zip › report.json: is too large" in refusal(report, "a.zip").en
    picture = archive({"report.json": JSON, PICTURE: bytes(129 * 2**20)})
    assert len(picture) < 2**18
    assert (
        f'photos[0].file: is too large: "{PICTURE}"' in without_words(refusal(picture, "a.zip")).en
    )


def test_a_zip_of_countless_files_is_refused() -> None:
    countless = archive({f"{number}": b"" for number in range(10_001)}, zipfile.ZIP_STORED)
    assert "has too many files in it" in refusal(countless, "a.zip").en


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("lie", [0, 7, len(JSON) - 1, len(JSON) + 1, 2**32 - 2])
def test_a_size_that_a_zip_lies_about_changes_nothing_that_is_read(method: int, lie: int) -> None:
    whole = archive({"report.json": JSON, PICTURE: b"picture"}, method)
    size = whole.index(b"PK\x01\x02") + 24
    forged = whole[:size] + lie.to_bytes(4, "little") + whole[size + 4 :]
    package = read_or_refused(forged, "a.zip")
    assert package is None or package == Package(WITH_PHOTO, {PICTURE: b"picture"})


def test_a_zip_with_a_name_twice_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("report.json", JSON)
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("report.json", JSON)
    assert "is in the ZIP more than once" in refusal(target.getvalue(), "a.zip").en


def test_a_link_inside_a_zip_is_no_picture() -> None:
    target = io.BytesIO()
    link = zipfile.ZipInfo(PICTURE)
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("report.json", JSON)
        file.writestr(link, "/etc/hostname")
    assert "must be an ordinary file" in refusal(target.getvalue(), "a.zip").en


def test_an_encrypted_zip_says_so() -> None:
    data = bytearray(archive({"report.json": JSON}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "is encrypted" in refusal(bytes(data), "a.zip").en


WHOLE = zip_bytes(Package(WITH_PHOTO, {PICTURE: b"\xff\xd8 picture \xff\xd9" * 9}))


def test_a_zip_cut_off_anywhere_is_refused() -> None:
    for length in range(4, len(WHOLE), 7):
        refusal(WHOLE[:length], "a.zip")


@given(st.integers(4, len(WHOLE) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused_or_changes_nothing(place: int, flip: int) -> None:
    data = bytearray(WHOLE)
    data[place] ^= flip
    package = read_or_refused(bytes(data), "a.zip")
    assert package is None or zip_bytes(package) == WHOLE


def test_a_missing_file_and_a_folder_are_said_to_be_that(tmp_path: Path) -> None:
    for path, en in (
        (tmp_path / "none.json", "none.json: there is no such file"),
        (tmp_path / "a\0b", "a\ufffdb: there is no such file"),
        (tmp_path, f"{tmp_path.name}: must be an ordinary file"),
    ):
        with pytest.raises(UserFault) as caught:
            read_package(path)
        assert caught.value.said.en == en


def photo_refusal(folder: Path) -> str:
    path = folder / "a.json"
    path.write_bytes(JSON)
    with pytest.raises(UserFault) as caught:
        read_package(path)
    return caught.value.said.en


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / PICTURE).mkdir(parents=True)
    assert "must be an ordinary file" in photo_refusal(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_may_stay_within_the_folder_but_not_leave_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    folder = tmp_path / "office"
    (folder / "photos").mkdir(parents=True)
    picture = folder / PICTURE
    picture.symlink_to(tmp_path / "secret")
    assert "outside the report's folder" in photo_refusal(folder)
    picture.unlink()
    picture.symlink_to(picture)
    assert "there is no such file" in photo_refusal(folder)
    picture.unlink()
    os.mkfifo(picture)
    assert "must be an ordinary file" in photo_refusal(folder)
    picture.unlink()
    (folder / "photos" / "real.jpg").write_bytes(b"picture")
    picture.symlink_to("real.jpg")
    assert read_package(folder / "a.json").files == {PICTURE: b"picture"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_linked_folder_does_not_lead_out_either(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "0001.jpg").write_bytes(b"secret")
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "photos").symlink_to(tmp_path / "elsewhere")
    assert "outside the report's folder" in photo_refusal(folder)
