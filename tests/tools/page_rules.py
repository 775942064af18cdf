"""Judge a finished PDF against the page rules of the standard, from what the file shows alone.

The rules here are written a second time on purpose, apart from the code under test: the sets of
marks are those that GB/T 15834-2011 5.1 names, the figures those of GB/T 9704-2012 5.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pdf_lines import Char, Line, Page

MM = 72 / 25.4
TOP, LEFT = 37 * MM, 28 * MM
WIDTH, HEIGHT = 156 * MM, 225 * MM
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT
LINES, CHARACTERS = 22, 28
INDENT = 32.0  # two characters of 16 pt
BODY_SIZE = 16.0

NOT_AT_START = set("。，、；：？！”’）》〉】〕」』％℃‰·/-～—…") - set("—…")
NOT_AT_END = set("“‘（《〈【〔「『")
HALF_AT_END = set("。，、；：？！”’）》〉】〕」』．")
WHOLE = (
    re.compile(r"——"),
    re.compile(r"……"),
    re.compile(r"\d[\d.,]*[%‰℃]?"),
    re.compile(r"[A-Za-z]+"),
)
URL = re.compile(r"https?://[\x21-\x7e]+|www\.[\x21-\x7e]+")
HAN_ONLY = re.compile(r"[一-鿿]+")


class Break(NamedTuple):
    """Where one paragraph goes on in the next line."""

    page: int
    before: Line
    after: Line


def body_lines(page: Page) -> list[Line]:
    """The lines inside the type area (a hung baseline tolerance of 1 mm)."""
    return [line for line in page.lines if TOP - MM < line.y < BOTTOM + MM]


def breaks(pages: Sequence[Page]) -> Iterator[Break]:
    """Every place where a body paragraph goes on: the next line begins at the left edge."""
    lines = [(page.number, line) for page in pages for line in body_lines(page) if is_body(line)]
    for (number, before), (_, after) in pairwise(lines):
        if abs(after.chars[0].x - LEFT) < 1.0:
            yield Break(number, before, after)


def is_body(line: Line) -> bool:
    """Whether a line is set in the body size."""
    return abs(line.chars[0].size - BODY_SIZE) < 0.1


def drawn_right(char: Char) -> float:
    """The right edge of a character; a closing mark counts to half its cell."""
    if char.text in HALF_AT_END:
        return char.left + (char.right - char.left) / 2
    return char.right


def forbidden_starts_and_ends(pages: Sequence[Page]) -> list[str]:
    """Lines that begin or end with a mark that may not stand there."""
    wrong = []
    for place in breaks(pages):
        first, last = place.after.chars[0].text, visible(place.before)[-1].text
        in_url = _inside_url(place)
        if first in NOT_AT_START and not in_url:
            wrong.append(f"p{place.page} starts with {first}: {place.after.text}")
        if (last in NOT_AT_END or last == "/") and not in_url:
            wrong.append(f"p{place.page} ends with {last}: {place.before.text}")
    return wrong


def torn_units(pages: Sequence[Page]) -> list[str]:
    """Dashes, ellipses, numbers with their sign and words that a line break tears apart."""
    wrong = []
    for place in breaks(pages):
        joined = place.before.text + place.after.text
        at = len(place.before.text)
        if _inside_url(place):
            continue
        for unit in WHOLE:
            if any(found.start() < at < found.end() for found in unit.finditer(joined)):
                wrong.append(f"p{place.page} torn: {place.before.text}|{place.after.text}")
    return wrong


def _inside_url(place: Break) -> bool:
    joined = place.before.text + place.after.text
    at = len(place.before.text)
    return any(found.start() < at < found.end() for found in URL.finditer(joined))


def visible(line: Line) -> list[Char]:
    """A line's characters without spaces at its end."""
    chars = list(line.chars)
    while len(chars) > 1 and chars[-1].text == " ":
        chars.pop()
    return chars


def ragged_ends(pages: Sequence[Page], tolerance: float = 0.5) -> list[str]:
    """Full lines that do not end at the type area's right edge (pt)."""
    wrong = []
    for place in breaks(pages):
        off = drawn_right(visible(place.before)[-1]) - RIGHT
        if abs(off) > tolerance:
            wrong.append(f"p{place.page} ends {off:+.2f} pt off: {place.before.text}")
    return wrong


def outside_type_area(pages: Sequence[Page], tolerance: float = 0.5) -> list[str]:
    """Lines of any kind that stick out of the type area at the left or right (pt)."""
    return [
        f"p{page.number}: {line.text}"
        for page in pages
        for line in body_lines(page)
        if line.chars[0].x < LEFT - tolerance
        or max(map(drawn_right, line.chars)) > RIGHT + tolerance
    ]


def off_grid(
    pages: Sequence[Page],
    drop: tuple[float, float],
    tolerance: float = 0.5,
    *,
    title_drop: float,
) -> list[str]:
    """Body lines whose baseline is not ``drop`` (least, most; pt) under a grid line's top.

    ``title_drop`` is that of lines in the face of titles, which stand off the grid.
    """
    pitch = HEIGHT / LINES
    wrong = []
    for page in pages:
        for line in body_lines(page):
            is_title = "Biaosong" in line.chars[0].font
            least, most = (title_drop, title_drop) if is_title else drop
            number = round((line.y - TOP - (least + most) / 2) / pitch)
            below = line.y - TOP - number * pitch
            if not least - tolerance < below < most + tolerance or not 0 <= number < LINES:
                wrong.append(f"p{page.number} {below:.2f} pt: {line.text}")
    return wrong


def han_counts(pages: Sequence[Page]) -> set[int]:
    """How many characters full lines of nothing but Han hold, first lines left aside."""
    return {
        len(place.before.chars)
        for place in breaks(pages)
        if HAN_ONLY.fullmatch(place.before.text) and place.before.chars[0].x < LEFT + 1
    }


def text_of(pages: Iterable[Page]) -> str:
    """All body text without white space."""
    return "".join("".join(line.text.split()) for page in pages for line in body_lines(page))
