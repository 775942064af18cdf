"""Random documents for property tests, here and in plugins; hypothesis is imported only here.

Each strategy makes one kind of node and only valid ones. :func:`documents` uses every element and
every character that the model takes; :func:`reports` stays inside what the ``published-report``
profile and the bundled faces can set, so that each of its documents renders.
"""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govdocs.model.chart import (
    LONGEST_NAME,
    MOST_CATEGORIES,
    MOST_SERIES,
    Chart,
    ChartForm,
    Number,
    Series,
)
from govdocs.model.nodes import (
    DEEPEST_LEVEL,
    HIGHEST_NUMBER,
    Alignment,
    Attachment,
    Attendance,
    Block,
    Cell,
    Document,
    Figure,
    HeaderBlock,
    Imprint,
    InlineRole,
    Inlines,
    Item,
    MainPart,
    Paragraph,
    Run,
    Section,
    SignatureStamp,
    Signing,
    Table,
)

_NONCHARACTERS = "".join(
    [chr(code) for code in range(0xFDD0, 0xFDF0)]
    + [chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)]
)
_HAN = "政府信息公开工作报告的一是了我不人在他有这个上们来到时大地为子黑山县励家镇"
_MARKS = "，。、；：？！“”（）《》〔〕—…·"
_LATIN = "0123456789.%aAbBxXyZ-/ "

_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI//////////////////////"
    "//////////////////////////////wAALCAAEAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAA"
    "AAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
)


def texts(*, min_size: int = 0, max_size: int = 24) -> SearchStrategy[str]:
    """Any text that the model takes, every script and plane of Unicode."""
    anything = st.characters(
        exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"), exclude_characters=_NONCHARACTERS
    )
    return st.text(anything, min_size=min_size, max_size=max_size)


def settable_texts(*, min_size: int = 1, max_size: int = 60) -> SearchStrategy[str]:
    """Chinese text with marks, digits and Latin words that the bundled faces hold.

    It neither begins nor ends with a space.
    """
    chars = st.one_of(st.sampled_from(_HAN), st.sampled_from(_MARKS), st.sampled_from(_LATIN))
    return st.text(chars, min_size=min_size, max_size=max_size).map(_without_edge_spaces)


def _without_edge_spaces(text: str) -> str:
    return text if text == text.strip() else f"文{text}字"


def runs(text: SearchStrategy[str]) -> SearchStrategy[Run]:
    """A stretch of text in one role."""
    return st.builds(Run, text, st.sampled_from(InlineRole))


def inlines(text: SearchStrategy[str], *, min_size: int = 0) -> SearchStrategy[Inlines]:
    """The content of a block: mostly one plain run, sometimes several in several roles."""
    plain = text.map(lambda content: (Run(content),))
    several = st.lists(runs(text), min_size=min_size, max_size=3).map(tuple)
    return plain | several


def numbers() -> SearchStrategy[int]:
    """Heading numbers, the low ones more often."""
    return st.integers(1, 12) | st.integers(1, HIGHEST_NUMBER)


@st.composite
def tables(draw: DrawFn, text: SearchStrategy[str] | None = None) -> Table:
    """A table with merged cells that fill it exactly; none reaches out of the head."""
    columns = draw(st.integers(1, 5))
    row_count = draw(st.integers(1, 5))
    head_rows = draw(st.integers(0, row_count))
    content = inlines(texts() if text is None else text)
    covered = [0] * columns  # rows for which each column is covered from above
    rows: list[tuple[Cell, ...]] = []
    for row in range(row_count):
        rows_left = (head_rows if row < head_rows else row_count) - row
        cells: list[Cell] = []
        column = 0
        while column < columns:
            if covered[column]:
                column += 1
                continue
            cell = draw(_cells(content, _free(covered, column), rows_left))
            covered[column : column + cell.colspan] = [cell.rowspan] * cell.colspan
            column += cell.colspan
            cells.append(cell)
        covered = [left - 1 for left in covered]
        rows.append(tuple(cells))
    # In such proportions each column holds a character of every size below.
    width = st.floats(1, 3) | st.integers(1, 3)
    return Table(
        rows=tuple(rows),
        head_rows=head_rows,
        column_widths=draw(
            st.none() | st.lists(width, min_size=columns, max_size=columns).map(tuple)
        ),
        type_size=draw(st.none() | st.sampled_from(("四号", "五号", "小五", "六号"))),
        keep_together=draw(st.booleans()),
        **draw(_round_tables(texts() if text is None else text)),
    )


