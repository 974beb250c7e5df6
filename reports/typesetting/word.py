"""Writing a document as an editable .docx for Word and WPS, with real styles on the official grid.

Word and WPS break the lines themselves, so the grid is given as they understand it: 22 exact lines of 579
twentieths of a point, and 28 characters of 16 points drawn 0.25 points closer. The named fonts are the
official ones; they are not embedded, for they may not be passed on.
"""

import io
import math

from docx import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..document import Table
from .profile import MM, NATIONAL
from .signature import right_indents
from .tables import SIZE as TABLE_SIZE
from .tables import column_widths
from .titles import title_lines

TWIPS = 20  # in a point
HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")


def render_word(document, profile=NATIONAL):
    """The bytes of a .docx with the text of `document`, the same characters as its PDF."""
    return _Writer(document, profile).bytes()


def line_twips(profile):
    """Height of a line. 580 would leave 21 lines on the national page: 22 × 29 pt is more than 225 mm."""
    return int(profile.height * MM / profile.lines * TWIPS)


def spacing_twips(profile):
    """What is added between characters. 16 pt − 0.25 pt: 28 in 156 mm; −0.20 pt would leave 27."""
    return math.floor((profile.line_width / profile.cells - profile.body_size) * TWIPS)


class _Writer:
    def __init__(self, document, profile):
        self.document, self.profile = document, profile
        self.spacing = spacing_twips(profile)
        self.word = WordDocument()
        self.set_page()
        self.set_styles()
        self.set_page_numbers()
        self.set_properties()

    def bytes(self):
        self.write_heading()
        self.write_title()
        if self.document.addressee:
            self.paragraph(self.document.addressee, indent=0)
        for block in self.document.blocks:
            self.write_block(block)
        self.write_attachments()
        self.write_signature()
        buffer = io.BytesIO()
        self.word.save(buffer)
        return buffer.getvalue()

    # Page and styles -------------------------------------------------------------------------------

    def set_page(self):
        section, profile = self.word.sections[0], self.profile
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.left_margin = Mm(profile.top), Mm(profile.left)
        section.bottom_margin = Mm(297 - profile.top - profile.height)
        section.right_margin = Mm(210 - profile.left - profile.width)
        below = 297 - profile.top - profile.height - profile.number_drop
        # The middle of the number's line is the height of its dash.
        section.footer_distance = Mm(below - profile.number_size / MM / 2)
        grid = section._sectPr.find(qn("w:docGrid"))
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), str(line_twips(profile)))

    def set_styles(self):
        styles, profile = self.word.styles, self.profile
        language = styles.element.find(f".//{qn('w:lang')}")
        language.set(qn("w:eastAsia"), "zh-CN")
        body = styles["Normal"]
        set_face(body, word_font(profile.body), profile.body_size, self.spacing)
        format_of = body.paragraph_format
        format_of.line_spacing_rule, format_of.line_spacing = (
            WD_LINE_SPACING.EXACTLY,
            Pt(line_twips(profile) / TWIPS),
        )
        format_of.space_before = format_of.space_after = Pt(0)
        format_of.widow_control = False
        format_of.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        set_flag(body, "w:snapToGrid", on=False)
        set_flag(body, "w:kinsoku", on=True)
        set_flag(body, "w:overflowPunct", on=True)
        set_flag(body, "w:autoSpaceDE", on=False)
        set_flag(body, "w:autoSpaceDN", on=False)
        for name, families in zip(HEADINGS, profile.levels, strict=True):
            self.set_heading(styles[name], families)
        title = styles.add_style("公文标题", WD_STYLE_TYPE.PARAGRAPH)
        title.base_style = body
        set_face(title, word_font(profile.title), profile.title_size, 0)
        title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def set_heading(self, style, families):
        set_face(style, word_font(families), self.profile.body_size, self.spacing)
        style.font.bold = style.font.italic = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        format_of = style.paragraph_format
        format_of.space_before = format_of.space_after = Pt(0)
        format_of.keep_with_next = self.profile.headings_keep_text
        indent_first_line(style.element.get_or_add_pPr(), 2)

    def set_page_numbers(self):
        """— 1 — outside below the type area: odd pages right, even pages left (GB/T 9704-2012, 7.5)."""
        self.word.settings.odd_and_even_pages_header_footer = True
        section = self.word.sections[0]
        for footer, alignment in (
            (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
            (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
        ):
            footer.is_linked_to_previous = False
            [paragraph] = footer.paragraphs
            paragraph.style = self.word.styles["Normal"]
            paragraph.alignment = alignment
            side = paragraph.paragraph_format
            side.left_indent = side.right_indent = Pt(self.profile.number_size)
            side.line_spacing_rule, side.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(self.profile.number_size)
            for text, field in (("— ", ""), ("", "PAGE"), (" —", "")):
                run = paragraph.add_run(text)
                set_face(run, word_font(self.profile.page_number), self.profile.number_size, 0)
                if field:
                    add_field(run, field)

    def set_properties(self):
        properties = self.word.core_properties
        properties.title = self.document.title.replace("\n", "")
        properties.author = self.document.organs[0] if self.document.organs else ""
        properties.language, properties.comments = "zh-CN", ""

    # Parts -----------------------------------------------------------------------------------------

    def paragraph(self, text="", *, style="Normal", indent=2, lead=(0, ())):
        """A paragraph whose first `lead[0]` characters carry the face of the families `lead[1]`."""
        paragraph = self.word.add_paragraph(style=style)
        if indent and style == "Normal":
            indent_first_line(paragraph._p.get_or_add_pPr(), indent)
        length, families = lead
        for part, face in ((text[:length], families), (text[length:], ())):
            if part:
                run = paragraph.add_run(part)
                if face:
                    set_face(run, word_font(face), self.profile.body_size, self.spacing)
        return paragraph

    def blank(self, count=1):
        for _ in range(count):
            self.paragraph(indent=0)

    def write_heading(self):
        """发文字号 and 签发人 above the title (7.2.5, 7.2.6)."""
        heading = self.document.heading
        if heading.number:
            self.paragraph(heading.number, indent=1 if heading.signers else 0).alignment = (
                WD_ALIGN_PARAGRAPH.LEFT if heading.signers else WD_ALIGN_PARAGRAPH.CENTER
            )
        if heading.signers:
            paragraph = self.paragraph("签发人：", indent=0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            indent_right(paragraph, 1)
            run = paragraph.add_run("、".join(heading.signers))
            set_face(run, word_font(self.profile.levels[1]), self.profile.body_size, self.spacing)
        if heading.number or heading.signers:
            self.blank(2)

    def write_title(self):
        paragraph = self.word.add_paragraph(style="公文标题")
        for number, line in enumerate(title_lines(self.document.title, self.profile.title_cells)):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)
        self.blank()

    def write_block(self, block):
        if isinstance(block, Table):
            self.write_table(block)
        elif block.is_heading:
            self.paragraph(block.text, style=HEADINGS[block.level - 1])
        else:
            families = self.profile.levels[block.level - 1] if block.level else ()
            self.paragraph(block.text, lead=(block.lead, families))

    def write_table(self, table):
        """Caption, a table with hairlines whose head is repeated on every page, and its note."""
        caption = self.paragraph(table.heading, indent=0, lead=(len(table.heading), self.profile.levels[0]))
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
        caption.paragraph_format.keep_with_next = True
        grid = self.word.add_table(0, len(table.head), style="Table Grid")
        grid.autofit = False
        widths = column_widths(table, self.profile)
        for number, cells in enumerate((table.head, *table.rows)):
            self.write_row(grid.add_row(), cells, widths, head=number == 0)
        if table.note:
            note = self.paragraph(indent=0)
            set_face(note.add_run(table.note), word_font(self.profile.body), TABLE_SIZE, 0)

    def write_row(self, row, cells, widths, *, head):
        """At least one line of the grid high; longer cells make it grow."""
        row.height, row.height_rule = Pt(line_twips(self.profile) / TWIPS), WD_ROW_HEIGHT_RULE.AT_LEAST
        properties = row._tr.get_or_add_trPr()
        for tag in ("w:cantSplit", "w:tblHeader") if head else ("w:cantSplit",):
            properties.append(OxmlElement(tag))
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.width, cell.vertical_alignment = Pt(width), WD_CELL_VERTICAL_ALIGNMENT.CENTER
            [paragraph] = cell.paragraphs
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.line_spacing = Pt(TABLE_SIZE * 1.2)
            face = self.profile.levels[0] if head else self.profile.body
            set_face(paragraph.add_run(text), word_font(face), TABLE_SIZE, 0)

    def write_attachments(self):
        for number, block in enumerate(self.document.attachments):
            if number == 0:
                self.blank()
            self.paragraph(
                f"附件：{block.text}" if number == 0 else block.text, indent=2 if number == 0 else 5
            )

    def write_signature(self):
        """Organs and date by 7.3.5, below an empty line, never alone on a page."""
        document = self.document
        if not document.organs and not document.date:
            return
        first_right, date_right = right_indents(
            document.organs[0] if document.organs else "", document.date, sealed=document.sealed
        )
        self.blank()
        for organ in document.organs:
            own_right, _ = right_indents(organ, document.date, sealed=document.sealed)
            self.signed(organ, own_right if document.sealed else first_right, more=True)
        self.signed(document.date, date_right)
        if document.note:
            self.paragraph(document.note)

    def signed(self, text, right, *, more=False):
        paragraph = self.paragraph(text, indent=0)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.keep_with_next = more
        indent_right(paragraph, right)


def word_font(families):
    """The name that Word knows the first Chinese face of a chain by."""
    return next(name for name in families if not name.isascii())


def set_face(target, name, size, spacing):
    """Face, size in points and spacing in twentieths of a point of a style or a run.

    The theme's fonts go: they would win over the named ones. The hint makes “”—… full-width.
    """
    target.font.size = Pt(size)
    properties = target.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{attribute}"), name)
    fonts.set(qn("w:hint"), "eastAsia")
    for old in properties.findall(qn("w:spacing")):
        properties.remove(old)
    element = OxmlElement("w:spacing")
    element.set(qn("w:val"), str(spacing))
    # The schema wants it before the size.
    properties.find(qn("w:sz")).addprevious(element)


def set_flag(style, tag, *, on):
    """One on/off property of a paragraph style, before those that python-docx has put there."""
    element = OxmlElement(tag)
    element.set(qn("w:val"), "1" if on else "0")
    style.element.get_or_add_pPr().insert_element_before(
        element,
        *FLAG_SUCCESSORS[tag],
    )


_LAST = ("w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
# The order that the schema asks of the properties used here.
FLAG_SUCCESSORS = {
    "w:kinsoku": (
        "w:wordWrap",
        "w:overflowPunct",
        "w:topLinePunct",
        "w:autoSpaceDE",
        "w:autoSpaceDN",
        *_LAST,
    ),
    "w:overflowPunct": ("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", *_LAST),
    "w:autoSpaceDE": ("w:autoSpaceDN", *_LAST),
    "w:autoSpaceDN": _LAST,
    "w:snapToGrid": _LAST[3:],
}


def indent_first_line(properties, cells):
    """An indent counted in characters, which stays right when the size changes."""
    indent = properties.get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(cells * 100))
    indent.set(qn("w:firstLine"), str(round(cells * (NATIONAL.line_width / NATIONAL.cells) * 20)))


def indent_right(paragraph, cells):
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:rightChars"), str(round(cells * 100)))
    indent.set(qn("w:right"), str(round(cells * (NATIONAL.line_width / NATIONAL.cells) * 20)))


def add_field(run, name):
    """A field that Word computes, such as the page number."""
    for kind in ("begin", None, "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {name} "
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
