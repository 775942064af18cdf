"""What no rule touches: addresses, file names, codes, times; and the words of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govdocs.typography.full_width import addresses
from govdocs.typography.regex import regex

_ENDINGS = "docx?|xlsx?|pptx?|wps|et|ofd|pdf|txt|html?|jsp|php|aspx?|json|xml|csv|zip|rar|jpe?g|png"
_KEPT = regex(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"  # mail
    r"|(?<![A-Za-z0-9\-.])(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+(?:com|cn|net|org|gov|edu)\b"
    r"[A-Za-z0-9/?=&._%#\-]*"  # addresses without a scheme
    r"|(?<![\d.])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d.])"  # times
    r"|(?<!\d)0\d{2,3}[-－—]\d{7,8}(?!\d)|(?<!\d)[48]00[-－]\d{3,4}[-－]\d{3,4}(?!\d)"  # telephones
    # Codes: letters and digits joined by signs, among them the numbers of standards.
    r"|(?<![A-Za-z0-9])(?:GB|DB|JGJ|CJJ|YY|HJ|ISO)[/A-Z\d]*\s?\d[\d.]*(?:[-—–]\d{2,4})?"
    r"|(?<![A-Za-z0-9\-_/.])(?=[A-Za-z0-9]*(?:[A-Za-z]|[\-_/.][\-_/.\dA-Za-z]*[A-Za-z]))"
    r"[A-Za-z0-9]+(?:[\-_/.]+[A-Za-z0-9]+)+"
    r"|(?<![A-Za-z0-9])(?=\d*[A-Z])[0-9A-Z]{15,}(?![A-Za-z0-9])"  # credit codes
)
_FILE_ENDING = regex(rf"\.(?:{_ENDINGS})(?![A-Za-z0-9])")
_LONGEST_BRACKET = 30
_OF_A_NAME = regex(r"[\w\-.]")
_OPEN = {"《": "》", "〈": "〉", "“": "”", "‘": "’"}
_QUOTING = regex("[《》〈〉“”‘’]")
_DEEPEST = 8  # quotations within quotations


class Kept(NamedTuple):
    """A byte for each character of a text: 1 where rules keep away."""

    always: bytes
    quotations: bytes

    def holds(self, start: int, end: int, *, quotations: bool) -> bool:
        """Whether a stretch, or the place between two characters, reaches into what is kept."""
        stop = max(end, start + 1)
        return any(self.always[start:stop]) or (quotations and any(self.quotations[start:stop]))


def kept_in(text: str) -> Kept:
    """Where rules keep away from a text."""
    quotations = _marked(text, _quotations(text))
    return Kept(_marked(text, kept_spans(text)), quotations)


def kept_spans(text: str) -> Iterator[range]:
    """Addresses, file names, codes, times and telephone numbers."""
    yield from addresses(text)
    for match in _KEPT.finditer(text):
        yield range(*match.span())
    yield from _file_names(text)


def _file_names(text: str) -> Iterator[range]:
    """File names, with all that may belong to them: Chinese words stand before them unparted."""
    end = 0
    for match in _FILE_ENDING.finditer(text):
        start = match.start()
        while (before := _name_before(text, start, end)) < start:
            start = before
        end = match.end()
        yield range(start, end)


def _name_before(text: str, start: int, first: int) -> int:
    """Where what stands before a place begins, if it may belong to a file's name."""
    if start <= first:
        return start
    if text[start - 1] in ")）":
        opening = max(
            text.rfind(mark, max(first, start - _LONGEST_BRACKET), start) for mark in "(（"
        )
        return opening if opening >= 0 else start
    return start - 1 if _OF_A_NAME.match(text[start - 1]) else start


def _marked(text: str, spans: Iterable[range]) -> bytes:
    marked = bytearray(len(text))
    for span in spans:
        marked[span.start : span.stop] = b"\1" * len(span)
    return bytes(marked)


def _quotations(text: str) -> Iterator[range]:
    """What stands between quotation marks or in a title; one that is never closed, to the end."""
    waiting: list[tuple[str, int]] = []
    for match in _QUOTING.finditer(text):
        place, mark = match.start(), match[0]
        if mark in _OPEN:
            waiting.append((_OPEN[mark], place))
        elif any(wanted == mark for wanted, _ in waiting[-_DEEPEST:]):
            while waiting[-1][0] != mark:
                waiting.pop()
            yield range(waiting.pop()[1] + 1, place)
    for _, place in waiting[:1]:
        yield range(place + 1, len(text))
