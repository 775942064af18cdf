"""The one module that wires the stages: read · compose · paginate · write."""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple, TypeAlias, get_args

from govdocs.compose.body import compose as _compose
from govdocs.compose.composition import Composition, PrintOptions
from govdocs.environment import Environment, default_environment
from govdocs.errors import UsageError
from govdocs.findings import Finding
from govdocs.fontbook.book import FontBook
from govdocs.layout.settle import Settled, settle_flow
from govdocs.layout.settle import settle as _settle
from govdocs.model.nodes import Document
from govdocs.render_options import RenderOptions as RenderOptions
from govdocs.standards.loader import load_profile
from govdocs.typography.face_role import FaceRole

if TYPE_CHECKING:
    from govdocs.inputs.templating import Templates
    from govdocs.kinds.annual_report.lower import Lowered
    from govdocs.kinds.annual_report.report import AnnualReport
    from govdocs.kinds.official.document import OfficialDocument
    from govdocs.kinds.official.lower import Lowered as LoweredOfficial

OutputFormat: TypeAlias = Literal["docx", "pdf"]
OUTPUT_FORMATS: tuple[OutputFormat, ...] = get_args(OutputFormat)

_DATE_WITHOUT_ANY = datetime.date(1980, 1, 1)


def render(
    document: Document | AnnualReport | OfficialDocument, to: OutputFormat, **options: object
) -> bytes:
    """Render a document or the facts of one; the options are the fields of :class:`RenderOptions`.

    Args:
        document: what to render.
        to: ``"docx"`` or ``"pdf"``.
        **options: see :class:`RenderOptions`.

    Raises:
        UsageError: an unknown format, profile or option, or an element the profile cannot set.
        MissingGlyphError: PDF only: characters that no face holds.
        FontError: a font file that cannot be used.
        LayoutError: content that cannot be set.
        TemplateError: a report's text or template names what the report does not have.
    """
    out = io.BytesIO()
    write(document, out, to, render_options(options))
    return out.getvalue()


class Rendering(NamedTuple):
    """A rendered file, and what its pages show or what was decided for them."""

    data: bytes
    findings: tuple[Finding, ...]


def render_with_findings(
    document: Document | AnnualReport | OfficialDocument, to: OutputFormat, **options: object
) -> Rendering:
    """Render a document as :func:`render` does, and say what is worth knowing of its pages."""
    out = io.BytesIO()
    findings = write(document, out, to, render_options(options))
    return Rendering(out.getvalue(), findings)


def render_options(options: Mapping[str, object]) -> RenderOptions:
    """Options from keyword arguments.

    Raises:
        UsageError: an option that does not exist, or a value of the wrong kind.
    """
    known = RenderOptions.__slots__
    for name in options:
        if name not in known:
            raise UsageError(
                f"没有名为 {name!r} 的选项；可用的有：{'、'.join(known)}",
                f"no option named {name!r}; known: {', '.join(known)}",
            )
    return RenderOptions(**options)  # type: ignore[arg-type]


def write(
    document: Document | AnnualReport | OfficialDocument,
    out: BinaryIO,
    to: OutputFormat,
    options: RenderOptions,
) -> tuple[Finding, ...]:
    """Render a document or a report into a binary stream; raises as :func:`render`.

    Returns:
        Findings on a report's texts, and on the pages; of a DOCX, on what was decided for it.
    """
    if to not in OUTPUT_FORMATS:
        raise UsageError(
            f"没有名为 {to!r} 的输出格式；可用的有：{'、'.join(OUTPUT_FORMATS)}",
            f"no output format {to!r}; known: {', '.join(OUTPUT_FORMATS)}",
        )
    if isinstance(document, Document):
        document, changed = normalised(document, options)
        return (*changed, *_write(compose(document, options), out, to, options))
    lowered = lower(document, options)
    printed, changed = normalised(lowered.document, options)
    found = _write(compose(printed, options), out, to, options)
    told = lowered.findings
    if options.normalise:
        from govdocs.inputs.mended import without_mended

        told = without_mended(told, printed)
    return (*told, *changed, *found)


