"""Build a document in code, shaped like the document itself.

Levels come from nesting and numbers from the order, as in print; a plain ``str`` is a paragraph::

    document(
        "励家镇2017年度政府信息公开工作报告",
        "根据《中华人民共和国政府信息公开条例》……",
        section("制度机制建设情况",                               # 一、
            section("完善组织领导情况。", run_in="镇政府高度重视……"),  # （一）
        ),
    )
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from govdocs.errors import ModelError
from govdocs.model.chart import Chart, ChartForm, Number, Series
from govdocs.model.nodes import (
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

Content: TypeAlias = str | Run | Sequence[str | Run]


class _Numbered(NamedTuple):
    """A section or item whose level and number are not known yet."""

    content: Inlines
    run_in: Inlines
    children: tuple[Part, ...]
    level: int | None
    number: int | None
    is_heading: bool


Part: TypeAlias = str | Run | Paragraph | Table | Figure | Chart | _Numbered


def document(
    title: str,
    *parts: Part,
    issuer: str | None = None,
    year: int | None = None,
    signature: str | Sequence[str] = (),
    date_of_issue: datetime.date | None = None,
    remark: str | None = None,
    header_block: HeaderBlock | None = None,
    imprint: Imprint | None = None,
    addressees: str | Sequence[str] = (),
    attachments: Sequence[Attachment] = (),
    signing: Signing | str = Signing.UNSEALED,
    stamps: Sequence[SignatureStamp] = (),
    title_note: str | None = None,
    attendance: Sequence[Attendance] = (),
    kind: str | None = None,
    form: str | None = None,
    title_lines: str | Sequence[str] = (),
) -> Document:
    """A document of a title and its parts, in order.

    Its 附件说明 names the attachments. ``title_lines`` join to the title; without them it is broken
    by sense.

    Raises:
        ModelError: a part is of no kind that can stand in a document, or text is unprintable.
    """
    if signing not in list(Signing):
        raise ModelError(
            f"没有名为 {signing!r} 的署名方式；可用的有：{'、'.join(Signing)}",
            f"no signing {signing!r}; known: {', '.join(Signing)}",
        )
    return Document(
        header_block=header_block,
        main_part=MainPart(
            title=title,
            title_lines=_several(title_lines),
            title_note=title_note,
            addressees=_several(addressees),
            body=_numbered(parts, 0),
            attachment_note=tuple(each.title for each in attachments),
            attendance=tuple(attendance),
            signature=_several(signature),
            signing=Signing(signing),
            stamps=tuple(stamps),
            date_of_issue=date_of_issue,
            remark=remark,
            attachments=tuple(attachments),
        ),
        imprint=imprint,
        issuer=issuer,
        year=year,
        kind=kind,
        form=form,
    )


def _several(names: str | Sequence[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def attachment(
    title: str, *parts: Part, number: int | None = None, bound: bool = True
) -> Attachment:
    """附件: its title, its content, its number among several, and whether it is bound in."""
    return Attachment(title=title, number=number, blocks=_numbered(parts, 0), bound=bound)


def section(
    heading: Content,
    *parts: Part,
    run_in: Content = (),
    level: int | None = None,
    number: int | None = None,
) -> Part:
    """A heading and what stands under it.

    Args:
        heading: text of the heading, without its number.
        parts: what follows, in order.
        run_in: text that follows the heading on its own line (the heading then ends with 。).
        level: 1 to 4; one below the section around it if not given.
        number: the printed number; one more than the last of its level if not given.
    """
    return _Numbered(inlines(heading), inlines(run_in), parts, level, number, True)


def item(content: Content, *, level: int | None = None, number: int | None = None) -> Part:
    """A numbered paragraph that is no heading; level and number as for :func:`section`."""
    return _Numbered(inlines(content), (), (), level, number, False)


def paragraph(content: Content) -> Paragraph:
    """A paragraph; needed only where it holds more than one plain text."""
    return Paragraph(content=inlines(content))


def emphasis(text: str) -> Run:
    """Text to be emphasised (楷体 in running text)."""
    return Run(text, InlineRole.EMPHASIS)


def strong(text: str) -> Run:
    """Text to be given weight (黑体 in running text)."""
    return Run(text, InlineRole.STRONG)


def cell(
    content: Content = (),
    *,
    colspan: int = 1,
    rowspan: int = 1,
    align: Alignment = Alignment.CENTER,
) -> Cell:
    """A table cell, merged over columns and rows."""
    return Cell(content=inlines(content), colspan=colspan, rowspan=rowspan, align=align)


def table(
    rows: Iterable[Iterable[Content | Cell]],
    *,
    head_rows: int = 1,
    column_widths: Iterable[float] | None = None,
    type_size: str | None = None,
    keep_together: bool = False,
    caption: str = "",
    unit: str = "",
    notes: Sequence[str] = (),
    landscape: bool = False,
) -> Table:
    """A table of rows; a cell is text or a :func:`cell`, a merged one stands once.

    Args:
        rows: the cells of each row.
        head_rows: how many rows from the top are the head, repeated on each page.
        column_widths: of every column, in proportion; in mm if they add up to the type area's
            156. Fitted to the text if None.
        type_size: 字号 of its text, such as ``"小五"``; the profile's if None.
        keep_together: whether it goes over to the next page as a whole rather than break.
        caption, unit: 表题 and 计量单位, over it.
        notes: 表注, under it.
        landscape: whether it stands turned on pages of its own (clause 8).
    """
    return Table(
        rows=tuple(
            tuple(entry if isinstance(entry, Cell) else cell(entry) for entry in row)
            for row in rows
        ),
        head_rows=head_rows,
        column_widths=None if column_widths is None else tuple(column_widths),
        type_size=type_size,
        keep_together=keep_together,
        caption=caption,
        unit=unit,
        notes=tuple(notes),
        landscape=landscape,
    )


def figure(data: bytes, alt: str, *, caption: str = "", width_mm: float | None = None) -> Figure:
    """A PNG or JPEG picture."""
    return Figure(data=data, alt=alt, caption=caption, width_mm=width_mm)


def chart(
    form: ChartForm | str,
    title: str,
    categories: Sequence[str],
    series: Mapping[str, Sequence[Number | None]],
    *,
    unit: str = "",
    alt: str = "",
    width_mm: float | None = None,
    height_mm: float | None = None,
) -> Chart:
    """A chart (图表).

    Args:
        form: ``"column"``, ``"stacked_column"``, ``"line"`` or ``"pie"``.
        title: 图题, set under it.
        categories: names of the columns, points or slices.
        series: name -> one figure for each category, None for a gap.
        unit: what is counted.
        alt: the chart in words; made of the figures if empty.
        width_mm, height_mm: printed size; the type area's width and the profile's height if None.

    Raises:
        ModelError: an unknown form, a series that has not one figure for each category, or a
            figure that cannot be drawn.
    """
    if form not in list(ChartForm):
        raise ModelError(
            f"没有名为 {form!r} 的图表；可用的有：{'、'.join(ChartForm)}",
            f"no form of chart {form!r}; known: {', '.join(ChartForm)}",
        )
    return Chart(
        form=ChartForm(form),
        title=title,
        categories=tuple(categories),
        series=tuple(Series(name=name, values=tuple(series[name])) for name in series),
        unit=unit,
        alt=alt,
        width_mm=width_mm,
        height_mm=height_mm,
    )


def inlines(content: Content) -> Inlines:
    """Content as runs: text is one plain run, no text is none."""
    if isinstance(content, str):
        return (Run(content),) if content else ()
    if isinstance(content, Run):
        return (content,)
    return tuple(part if isinstance(part, Run) else Run(part) for part in content)


def _numbered(parts: Iterable[Part], level_above: int) -> tuple[Block, ...]:
    last_numbers: dict[int, int] = {}
    blocks: list[Block] = []
    for part in parts:
        if not isinstance(part, _Numbered):
            blocks.append(_block(part))
            continue
        level = level_above + 1 if part.level is None else part.level
        number = last_numbers.get(level, 0) + 1 if part.number is None else part.number
        last_numbers[level] = number
        if part.is_heading:
            blocks.append(
                Section(
                    level=level,
                    number=number,
                    heading=part.content,
                    run_in=part.run_in,
                    blocks=_numbered(part.children, level),
                )
            )
        else:
            blocks.append(Item(level=level, number=number, content=part.content))
    return tuple(blocks)


def _block(part: str | Run | Paragraph | Table | Figure | Chart) -> Block:
    if isinstance(part, str | Run):
        return Paragraph(content=inlines(part))
    if isinstance(part, Paragraph | Table | Figure | Chart):
        return part
    raise ModelError(
        f"{type(part).__name__} 不能作为文档的一部分；"
        "可用字符串、section、item、table、figure、chart",
        f"{type(part).__name__} cannot be part of a document; "
        "use str, section, item, table, figure, chart",
    )
