"""The document tree that every writer reads."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """A run of text; `key` names the indicator whose figure it is, empty for prose."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Block:
    """One paragraph or heading.

    `level` is 0 for body text, 1–4 for a numbered paragraph (一、 （一） 1. （1）). `lead` is the number of
    leading characters that carry the heading's face: all of a heading line, the first sentence of a
    run-in heading, 0 for body text. `line` is the line of the source, from 1.
    """

    spans: tuple[Span, ...]
    level: int = 0
    lead: int = 0
    line: int = 0

    @property
    def text(self):
        return "".join(span.text for span in self.spans)

    @property
    def is_heading(self):
        """Whether the whole line is a heading, so that it becomes a bookmark."""
        return self.level > 0 and self.lead == len(self.text)


@dataclass(frozen=True)
class Table(Block):
    """A table: its number and caption above, the head's cells, rows of as many cells, a note below perhaps.

    `line` is the line of the source that the caption stands in. `spans` hold the whole as plain text.
    """

    number: int = 1
    caption: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""

    @property
    def heading(self):
        """Number and caption as every form of the text writes them."""
        return f"表{self.number}　{self.caption}"


@dataclass(frozen=True)
class OfficialHeading:
    """What stands above the title of an issued document (GB/T 9704-2012, 7.2).

    `mark` is the 发文机关标志 of a red head (7.2.4), `number` the 发文字号 such as 毛政〔2023〕5号 (7.2.5),
    `signers` the 签发人, at least one on a report to a higher level (7.2.6). Each may be empty.
    """

    number: str = ""
    signers: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Document:
    """A whole official text. `title` may hold line breaks where its author wants them.

    `attachments` are the names of the 附件说明 as they are numbered in the text (7.3.4), `note` is the 附注
    below the date, brackets included (7.3.6).
    """

    title: str
    blocks: tuple[Block, ...]
    addressee: str = ""
    attachments: tuple[Block, ...] = ()
    organs: tuple[str, ...] = ()
    date: str = ""
    note: str = ""
    heading: OfficialHeading = field(default_factory=OfficialHeading)
    sealed: bool = False
