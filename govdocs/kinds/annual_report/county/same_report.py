"""Whether several files of a unit are one report: as data and as what was rendered from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdocs.inputs.templating import Templates
from govdocs.kinds.annual_report.county.folder import ReadFile
from govdocs.kinds.annual_report.county.roster import plain_name
from govdocs.kinds.annual_report.final_texts import final_texts
from govdocs.kinds.annual_report.report import AnnualReport

_NO_WORDS = re.compile(r"[\W_]+")
_OPENING, _END = "引言", "结语"


class Sameness(NamedTuple):
    """How the files of a unit compare.

    Attributes:
        differs: whether somebody must say which is the final one: a file that cannot be read,
            other figures, or data files with other texts.
        texts: headings of the texts that differ where the figures agree.
    """

    differs: bool
    texts: tuple[str, ...] = ()


def sameness(files: Sequence[ReadFile], templates: Templates) -> Sameness:
    """Compare the files of a unit, the one that is used first.

    The sums need no decision where a page (DOCX, web page, text) agrees in every figure and has
    other words: it was edited after it was rendered, or read with less certainty than data.
    """
    if len(files) < 2:
        return Sameness(differs=False)
    readings = [file.reading for file in files if file.reading]
    facts = {_facts(reading.report) for reading in readings}
    if len(readings) < len(files) or len(facts) > 1:
        return Sameness(differs=True)
    texts = [_texts(reading.report, templates) for reading in readings]
    of_data = [text for text, reading in zip(texts, readings, strict=True) if not reading.page]
    if different := tuple(_different(of_data)):
        return Sameness(True, different)
    return Sameness(False, tuple(_different(texts)))


def _facts(report: AnnualReport) -> tuple[object, ...]:
    return plain_name(report.agency), report.year, report.format.id, report.tables


def _texts(report: AnnualReport, templates: Templates) -> dict[str, str]:
    """The texts as they are printed, without marks and blanks, by their headings."""
    final = final_texts(report, templates).report
    texts = {section.heading: section.text for section in final.sections}
    texts |= {_OPENING: final.introduction, _END: final.closing}
    return {heading: _words(text) for heading, text in texts.items()}


def _words(text: str) -> str:
    return _NO_WORDS.sub("", unicodedata.normalize("NFKC", text))


def _different(texts: Sequence[dict[str, str]]) -> Iterator[str]:
    for heading in dict.fromkeys(heading for each in texts for heading in each):
        if len({each.get(heading, "") for each in texts}) > 1:
            yield heading
