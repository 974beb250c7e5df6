"""Photos: whether the camera wrote down where they were taken or whose they are."""

import io

from PIL import ExifTags, Image

from township.records import pictures

_MIME = {"JPEG": "image/jpeg", "PNG": "image/png"}
_OWNER = (ExifTags.Base.Artist, ExifTags.Base.Copyright, ExifTags.Base.CameraOwnerName)


def walk(content, visitor, place=""):
    """Show `visitor` a picture that tells more than it shows; the bytes of the copy."""
    try:
        told = tells(content)
    except pictures.BROKEN:
        visitor.unread(place, "照片打不开")
        return content
    return visitor.picture(place, content) if told else content


def tells(content):
    """Whether the picture's own data name the place or the owner."""
    with Image.open(io.BytesIO(content), formats=list(_MIME)) as image:
        exif = image.getexif()
        return bool(exif.get_ifd(ExifTags.IFD.GPSInfo)) or any(exif.get(tag) for tag in _OWNER)


def plain(content):
    """The same picture with nothing but pixels; raises what `pictures.prepare` raises."""
    with Image.open(io.BytesIO(content), formats=list(_MIME)) as image:
        mime = _MIME[image.format]
    return pictures.prepare(content, mime).content
