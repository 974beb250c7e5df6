"""Drawing the annex: contents with page numbers, then part by part the records in a table and their photos.

Drawn directly like printed ledgers, for setting thousands of rows as a document takes a minute.
"""

import io
from collections import defaultdict

from PIL import Image, ImageOps
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from township.workbooks.printing import FONT, load_font, wrapped

WIDTH, HEIGHT = A4
LEFT, TOP, BOTTOM = 25 * mm, 25 * mm, 22 * mm
ROOM = WIDTH - 2 * LEFT
SIZE, LEADING, PADDING = 10, 14, 3
TITLE, HEADING = 18, 13
PHOTO_WIDTH, PHOTO_HEIGHT, PHOTO_GAP = 76 * mm, 57 * mm, 8 * mm
GAP, ROOM_FOR_A_PART = 18, 60 * mm  # between two parts; what must be left of a page for another to begin
PIXELS = 900  # of the longer side of a printed photo
INK, SOFT, LINE, HEAD = HexColor("#1D2B33"), HexColor("#55656F"), HexColor("#B9C4CA"), HexColor("#E8EEF5")
FIXED = (("序号", 11 * mm), ("日期", 24 * mm), ("单位", 26 * mm))
AMOUNT = 24 * mm


def annex_pdf(parts, *, title, organ=""):
    """The annex of a text as PDF; `parts` as `gathering.gather` gives them."""
    load_font()
    images = {photo.number: _image(photo.attachment) for part in parts for photo in part.photos}
    # The first run finds the pages of the parts, which the contents in front of them have to know.
    first = _Annex(title, parts, defaultdict(int), images)
    first.draw(organ)
    second = _Annex(title, parts, first.pages, images)
    second.draw(organ)
    return second.buffer.getvalue()


def _image(attachment):
    """The photo small enough to print; None where its file cannot be read."""
    try:
        with attachment.file.open("rb") as file, Image.open(file) as image:
            upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail((PIXELS, PIXELS))
            small = io.BytesIO()
            # Written anew, so that nothing the camera noted goes along.
            upright.save(small, "JPEG", quality=80)
    except (OSError, ValueError):
        return None
    small.seek(0)
    return ImageReader(small)


