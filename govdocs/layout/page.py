"""Pagination: put composed blocks on pages, on the grid of 22 lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from govdocs.compose.composition import (
    ComposedBlock,
    ComposedChart,
    ComposedFigure,
    ComposedParagraph,
    ComposedTable,
    Composition,
    Role,
    RoleStyle,
)
from govdocs.findings import Finding, Severity
from govdocs.fontbook.book import FontBook
from govdocs.layout.broken_numbers import broken_numbers
from govdocs.layout.cells import CellTexts
from govdocs.layout.chart import lay_out_chart
from govdocs.layout.furniture import even_shift, page_furniture
from govdocs.layout.imprint import SetImprint, imprint_items, pages_before, set_imprint
from govdocs.layout.landscape import turned_pages
from govdocs.layout.opening import first_page_findings, flow_lead, opening_items
from govdocs.layout.pages import (
    Anchor,
    Bookmark,
    Drawing,
    GlyphRun,
    Page,
    Pages,
    Picture,
    PlacedItem,
    SealRoom,
    TextLine,
)
from govdocs.layout.seals import Foot, place_under_text, printed, seal_items, seal_rooms
from govdocs.layout.setting import Setting, paragraph_lines
from govdocs.layout.shapes import moved
from govdocs.layout.tabbed import tabbed_line
from govdocs.layout.table import TableLayout, TablePart, lay_out_table
from govdocs.layout.table_placing import placed_table


class _SetParagraph(NamedTuple):
    """A paragraph as lines, not yet on a page."""

    block: ComposedParagraph
    style: RoleStyle
    lines: list[tuple[GlyphRun, ...]]


class _SetFigure(NamedTuple):
    """A picture or a chart, at its size."""

    block: ComposedFigure | Drawing
    style: RoleStyle


_SetBlock: TypeAlias = _SetParagraph | TableLayout | _SetFigure


class _Step(NamedTuple):
    """A block to be placed, and the room above it if it does not begin a page, EMU."""

    block: _SetBlock
    air: int


def paginate(composition: Composition, fonts: FontBook) -> Pages:
    """Lay a composition out on pages.

    Raises:
        MissingGlyphError: a character that no face holds; all of them are named.
        LayoutError: content that no page can hold.
    """
    setting = Setting(composition.profile, fonts)
    texts = CellTexts(setting)
    blocks = [_set(block, setting, texts) for block in composition.blocks]
    imprint = set_imprint(composition, setting)
    opening = composition.opening
    opened = opening_items(opening, setting) if opening else []
    setting.raise_missing()
    maker = _PageMaker(setting)
    if opening:
        maker.open(opened, opening.height, flow_extra=flow_lead(composition))
    steps = zip(blocks, composition.airs, strict=True)
    maker.fill([_Step(block, air) for block, air in steps if block is not None])
    if imprint is not None:
        maker.add_imprint(imprint, on_even_page=composition.options.imprint_on_even_page)
    pages = maker.finished()
    return Pages(
        composition.profile.page,
        tuple(pages),
        tuple(maker.bookmarks),
        composition.title,
        composition.author,
        composition.date,
        (*first_page_findings(composition, pages), *maker.findings),
        even_shift(composition),
        tuple(maker.rooms),
    )


def _set(block: ComposedBlock, setting: Setting, texts: CellTexts) -> _SetBlock | None:
    if isinstance(block, ComposedParagraph):
        return _set_paragraph(block, setting)
    if isinstance(block, ComposedTable):
        return lay_out_table(block, setting, texts)
    drawn = lay_out_chart(block, setting) if isinstance(block, ComposedChart) else block
    return _SetFigure(drawn, setting.profile.styles[Role.FIGURE])


def _set_paragraph(block: ComposedParagraph, setting: Setting) -> _SetParagraph | None:
    page = setting.profile.page
    style = setting.profile.styles[block.role]
    block = printed(block)
    if block.lines_before is not None:
        style = style._replace(lines_before=block.lines_before)
    if block.lines_after is not None:
        style = style._replace(lines_after=block.lines_after)
    if block.tabs:
        line = tabbed_line(block, style, setting, _place(block))
        return None if line is None else _SetParagraph(block, style, [line])
    par = setting.prepared(block.runs, style, _place(block), source=block.source, size=block.size)
    if par is None:
        return None
    right = style.right_indent if block.right_indent is None else block.right_indent
    first = round(style.first_line_indent * page.type_size)
    lines = paragraph_lines(
        par,
        setting,
        left=page.binding_margin + block.left_indent,
        measure=page.type_area_width - block.left_indent - round(right * page.cell),
        align=block.align or style.align,
        first_line_indent=first if block.first_line is None else block.first_line,
        forced=block.breaks,
        lead=block.lead,
    )
    return _SetParagraph(block, style, lines)


def _place(block: ComposedParagraph) -> str:
    text = block.text
    return text if len(text) <= 12 else f"{text[:12]}…"


class _PageMaker:
    """Fills pages from top to bottom. The only mutable state of layout; it never leaves it.

    Text stands on grid lines counted from ``_base``: the type area's top, or the foot of the last
    table or picture on the page and the air under it, since word processors go on there without
    finding the grid again. ``_flow_base`` is the same place as they count: they count whole twips
    a line, and two rules of a table as well. What fits is decided by their count, so that pages
    end alike.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._page = setting.profile.page
        self._done: list[tuple[PlacedItem, ...]] = []
        self._items: list[PlacedItem] = []
        self._base = 0
        self._flow_base = 0
        self._lines = 0.0
        self._order = 0
        self.rooms: list[SealRoom] = []
        self.bookmarks: list[Bookmark] = []
        self.findings: list[Finding] = []

    @property
    def _y(self) -> int:
        """The next free place, EMU below the type area's top."""
        return self._base + self._page.line_top(self._lines)

    @property
    def _room(self) -> int:
        """Height left on the page, EMU, as a word processor counts."""
        page = self._page
        return page.type_area_height - self._flow_base - int(self._lines * page.flow_pitch)

    def _go_on(self, height: int, *, flow_extra: int = 0) -> None:
        """Go on under something so high that does not stand on the grid."""
        self._flow_base = self._page.type_area_height - self._room + height + flow_extra
        self._base = self._y + height
        self._lines = 0

    def finished(self) -> list[Page]:
        """The pages, numbered, at least one."""
        if self._items or not self._done:
            self._turn()
        return [
            Page(index + 1, items, page_furniture(index, self._done, self._setting))
            for index, items in enumerate(self._done)
        ]

    def open(self, items: Sequence[PlacedItem], height: int, *, flow_extra: int) -> None:
        """Begin the first page with items that take so much height."""
        self._items += items
        self._order = len(items)
        self._go_on(height, flow_extra=flow_extra)

    def add_imprint(self, imprint: SetImprint, *, on_even_page: bool) -> None:
        """Set the imprint at a page's foot, under the text with one blank line at least."""
        blank = self._page.flow_pitch if self._items else 0
        fits = self._room >= imprint.height + blank
        number = len(self._done) + 1
        for _ in range(pages_before(number, fits=fits, on_even_page=on_even_page)):
            self._turn()
        self._items += imprint_items(imprint, self._setting, self._order)

    def fill(self, steps: Sequence[_Step]) -> None:
        """Place all blocks; what keeps with the next goes over together with it."""
        start = 0
        while start < len(steps):
            end = start
            while end + 1 < len(steps) and _keep_together(steps[end].block, steps[end + 1].block):
                end += 1
            chain = self._settled(steps[start : end + 1])
            if end > start:
                self._keep_together(chain)
            for step in chain:
                self._place(step)
            start = end + 1

    def _settled(self, chain: Sequence[_Step]) -> Sequence[_Step]:
        """The chain; a table that fits on no page with the headings before it may break."""
        last = chain[-1].block
        if (
            isinstance(last, TableLayout)
            and self._least_height(chain) > self._page.type_area_height
        ):
            return [*chain[:-1], chain[-1]._replace(block=last.breakable())]
        return chain

    def _keep_together(self, chain: Sequence[_Step]) -> None:
        """Turn the page if a chain of headings and the start of what follows do not fit."""
        needed, highest = self._least_height(chain), self._page.type_area_height
        # A picture's place is on our grid, whose lines are a little higher.
        is_table = isinstance(chain[-1].block, TableLayout)
        room = self._room if is_table else min(self._room, highest - self._y)
        if self._items and room - chain[0].air < needed <= highest:
            self._turn()

    def _least_height(self, chain: Sequence[_Step]) -> int:
        """Height of a chain at a page's top and of what its last block keeps together, EMU."""
        *before, last = [step.block for step in chain]
        airs = sum(step.air for step in chain[1:])
        return airs + sum(map(self._height, before)) + self._first_height(last)

    def _height(self, block: _SetBlock) -> int:
        if isinstance(block, _SetParagraph):
            blank = block.style.lines_before + block.style.lines_after
            return int(self._page.flow_pitch * (len(block.lines) + blank))
        return block.height if isinstance(block, TableLayout) else block.block.height

    def _first_height(self, block: _SetBlock) -> int:
        if isinstance(block, _SetParagraph):
            whole = len(block.lines) if block.style.keep_with_next else 1
            return int(self._page.flow_pitch * (block.style.lines_before + whole))
        if isinstance(block, TableLayout):
            return block.first_height + block.flow_extra
        return block.block.height

    def _turn(self) -> None:
        self._done.append(tuple(self._items))
        self._items = []
        self._base = self._flow_base = self._lines = 0

    def _anchor(self, role: Role, source: int | None) -> Anchor:
        self._order += 1
        return Anchor(self._order, role, source)

    def _place(self, step: _Step) -> None:
        if step.air and self._items:
            self._go_on(step.air)
        block = step.block
        if isinstance(block, _SetParagraph):
            self._place_paragraph(block)
        elif isinstance(block, TableLayout):
            (self._place_turned if block.is_turned else self._place_table)(block)
        else:
            self._place_figure(block)

    def _place_paragraph(self, par: _SetParagraph) -> None:
        page = self._page
        if par.block.page_break and self._items:
            self._turn()
        if self._items:
            self._lines += par.style.lines_before
        anchor = self._anchor(par.block.role, par.block.source)
        drop = page.drop_in(None if par.style.on_grid else page.flow_pitch)
        for index, runs in enumerate(par.lines):
            if self._room < page.flow_pitch:
                self._turn()
                if 0 < index == len(par.lines) - 1:
                    self.findings.append(_lone_last_line(len(self._done) + 1, runs))
            top = page.head_margin + self._y
            if not index and par.block.outline:
                self.bookmarks.append(Bookmark(par.block.outline, len(self._done), top))
            self._items.append(TextLine(top + drop, runs, anchor, par.style.ink))
            self._lines += 1
        if par.block.seals:
            foot = Foot(len(self._done), page.head_margin + self._y)
            rooms = tuple(seal_rooms(par.block.seals, foot, page))
            at = place_under_text(self._items)
            self._items[at:at] = seal_items(par.block.seals, rooms, self._setting, self._order)
            self.rooms += rooms
        self._lines += par.style.lines_after

    def _place_table(self, table: TableLayout) -> None:
        self._order += 1
        part: TablePart | None = None
        while part is None or part.next_step < table.steps:
            if part:
                self._turn()
            part = self._next_part(table, part)
            top = self._page.head_margin + self._y
            self._items += placed_table(table, part, top, self._order)
            self.findings += broken_numbers(table, part, len(self._done) + 1)
            self._go_on(part.height, flow_extra=table.flow_extra)
        self._order = table.last_order(self._order)

    def _next_part(self, table: TableLayout, last: TablePart | None) -> TablePart:
        room = self._room - table.flow_extra
        part = table.part(last, room, page_is_empty=not self._items)
        if part is not None:
            return part
        self._turn()
        return self._next_part(table, last)

    def _place_turned(self, table: TableLayout) -> None:
        if self._items:
            self._turn()
        self._order += 1
        made = turned_pages(table, self._order, len(self._done))
        self._done += [(page,) for page in made.pages]
        self.bookmarks += made.bookmarks
        self.findings += made.findings
        self._order = table.last_order(self._order)

    def _place_figure(self, figure: _SetFigure) -> None:
        page, block = self._page, figure.block
        if self._items and self._y + block.height > page.type_area_height:
            self._turn()
        left = page.binding_margin + (page.type_area_width - block.width) // 2
        top = page.head_margin + self._y
        self._items.append(self._figure_at(left, top, block))
        self._go_on(block.height)

    def _figure_at(self, left: int, top: int, block: ComposedFigure | Drawing) -> PlacedItem:
        if isinstance(block, Drawing):
            return moved(block, left, top, self._anchor(Role.FIGURE, block.anchor.source))
        return Picture(
            left,
            top,
            block.width,
            block.height,
            block.data,
            block.media_type,
            block.alt,
            self._anchor(Role.FIGURE, block.source),
        )


def _lone_last_line(page: int, runs: tuple[GlyphRun, ...]) -> Finding:
    """A note that a page begins with the last line of a paragraph (孤行); it is allowed."""
    text = "".join(run.text for run in runs)
    return Finding(
        id="lone-last-line",
        severity=Severity.INFO,
        zh=f"第 {page} 页页首只有上一段的最后一行：“{text}”",
        en=f"page {page} begins with the last line of a paragraph: “{text}”",
    )


def _keep_together(block: _SetBlock, following: _SetBlock) -> bool:
    if isinstance(block, TableLayout) or _begins_page(following):
        return False
    return block.style.keep_with_next or (isinstance(block, _SetParagraph) and block.block.leads)


def _begins_page(block: _SetBlock) -> bool:
    if isinstance(block, TableLayout):
        return block.is_turned
    return isinstance(block, _SetParagraph) and block.block.page_break
