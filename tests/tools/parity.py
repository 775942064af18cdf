"""Line-for-line parity between a DOCX, as LibreOffice lays it out, and a PDF.

    parity.py report.docx report.pdf [--json out.json] [--show 20]
    parity.py --ref reference.pdf report.pdf        # PDF against PDF, without LibreOffice

White space is ignored. A line or page is known by the *text offsets* at which it starts and ends,
so that one early difference does not make every later line count as different:

    lines   share of lines that start and end at the same characters
    pages   share of pages that start and end at the same characters
    dx, dy  how far apart the first characters of equal lines stand, in points

Exit status: 0 if both shares reach --min-lines and --min-pages, 1 otherwise.
"""

from __future__ import annotations

import argparse
import dataclasses
import difflib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pdf_lines import Page, read_pages

PT_PER_MM = 72 / 25.4
CONVERSION_TIMEOUT = 600
INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff\ufffe")


class Margins(NamedTuple):
    """Strips at the top and bottom of each page, in mm, whose lines are no body text."""

    top: float
    bottom: float


BODY = Margins(top=30, bottom=34)
"""Leaves out the page number, which stands 7 mm below the type area of GB/T 9704-2012."""


class BodyLine(NamedTuple):
    """A line of body text: page from 1, start of its first character, visible text."""

    page: int
    x: float
    y: float
    text: str


class Span(NamedTuple):
    """A stretch of the reference's text; -1 where the judged text has no such place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many lines or pages each side has, and how many are equal."""

    reference: int
    judged: int
    equal: int

    @property
    def parity(self) -> float:
        """Share of equal ones, of the side that has more; 1 if there are none at all."""
        most = max(self.reference, self.judged)
        return self.equal / most if most else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far equal lines are apart, in points."""

    median: float
    max: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A place at which the two texts differ, with what stands before it."""

    after: str
    reference: str
    judged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityResult:
    """What a comparison found.

    Attributes:
        lines: lines that start and end at the same characters.
        pages: pages that start and end at the same characters.
        text_changes: characters that only one side shows; a mark that a renderer lost is here.
        dx: horizontal distance of equal lines on equal pages.
        dy: vertical distance of the same.
        different: lines of the reference that the judged side does not have.
    """

    lines: Tally
    pages: Tally
    text_changes: tuple[TextChange, ...]
    dx: Distance
    dy: Distance
    different: tuple[BodyLine, ...]

    @property
    def same_text(self) -> bool:
        """Whether both sides show the same characters in the same order."""
        return not self.text_changes

    def to_json(self) -> dict[str, Any]:
        """Everything, with both shares, as plain values."""
        return dataclasses.asdict(self) | {
            "line_parity": self.lines.parity,
            "page_parity": self.pages.parity,
            "same_text": self.same_text,
            "different": [line._asdict() for line in self.different],
        }

    def __str__(self) -> str:
        return (
            f"lines {_share(self.lines)}  pages {_share(self.pages)}  "
            f"dx {self.dx.median:.2f}/{self.dx.max:.2f} pt  "
            f"dy {self.dy.median:.2f}/{self.dy.max:.2f} pt"
            + ("" if self.same_text else "  TEXT DIFFERS")
        )


def find_soffice() -> str | None:
    """The LibreOffice to use: $SOFFICE, else the one on PATH, else None."""
    return os.environ.get("SOFFICE") or shutil.which("soffice")


def compare_files(
    docx: Path, pdf: Path | bytes, *, margins: Margins = BODY, soffice: str | None = None
) -> ParityResult:
    """Lay the DOCX out with LibreOffice and compare the PDF to that."""
    with tempfile.TemporaryDirectory() as folder:
        reference = read_body(convert(docx, Path(folder), soffice=soffice), margins)
    return compare(reference, read_body(pdf, margins))


