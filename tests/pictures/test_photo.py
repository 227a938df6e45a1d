"""Photos are taken in whole, upright, of printing size, in true colours, and tell nothing else."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageCms

from desktop_app.errors import UserFault
from desktop_app.pictures.photo import LONG_EDGE, prepared, small, treated
from tests.pictures.samples import (
    BLUE,
    RED,
    WHITE,
    absurd,
    decoded,
    encoded,
    half,
    head,
    is_near,
    notes,
    nothing,
    other,
    plain,
)

KINDS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")
MODES = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), "TIFF": ("L", "RGB", "CMYK", "P")}


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_of_every_kind_are_taken_in(kind: str) -> None:
    image = decoded(prepared(encoded(plain(60, 40), kind), f"a.{kind}"))
    assert image.size == (60, 40)
    assert is_near(image.getpixel((10, 20)), RED, 12)
    assert is_near(image.getpixel((50, 20)), BLUE, 12)


@pytest.mark.parametrize(("kind", "mode"), [(k, m) for k, modes in MODES.items() for m in modes])
def test_pixels_of_every_sort_are_taken_in(kind: str, mode: str) -> None:
    grey = Image.linear_gradient("L")
    image = grey.convert(mode) if mode != "I;16" else grey.convert("I").point(lambda v: v * 257)
    made = decoded(prepared(encoded(image.convert(mode), kind), "a"))
    assert is_near(made.getpixel((128, 4)), (4, 4, 4))
    assert is_near(made.getpixel((128, 251)), (251, 251, 251))


def test_of_several_pictures_the_first_is_taken() -> None:
    frames = [plain(60, 40), Image.new("RGB", (60, 40), "lime")]
    for kind in ("GIF", "TIFF", "WEBP"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        assert is_near(decoded(prepared(data, "a")).getpixel((10, 20)), RED, 20)


@pytest.mark.parametrize("size", [(3000, 200), (200, 3000), (LONG_EDGE + 1, 40)])
def test_a_large_photo_is_made_smaller(size: tuple[int, int]) -> None:
    assert max(decoded(prepared(encoded(plain(*size), "JPEG"), "a")).size) == LONG_EDGE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_is_turned_upright(kind: str) -> None:
    image = decoded(prepared(encoded(plain(80, 40), kind, exif=notes(6)), "a"))
    assert image.size == (40, 80)
    assert is_near(image.getpixel((20, 10)), RED, 12)
    assert is_near(image.getpixel((20, 70)), BLUE, 12)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_told_but_the_picture(kind: str) -> None:
    told = encoded(plain(80, 40), kind, exif=notes(), xmp=b"<x:xmpmeta>16.82N</x:xmpmeta>")
    kept = prepared(told, "a")
    for word in (b"16.82N", b"Secretcam"):
        assert word in told
        assert word not in kept
    assert b"exif" not in kept.lower()
    assert set(markers(kept)) <= {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA}, "no APP1 to APP15, no COM"


def markers(jpeg: bytes) -> list[int]:
    """Return the markers of a JPEG stream up to its scan (ITU T.81)."""
    found, at = [0xD8], 2
    while found[-1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def test_a_telephones_picture_comes_upright_in_true_colours_and_tells_no_place(
    telephone: bytes,
) -> None:
    kept = prepared(telephone, "IMG_0001.HEIC")
    image = decoded(kept)
    assert b"16.82N" in telephone
    assert b"16.82N" not in kept
    assert image.size == (120, 160)
    assert is_near(image.getpixel((60, 20)), (213, 94, 33)), "Display P3's orange as sRGB has it"
    assert is_near(image.getpixel((60, 140)), BLUE)


def test_a_profile_that_is_no_profile_is_passed_over() -> None:
    data = encoded(plain(60, 40), "PNG", icc_profile=b"nonsense" * 40)
    assert is_near(decoded(prepared(data, "a")).getpixel((10, 20)), RED)


def test_a_printers_jpeg_has_its_colours() -> None:
    image = decoded(prepared(encoded(plain(60, 40, "CMYK"), "JPEG"), "a"))
    assert is_near(image.getpixel((10, 20)), RED, 12)


def test_an_srgb_profile_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    grey = Image.linear_gradient("L").convert("RGB")
    made = decoded(prepared(encoded(grey, "PNG", icc_profile=profile), "a"))
    assert all(is_near(made.getpixel((9, y)), (y, y, y), 4) for y in range(5, 250, 20))


def test_a_clear_picture_lies_on_white() -> None:
    clear = Image.new("RGBA", (3000, 20), (0, 0, 0, 0))
    clear.paste((*BLUE, 255), (1500, 0, 3000, 20))
    for kind in ("PNG", "WEBP"):
        image = decoded(prepared(encoded(clear, kind), "a"))
        assert is_near(image.getpixel((100, 6)), WHITE)
        assert is_near(image.getpixel((1800, 6)), BLUE, 12)
    palette = encoded(clear.convert("RGB").quantize(2), "PNG", transparency=0)
    assert WHITE in {decoded(prepared(palette, "a")).getpixel((x, 6)) for x in (9, 1900)}


@pytest.mark.parametrize("spoil", [half, head, other, nothing])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_whole_picture_is_refused_by_name(
    spoil: Callable[[bytes], bytes], kind: str
) -> None:
    with pytest.raises(UserFault) as refused:
        prepared(spoil(encoded(Image.effect_noise((300, 300), 60), kind)), "วัด.jpg")
    assert refused.value.said.th.startswith("วัด.jpg: ไ")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_telephones_picture_that_is_not_whole_is_refused(telephone: bytes, part: float) -> None:
    with pytest.raises(UserFault, match="IMG"):
        prepared(telephone[: int(len(telephone) * part)], "IMG_0001.HEIC")


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_bomb_is_refused_by_name_before_it_is_decoded(kind: str) -> None:
    with pytest.raises(UserFault) as refused:
        prepared(absurd(encoded(plain(300, 300), kind)), "ระเบิด.png")
    assert refused.value.said.th == "ระเบิด.png: ภาพใหญ่เกินไป"


def test_a_telephone_of_two_hundred_million_pixels_is_not_refused() -> None:
    data = encoded(Image.new("L", (16_320, 12_240)), "JPEG")
    assert decoded(prepared(data, "a")).size == (1920, 1440)


def test_a_small_picture_keeps_the_shape() -> None:
    raster = small(prepared(encoded(plain(400, 200), "PNG"), "a.png"), 100)
    assert raster is not None
    assert (raster.width, raster.height, len(raster.samples)) == (100, 50, 100 * 50 * 3)
    assert is_near(raster.samples[:3], RED)


def test_of_a_damaged_photo_there_is_no_small_picture() -> None:
    assert small(b"", 100) is None
    assert small(half(encoded(plain(300, 300), "JPEG")), 100) is None


def test_a_part_is_cut_out_and_turned() -> None:
    kept = prepared(encoded(plain(400, 200), "PNG"), "a.png")
    part = decoded(treated(kept, (2500, 0, 10_000, 5000), 90))
    assert part.size == (100, 300)
    assert is_near(part.getpixel((50, 20)), RED), "the left is up once turned clockwise"
    assert is_near(part.getpixel((50, 280)), BLUE)
    assert decoded(treated(kept, None, 270)).getpixel((100, 20)) == pytest.approx(BLUE, abs=8)
    assert decoded(treated(kept, None, 180)).getpixel((10, 100)) == pytest.approx(BLUE, abs=8)


def test_what_is_damaged_is_not_treated() -> None:
    with pytest.raises(UserFault):
        treated(b"", None, 90)
    with pytest.raises(ValueError, match="no part"):
        treated(encoded(plain(10, 10), "JPEG"), (5, 5, 5, 9), 0)