def normalised(document: Document, options: RenderOptions) -> tuple[Document, tuple[Finding, ...]]:
    """The document that is set, normalised if the options ask for it, and what was changed.

    Raises:
        UsageError: no rule has a name of ``options.without``.
    """
    if not options.normalise:
        return document, ()
    from govdocs.normalising.document import normalise
    from govdocs.normalising.findings import findings_of

    found = normalise(document, without=options.without)
    return found.document, findings_of(found.changes)


def rules_left_out(options: RenderOptions) -> tuple[str, ...] | None:
    """Rules of normalising that are left out; None where nothing is normalised."""
    return options.without if options.normalise else None


def _write(
    composition: Composition, out: BinaryIO, to: OutputFormat, options: RenderOptions
) -> tuple[Finding, ...]:
    if to == "docx":
        # Writers are imported when used: python-docx and reportlab cost more than the rest.
        from govdocs.writers.docx.writer import write_docx

        flow = settle_flow(composition, lambda: font_book(options))
        write_docx(flow.composition, out, template=environment_of(options).templates / "docx")
        return flow.findings
    from govdocs.writers.pdf.writer import write_pdf

    pages = settle(composition, options).pages
    write_pdf(pages, out)
    return pages.findings


def save(
    document: Document | AnnualReport | OfficialDocument,
    target: str | os.PathLike[str] | BinaryIO,
    to: OutputFormat | None = None,
    **options: object,
) -> None:
    """Render a document into a file or a binary stream.

    A file is written beside its place and then renamed, so that what stood there is whole until
    the new one is.

    Args:
        document: what to render.
        target: a path or a binary stream.
        to: the format; for a path it may be left to the file's ending.
        **options: see :class:`RenderOptions`.

    Raises:
        UsageError: no format is given and the ending tells none; the target is a folder; and as
            :func:`render`.
        OSError: the file cannot be written.
    """
    if isinstance(target, str | os.PathLike):
        # Imported here: a caller that wants bytes has no file to replace.
        from govdocs.files import replace_file

        path = Path(target)
        if path.is_dir():
            raise UsageError(f"{path} 是文件夹，应给出文件名", f"{path} is a folder; name a file")
        replace_file(path, render(document, to or _format_of(path), **options))
        return
    if to is None:
        raise UsageError(
            '写入流时要给出输出格式：to="docx" 或 to="pdf"',
            'name the format when writing to a stream: to="docx" or to="pdf"',
        )
    target.write(render(document, to, **options))


def _format_of(path: Path) -> OutputFormat:
    ending = path.suffix.lower().removeprefix(".")
    for name in OUTPUT_FORMATS:
        if name == ending:
            return name
    raise UsageError(
        f"从文件名 {path.name!r} 看不出输出格式；请用 .docx 或 .pdf 结尾",
        f"the name {path.name!r} tells no output format; end it in .docx or .pdf",
    )


def lower(
    facts: AnnualReport | OfficialDocument, options: RenderOptions
) -> Lowered | LoweredOfficial:
    """The document that a report, or an official document's facts, are printed as.

    Raises:
        TemplateError: a text or a template names what the facts do not have.
        InputError: a text that cannot stand in its section; a file that cannot be read.
    """
    # Kinds are imported when used: they stand on pydantic.
    from govdocs.kinds.official.document import OfficialDocument

    if isinstance(facts, OfficialDocument):
        from govdocs.kinds.official.lower import lower as lower_official

        return lower_official(facts, templates_of(options))
    from govdocs.kinds.annual_report.lower import lower as lower_report

    return lower_report(facts, templates_of(options))


