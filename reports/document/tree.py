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

    spans: tuple
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
class OfficialHeading:
    """What stands above the title of an issued document (GB/T 9704-2012, 7.2.5 and 7.2.6)."""

    number: str = ""  # 发文字号, e.g. 毛政〔2023〕5号
    signers: tuple = ()  # 签发人, at least one on a report to a higher level


@dataclass(frozen=True)
class Document:
    """A whole official text. `title` may hold line breaks where its author wants them."""

    title: str
    blocks: tuple
    addressee: str = ""
    organs: tuple = ()
    date: str = ""
    heading: OfficialHeading = field(default_factory=OfficialHeading)
    sealed: bool = False
