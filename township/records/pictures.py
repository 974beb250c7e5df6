"""Photos as the portal keeps them: upright, of a sensible size, and without anything the camera wrote down.

A phone writes the place, the owner and often a second, unedited picture into the file. All of it goes; the
time of the exposure is read first, because it tells whether a photo belongs to the day it is to prove.
"""

import datetime
import io
import threading
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils import timezone
from PIL import ExifTags, Image, ImageFile, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()

LONG_EDGE = 2560
THUMBNAIL_EDGE = 480
# Decoded pixels that are still taken in: three bytes each, so that one photo never fills the memory.
MAX_PIXELS = 50_000_000
QUALITY = 85
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/heic": "HEIF", "image/heif": "HEIF"}
# What Pillow raises on bytes that only look like a picture, depending on where they stop making sense.
BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, EOFError, OverflowError)


# The signs of a picture in which nothing can be told.
NOTHING_SEEN = "0" * 32


class Unreadable(Exception):
    """The bytes are no complete picture."""


class TooManyPixels(Exception):
    """The picture would need too much memory."""


@dataclass(frozen=True)
class Picture:
    """A photo ready to be kept, with its thumbnail (always JPEG) and the camera's own time."""

    content: bytes
    content_type: str
    thumbnail: bytes
    captured_at: datetime.datetime | None


_turn = threading.Lock()


@contextmanager
def _strictly():
    """One picture at a time in this process, and only whole ones.

    WeasyPrint tells Pillow, for the whole process, to fill up truncated pictures with grey.
    """
    with _turn:
        lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def prepare(content, content_type):
    """The picture in `content`; raises `Unreadable` or `TooManyPixels`."""
    try:
        with _strictly(), Image.open(io.BytesIO(content), formats=(FORMATS[content_type],)) as image:
            captured_at = capture_time(image)
            upright = _upright(image)
    except Image.DecompressionBombError as error:
        raise TooManyPixels from error
    except BROKEN as error:
        raise Unreadable from error
    kept_type = "image/png" if content_type == "image/png" else "image/jpeg"
    return Picture(
        content=_encoded(upright, LONG_EDGE, "PNG" if kept_type == "image/png" else "JPEG"),
        content_type=kept_type,
        thumbnail=_encoded(upright, THUMBNAIL_EDGE, "JPEG"),
        captured_at=captured_at,
    )


def looks(content):
    """128 signs of what a picture shows, in hexadecimal: whether it gets brighter to the right and downwards.

    They hardly change when a picture is shrunk or saved anew (the “difference hash”, in both directions).
    """
    with Image.open(io.BytesIO(content)) as image:
        grey = ImageOps.exif_transpose(image).convert("L")
        across, down = (grey.resize(size, Image.Resampling.LANCZOS).tobytes() for size in ((9, 8), (8, 9)))
    signs = [
        across[9 * row + column] < across[9 * row + column + 1] for row in range(8) for column in range(8)
    ]
    signs += [down[8 * row + column] < down[8 * row + 8 + column] for row in range(8) for column in range(8)]
    return f"{int(''.join('01'[sign] for sign in signs), 2):032x}"


def capture_time(image):
    """The camera's DateTimeOriginal as local time (Asia/Shanghai); None when absent or nonsense."""
    return camera_time(image.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal, ""))


def camera_time(text):
    """A time as cameras write it, 2022:03:05 10:20:30, as local time; None when it is absent or nonsense."""
    try:
        moment = datetime.datetime.strptime(str(text).strip("\0 "), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
    return timezone.make_aware(moment)


def _upright(image):
    # A JPEG can be decoded at a half, a quarter or an eighth: large photos then cost little memory.
    image.draft("RGB", (LONG_EDGE, LONG_EDGE))
    if image.width * image.height > MAX_PIXELS:
        raise TooManyPixels
    turned = ImageOps.exif_transpose(image)
    transparent = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
    return turned.convert("RGBA" if transparent else "L" if turned.mode in ("1", "L") else "RGB")


def _encoded(image, edge, file_format):
    """`image` within a square of `edge` pixels, as a new file that holds pixels and nothing else."""
    plain = image.copy()
    plain.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    plain.info = {}
    if file_format == "JPEG" and plain.mode == "RGBA":
        backed = Image.new("RGB", plain.size, "white")
        backed.paste(plain, mask=plain.getchannel("A"))
        plain = backed
    out = io.BytesIO()
    plain.save(out, file_format, optimize=True, **({"quality": QUALITY} if file_format == "JPEG" else {}))
    return out.getvalue()
