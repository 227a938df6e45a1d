"""The face that an office's reports are set in: Sarabun, or a font file that can serve."""

from pathlib import Path

from desktop_app.errors import Said, UserFault
from desktop_app.paths import font
from desktop_app.typeset.faces import Family, Unfitness, UnusableFont, open_family, size_factor
from desktop_app.typeset.families import FontFile, font_file, styles_beside, thai_families
from desktop_app.typeset.installed import InstalledFaces, font_folders

__all__ = ["FontFile", "checked_face", "family_of", "installed_faces"]

_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_WHY = {
    Unfitness.UNREADABLE: Said("เปิดไม่ได้ ไม่ใช่ไฟล์ตัวอักษรหรือไฟล์เสียหาย", "it is no font, or damaged"),
    Unfitness.NOT_TRUETYPE: Said(
        "ไม่ใช่ตัวอักษรแบบ TrueType (.ttf)", "its outlines are not TrueType (.ttf)"
    ),
    Unfitness.NO_EMBEDDING: Said(
        "สิทธิการใช้งานไม่ให้ฝังลงใน PDF", "its licence forbids embedding in a PDF"
    ),
    Unfitness.NO_THAI: Said("มีตัวอักษรไทยไม่ครบ", "it lacks Thai letters"),
}


def family_of(face: Path | None) -> Family:
    """Return the faces of an office's choice; Sarabun where it chose none, or it cannot be used."""
    installed = InstalledFaces(font_folders())
    bundled = [font(f"Sarabun-{style}.ttf") for style in _STYLES]
    if face is not None:
        try:
            return open_family(face, *styles_beside(face), fallback=installed.face_with)
        except UnusableFont:  # the settings say so; a report is rather set in another face
            pass
    return open_family(*bundled, fallback=installed.face_with)


def checked_face(path: Path) -> FontFile:
    """Return what a font file is called; UserFault where it cannot set official Thai."""
    try:
        size_factor(path)
        for style in styles_beside(path):
            if style is not None:
                size_factor(style)
    except UnusableFont as unfit:
        raise _refused(path, _WHY[unfit.reason]) from unfit
    return font_file(path) or FontFile(path, path.stem, "")


def installed_faces() -> tuple[FontFile, ...]:
    """Return the fonts of this computer that can set official Thai; slow, looks at every file."""
    return thai_families(font_folders())


def _refused(path: Path, why: Said) -> UserFault:
    return UserFault(
        Said(
            f"ใช้ตัวอักษร {path.name} ไม่ได้: {why.th}", f"The font {path.name} cannot be used: {why.en}"
        )
    )
