"""What the county's website gets of one piece of information: text, attachments and an index, as one zip."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from township.figures.period import spoken
from township.privacy.guard import Item
from township.records.models import Attachment
from township.records.official import set_text
from township.workbooks.sheets import add_table, book_bytes, new_book

TITLE, SUMMARY, TEXT = "标题", "内容概述", "正文"
# What else of the catalogue somebody typed.
TYPED = {
    "index_number": "索引号",
    "subject": "主题分类",
    "issued_by": "发文机构",
    "document_number": "发文字号",
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')


def items_of(record, slug):
    """[Item] of everything that goes to the website."""
    texts = [(TITLE, record.title), (SUMMARY, record.summary), (TEXT, record.text)]
    texts += [(label, getattr(record, name)) for name, label in TYPED.items()]
    items = [Item(label, text=text) for label, text in texts if text]
    for number, attachment in enumerate(Attachment.objects.cited_by(slug, record.pk), 1):
        with attachment.file.open() as file:
            content = file.read()
        items.append(
            Item(f"附件{number}", name=attachment.name, content=content, content_type=attachment.content_type)
        )
    return items


def safe_name(text):
    """A file name that every system can keep."""
    return _UNSAFE.sub("_", text).strip("._")[:60] or "未命名"


def package_bytes(record, items):
    """The zip of the cleared items."""
    texts = {item.label: item.text for item in items if not item.is_file}
    title = texts.get(TITLE, "")
    files = _texts(record, title, texts) + [
        (f"{item.label}_{_named(item)}", item.content) for item in items if item.is_file
    ]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files:
            package.writestr(name, content)
        package.writestr("目录.xlsx", _index(record, title, texts, [name for name, _ in files]))
    return buffer.getvalue()


def _texts(record, title, texts):
    """The text as Word file and as plain text; nothing where only attachments are published."""
    if not (text := texts.get(TEXT)):
        return []
    date = record.signed_on or record.made_on or record.date
    given = {"title": title, "organ": texts[TYPED["issued_by"]], "date": spoken(date)}
    name = safe_name(title)
    return [(f"{name}.{kind}", set_text(kind, text, **given)) for kind in ("docx", "txt")]


def _named(item):
    path = PurePosixPath(item.name)
    return safe_name(path.stem) + path.suffix.lower()


def _index(record, title, texts, names):
    """The row of the public catalogue (条例 art. 12) and the files, for whoever puts it on the website."""
    number, subject, issuer, document_number = TYPED.values()
    fields = [
        (number, texts.get(number, "")),
        (TITLE, title),
        (SUMMARY, texts.get(SUMMARY, "")),
        ("公开栏目", record.get_column_display()),
        (subject, texts.get(subject, "")),
        (issuer, texts[issuer]),
        (document_number, texts.get(document_number, "")),
        ("成文日期", record.signed_on),
        ("生成日期", record.made_on),
        ("应在何日前公开", record.publish_by),
        ("有效性", record.get_validity_display()),
        ("公开形式", record._meta.get_field("channels").labels(record.channels)),
        ("公开范围", record.get_scope_display()),
        ("公开时限", record.get_term_display()),
        ("保密审查人", str(record.cleared_by or "")),
        ("审查日期", record.cleared_on),
        *((f"文件{number}", name) for number, name in enumerate(names, 1)),
    ]
    book = new_book()
    add_table(
        book,
        title="目录",
        notes=[f"{texts[issuer]}公开信息目录", "报县政府网站发布用"],
        headers=["项目", "内容"],
        rows=[[label, value] for label, value in fields],
    )
    return book_bytes(book)
