"""The text in a file that somebody hands over: a Word file (.docx) or plain text, told by content, not by name."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
import filetype
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from township.records.intake import DOCX, OLD_OFFICE, Refusal, office_type

from .numbering import Numbering

MAX_BYTES = 10 * 1024 * 1024
TOO_BIG = f"文件超过 {MAX_BYTES // 1024 // 1024} MB，请去掉图片后再传，或直接粘贴文字。"
NO_TEXT = "这不是文字文件，请选 Word（docx）或文本（txt）文件，或者直接粘贴文字。"
MARKUP = re.compile(r"[\ufeff\s]*<(?:!doctype|html|\?xml)", re.IGNORECASE)
# A report is a few dozen kilobytes; what unpacks to more is pictures, or was made to hurt.
MAX_PART, MAX_UNPACKED = 20 * 1024 * 1024, 60 * 1024 * 1024
# Text that Word keeps but does not show as the document's: struck out, moved away, or told twice.
UNSHOWN = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}


class Unreadable(Exception):
    """There is no text to be had; the text is the sentence for the user."""


def text_of(content):
    """The text in the bytes of a file, one paragraph a line; raises `Unreadable` with one sentence."""
    if len(content) > MAX_BYTES:
        raise Unreadable(TOO_BIG)
    if not content.strip(b"\0\r\n\t "):
        raise Unreadable("文件是空的，请检查是不是选错了文件。")
    text = _word_text(content) if _is_packed(content) else _plain_text(content)
    if not text.strip("\ufeff").strip():
        raise Unreadable("文件里没有文字；如果是扫描件或图片，请改用有文字的文件。")
    return text


def _is_packed(content):
    return content.startswith((b"PK\x03\x04", OLD_OFFICE))


# Plain text -------------------------------------------------------------------------------------------


def _plain_text(content):
    """Text in UTF-8, GB18030 or, where the file says so, UTF-16, with its line ends as they are."""
    kind = filetype.guess_extension(content)
    if kind == "pdf":
        raise Unreadable("PDF 里的文字取不完整，请用 Word 或 WPS 另存为 docx，或者直接粘贴文字。")
    if kind == "rtf":
        raise Unreadable("这是 RTF 文件，请用 Word 或 WPS 另存为 docx 后再传。")
    text = _decoded(content, likely_binary=kind is not None)
    if "\0" in text or MARKUP.match(text):
        raise Unreadable(NO_TEXT)
    return text


def _decoded(content, *, likely_binary):
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8"]
    # Almost any bytes make some text in GB18030.
    encodings += [] if likely_binary else ["gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(NO_TEXT)


# Word files -------------------------------------------------------------------------------------------


def _word_text(content):
    if content.startswith(OLD_OFFICE):
        raise Unreadable("文件是旧版 Word 格式（doc）或加了密码，请另存为不加密的 docx 后再传。")
    _check(content)
    try:
        document = docx.Document(BytesIO(content))
        return "\n".join(_lines(document.element.body, Numbering(document.part)))
    except (OpcError, LxmlError, BadZipFile, KeyError, ValueError, RuntimeError, OSError) as error:
        raise Unreadable("Word 文件打不开，可能已损坏或加了密码，请另存为新的 docx 后再传。") from error


def _check(content):
    """That it is a Word file of a size that can be unpacked and of parts that only hold what Word writes."""
    try:
        if office_type(content) != DOCX:
            raise Unreadable("这是表格文件，请选 Word（docx）或文本（txt）文件。")
        with ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            too_large = any(part.file_size > MAX_PART for part in parts if part.filename.endswith(".xml"))
            if too_large or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise Unreadable("文件展开后太大，没有读取，请把文字复制过来粘贴。")
            if b"<!DOCTYPE" in package.read("word/document.xml")[:4096].upper():
                raise Unreadable("文件里有不允许的外部内容，没有读取，请用 Word 或 WPS 另存后再传。")
    except Refusal as refusal:
        raise Unreadable(f"文件{refusal}") from refusal
    except (BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        raise Unreadable("Word 文件打不开，可能已损坏或加了密码，请另存为新的 docx 后再传。") from error


def _lines(element, numbering):
    """The paragraphs below an element; of a table each row is one line."""
    for child in element:
        if child.tag == qn("w:p"):
            yield numbering.of(child) + "".join(_shown(child))
        elif child.tag == qn("w:tr"):
            cells = ("".join(_lines(cell, numbering)) for cell in child.iter(qn("w:tc")))
            yield " ".join(cell.strip() for cell in cells)
        elif child.tag not in UNSHOWN:
            yield from _lines(child, numbering)


def _shown(element):
    """What a paragraph shows, inserted text included, deleted text not."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag not in UNSHOWN and child.tag != qn("w:pPr"):
            yield from _shown(child)
