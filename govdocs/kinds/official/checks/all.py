"""Every check of an official document, in the order in which their findings are told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from govdocs.findings import Finding
from govdocs.inputs.templating import Templates
from govdocs.kinds.official.checks.addressing import (
    check_addressees,
    check_copied,
    check_persons,
)
from govdocs.kinds.official.checks.attachments import (
    check_attachment_names,
    check_attachments,
    check_file_titles,
)
from govdocs.kinds.official.checks.closing import (
    check_dates,
    check_imprint,
    check_joint,
    check_signing,
)
from govdocs.kinds.official.checks.forms import check_form
from govdocs.kinds.official.checks.header import (
    check_secrecy,
    check_signatories,
    check_urgency,
)
from govdocs.kinds.official.checks.names import check_organ_names
from govdocs.kinds.official.checks.numbers import (
    check_copy_number,
    check_document_number,
    check_order_number,
)
from govdocs.kinds.official.checks.subject import (
    Check,
    Subject,
    normalised,
    of_document,
    of_official,
    with_lines,
)
from govdocs.kinds.official.checks.titles import check_title
from govdocs.kinds.official.checks.wording import (
    check_body,
    check_calendar,
    check_one_matter,
    check_requests,
)
from govdocs.kinds.official.document import OfficialDocument
from govdocs.kinds.official.lower import lower
from govdocs.model.nodes import Document

CHECKS: tuple[Check, ...] = (
    check_secrecy,
    check_copy_number,
    check_urgency,
    check_document_number,
    check_order_number,
    check_signatories,
    check_form,
    check_organ_names,
    check_title,
    check_body,
    check_addressees,
    check_persons,
    check_requests,
    check_one_matter,
    check_calendar,
    check_attachments,
    check_attachment_names,
    check_file_titles,
    check_signing,
    check_joint,
    check_dates,
    check_copied,
    check_imprint,
)


def check(
    official: OfficialDocument,
    templates: Templates | None = None,
    *,
    without: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """All findings of an official document; ``place`` says in which field each stands.

    Args:
        official: the document's facts.
        templates: where the usual words come from; the shipped ones if None.
        without: names of rules of normalising that are left out, of a document that is normalised
            before it is printed; None for one that is printed as it is.

    Raises:
        InputError, TemplateError: as :func:`govdocs.kinds.official.lower.lower`.
    """
    lowered = lower(official, templates)
    subject = of_official(official, lowered)
    if without is not None:  # findings speak of what is printed
        subject = normalised(subject, lowered.body_places, without)
    return check_subject(subject)


def check_document(
    document: Document, *, block_lines: Sequence[int] = (), title_line: int | None = None
) -> tuple[Finding, ...]:
    """The findings that a document alone gives; none where it has no element of a 公文.

    Args:
        document: any document.
        block_lines: source line of each block (``Reading.block_lines``); findings then have it.
        title_line: source line of the title.
    """
    if document.kind is None and document.header_block is None and document.imprint is None:
        return ()
    return with_lines(check_subject(of_document(document, block_lines)), title_line)


def check_subject(subject: Subject) -> tuple[Finding, ...]:
    """All findings of what the checks look at."""
    return tuple(finding for each in CHECKS for finding in each(subject))
