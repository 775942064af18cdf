"""The format self-check of one file: a PDF by what its pages show, a DOCX by its settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from govdocs.certify.data import Clause, clauses, tolerances
from govdocs.certify.figures import figures
from govdocs.certify.judging import NOT_FOUND, Outcome
from govdocs.certify.result import Row, SelfCheck, Verdict, Wording
from govdocs.errors import InputError
from govdocs.messages.os_errors import reason_of
from govdocs.standards.loader import load_profile
from govdocs.standards.profile import Profile

_PDF = b"%PDF-"
_HEAD_BYTES = 1024
_ZIP = b"PK\x03\x04"
_NO_ELEMENT = Wording("没有这一要素", "no such element")
_SCAN = Wording("没有可读的文字（扫描件？）", "no text to be read (a scan?)")


def certify(source: Path | bytes, *, profile: str | None = None) -> SelfCheck:
    """Measure a finished PDF, or the settings of a DOCX, against GB/T 9704-2012 (版式自检).

    Args:
        source: a file, or its bytes.
        profile: the format to measure against, a name of ``govdocs.profile_names()``; None to
            recognise it from the page.

    Returns:
        One row a clause that the format has.

    Raises:
        InputError: it is no PDF or DOCX, is encrypted, damaged, too large, or has no page.
        UsageError: there is no such profile, or pypdfium2 is not installed.
    """
    if profile is not None:
        load_profile(profile)
    at = str(source) if isinstance(source, Path) else None
    data = _bytes(source)
    if _PDF in data[:_HEAD_BYTES]:
        return _certify_pdf(data, profile, at)
    if data.startswith(_ZIP):
        # Imported when used, with lxml.
        from govdocs.certify.docx.certifying import certify_docx

        return certify_docx(data, profile, at)
    if not data:
        raise InputError("文件是空的", "the file is empty", at=at)
    raise InputError(
        "不是 PDF 或 DOCX；自检只测量这两种文件",
        "this is neither a PDF nor a DOCX, and only these are measured",
        at=at,
    )


def _bytes(source: Path | bytes) -> bytes:
    """The bytes of a source, which are not read where there are too many."""
    most = tolerances().limits.bytes
    if isinstance(source, bytes):
        size, data, at = len(source), source, None
    else:
        at = str(source)
        try:
            size = source.stat().st_size
            data = source.read_bytes() if size <= most else b""
        except OSError as error:
            why = reason_of(error)
            raise InputError(
                f"读不了文件：{why.zh}", f"cannot read the file: {why.en}", at=at
            ) from error
    if size > most:
        raise InputError(
            f"文件太大：{size // 2**20} MB，最多 {most // 2**20} MB",
            f"the file is too large: {size // 2**20} MB, at most {most // 2**20} MB",
            at=at,
        )
    return data


def _certify_pdf(data: bytes, profile: str | None, at: str | None) -> SelfCheck:
    # Imported when used: PDFium is an extra.
    from govdocs.certify.pdf.measuring import measure_pdf

    found = measure_pdf(data, profile, at)
    return SelfCheck(
        file_format="pdf",
        profile=found.profile.id,
        is_recognised=profile is None,
        pages=found.pages,
        measured_pages=found.measured,
        rows=rows_of(found.profile, found.outcomes, is_scan=found.is_scan),
    )


def rows_of(
    profile: Profile,
    outcomes: Iterable[Outcome],
    *,
    is_scan: bool = False,
    listed: Sequence[Clause] | None = None,
) -> tuple[Row, ...]:
    """One row a clause, measured or not.

    Args:
        profile: what was measured against.
        outcomes: what was measured, at most one a clause.
        is_scan: whether there is no text to be measured.
        listed: the clauses; all of the profile if None.
    """
    found = {outcome.id: outcome for outcome in outcomes}
    known = figures(profile)
    every = clauses(profile.id) if listed is None else listed
    return tuple(_row(clause, found.get(clause.id), known, profile, is_scan) for clause in every)


def _row(
    clause: Clause,
    outcome: Outcome | None,
    known: Mapping[str, object],
    profile: Profile,
    is_scan: bool,
) -> Row:
    expected = Wording(clause.expected.zh.format_map(known), clause.expected.en.format_map(known))
    if outcome is None:
        outcome = _absent(clause, profile, is_scan)
    return Row(
        id=clause.id,
        clause=clause.clause,
        name=clause.name,
        expected=expected,
        measured=outcome.measured,
        verdict=outcome.verdict,
        page=outcome.page,
        box=outcome.box,
    )


def _absent(clause: Clause, profile: Profile, is_scan: bool) -> Outcome:
    """What is said of a clause whose element was not found."""
    if is_scan:
        return Outcome(clause.id, Verdict.NOT_MEASURABLE, _SCAN)
    if profile.id in clause.required:
        return Outcome(clause.id, Verdict.FAILS, NOT_FOUND)
    return Outcome(clause.id, Verdict.NOT_APPLICABLE, _NO_ELEMENT)
