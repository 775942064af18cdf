"""附件 against 附件说明: what is named is there, and the other way round.

Source:
    GB/T 9704-2012 7.3.4, 7.3.7
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.official.checks.subject import Subject
from govdocs.messages.quoting import shortened

_MARKS = "。，、；：,.;:"


def check_attachments(subject: Subject) -> Iterator[Finding]:
    """Every attachment that is named is supplied, and every supplied one is named."""
    main = subject.document.main_part
    named = [_bare(name) for name in main.attachment_note]
    given = [_bare(each.title) for each in main.attachments]
    missing = [n for n, name in enumerate(named) if name not in given]
    spare = [n for n, title in enumerate(given) if title not in named]
    for number in missing:
        name = main.attachment_note[number]
        # Where both are at the same place, it is one attachment under two names.
        if number in spare or name in subject.apart:
            continue
        yield Finding(
            id="attachment-not-supplied",
            severity=Severity.ERROR,
            place="附件说明",
            zh=f"附件说明列了“{shortened(name)}”，却没有这个附件的内容；请在“附件”中给出正文或文件，"
            "或从附件说明中删去，不与正文装订的写“装订: 否”（GB/T 9704—2012 7.3.4、7.3.7）",
            en=f"“{shortened(name)}” is named as an attachment and not supplied; give its text or "
            "file, remove its name, or say that it is not bound with the text "
            "(GB/T 9704-2012 7.3.4, 7.3.7)",
            found=name,
        )
    for number in spare:
        title = main.attachments[number].title
        if number in missing:
            yield from _other_title(main.attachment_note[number], title)
            continue
        yield Finding(
            id="attachment-not-named",
            severity=Severity.ERROR,
            place=f"附件 第{number + 1}项",
            zh=f"附件“{shortened(title)}”没有列入附件说明；请在附件说明中写上它的名称"
            "（GB/T 9704—2012 7.3.4、7.3.7）",
            en=f"the attachment “{shortened(title)}” is not named in the text; name it in "
            "attachment_note (GB/T 9704-2012 7.3.4, 7.3.7)",
            found=title,
        )
    yield from _numbers(subject)


def _bare(name: str) -> str:
    """A name without the book-title marks, blanks and final marks that do not tell it apart."""
    return "".join(name.split()).strip(_MARKS).replace("《", "").replace("》", "")


def _other_title(name: str, title: str) -> Iterator[Finding]:
    yield Finding(
        id="attachment-title-differs",
        severity=Severity.ERROR,
        place="附件说明",
        zh=f"附件说明写“{shortened(name)}”，附件标题却是“{shortened(title)}”；两处应一致"
        "（GB/T 9704—2012 7.3.7）",
        en=f"the attachment is named “{shortened(name)}” and titled “{shortened(title)}”; both "
        "must agree (GB/T 9704-2012 7.3.7)",
        expected=name,
        found=title,
    )


def _numbers(subject: Subject) -> Iterator[Finding]:
    """Each attachment's number is that of its name in 附件说明."""
    main = subject.document.main_part
    named = [_bare(name) for name in main.attachment_note]
    for attachment in main.attachments:
        title = _bare(attachment.title)
        due = named.index(title) + 1 if title in named else None
        number = attachment.number
        if due is None or number is None or number == due:
            continue
        yield Finding(
            id="attachment-number-differs",
            severity=Severity.ERROR,
            place="附件",
            zh=f"附件“{shortened(attachment.title)}”的序号是{number}，附件说明中排第{due}；"
            "两处应一致（GB/T 9704—2012 7.3.7）",
            en=f"the attachment “{shortened(attachment.title)}” has the number {number}, and is "
            f"named as number {due}; both must agree (GB/T 9704-2012 7.3.7)",
            expected=str(due),
            found=str(number),
        )


def check_attachment_names(subject: Subject) -> Iterator[Finding]:
    """附件名称后不加标点符号 (7.3.4)."""
    for name in subject.document.main_part.attachment_note:
        if name and name[-1] in _MARKS:
            yield Finding(
                id="attachment-name-mark",
                severity=Severity.WARNING,
                place="附件说明",
                zh=f"附件名称“{shortened(name)}”后有标点“{name[-1]}”；附件名称后不加标点"
                "（GB/T 9704—2012 7.3.4）",
                en=f"the attachment's name “{shortened(name)}” ends with “{name[-1]}”; it takes no "
                "mark (GB/T 9704-2012 7.3.4)",
                found=name[-1],
            )


def check_file_titles(subject: Subject) -> Iterator[Finding]:
    """The title that an attachment's file has itself is the one that is named."""
    attachments = subject.document.main_part.attachments
    for number, title in subject.file_titles.items():
        name = attachments[number].title if number < len(attachments) else ""
        if name and _bare(name) != _bare(title):
            yield from _other_title(name, title)