def convert(docx: Path, out_folder: Path, *, soffice: str | None = None) -> Path:
    """Turn a DOCX into a PDF in the folder, with a LibreOffice profile made for this run only.

    Raises:
        FileNotFoundError: there is no LibreOffice.
        RuntimeError: LibreOffice wrote no PDF (it reports success all the same).
    """
    command = soffice or find_soffice()
    if command is None:
        raise FileNotFoundError("LibreOffice is not installed: no soffice on PATH, no $SOFFICE")
    out_folder.mkdir(parents=True, exist_ok=True)
    pdf = out_folder / f"{docx.stem}.pdf"
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                command,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(out_folder),
                str(docx),
            ],
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=CONVERSION_TIMEOUT,
        )
    if not pdf.is_file():
        raise RuntimeError(f"LibreOffice made no PDF of {docx}: {done.stdout}{done.stderr}")
    return pdf


def read_body(pdf: Path | bytes, margins: Margins = BODY) -> list[BodyLine]:
    """Lines of body text of every page, in reading order."""
    return list(body_lines(read_pages(pdf), margins))


def body_lines(pages: Iterable[Page], margins: Margins = BODY) -> Iterator[BodyLine]:
    """Lines between the margins, with visible characters only."""
    for page in pages:
        top, bottom = margins.top * PT_PER_MM, page.height - margins.bottom * PT_PER_MM
        for line in page.lines:
            chars = [char for char in line.chars if _is_visible(char.text)]
            if chars and top <= line.y <= bottom:
                text = "".join(canonical(char.text) for char in chars)
                yield BodyLine(page.number, chars[0].x, chars[0].baseline, text)


def canonical(char: str) -> str:
    """Undo what shared glyphs do to extracted text: radicals, compatibility ideographs."""
    code = ord(char)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", char)
    return char


def compare(reference: Sequence[BodyLine], judged: Sequence[BodyLine]) -> ParityResult:
    """Compare two readings line by line and page by page."""
    reference_text = "".join(line.text for line in reference)
    judged_text = "".join(line.text for line in judged)
    matches = matching_stretches(judged_text, reference_text)
    reference_spans = _spans(reference, range(len(reference_text) + 1))
    judged_spans = _spans(judged, _offsets(matches, len(judged_text)))
    by_span = dict(zip(reference_spans, reference, strict=True))
    pairs = [
        (by_span[span], line)
        for span, line in zip(judged_spans, judged, strict=True)
        if span in by_span
    ]
    known = set(judged_spans)
    return ParityResult(
        lines=Tally(reference=len(reference), judged=len(judged), equal=len(pairs)),
        pages=_tally_pages(
            _page_spans(reference, reference_spans), _page_spans(judged, judged_spans)
        ),
        text_changes=tuple(_text_changes(matches, judged_text, reference_text)),
        dx=_distance(abs(a.x - b.x) for a, b in pairs if a.page == b.page),
        dy=_distance(abs(a.y - b.y) for a, b in pairs if a.page == b.page),
        different=tuple(line for span, line in by_span.items() if span not in known),
    )


def matching_stretches(a: str, b: str) -> list[difflib.Match]:
    """Stretches that two texts have in common, in order, ended by an empty one.

    Whole clauses are matched first and characters only where clauses differ: difflib needs hours
    for the characters of a long report and moments for its clauses.
    """
    if a == b:
        return [difflib.Match(0, 0, len(a)), difflib.Match(len(a), len(b), 0)]
    clauses_a, clauses_b = _clauses(a), _clauses(b)
    clauses = difflib.SequenceMatcher(None, clauses_a, clauses_b, autojunk=False)
    matches: list[difflib.Match] = []
    at_a = at_b = 0
    for tag, first_a, last_a, first_b, last_b in clauses.get_opcodes():
        part_a = "".join(clauses_a[first_a:last_a])
        part_b = "".join(clauses_b[first_b:last_b])
        if tag == "equal":
            matches.append(difflib.Match(at_a, at_b, len(part_a)))
        else:
            inner = difflib.SequenceMatcher(None, part_a, part_b, autojunk=False)
            matches += [
                difflib.Match(at_a + match.a, at_b + match.b, match.size)
                for match in inner.get_matching_blocks()[:-1]
            ]
        at_a, at_b = at_a + len(part_a), at_b + len(part_b)
    return [*matches, difflib.Match(len(a), len(b), 0)]


