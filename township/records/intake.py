"""Taking in photos and files: what they are is told by their content, never by name or declared type."""

import hashlib
import re
import unicodedata
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePosixPath

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from township.people.outgoing import DOCX, XLSX

from . import pictures
from .models import Attachment, Citation
from .register import registry

NAME_LENGTH = 160
# Extensions that are right for each kept type; the first one is used when the name has none of them.
SUFFIXES = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "application/pdf": (".pdf",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
}
PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".gif", ".bmp", ".webp")
# An office file inside its zip container: the part that has to be there, and the largest sum of all parts.
OFFICE_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
MAX_UNPACKED = 300 * 1024 * 1024
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True)
class Intake:
    """A checked upload: the bytes to keep and what is known about them."""

    content: bytes
    content_type: str
    thumbnail: bytes = b""
    captured_at: object = None


class Refusal(Exception):
    """Why a file is refused, as the rest of a sentence that begins with its name."""


def take_in(upload, *, by, captured_at=""):
    """Store one uploaded file for `by`'s unit; raises ValidationError with one sentence when it is refused.

    `captured_at` is the camera's time (2022:03:05 10:20:30) of a photo that the browser has shrunk, which
    leaves nothing in the file itself. The same bytes sent again by the same unit are stored once, under the name they first came with.
    """
    try:
        content = _read(upload)
        sha256 = hashlib.sha256(content).hexdigest()
        found = _known(sha256, by)
        if found is not None:
            return found
        intake = examine(content, upload.name)
        if intake.captured_at is None and intake.thumbnail:
            intake = replace(intake, captured_at=pictures.camera_time(captured_at))
    except Refusal as refusal:
        raise ValidationError(f"“{clean_name(upload.name)}”{refusal}", code="refused") from refusal
    return _store(intake, sha256, name=clean_name(upload.name, intake.content_type), by=by)


def _read(upload):
    limit = settings.ATTACHMENT_MAX_BYTES
    if upload.size > limit:
        size, most = (f"{number / 1024 / 1024:.4g} MB" for number in (upload.size, limit))
        raise Refusal(f"有 {size}，超过 {most} 的上限，请压缩后再传。")
    if not upload.size:
        raise Refusal("是空文件，请重新选择。")
    upload.seek(0)
    return upload.read()


def _known(sha256, by):
    """The attachment of these bytes that the unit already has, now also `by`'s own upload."""
    found = Attachment.objects.filter(keeper=by.area, sha256=sha256).first()
    if found is not None and found.uploaded_by_id != by.pk:
        found.also_sent_by.add(by)
    return found


# What it is ---------------------------------------------------------------------------------------


def examine(content, name):
    """The bytes to keep and their real type; raises a refusal that says why and what to do."""
    mime = filetype.guess_mime(content)
    if mime in pictures.FORMATS:
        return _picture(content, mime)
    if mime == "application/pdf":
        return Intake(content, mime)
    if content.startswith(b"PK\x03\x04"):
        return Intake(content, office_type(content))
    if content.startswith(OLD_OFFICE):
        raise Refusal("是旧版格式或加了密码，请在 Word、WPS 里另存为不加密的 docx 或 xlsx 后再传。")
    if PurePosixPath(name).suffix.lower() in PHOTO_SUFFIXES:
        raise Refusal("不是可以识别的照片，请换一张 JPG、PNG 或 HEIC 照片。")
    raise Refusal("的类型不能接收，请上传照片（JPG、PNG、HEIC）、PDF、Word（docx）或 Excel（xlsx）文件。")


def _picture(content, mime):
    try:
        picture = pictures.prepare(content, mime)
    except pictures.TooManyPixels as error:
        raise Refusal("的尺寸太大，请缩小后再传。") from error
    except pictures.Unreadable as error:
        raise Refusal("是坏的或不完整的照片，打不开，请换一张。") from error
    return Intake(picture.content, picture.content_type, picture.thumbnail, picture.captured_at)


def office_type(content):
    """docx or xlsx, by the parts inside; anything else in a zip is refused."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as container:
            parts = {part.filename: part for part in container.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refusal("是坏的或不完整的文件，打不开，请重新导出后再传。") from error
    found = [mime for part, mime in OFFICE_PARTS.items() if part in parts]
    if len(found) != 1 or "[Content_Types].xml" not in parts:
        raise Refusal("是压缩包，不能接收，请解压后把里面的照片和文件分别上传。")
    if any(PurePosixPath(part).name.lower() == "vbaproject.bin" for part in parts):
        raise Refusal("带有宏，不能接收，请另存为不带宏的 docx 或 xlsx 后再传。")
    if sum(part.file_size for part in parts.values()) > MAX_UNPACKED:
        raise Refusal("展开后太大，请减少里面的图片后再传。")
    return found[0]


# What it is called --------------------------------------------------------------------------------


def clean_name(name, content_type=""):
    """The name for people to read: no folders, no invisible or reserved characters, the right extension."""
    name = unicodedata.normalize("NFC", name or "").replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(char for char in name if unicodedata.category(char)[0] != "C")
    name = re.sub(r'[<>:"|?*]', "_", re.sub(r"\s+", " ", name)).strip().rstrip(" .")
    if not content_type:
        return name[:NAME_LENGTH] or "未命名文件"
    suffixes = SUFFIXES[content_type]
    stem, suffix = _split(name)
    if suffix.lower() not in suffixes:
        suffix = suffixes[0]
    stem = stem.strip(" .") or ("照片" if content_type.startswith("image/") else "文件")
    return stem[: NAME_LENGTH - len(suffix)] + suffix


def _split(name):
    """(stem, extension); digits after a full stop, as in 方案v1.2, are no extension."""
    found = re.fullmatch(r"(.*)(\.[A-Za-z][A-Za-z0-9]{1,4})", name)
    return found.groups() if found else (name, "")


# Where it lies ------------------------------------------------------------------------------------


def _store(intake, sha256, *, name, by):
    """Write the files, then confirm them with a record; all or nothing."""
    attachment = Attachment(
        sha256=sha256,
        name=name,
        content_type=intake.content_type,
        size=len(intake.content),
        captured_at=intake.captured_at,
        looks=pictures.looks(intake.thumbnail) if intake.thumbnail else "",
        keeper=by.area,
        uploaded_by=by,
    )
    try:
        attachment.file.save(name, ContentFile(intake.content), save=False)
        if intake.thumbnail:
            attachment.thumbnail.save(name, ContentFile(intake.thumbnail), save=False)
        with transaction.atomic():
            attachment.save()
    except Exception as error:
        _remove(attachment.file, attachment.thumbnail)
        # A double click: the other request has just stored the same bytes.
        if isinstance(error, IntegrityError) and (found := _known(sha256, by)) is not None:
            return found
        raise
    return attachment


def _remove(*field_files):
    for field_file in field_files:
        if field_file:
            field_file.delete(save=False)


def cite(record, attachments):
    """Let `record` cite every attachment once."""
    slug = registry.of(type(record)).slug
    for attachment in attachments:
        Citation.objects.get_or_create(attachment=attachment, register=slug, record_id=record.pk)
