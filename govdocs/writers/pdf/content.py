"""Page content: placed items as PDF operators.

Source:
    ISO 32000-1 8.5 (paths), 9.4 (text objects)
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from govdocs.fontbook.subset import CUTS_AN_EM
from govdocs.layout.pages import (
    Bar,
    Drawing,
    GlyphRun,
    Ink,
    Page,
    PageGeometry,
    Picture,
    PlacedItem,
    Rules,
    TextLine,
    Turned,
)
from govdocs.units import EMU_PER_PT
from govdocs.writers.pdf.drawings import drawing_content
from govdocs.writers.pdf.fonts import FontTable
from govdocs.writers.pdf.turned import turned_content


def page_content(
    page: Page, sheet: PageGeometry, fonts: FontTable, picture_name: Callable[[Picture], bytes]
) -> bytes:
    """The content stream of a page.

    Args:
        page: what stands on it.
        sheet: its size.
        fonts: the file's fonts; the page's characters are noted in it.
        picture_name: resource name of a picture.
    """
    items = (*page.items, *page.furniture)
    return _content(items, (sheet.width, sheet.height), fonts, picture_name)


def _content(
    items: Iterable[PlacedItem],
    sheet: tuple[int, int],
    fonts: FontTable,
    picture_name: Callable[[Picture], bytes],
) -> bytes:
    """Items on a sheet of so much width and height, EMU."""
    width, height = sheet
    parts: list[bytes] = []
    lines: list[TextLine] = []
    for item in items:
        if isinstance(item, TextLine):
            lines.append(item)
            continue
        _flush(lines, height, fonts, parts)
        if isinstance(item, Rules):
            parts.append(_rules(item, height))
        elif isinstance(item, Bar):
            parts.append(_bar(item, height))
        elif isinstance(item, Drawing):
            parts.append(drawing_content(item, height))
            lines += item.lines
        elif isinstance(item, Turned):
            inner = _content(item.items, (height, width), fonts, picture_name)
            parts.append(turned_content(inner, width))
        else:
            parts.append(_picture(item, height, picture_name(item)))
    _flush(lines, height, fonts, parts)
    return b"\n".join(parts)


def shifted(content: bytes, shift: int) -> bytes:
    """Content moved to the right, EMU."""
    return b"q 1 0 0 1 %.3f 0 cm\n%s\nQ" % (shift / EMU_PER_PT, content) if shift else content


def _flush(lines: list[TextLine], height: int, fonts: FontTable, parts: list[bytes]) -> None:
    """Write lines collected so far as one text object."""
    if not lines:
        return
    operators = [b"BT"]
    font_now, tracking_now = None, None
    ink_now: Ink | None = None
    for line in lines:
        if line.ink != ink_now:
            ink_now = line.ink
            operators.append(_colour(ink_now))
        y = (height - line.baseline) / EMU_PER_PT
        runs = _apart(line.runs)
        last = len(runs) - 1
        for index, run in enumerate(runs):
            cut = _cut(run, runs[index + 1]) if index < last else 0
            font, codes = fonts.coded(run.face, run.text, cut)
            if (font, run.size) != font_now:
                font_now = (font, run.size)
                operators.append(b"/%s %s Tf" % (font, _number(run.size / EMU_PER_PT)))
            if run.tracking != tracking_now:
                tracking_now = run.tracking
                operators.append(b"%.3f Tc" % (run.tracking / EMU_PER_PT))
            turn = _turned(line.turn) if line.turn else b"1 0 0 1"
            operators.append(b"%s %.2f %.2f Tm(%s)Tj" % (turn, run.x / EMU_PER_PT, y, codes))
    if ink_now is not None:
        operators.append(_colour(None))
    operators.append(b"ET")
    parts.append(b"\n".join(operators))
    lines.clear()


def _turned(degrees: int) -> bytes:
    """The first four numbers of a matrix that turns counter-clockwise."""
    angle = math.radians(degrees)
    sine, cosine = math.sin(angle), math.cos(angle)
    return b"%.4f %.4f %.4f %.4f" % (cosine, sine, -sine, cosine)


def _apart(runs: tuple[GlyphRun, ...]) -> tuple[GlyphRun, ...]:
    """Runs in which marks are squeezed into each other taken apart, one run a character."""
    for run in runs:
        if -run.tracking * CUTS_AN_EM > run.size:
            break
    else:
        return runs
    apart: list[GlyphRun] = []
    for run in runs:
        if -run.tracking * CUTS_AN_EM <= run.size:
            apart.append(run)
            continue
        x = run.x
        for char in run.text:
            apart.append(run._replace(text=char, x=x, tracking=0))
            x += run.face.advances(run.size)[char] + run.tracking
    return tuple(apart)


def _cut(run: GlyphRun, following: GlyphRun) -> int:
    """How far the next run stands inside a run's last advance, in steps of ``CUTS_AN_EM``."""
    room = following.x - run.x
    step = run.size // CUTS_AN_EM
    if room > run.size * len(run.text) - step:
        return 0  # no glyph is wider than an em
    width = sum(map(run.face.advances(run.size).__getitem__, run.text))
    overlap = width + run.tracking * (len(run.text) - 1) - room
    return overlap // step if overlap > step else 0


def _colour(ink: Ink | None) -> bytes:
    """The operator that sets the colour of what is filled."""
    if ink is None:
        return b"0 g"
    return b"%s k" % b" ".join(map(_number, ink.cmyk))


def _bar(bar: Bar, height: int) -> bytes:
    x, y = bar.x / EMU_PER_PT, (height - bar.y - bar.height) / EMU_PER_PT
    size = b"%.2f %.3f" % (bar.width / EMU_PER_PT, bar.height / EMU_PER_PT)
    return b"q %s %.2f %.3f %s re f Q" % (_colour(bar.ink), x, y, size)


def _rules(rules: Rules, height: int) -> bytes:
    frames = [
        b"%.2f %.2f %.2f %.2f re"
        % (x / EMU_PER_PT, (height - y - down) / EMU_PER_PT, across / EMU_PER_PT, down / EMU_PER_PT)
        for x, y, across, down in rules.frames
    ]
    thickness = _number(rules.thickness / EMU_PER_PT)
    return b"q %s w\n%s S Q" % (thickness, b"\n".join(frames))


def _picture(picture: Picture, height: int, name: bytes) -> bytes:
    return b"q %.2f 0 0 %.2f %.2f %.2f cm/%s Do Q" % (
        picture.width / EMU_PER_PT,
        picture.height / EMU_PER_PT,
        picture.x / EMU_PER_PT,
        (height - picture.y - picture.height) / EMU_PER_PT,
        name,
    )


def _number(value: float) -> bytes:
    return b"%g" % value