def _round_tables(text: SearchStrategy[str]) -> SearchStrategy[dict[str, Any]]:
    """What stands over and under a table: mostly nothing."""
    around = st.fixed_dictionaries(
        {"caption": text, "unit": text, "notes": _several(text), "landscape": st.booleans()}
    )
    return st.just({}) | around


def _free(covered: list[int], column: int) -> int:
    """How many columns from this one on are not covered."""
    end = column
    while end < len(covered) and not covered[end]:
        end += 1
    return end - column


def _cells(
    content: SearchStrategy[Inlines], columns_left: int, rows_left: int
) -> SearchStrategy[Cell]:
    return st.builds(
        Cell,
        content=content,
        colspan=st.integers(1, columns_left),
        rowspan=st.integers(1, rows_left),
        align=st.sampled_from(Alignment),
    )


def pictures() -> SearchStrategy[bytes]:
    """The bytes of a small picture that every reader opens: grey PNG of some size, or JPEG."""
    sizes = st.tuples(st.integers(1, 40), st.integers(1, 40))
    return sizes.map(lambda size: png(*size)) | st.just(_JPEG)


def png(width: int, height: int) -> bytes:
    """An even grey PNG picture of so many pixels."""
    row = b"\0" + b"\x99" * width
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(row * height, 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [_chunk(b"IHDR", header), _chunk(b"IDAT", pixels), _chunk(b"IEND", b"")]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def figures(text: SearchStrategy[str] | None = None) -> SearchStrategy[Figure]:
    """A figure, with or without caption and width."""
    content = texts() if text is None else text
    return st.builds(
        Figure,
        data=pictures(),
        alt=content.filter(lambda alt: bool(alt.strip())),
        caption=st.just("") | content,
        width_mm=st.none() | st.floats(1, 300) | st.integers(1, 300),
    )


def _values(least: int) -> SearchStrategy[Number]:
    return st.one_of(
        st.integers(least, 10**6),
        st.floats(least, 10**6),
        st.decimals(least, 10**6, places=2),
    )


@st.composite
def charts(draw: DrawFn, text: SearchStrategy[str] | None = None) -> Chart:
    """A chart of any form, with gaps; as wide as the type area unless its categories are few.

    Args:
        text: its texts; those longer than a name may be are cut.
    """
    content = texts(max_size=LONGEST_NAME) if text is None else text
    names = content.map(lambda name: name.strip()[:LONGEST_NAME].strip() or "名")
    form = draw(st.sampled_from(ChartForm))
    is_pie = form is ChartForm.PIE
    columns = draw(st.integers(1, MOST_SERIES if is_pie else MOST_CATEGORIES))
    rows = 1 if is_pie else draw(st.integers(1, MOST_SERIES))
    least = -(10**6) if form in (ChartForm.COLUMN, ChartForm.LINE) else 0
    value = st.none() | _values(least)
    series = [
        Series(
            name=draw(names),
            values=tuple(draw(st.lists(value, min_size=columns, max_size=columns))),
        )
        for _ in range(rows)
    ]
    if is_pie:
        series = [Series(name=series[0].name, values=(1, *series[0].values[1:]))]
    return Chart(
        form=form,
        title=draw(st.just("") | content),
        categories=tuple(draw(st.lists(names, min_size=columns, max_size=columns))),
        series=tuple(series),
        unit=draw(st.just("") | names),
        alt=draw(st.just("") | content),
        width_mm=draw(st.none() | st.floats(80, 300)) if columns <= 6 else None,
        height_mm=draw(st.none() | st.integers(30, 300)),
    )


class _Leaves(NamedTuple):
    """What holds no other block, and the strategy for its text."""

    text: SearchStrategy[str]
    unnumbered: SearchStrategy[Block]


def _leaves(text: SearchStrategy[str], *, with_charts: bool) -> _Leaves:
    paragraphs = st.builds(Paragraph, content=inlines(text))
    unnumbered: SearchStrategy[Block] = st.one_of(paragraphs, tables(text), figures(text))
    if with_charts:
        unnumbered |= charts(text)
    return _Leaves(text, unnumbered)


def blocks(
    text: SearchStrategy[str] | None = None, *, with_charts: bool = False
) -> SearchStrategy[tuple[Block, ...]]:
    """A sequence of blocks; sections nest, and a level may be skipped.

    Args:
        text: their texts; any if not given.
        with_charts: whether there are charts among them; to write these as DOCX takes the extra
            ``govdocs[charts]``.
    """
    leaves = _leaves(texts() if text is None else text, with_charts=with_charts)
    return _blocks_under(0, leaves)


def _blocks_under(level: int, leaves: _Leaves) -> SearchStrategy[tuple[Block, ...]]:
    choices: list[SearchStrategy[Block]] = [
        leaves.unnumbered,
        st.builds(
            Item,
            level=st.integers(1, DEEPEST_LEVEL),
            number=numbers(),
            content=inlines(leaves.text, min_size=1),
        ),
    ]
    if level < DEEPEST_LEVEL:
        choices.append(st.integers(level + 1, DEEPEST_LEVEL).flatmap(lambda n: _section(n, leaves)))
    return st.lists(st.one_of(choices), max_size=3).map(tuple)


def _section(level: int, leaves: _Leaves) -> SearchStrategy[Block]:
    return st.builds(
        Section,
        level=st.just(level),
        number=numbers(),
        heading=inlines(leaves.text, min_size=1),
        run_in=st.just(()) | inlines(leaves.text),
        blocks=_blocks_under(level, leaves),
    )


def _several(text: SearchStrategy[str]) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(text, max_size=3).map(tuple)


def header_blocks(text: SearchStrategy[str] | None = None) -> SearchStrategy[HeaderBlock]:
    """版头."""
    content = texts() if text is None else text
    maybe = st.none() | content
    return st.builds(
        HeaderBlock,
        copy_number=maybe,
        secrecy=maybe,
        urgency=maybe,
        issuer_mark=_several(content),
        mark_word=content,
        document_number=maybe,
        signatories=_several(content),
    )


def imprints(text: SearchStrategy[str] | None = None) -> SearchStrategy[Imprint]:
    """版记."""
    content = texts() if text is None else text
    return st.builds(
        Imprint,
        addressed_to=_several(content),
        others=_several(content),
        copied_to=_several(content),
        printing_office=st.none() | content,
        date_of_printing=st.none() | st.dates(),
    )


def attachments(text: SearchStrategy[str] | None = None) -> SearchStrategy[Attachment]:
    """附件."""
    content = texts() if text is None else text
    return st.builds(
        Attachment,
        title=content,
        number=st.none() | numbers(),
        blocks=blocks(content, with_charts=True),
        bound=st.booleans(),
    )


def documents() -> SearchStrategy[Document]:
    """Any document at all: every element, every node, every character."""
    text = texts()
    main_parts = st.builds(
        MainPart,
        title=text,
        title_note=st.none() | text,
        addressees=_several(text),
        body=blocks(text, with_charts=True),
        attachment_note=_several(text),
        attendance=st.lists(st.builds(Attendance, label=text, people=text), max_size=2).map(tuple),
        signature=_several(text),
        signing=st.sampled_from(Signing),
        stamps=st.lists(_stamps(text), max_size=2).map(tuple),
        date_of_issue=st.none() | st.dates(),
        remark=st.none() | text,
        attachments=st.lists(attachments(text), max_size=2).map(tuple),
    )
    return st.builds(
        Document,
        header_block=st.none() | header_blocks(text),
        main_part=main_parts,
        imprint=st.none() | imprints(text),
        issuer=st.none() | text,
        year=st.none() | st.integers(1, 9999),
        kind=st.none() | text,
        form=st.none() | text,
    )


def _stamps(text: SearchStrategy[str]) -> SearchStrategy[SignatureStamp]:
    return st.builds(SignatureStamp, office=text, name=text.filter(bool))


def reports(text: SearchStrategy[str] | None = None) -> SearchStrategy[Document]:
    """A document that the ``published-report`` profile and the bundled faces can set; no charts.

    Args:
        text: its texts; :func:`settable_texts` if not given.
    """
    content = settable_texts() if text is None else text
    main_parts = st.builds(
        MainPart,
        title=st.just("") | content,
        body=blocks(content),
        signature=_several(content),
        date_of_issue=st.none() | st.dates(),
        remark=st.none() | content,
    )
    return st.builds(
        Document,
        main_part=main_parts,
        issuer=st.none() | content,
        year=st.none() | st.integers(1, 9999),
    )