def templates_of(options: RenderOptions) -> Templates:
    """The text templates that a rendering uses: the caller's before the shipped ones."""
    # Absolute, since the texts are kept while the folder that the caller works in may change.
    own = tuple(Path(folder).absolute() for folder in options.templates)
    return _templates((*own, environment_of(options).templates))


@lru_cache(maxsize=8)
def _templates(folders: tuple[Path, ...]) -> Templates:
    from govdocs.inputs.templating import Templates

    return Templates(folders)


def check(
    document: Document | AnnualReport | OfficialDocument,
    *,
    last: AnnualReport | None = None,
    **options: object,
) -> tuple[Finding, ...]:
    """What must be mended, looked at or may be added before a document is published.

    Args:
        document: a yearly report: form, tie-outs, prose against cells, chain of years, wording;
            an official document: form, addressing, attachments, dates, wording; or a document:
            its wording, and what of an official document's form it tells.
        last: last year's report, for the chain; the figures that the report keeps if None.
        **options: see :class:`RenderOptions`; ``templates`` matters, and ``normalise`` with
            ``without``: what is told is what remains in print.

    Raises:
        UsageError: an option, or a rule of ``without``, that does not exist.
    """
    given = render_options(options)
    if isinstance(document, Document):
        from govdocs.kinds.annual_report.checks.all import check_document as check_wording
        from govdocs.kinds.official.checks.all import check_document

        printed, _ = normalised(document, given)
        return (*check_wording(printed), *check_document(printed))
    from govdocs.kinds.official.document import OfficialDocument

    if isinstance(document, OfficialDocument):
        from govdocs.kinds.official.checks.all import check as check_official

        return check_official(document, templates_of(given), without=rules_left_out(given))
    from govdocs.kinds.annual_report.checking import check_all
    from govdocs.kinds.annual_report.report import LastYear

    past = LastYear.of(last) if last else None
    return check_all(document, templates_of(given), last=past, without=rules_left_out(given))


def compose(document: Document, options: RenderOptions) -> Composition:
    """The styled blocks of a document.

    Raises:
        UsageError: an unknown profile, or an element that it cannot set.
    """
    date = (
        options.date
        or environment_of(options).source_date
        or document.main_part.date_of_issue
        or _DATE_WITHOUT_ANY
    )
    return _compose(
        document,
        load_profile(options.profile or form_of(document)),
        date=date,
        fonts=font_book(options),
        options=PrintOptions(
            options.preprinted,
            options.draft_seals,
            options.seals,
            options.imprint_on_even_page,
            options.mirror_margins,
        ),
    )


def form_of(document: Document) -> str:
    """Id of the format that a document is set in where the caller names none."""
    if document.form:
        return document.form
    return "official" if document.header_block or document.imprint else "published-report"


def settle(composition: Composition, options: RenderOptions) -> Settled:
    """The pages of a composition, and the composition with what they decide.

    Raises:
        MissingGlyphError: characters that no face holds.
        FontError: a font file that cannot be used.
        LayoutError: content that no page can hold.
    """
    return _settle(composition, font_book(options))


def font_book(options: RenderOptions) -> FontBook:
    """The faces that a rendering with these options uses."""
    given = tuple((FaceRole(role), Path(path)) for role, path in options.fonts.items())
    return _font_book(environment_of(options), given, options.bundled_fonts)


def check_fonts(options: RenderOptions) -> None:
    """Open the faces that the caller names, to learn at once whether they can be used.

    Raises:
        FontError: one cannot.
    """
    book = font_book(options)
    for role in options.fonts:
        book.face(FaceRole(role))


@lru_cache(maxsize=8)
def _font_book(
    environment: Environment, given: tuple[tuple[FaceRole, Path], ...], bundled_only: bool
) -> FontBook:
    return FontBook(environment, given=dict(given), bundled_only=bundled_only)


def environment_of(options: RenderOptions) -> Environment:
    """The environment of a rendering."""
    return options.environment or default_environment()
