"""Each command does what it says, in one language, and says in one line why it did not."""

import json
import re
import shutil
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app import __version__
from desktop_app.cli.reading import read
from desktop_app.cli.words import COMMANDS as CALLED
from desktop_app.cli.words import REPORTS
from desktop_app.paths import DataPlace
from desktop_app.report.checks import check
from desktop_app.report.package import Package, json_bytes, read_package, zip_bytes
from desktop_app.report.values import Agency, Report
from desktop_app.storage.store import Store
from tests.cli.conftest import Run
from tests.readers import by_mupdf
from tests.storage.make_fixture import FIXTURES
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_activity, with_fields

TH = "th_TH.UTF-8"


@pytest.fixture
def stored(run: Run, package_file: Path) -> Report:
    """A report that is in the database."""
    assert run("import", package_file).status == 0
    return FULL


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A report file with nothing in it."""
    path = tmp_path / "draft.json"
    path.write_bytes(json_bytes(Report(fiscal_year=2566)))
    return path


@pytest.mark.parametrize("command", [["list"], ["verify", "{backup}"]])
def test_no_output_mixes_languages(run: Run, tmp_path: Path, command: list[str]) -> None:
    latin = Report(fiscal_year=2566, agency=Agency(name="Office"))
    path = tmp_path / "a.json"
    path.write_bytes(json_bytes(latin))
    assert run("import", str(path)).status == 0
    backup = tmp_path / "b.zip"
    assert run("backup", str(backup)).status == 0
    ran = run(*(word.format(backup=backup) for word in command))
    assert ran.status == 0
    assert not re.search("[\u0e00-\u0e7f]", ran.out), ran.out


def test_a_bad_file_among_good_ones_says_that_none_was_imported(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_bytes(json_bytes(Report(fiscal_year=2566)))
    bad.write_bytes(b"\x89PNG")
    ran = run("import", str(good), str(bad))
    assert ran.status == 1
    assert "bad.json: not a report file" in ran.err
    assert "none of the 2 files was imported" in ran.err
    assert run("list").out == "No reports yet\n"


def test_import_prints_one_id_a_line(run: Run, tmp_path: Path, package_file: Path) -> None:
    other = tmp_path / "other.zip"
    report = with_fields(FULL, id=uuid4())
    other.write_bytes(zip_bytes(Package(report, FULL_FILES)))
    ran = run("import", package_file, other)
    assert (ran.status, ran.out, ran.err) == (0, f"{FULL.id}\n{report.id}\n", "")


def test_list_shows_each_stored_report_on_a_line(run: Run, stored: Report) -> None:
    ran = run("list", language=TH)
    (line,) = ran.out.splitlines()
    for part in (str(stored.id), "2566", "อำเภอนครไทย", "2 กิจกรรม"):
        assert part in line
    assert ran.status == 0


def test_list_as_json_is_made_for_programs(run: Run, stored: Report) -> None:
    (entry,) = json.loads(run("list", "--json").out)
    assert entry.pop("edited").endswith("+00:00")
    assert entry == {
        "id": str(stored.id),
        "agency": "อำเภอนครไทย",
        "fiscal_year": 2566,
        "period": {"kind": "custom", "start": "2022-10-01", "end": "2023-03-31"},
        "activities": 2,
    }


def test_list_of_nothing(run: Run) -> None:
    assert run("list").out == "No reports yet\n"
    assert run("list", language=TH).out == "ยังไม่มีรายงาน\n"
    assert json.loads(run("list", "--json").out) == []


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_export_writes_a_stored_report(
    run: Run, stored: Report, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"out{ending}"
    ran = run("export", str(stored.id)[:6], "-o", out)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert read_package(out) == FULL_PACKAGE


@pytest.mark.parametrize(
    ("language", "said"),
    [(TH, "ยังมีข้อความ 1 แห่งที่อ่านเป็นวันที่ เวลา หรือตัวเลขไม่ได้ จึงไม่อยู่ในไฟล์"), ("C", "Not in the file")],
)
def test_export_says_what_the_file_has_no_place_for(
    run: Run, stored: Report, data: Path, tmp_path: Path, language: str, said: str
) -> None:
    gone = ("activities", 7, "participants", "total")  # of an activity that is not there
    with Store.open(DataPlace(data).database) as store:
        store.save(stored, unread={("signatories", 1, "date"): "วันพุธหน้า", gone: "สิบ"})
    for ending in (".zip", ".json"):
        out = tmp_path / f"out{ending}"
        ran = run("export", stored.id, "-o", out, language=language)
        assert ran.status == 0
        assert ran.complaint.startswith(said)
        assert "photos/" not in ran.complaint
        assert read_package(out) == FULL_PACKAGE


def test_export_turns_one_report_file_into_another(
    run: Run, package_file: Path, data: Path, tmp_path: Path
) -> None:
    assert run("export", package_file, "-o", tmp_path / "out.json").status == 0
    assert read_package(tmp_path / "out.json") == FULL_PACKAGE
    assert not data.exists()


def test_check_says_what_is_missing_and_that_it_is_an_error(run: Run, draft: Path) -> None:
    ran = run("check", draft, "--json")
    found = json.loads(ran.out)
    problems = check(read_package(draft).report)
    assert [entry["code"] for entry in found] == [problem.code for problem in problems]
    assert {"path", "code", "severity", "message"} == set(found[0])
    assert found[0]["path"] == "agency.name"
    assert found[0]["severity"] == "error"
    assert found[0]["message"] == problems[0].message.en
    assert ran.status == 1
    assert ran.err == ""


def test_check_speaks_the_callers_language(run: Run, draft: Path) -> None:
    problem = check(read_package(draft).report)[0]
    assert f"agency.name: ต้องแก้ไข: {problem.message.th}" in run("check", draft, language=TH).out
    assert f"agency.name: error: {problem.message.en}" in run("check", draft).out


def test_check_says_which_row_it_means(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_bytes(Package(with_activity(FULL, 0, issues=("ก", "")), FULL_FILES)))
    (entry,) = [
        one
        for one in json.loads(run("check", path, "--json").out)
        if one["path"] == "activities[0].issues[1]"
    ]
    assert entry["message"].startswith("Row 2: ")
    assert ": แถวที่ 2: " in run("check", path, language=TH).out


def test_check_names_what_was_typed_and_cannot_be_read(
    run: Run, stored: Report, data: Path
) -> None:
    gone = ("activities", 7, "participants", "total")  # of an activity that is not there
    with Store.open(DataPlace(data).database) as store:
        store.save(stored, unread={("signatories", 1, "date"): "วันพุธหน้า", gone: "สิบ"})
    ran = run("check", stored.id, "--json")
    (entry,) = [one for one in json.loads(ran.out) if one["code"] == "unread"]
    assert (entry["path"], entry["severity"]) == ("signatories[1].date", "error")
    assert "วันพุธหน้า" in entry["message"]
    assert ran.status == 1


def test_check_of_a_report_with_warnings_only_is_done(run: Run, tmp_path: Path) -> None:
    session, *_ = FULL.activities[0].sessions
    link, *_ = FULL.activities[0].links
    good = with_activity(FULL, 0, sessions=(session,), links=(link,))
    path = tmp_path / "good.zip"
    path.write_bytes(
        zip_bytes(Package(with_fields(good, activities=good.activities[:1]), FULL_FILES))
    )
    found = json.loads(run("check", path, "--json").out)
    assert {entry["severity"] for entry in found} == {"warning"}
    assert run("check", path).status == 0


def test_render_writes_a_pdf(run: Run, package_file: Path, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "รายงาน.pdf"
    ran = run("render", package_file, "-o", out)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert out.read_bytes().startswith(b"%PDF-")
    assert not data.exists()  # a report file needs no database


def test_render_of_a_stored_report_is_the_same(
    run: Run, package_file: Path, tmp_path: Path
) -> None:
    run("import", package_file)
    for reference, name in ((package_file, "a.pdf"), (str(FULL.id)[:8], "b.pdf")):
        assert run("render", reference, "-o", tmp_path / name, "--deterministic").status == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_paper_shows_no_value_that_an_older_program_kept_beneath_what_cannot_be_read(
    run: Run, data: Path, tmp_path: Path
) -> None:
    data.mkdir()
    shutil.copyfile(FIXTURES / "schema-0003.db", data / "suanruam.db")
    place = DataPlace(data)
    place.unread.mkdir()
    first = [{"path": ["activities", 0, "sessions", 0, "date"], "text": "วันพุธหน้า"}]
    (place.unread / f"{FULL.id}.json").write_text(json.dumps(first), encoding="utf-8")
    pdf, file = tmp_path / "a.pdf", tmp_path / "a.zip"
    assert run("render", FULL.id, "-o", pdf).status == 0
    assert "ประชุมผู้บริหาร" in by_mupdf(pdf.read_bytes())
    assert "๒๒" not in by_mupdf(pdf.read_bytes())  # of February
    assert run("export", FULL.id, "-o", file).status == 0
    assert read_package(file).report.activities[0].sessions[0].date is None


def test_render_does_not_overwrite_the_report_itself(run: Run, package_file: Path) -> None:
    before = package_file.read_bytes()
    ran = run("render", package_file, "-o", package_file)
    assert "not overwritten" in ran.complaint
    assert ran.status == 2
    assert package_file.read_bytes() == before


def test_a_bad_file_says_no_and_leaves_the_output_alone(run: Run, tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "out.pdf"
    bad.write_text(
        '{"format": "participation-report", "version": 1, "fiscal_year": 2566, "colour": 1}'
    )
    out.write_bytes(b"kept")
    ran = run("render", bad, "-o", out)
    assert "bad.json" in ran.complaint
    assert "colour" in ran.complaint
    assert ran.status == 1
    assert out.read_bytes() == b"kept"


def test_a_missing_folder_says_no(run: Run, package_file: Path, tmp_path: Path) -> None:
    ran = run("render", package_file, "-o", tmp_path / "nowhere" / "out.pdf")
    assert "nowhere" in ran.complaint
    assert ran.status == 1


def test_a_damaged_database_says_no(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "suanruam.db").write_bytes(b"damaged" * 1000)
    ran = run("list", language=TH)
    assert "ข้อมูลสำรอง" in ran.complaint
    assert ran.status == 1


@pytest.mark.parametrize(
    ("words", "th", "en"),
    [
        (["rendr"], "ไม่มีคำสั่ง rendr", "No such command 'rendr'. Did you mean 'render'?"),
        (["refund", "x"], "ไม่มีคำสั่ง refund", "No such command 'refund'."),
        (["--colour"], "ไม่มีตัวเลือก --colour", "No such option: --colour"),
        (["list", "--jsn"], "ไม่มีตัวเลือก --jsn", "No such option: --jsn"),
        (["render"], "ยังไม่ได้ระบุ REPORT", "Missing argument 'REPORT'."),
        (["import"], "ยังไม่ได้ระบุ FILE...", "Missing argument 'FILE...'."),
        (["render", "x"], "ยังไม่ได้ระบุตัวเลือก -o", "Missing option '-o'."),
        (["list", "x"], "มีคำเกินมา: x", "Got unexpected extra argument(s) (x)"),
        (["check", ""], "ยังไม่ได้ระบุ REPORT", "Missing argument 'REPORT'."),
        (["export", "", "-o", "x.zip"], "ยังไม่ได้ระบุ REPORT", "Missing argument 'REPORT'."),
        (["import", "x.zip", ""], "ยังไม่ได้ระบุ FILE...", "Missing argument 'FILE...'."),
        (["render", "x", "-o", ""], "ตัวเลือก -o ต้องมีค่าตามหลัง", "Option '-o' requires"),
        (["export", "x", "-o"], "ตัวเลือก -o ต้องมีค่าตามหลัง", "Option '-o' requires an argument."),
        (["export", "x", "--o", "y"], "ไม่มีตัวเลือก --o ", "No such option: --o "),
        (["render", "x", "--thai", "-o", "y.pdf"], "ไม่มีตัวเลือก --thai ", "No such option: --thai "),
        (["list", "--js"], "ไม่มีตัวเลือก --js ", "No such option: --js "),
        (["--vers"], "ไม่มีตัวเลือก --vers ", "No such option: --vers "),
        (["--data-dir=", "list"], "ตัวเลือก --data-dir ต้องมีค่า", "Option '--data-dir' requires"),
        (["list", "--json=1"], "ตัวเลือก --json ไม่รับค่า", "Option '--json' does not take a value."),
        (["check", "no.json"], "ไม่พบไฟล์ no.json", "There is no file no.json"),
        *(
            (
                ["check", word],
                f"ไม่มีไฟล์หรือรายงานที่รหัสขึ้นต้นด้วย {word} (ดูรหัสของรายงานที่เก็บไว้ด้วยคำสั่ง list)",
                f"There is no file {word}, and no stored report whose id begins so (the command list",
            )
            for word in ("abc", "zzz")
        ),
    ],
)
def test_a_wrong_call_is_said_in_one_line(run: Run, words: list[str], th: str, en: str) -> None:
    for language, said in ((TH, th), ("en_GB", en), ("C", en)):
        ran = run(*words, language=language)
        assert ran.complaint.startswith(said)
        assert ran.status == 2


@pytest.mark.parametrize(
    "words",
    [
        ["REPORT", "-o", "OUT"],
        ["-o", "OUT", "REPORT"],
        ["-oOUT", "--thai-digits", "REPORT"],
        ["--deterministic", "-o", "no/such/folder.pdf", "-oOUT", "--", "REPORT"],
    ],
)
def test_options_stand_anywhere(
    run: Run, package_file: Path, tmp_path: Path, words: list[str]
) -> None:
    out = tmp_path / "out.pdf"
    given = [word.replace("REPORT", str(package_file)).replace("OUT", str(out)) for word in words]
    assert run("render", *given).status == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_the_last_folder_of_data_counts(run: Run, tmp_path: Path, package_file: Path) -> None:
    there = tmp_path / "there"
    assert run(f"--data-dir={there}", "import", package_file).status == 0
    assert run("list").out == "No reports yet\n"
    assert str(FULL.id)[:8] in run("--data-dir", there, "list").out


def test_what_begins_with_a_dash_can_be_named(run: Run) -> None:
    assert run("check", "--", "-x.json").complaint.startswith("There is no file -x.json")


@pytest.mark.parametrize("words", [["-o", "--"], ["-o--"]])
def test_the_value_of_an_option_may_be_two_dashes(
    run: Run, package_file: Path, words: list[str]
) -> None:
    assert run("render", package_file, *words).complaint.startswith("--: the name must end in .pdf")


def test_the_commands_of_help_are_those_that_work(run: Run, tmp_path: Path) -> None:
    """Each comes as far as what it is given."""
    for command in CALLED.values():
        given = [str(tmp_path / "no" / "file.zip") for _ in command.arguments]
        needed = [(option.name, "out.pdf") for option in command.options if option.needed]
        ran = run(command.name, *given, *(word for pair in needed for word in pair))
        assert "file.zip" in ran.err or command.name == "list"


def test_where_the_shell_leaves_wild_cards_the_program_matches_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.zip", "a.zip", "c.json", "[1].zip"):
        (tmp_path / name).touch()

    def taken(*names: str) -> list[str]:
        asked = read(["import", *(str(tmp_path / name) for name in names)]).asked
        assert asked is not None
        return [str(path.relative_to(tmp_path)) for path in asked.paths(REPORTS)]

    assert taken("*.zip") == ["*.zip"]  # the shell matched nothing, or it was quoted
    monkeypatch.setattr(sys, "platform", "win32")
    assert taken("c.json", "*.zip") == ["c.json", "[1].zip", "a.zip", "b.zip"]
    assert taken("[1]*", "[1].zip") == ["[1].zip", "[1].zip"]
    assert taken("*.txt", "?.json") == ["*.txt", "c.json"]


def test_export_refuses_an_unknown_ending(run: Run, package_file: Path, tmp_path: Path) -> None:
    ran = run("export", package_file, "-o", tmp_path / "out.pdf")
    assert "out.pdf" in ran.complaint
    assert ran.status == 2


@pytest.mark.parametrize("name", ["out.docx", "out"])
def test_render_writes_no_pdf_that_is_called_something_else(
    run: Run, package_file: Path, tmp_path: Path, name: str
) -> None:
    ran = run("render", package_file, "-o", tmp_path / name)
    assert ran.complaint.startswith(f"{name}: the name must end in .pdf")
    assert ran.status == 2
    assert not (tmp_path / name).exists()


def test_version(run: Run) -> None:
    assert run("--version") == run("--version", language=TH)
    assert run("--version").out == f"suanruam {__version__}\n"


COMMANDS = ["render", "import", "export", "list", "check", "backup", "verify", "restore", "merge"]


def test_help_is_in_the_callers_language(run: Run) -> None:
    thai, english = run("--help", language=TH), run("--help")
    assert thai.status == english.status == 0
    assert "วิธีใช้: suanruam" in thai.out
    assert "Usage: suanruam" in english.out
    for command in COMMANDS:
        assert f"\n  {command} " in thai.out
        assert f"\n  {command} " in english.out


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_no_help_mixes_languages(run: Run, command: list[str]) -> None:
    thai, english = run(*command, "--help", language=TH).out, run(*command, "--help").out
    assert not any("ก" <= character <= "๛" for character in english)
    for leftover in ("Usage", "Options:", "Arguments:", "required", "Show", "\x1f"):
        assert leftover not in thai


def test_render_knows_the_users_own_words(run: Run, data: Path, tmp_path: Path) -> None:
    source, out = tmp_path / "report.json", tmp_path / "out.pdf"
    name = "ภูลมโลสันติกลางดงรัก"
    source.write_bytes(json_bytes(Report(fiscal_year=2566, introduction=f"ลานหน้า{name}" * 40)))
    whole: list[int] = []
    for words in ("", name):
        data.mkdir(exist_ok=True)
        (data / "words.txt").write_text(words, encoding="utf-8")
        assert run("render", source, "-o", out).status == 0
        whole.append(by_mupdf(out.read_bytes()).count(name))
    assert whole[0] < whole[1] == 40
