"""The colours of a picture as paper and every screen show them: sRGB, on white."""

from io import BytesIO

from PIL import Image, ImageCms

_WHITE = (255, 255, 255)


def as_seen(image: Image.Image) -> Image.Image:
    """Return a picture in plain sRGB: its own colour profile followed, what is clear made white."""
    if image.mode in {"LA", "RGBA"}:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", seen.size, _WHITE)
        colours = Image.merge("RGB", seen.split()[:3])
        colours.info = image.info
        paper.paste(_in_srgb(colours), mask=seen.getchannel("A"))
        return paper
    return _in_srgb(image)


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile:
        return image.convert("RGB")
    try:
        made = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile says nothing
        return image.convert("RGB")
    return made or image.convert("RGB")
