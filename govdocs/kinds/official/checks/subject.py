"""What the checks look at: a document, its kind, and where its parts stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from govdocs.findings import Finding
from govdocs.kinds.official.document import OfficialDocument
from govdocs.kinds.official.lower import Lowered
from govdocs.kinds.official.rules import Direction, KindRules, kind_of_title, rules_of
from govdocs.model.nodes import (
    Block,
    Document,
    HeaderBlock,
    Imprint,
    Item,
    Paragraph,
    Section,
    plain_text,
)
from govdocs.model.walk import walk
from govdocs.normalising.document import normalise
from govdocs.normalising.rule import Part
from govdocs.normalising.rules.all import rules_without
from govdocs.normalising.text import normalise_text

_NO_HEADER = HeaderBlock()
_NO_IMPRINT = Imprint()
_REPORT_ENDS = ("报告", "年报")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyText:
    """The text of one block of the body, its place in words, and the block."""

    text: str
    place: str
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A document as the checks see it.

    Attributes:
        document: what is printed.
        kind: what its kind needs; None where neither it nor its title tells the kind.
        direction: which way it goes; None where nothing tells.
        texts: the texts of its body, in reading order.
        apart: titles of attachments that are handed over by themselves (装订: 否).
        file_titles: by index, the title that an attachment's file has itself.
    """

    document: Document
    kind: KindRules | None = None
    direction: Direction | None = None
    texts: tuple[BodyText, ...] = ()
    apart: frozenset[str] = frozenset()
    file_titles: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def header(self) -> HeaderBlock:
        """版头; an empty one where there is none."""
        return self.document.header_block or _NO_HEADER

    @property
    def imprint(self) -> Imprint:
        """版记; an empty one where there is none."""
        return self.document.imprint or _NO_IMPRINT

    @property
    def addressees(self) -> tuple[str, ...]:
        """主送机关, wherever they stand."""
        return (*self.document.main_part.addressees, *self.imprint.addressed_to)

    @property
    def is_upward(self) -> bool:
        """Whether it goes to a superior organ (上行文)."""
        return self.direction is Direction.UPWARD

    @property
    def is_published_report(self) -> bool:
        """Whether it is made to be put on a website: a yearly report, or in that format."""
        return is_published_report(self.document)


Check: TypeAlias = Callable[[Subject], Iterator[Finding]]


def is_published_report(document: Document) -> bool:
    """Whether a document is made to be put on a website: a yearly report, or in that format."""
    if document.form is not None or document.kind is not None:
        return document.form == "published-report"
    return document.year is not None and document.main_part.title.endswith(_REPORT_ENDS)


def of_official(official: OfficialDocument, lowered: Lowered) -> Subject:
    """An official document and what it was lowered to."""
    return Subject(
        document=lowered.document,
        kind=official.rules,
        direction=official.goes,
        texts=tuple(_texts(lowered.document, lowered.body_places)),
        apart=frozenset(each.title for each in official.attachments if not each.bound),
        file_titles=lowered.file_titles,
    )


def normalised(subject: Subject, places: Sequence[str], without: Collection[str]) -> Subject:
    """A subject as it is printed once it is normalised.

    Titles that are compared with those of the document are normalised as these are.

    Args:
        subject: an official document.
        places: where each block of its body stands (``Lowered.body_places``).
        without: names of rules that are left out.

    Raises:
        UsageError: no rule has such a name.
    """
    rules = rules_without(without)
    document = normalise(subject.document, without=without).document

    def title(text: str) -> str:
        return normalise_text(text, rules, part=Part.TITLE)[0]

    return dataclasses.replace(
        subject,
        document=document,
        texts=tuple(_texts(document, places)),
        apart=frozenset(map(title, subject.apart)),
        file_titles={number: title(text) for number, text in subject.file_titles.items()},
    )


def of_document(document: Document, block_lines: Sequence[int] = ()) -> Subject:
    """A document alone; its title tells the kind where it is not given and has a header block."""
    kind = rules_of(document.kind) if document.kind else None
    if kind is None and document.header_block is not None and not is_published_report(document):
        kind = kind_of_title(document.main_part.title)
    places = tuple(f"正文 第{n}行" for n in block_lines)
    return Subject(
        document=document,
        kind=kind,
        direction=_direction(document, kind),
        texts=tuple(_texts(document, places)),
    )


def _direction(document: Document, kind: KindRules | None) -> Direction | None:
    header = document.header_block
    if kind is None:
        return Direction.UPWARD if header and header.signatories else None
    ways = kind.directions
    is_signed = header is not None and bool(header.signatories)
    return Direction.UPWARD if is_signed and Direction.UPWARD in ways else ways[0]


def _texts(document: Document, places: Sequence[str]) -> Iterator[BodyText]:
    for index, visit in enumerate(walk(document)):
        place = places[index] if index < len(places) else "正文"
        text = _text(visit.block)
        if text:
            yield BodyText(text=text, place=place, block=visit.block)


def _text(block: Block) -> str:
    if isinstance(block, Section):
        return plain_text(block.heading) + plain_text(block.run_in)
    return plain_text(block.content) if isinstance(block, Item | Paragraph) else ""


def with_lines(findings: Sequence[Finding], title_line: int | None) -> tuple[Finding, ...]:
    """Findings on a document that was read from a text: places in the body are its lines."""
    return tuple(_with_line(finding, title_line) for finding in findings)


def _with_line(finding: Finding, title_line: int | None) -> Finding:
    place = finding.place or ""
    if place == "标题" and title_line is not None:
        return dataclasses.replace(finding, line=title_line)
    number = place.removeprefix("正文 第").removesuffix("行")
    return dataclasses.replace(finding, line=int(number)) if number.isdecimal() else finding