def _is_visible(char: str) -> bool:
    return not char.isspace() and char not in INVISIBLE


def _clauses(text: str) -> list[str]:
    return re.findall(r"[^，。；：、]*[，。；：、]|[^，。；：、]+$", text)


def _offsets(matches: Sequence[difflib.Match], length: int) -> list[int]:
    """For each offset of the judged text, the same place in the reference, or -1."""
    table = [-1] * (length + 1)
    for match in matches:
        table[match.a : match.a + match.size + 1] = range(match.b, match.b + match.size + 1)
    return table


def _spans(lines: Sequence[BodyLine], offsets: Sequence[int]) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for line in lines:
        end = at + len(line.text)
        spans.append(Span(offsets[at], offsets[end]))
        at = end
    return spans


def _page_spans(lines: Sequence[BodyLine], spans: Sequence[Span]) -> list[Span]:
    pages: dict[int, Span] = {}
    for line, span in zip(lines, spans, strict=True):
        first = pages.get(line.page, span)
        pages[line.page] = Span(first.start, span.end)
    return list(pages.values())


def _tally_pages(reference: Sequence[Span], judged: Sequence[Span]) -> Tally:
    equal = len(set(reference) & set(judged))
    return Tally(reference=len(reference), judged=len(judged), equal=equal)


def _text_changes(
    matches: Iterable[difflib.Match], judged: str, reference: str
) -> Iterator[TextChange]:
    at_judged = at_reference = 0
    for match in matches:
        if match.a > at_judged or match.b > at_reference:
            yield TextChange(
                after=reference[max(0, at_reference - 6) : at_reference],
                reference=reference[at_reference : match.b],
                judged=judged[at_judged : match.a],
            )
        at_judged, at_reference = match.a + match.size, match.b + match.size


def _distance(gaps: Iterable[float]) -> Distance:
    known = list(gaps) or [0.0]
    return Distance(median=statistics.median(known), max=max(known))


def _share(tally: Tally) -> str:
    most = max(tally.reference, tally.judged)
    return f"{tally.parity:.2%} ({tally.equal} of {most})"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("docx", type=Path, nargs="?", help="the DOCX (left out with --ref)")
    parser.add_argument("pdf", type=Path, help="the PDF to judge")
    parser.add_argument("--ref", type=Path, help="a reference PDF instead of a DOCX")
    parser.add_argument("--soffice", help="default: $SOFFICE, else soffice on PATH")
    parser.add_argument("--top", type=float, default=BODY.top, help="mm of page top left out")
    parser.add_argument(
        "--bottom", type=float, default=BODY.bottom, help="mm of page bottom left out"
    )
    parser.add_argument("--min-lines", type=float, default=0.0, help="share, 0 to 1")
    parser.add_argument("--min-pages", type=float, default=0.0, help="share, 0 to 1")
    parser.add_argument("--show", type=int, default=0, help="print this many differing lines")
    parser.add_argument("--json", type=Path, help="write the whole result here")
    args = parser.parse_args()
    if (args.docx is None) == (args.ref is None):
        parser.error("give either a DOCX or --ref")
    return args


def _print(result: ParityResult, show: int) -> None:
    print(result)
    for line in result.different[:show]:
        print(f"  p{line.page}  {line.text}")
    for change in result.text_changes[:show]:
        print(
            f"  text after «{change.after}»: "
            f"reference «{change.reference}», judged «{change.judged}»"
        )


def main() -> int:
    """Run the comparison that the command line asks for."""
    args = _arguments()
    margins = Margins(args.top, args.bottom)
    if args.ref:
        result = compare(read_body(args.ref, margins), read_body(args.pdf, margins))
    else:
        result = compare_files(args.docx, args.pdf, margins=margins, soffice=args.soffice)
    if args.json:
        text = json.dumps(result.to_json(), ensure_ascii=False, indent=1)
        args.json.write_text(text, encoding="utf-8")
    _print(result, args.show)
    reached = result.lines.parity >= args.min_lines and result.pages.parity >= args.min_pages
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
