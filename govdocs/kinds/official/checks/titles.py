"""标题: it ends with its kind, and with no mark.

Source:
    GB/T 9704-2012 7.3.1; 条例 article 9 (7)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.kinds.official.checks.subject import Subject
from govdocs.kinds.official.rules import kind_of_title
from govdocs.messages.quoting import shortened

_MARKS = frozenset("。，、；：！？…,.;:!?—－-")


def check_title(subject: Subject) -> Iterator[Finding]:
    """The title is there, says its kind, and ends without a mark."""
    kind, title = subject.kind, subject.document.main_part.title.strip()
    if kind is None:
        return
    if not title:
        if kind.has_title:
            yield Finding(
                id="official-title-missing",
                severity=Severity.ERROR,
                place="标题",
                zh="公文没有标题；请写“标题”，或写“发文机关”和“事由”"
                "（条例第九条（七）；GB/T 9704—2012 7.3.1）",
                en="there is no title; give one, or the organs (发文机关) and the matter (事由) "
                "(GB/T 9704-2012 7.3.1)",
            )
        return
    if title[-1] in _MARKS:
        yield Finding(
            id="title-ends-with-mark",
            severity=Severity.ERROR,
            place="标题",
            zh=f"标题“{shortened(title)}”以标点“{title[-1]}”结尾；请删去（GB/T 9704—2012 7.3.1）",
            en=f"the title “{shortened(title)}” ends with the mark “{title[-1]}”; remove it",
            found=title[-1],
        )
        title = title.rstrip("".join(_MARKS))
    said = kind_of_title(title)
    if said is None:
        yield Finding(
            id="title-without-kind",
            severity=Severity.WARNING,
            place="标题",
            zh=f"标题“{shortened(title)}”没有以文种结尾；标题由发文机关名称、事由和文种组成，"
            f"应以“{kind.name}”结尾（条例第九条（七）；GB/T 9704—2012 7.3.1）",
            en=f"the title “{shortened(title)}” does not end with its kind, {kind.name} "
            "(条例 article 9 (7); GB/T 9704-2012 7.3.1)",
            expected=kind.name,
            found=title,
        )
    elif said.id != kind.id:
        yield Finding(
            id="title-of-other-kind",
            severity=Severity.ERROR,
            place="标题",
            zh=f"文种是“{kind.name}”，标题却以“{said.name}”结尾；请改正其中一个"
            "（条例第八条、第九条（七））",
            en=f"the kind is {kind.name}, but the title ends with {said.name}; mend one of them "
            "(条例 articles 8 and 9 (7))",
            expected=kind.name,
            found=said.name,
        )
