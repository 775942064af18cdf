"""份号, 密级和保密期限, 紧急程度, 发文字号 and 签发人.

Source:
    GB/T 9704-2012 7.2.1 to 7.2.3, 7.2.5, 7.2.6, 10.1
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdocs.compose.composition import Align, Role
from govdocs.compose.header.measure import Measure
from govdocs.compose.opening import FixedRun, FixedText, fixed_text
from govdocs.errors import LayoutError
from govdocs.model.nodes import HeaderBlock

_SIGNED_BY = "签发人："


def upper_texts(block: HeaderBlock, measure: Measure, first_baseline: int) -> list[FixedText]:
    """份号, 密级 and 紧急程度, one under the other at the left; an absent one leaves no gap.

    Args:
        block: the header block.
        measure: of texts.
        first_baseline: of the first of them, EMU from the sheet's upper edge.
    """
    page = measure.profile.page
    given = (
        (Role.COPY_NUMBER, block.copy_number),
        (Role.SECRECY, block.secrecy),
        (Role.URGENCY, block.urgency),
    )
    return [
        fixed_text(
            text, role, measure.style(role), page, baseline=first_baseline + page.line_top(index)
        )
        for index, (role, text) in enumerate((role, text) for role, text in given if text)
    ]


def number_text(
    number: str, measure: Measure, baseline: int, *, align: Align | None = None
) -> FixedText:
    """发文字号 on its line, as far from the edges of the type area as its format wants it."""
    page, edge = measure.profile.page, measure.edge
    return fixed_text(
        number,
        Role.DOCUMENT_NUMBER,
        measure.style(Role.DOCUMENT_NUMBER),
        page,
        baseline=baseline,
        align=Align(measure.look.number_align.value) if align is None else align,
        left=page.binding_margin + edge,
        right=page.binding_margin + page.type_area_width - edge,
    )


class _Columns(NamedTuple):
    """The signatories in rows, and where each column and the label begin; EMU."""

    rows: tuple[tuple[str, ...], ...]
    lefts: tuple[int, ...]
    label: int

    @property
    def beside_number(self) -> int:
        """Where the text on the last line, that of the number, begins."""
        return self.label if len(self.rows) == 1 else self.lefts[0]


def signed_number(block: HeaderBlock, measure: Measure, first_baseline: int) -> list[FixedText]:
    """签发人 at the right, and 发文字号 at the left on the line of the last of them.

    The names stand in columns, in the order of their organs; the widest line ends as far from
    the right edge as its format wants it. Where two names a line leave no room for the number,
    each has a line of its own.

    Raises:
        LayoutError: they leave no room even so.
    """
    names, number = block.signatories, block.document_number or ""
    for count in dict.fromkeys((measure.look.names_a_line, 1)):
        columns = _columns(names, count, measure)
        if _fits(columns, number, measure):
            return _signed_lines(columns, number, measure, first_baseline)
    longest = max(names, key=len)
    raise LayoutError(
        f"发文字号“{number}”与签发人“{longest}”在一行里排不下（GB/T 9704-2012 7.2.6）；"
        "请缩短机关代字，或核对签发人姓名",
        f"the document number “{number}” and the signatory “{longest}” do not fit on one line "
        "(GB/T 9704-2012 7.2.6); shorten the organ's code in the number, or check the name",
    )


def _columns(names: Sequence[str], count: int, measure: Measure) -> _Columns:
    page = measure.profile.page
    rows = tuple(tuple(names[at : at + count]) for at in range(0, len(names), count))
    right = page.binding_margin + page.type_area_width
    x = right - measure.edge
    lefts: list[int] = []
    for column in reversed(range(len(rows[0]))):
        x -= max(measure.width(row[column], Role.SIGNATORY) for row in rows if column < len(row))
        lefts.insert(0, x)
        x -= measure.gap
    # The label's last cell ends where the first name begins.
    label = lefts[0] - measure.width(_SIGNED_BY, Role.SIGNATORY_LABEL) - page.tracking
    return _Columns(rows, tuple(lefts), label)


def _fits(columns: _Columns, number: str, measure: Measure) -> bool:
    left = measure.profile.page.binding_margin + measure.edge
    if columns.label < left:
        return False
    end = left + measure.width(number, Role.DOCUMENT_NUMBER)
    return not number or end + measure.gap <= columns.beside_number


def _signed_lines(
    columns: _Columns, number: str, measure: Measure, first_baseline: int
) -> list[FixedText]:
    page, role = measure.profile.page, Role.SIGNATORY
    lines: list[FixedText] = []
    for index, row in enumerate(columns.rows):
        baseline = first_baseline + page.line_top(index)
        if number and index == len(columns.rows) - 1:
            lines.append(number_text(number, measure, baseline, align=Align.LEFT))
        names = [
            fixed_text(name, role, measure.style(role), page, baseline=baseline, left=left)
            for left, name in zip(columns.lefts, row, strict=False)  # the last row may be short
        ]
        lines += names if index else [_labelled(names[0], columns.label, measure), *names[1:]]
    return lines


def _labelled(name: FixedText, left: int, measure: Measure) -> FixedText:
    """The first name with its label before it, which ends where the name begins."""
    role = Role.SIGNATORY_LABEL
    label = FixedRun(_SIGNED_BY, role, measure.style(role).face)
    return name._replace(runs=(label, *name.runs), left=left)
