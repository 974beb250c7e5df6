"""The zip of XML parts that a docx or xlsx is: opened with bounds, walked, and written again."""

import io
import re
import zipfile

from lxml import etree

from . import photos

# XML of the parts together; nobody typed more into one document.
MOST_XML = 80 * 1024 * 1024
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PICTURE = re.compile(r"(?:word|xl)/media/[^/]+\.(?:jpe?g|png)", re.IGNORECASE)
# Parts that say how something looks or hangs together, and pictures that carry nothing but what they show.
_HARMLESS = re.compile(
    r"\[Content_Types\]\.xml|.*/|(?:.*/)?_rels/[^/]*\.rels"
    r"|(?:word|xl)/(?:styles|stylesWithEffects|fontTable|webSettings|calcChain)\.xml"
    r"|(?:word|xl)/(?:theme/.+|fonts/.+|media/[^/]+\.(?:gif|bmp|tiff?))|xl/printerSettings/.+",
    re.IGNORECASE,
)
_XML = re.compile(r".*\.(?:xml|vml|svg)", re.IGNORECASE)
# A small picture of the first page.
_THUMBNAIL = re.compile(r"docProps/thumbnail\.[a-z]+", re.IGNORECASE)
# Who made the file, and where: parts of its properties that a copy never carries.
_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml")
_PEOPLE = ("creator", "lastModifiedBy", "Manager", "Company", "HyperlinkBase")
_SAID = ("descr", "title", "author")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_LINKS = re.compile(r".*/_rels/[^/]+\.rels")


class Package:
    """The parts of an office file, by name; what was changed is written by `bytes`."""

    def __init__(self, content):
        self.parts, self.trees, self.walked = {}, {}, set()
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            entries = source.infolist()
            if sum(one.file_size for one in entries if one.filename.endswith((".xml", ".rels"))) > MOST_XML:
                raise ValueError("more XML than anybody types")
            for entry in entries:
                self.parts[entry.filename] = source.read(entry)

    def names(self, pattern):
        """Names of the parts that match, in the order of their numbers; whoever asks for them walks them."""
        found = [name for name in self.parts if re.fullmatch(pattern, name)]
        self.walked.update(found)
        return sorted(found, key=lambda name: [int(part) if part.isdigit() else 0 for part in re.split(r"(\d+)", name)])  # fmt: skip

    def tree(self, name):
        """The root of a part, to be read and changed; raises ValueError for one with a document type."""
        self.walked.add(name)
        if name not in self.trees:
            root = etree.fromstring(self.parts[name], _PARSER)
            if root.getroottree().docinfo.doctype:
                raise ValueError("a part declares a document type")
            self.trees[name] = root
        return self.trees[name]

    def walk_common(self, visitor):
        """What both kinds of office file have, after what is each one's own: nothing is copied out unread."""
        for name in self.names(_PICTURE):
            self.parts[name] = photos.walk(
                self.parts[name], visitor, place=f"文中图片 {name.rsplit('/')[-1]}"
            )
        for name in self.names(r"(?:word|xl)/(?:charts|diagrams|drawings)/[^/]+\.xml"):
            for paragraph in self.tree(name).iter(f"{DRAWING}p"):
                rewrite(paragraph.iter(f"{DRAWING}t"), "图形里的文字", visitor)
            for value in self.tree(name).iter("{*}v", "{*}f"):
                rewrite([value], "图表的数据", visitor)
        for root in list(self.trees.values()):
            _captions(root, visitor)
        self._drop_thumbnail()
        for name in self.names(_LINKS):
            for link in self.tree(name).iter("{*}Relationship"):
                if link.get("TargetMode") == "External":
                    link.set("Target", visitor.text("链接", link.get("Target", "")))
        for name in self.names(_PROPERTIES):
            for element in self.tree(name).iter(etree.Element):
                if etree.QName(element).localname in _PEOPLE:
                    element.text = ""
                elif element.text and element.text.strip():
                    element.text = visitor.text("文档属性", element.text)
        self._walk_the_rest(visitor)

    def _drop_thumbnail(self):
        """Take the picture of the first page out, with what points to it."""
        for name in self.names(_THUMBNAIL):
            del self.parts[name]
            links = self.tree("_rels/.rels")
            for link in links.findall("{*}Relationship"):
                if link.get("Target", "").lstrip("/") == name:
                    links.remove(link)

    def _walk_the_rest(self, visitor):
        """Every text in the parts that nobody has walked; what holds no XML is said to be unread."""
        for name in sorted(set(self.parts) - self.walked):
            if _HARMLESS.fullmatch(name):
                continue
            try:
                root = self.tree(name) if _XML.fullmatch(name) else None
            except etree.XMLSyntaxError:
                root = None
            if root is None:
                visitor.unread(name, "嵌入的对象读不出文字")
            else:
                everything(root, "没有显示的内容", visitor)

    def bytes(self):
        for name, root in self.trees.items():
            self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in self.parts.items():
                target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def _captions(root, visitor):
    """What is said of pictures for those who cannot see them, and who changed and remarked what."""
    for element in root.iter("{*}docPr", "{*}cNvPr", "{*}ins", "{*}del", "{*}comment"):
        for name, value in element.attrib.items():
            if etree.QName(name).localname in _SAID and value.strip():
                element.set(name, visitor.text("图片说明或批注人", value))
    for element in root.iter("{*}author"):
        rewrite([element], "批注人", visitor)


def everything(root, place, visitor):
    """Show the visitor every text and every attribute below `root`."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if value.strip():
                element.set(name, visitor.text(place, value))
        rewrite([element], place, visitor)


def rewrite(elements, place, visitor):
    """Show the visitor the text that several elements make up together, and give each its part of the answer."""
    elements = [element for element in elements if element.text]
    whole = "".join(element.text for element in elements)
    if not whole.strip():
        return
    answer = visitor.text(place, whole)
    if answer == whole:
        return
    start = 0
    for element in elements:
        end = start + len(element.text)
        element.text, start = answer[start:end], end


# What a damaged or hostile package raises, depending on where it stops making sense.
BROKEN = (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, KeyError, NotImplementedError, EOFError, OSError, RuntimeError)  # fmt: skip