class _Annex:
    """Draws one annex; `pages` ({number of part: page}) are right in the second run."""

    def __init__(self, title, parts, pages, images):
        self.title, self.parts, self.pages, self.images = title, parts, pages.copy(), images
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4)
        self.page, self.top = 0, HEIGHT - TOP

    # Contents --------------------------------------------------------------------------------------

    @property
    def lines_of_contents(self):
        return [
            (part, wrapped(f"附件{part.number}　{part.title}", ROOM - 20 * mm, SIZE + 1))
            for part in self.parts
        ]

    def draw_contents(self):
        self.new_page()
        self.text(self.title, size=TITLE, centred=True)
        self.text("附件材料目录", size=HEADING, centred=True)
        self.top = HEIGHT - TOP - 60
        for part, lines in self.lines_of_contents:
            height = len(lines) * (LEADING + 3) + 2
            if self.top - height < BOTTOM:
                self.end_page()
                self.new_page()
            self.draw_entry(part, lines, height)
        self.end_page()

    def draw_entry(self, part, lines, height):
        canvas = self.canvas
        canvas.setFillColor(INK)
        canvas.setFont(FONT, SIZE + 1)
        bottom = self.top - height
        for line in lines:
            self.top -= LEADING + 3
            canvas.drawString(LEFT, self.top, line)
        canvas.drawRightString(WIDTH - LEFT, self.top, str(self.pages[part.number]))
        canvas.linkRect("", f"part{part.number}", (LEFT, bottom, WIDTH - LEFT, bottom + height), relative=0)
        self.top = bottom

    # Parts -----------------------------------------------------------------------------------------

    def draw(self, organ):
        self.canvas.setTitle(f"{self.title}附件材料")
        self.canvas.setAuthor(organ)
        self.canvas.setCreator("")
        self.draw_contents()
        self.new_page()
        for part in self.parts:
            self.draw_part(part)
        self.end_page()
        self.canvas.save()

    def draw_part(self, part):
        if self.top < BOTTOM + ROOM_FOR_A_PART:
            self.end_page()
            self.new_page()
        elif self.top < HEIGHT - TOP:
            self.top -= GAP
        self.pages[part.number] = self.page
        self.canvas.bookmarkPage(f"part{part.number}")
        self.canvas.addOutlineEntry(f"附件{part.number} {part.title}", f"part{part.number}")
        self.text(f"附件{part.number}", size=SIZE + 1, colour=SOFT)
        self.text(part.title, size=HEADING)
        for quote in part.quotes:
            self.text(f"正文：{quote}", colour=INK)
        self.text(f"口径：{part.definition}", colour=SOFT)
        self.text(f"来源：{part.register}台账，计入{part.counted}条记录。{part.reason}", colour=SOFT)
        if part.rows:
            self.draw_rows(part)
        self.draw_photos(part.photos)

    def draw_rows(self, part):
        columns = [*FIXED, ("名称", ROOM - sum(width for _, width in FIXED) - AMOUNT * len(part.amounts))]
        columns += [(name, AMOUNT) for name in part.amounts]
        widths = [width for _, width in columns]
        head = [name for name, _ in columns]
        self.top -= 4
        self.table_row(head, widths, fill=True)
        for place, row in enumerate(part.rows, 1):
            cells = [str(place), row.day, row.place, row.name, *row.amounts]
            if not self.table_row(cells, widths):
                self.end_page()
                self.new_page()
                self.table_row(head, widths, fill=True)
                self.table_row(cells, widths)

    def table_row(self, cells, widths, *, fill=False):
        """Draw one row; False when it does not fit the page any more."""
        lines = [wrapped(text, width, SIZE) for text, width in zip(cells, widths, strict=True)]
        height = max(map(len, lines)) * LEADING + 2 * PADDING
        if self.top - height < BOTTOM:
            return False
        canvas, bottom, left = self.canvas, self.top - height, LEFT
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.setFillColor(HEAD)
        canvas.rect(LEFT, bottom, ROOM, height, stroke=1, fill=int(fill))
        canvas.setFillColor(INK)
        for cell, width in zip(lines, widths, strict=True):
            text = canvas.beginText(left + PADDING, self.top - PADDING - SIZE)
            text.setFont(FONT, SIZE, LEADING)
            text.textLines(cell)
            canvas.drawText(text)
            if left > LEFT:
                canvas.line(left, bottom, left, self.top)
            left += width
        self.top = bottom
        return True

    def draw_photos(self, photos):
        """Two in a row, each above its number and what it shows."""
        for place in range(0, len(photos), 2):
            height = PHOTO_HEIGHT + 2 * LEADING + PHOTO_GAP
            if self.top - height < BOTTOM:
                self.end_page()
                self.new_page()
            for side, photo in enumerate(photos[place : place + 2]):
                self.draw_photo(photo, LEFT + side * (PHOTO_WIDTH + PHOTO_GAP))
            self.top -= height

    def draw_photo(self, photo, left):
        image, bottom = self.images[photo.number], self.top - PHOTO_GAP - PHOTO_HEIGHT
        if image is not None:
            self.canvas.drawImage(
                image, left, bottom, PHOTO_WIDTH, PHOTO_HEIGHT, preserveAspectRatio=True, anchor="sw"
            )
        self.canvas.setFillColor(SOFT)
        self.canvas.setFont(FONT, SIZE - 1)
        caption = f"照片{photo.number}　{photo.caption}" + ("" if image else "（文件读不出来）")
        for line, words in enumerate(wrapped(caption, PHOTO_WIDTH + PADDING, SIZE - 1)[:2], 1):
            self.canvas.drawString(left, bottom - line * (LEADING - 2), words)

    # Pages -----------------------------------------------------------------------------------------

    def text(self, words, *, size=SIZE, colour=INK, centred=False):
        for line in wrapped(words, ROOM + 2 * PADDING, size):
            if self.top - size * 1.5 < BOTTOM:
                self.end_page()
                self.new_page()
            self.canvas.setFont(FONT, size)
            self.canvas.setFillColor(colour)
            self.top -= size * 1.5
            if centred:
                self.canvas.drawCentredString(WIDTH / 2, self.top, line)
            else:
                self.canvas.drawString(LEFT, self.top, line)

    def new_page(self):
        self.page += 1
        self.top = HEIGHT - TOP

    def end_page(self):
        self.canvas.setFillColor(SOFT)
        self.canvas.setFont(FONT, SIZE)
        self.canvas.drawCentredString(WIDTH / 2, BOTTOM - 10 * mm, f"— {self.page} —")
        self.canvas.showPage()
