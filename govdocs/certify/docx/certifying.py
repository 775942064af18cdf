"""The format self-check of a DOCX: what its settings say, since it has no pages of its own.

Source:
    GB/T 9704-2012 5.1, 5.2, 7.3, 7.4.1, 7.5
"""

from __future__ import annotations

from govdocs.certify.certifying import rows_of
from govdocs.certify.colours import is_red
from govdocs.certify.data import clauses
from govdocs.certify.docx.checks import check_document
from govdocs.certify.docx.document import Document, colour_of, read_document
from govdocs.certify.result import SelfCheck
from govdocs.standards.loader import load_profile


def certify_docx(data: bytes, profile: str | None, at: str | None) -> SelfCheck:
    """Measure the settings of a DOCX.

    Raises:
        InputError: it is damaged, encrypted, too large, or no DOCX.
    """
    document = read_document(data, at)
    chosen = load_profile(profile or _recognised(document))
    listed = tuple(clause for clause in clauses(chosen.id) if clause.in_docx)
    return SelfCheck(
        file_format="docx",
        profile=chosen.id,
        is_recognised=profile is None,
        pages=None,
        measured_pages=None,
        rows=rows_of(chosen, check_document(document, chosen), listed=listed),
    )


def _recognised(document: Document) -> str:
    text = "".join(paragraph.text for paragraph in document.mark)
    if text.endswith("令"):
        return "order"
    if text.endswith("纪要"):
        return "minutes"
    is_marked = any(
        is_red(colour_of(run.colour)) for paragraph in document.mark for run in paragraph.runs
    )
    number = document.number
    if is_marked and not text.endswith("文件") and number and number.align in ("right", "end"):
        return "letter"
    return "official" if is_marked else "published-report"
