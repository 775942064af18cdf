"""署名, 印章, 成文日期 and 印发日期.

Source:
    GB/T 9704-2012 7.3.5, 7.4.3, 10.2, 10.3; 条例 article 9 (11) to (13)
"""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.findings import Finding, Severity
from govdocs.formatting.dates import date_text
from govdocs.kinds.official.checks.subject import Subject
from govdocs.model.nodes import Signing

_SIGNINGS = {
    Signing.SEALED: ("盖章", "sealed"),
    Signing.UNSEALED: ("不盖章", "unsealed"),
    Signing.STAMPED: ("签名章", "stamped"),
}
_ONE_MARK = frozenset(("letter", "minutes"))


def check_signing(subject: Subject) -> Iterator[Finding]:
    """How it is signed fits its kind, and a stamped document has its stamps."""
    main, kind = subject.document.main_part, subject.kind
    if kind is not None and main.signing not in kind.signings:
        given, usual = _SIGNINGS[main.signing], [_SIGNINGS[each] for each in kind.signings]
        why = "纪要不加盖印章" if kind.id == "minutes" else f"{kind.name}一般不是这样"
        yield Finding(
            id="signing-unusual",
            severity=Severity.WARNING,
            place="署名方式",
            zh=f"署名方式是“{given[0]}”，{why}；应为 {'、'.join(zh for zh, _ in usual)}"
            "（GB/T 9704—2012 7.3.5、10.2、10.3）",
            en=f"it is {given[1]}; a {kind.id} is {' or '.join(en for _, en in usual)} "
            "(GB/T 9704-2012 7.3.5, 10.2, 10.3)",
            expected="、".join(zh for zh, _ in usual),
            found=given[0],
        )
    if main.signing is Signing.STAMPED and not main.stamps:
        yield Finding(
            id="stamp-missing",
            severity=Severity.ERROR,
            place="签名章",
            zh="要加盖签名章，却没有写签发人的职务和姓名；请写“签名章: {职务: 县长, 姓名: …}”"
            "（GB/T 9704—2012 7.3.5.3）",
            en="it is to be stamped, and no office and name are given; give stamps "
            "(GB/T 9704-2012 7.3.5.3)",
        )
    for number, stamp in enumerate(main.stamps, 1):
        if not stamp.office:
            yield Finding(
                id="stamp-without-office",
                severity=Severity.ERROR,
                place=f"签名章 第{number}项",
                zh=f"签名章“{stamp.name}”没有职务；签名章左侧应标注签发人职务全称"
                "（GB/T 9704—2012 7.3.5.3）",
                en=f"the stamp of {stamp.name} has no office, which stands at its left "
                "(GB/T 9704-2012 7.3.5.3)",
            )


def check_joint(subject: Subject) -> Iterator[Finding]:
    """A joint document bears the mark and the signature of each of its organs."""
    marks, main = subject.header.issuer_mark, subject.document.main_part
    signed = max(len(main.signature), len(main.stamps))
    if subject.document.form in _ONE_MARK or not marks or signed == len(marks) or signed < 2:
        return
    yield Finding(
        id="joint-issue-differs",
        severity=Severity.WARNING,
        place="署名",
        zh=f"发文机关标志有{len(marks)}个机关，署名有{signed}个；联合行文的机关应一致，"
        "或标志只用主办机关时请确认（GB/T 9704—2012 7.2.4、7.3.5）",
        en=f"the mark names {len(marks)} organs and {signed} sign; they should be the same, unless "
        "the host's mark alone is meant (GB/T 9704-2012 7.2.4, 7.3.5)",
        expected=str(len(marks)),
        found=str(signed),
    )


def check_dates(subject: Subject) -> Iterator[Finding]:
    """It has a date of issue; it is printed after that, and both printing entries stand."""
    main, imprint = subject.document.main_part, subject.imprint
    has_note = subject.kind is not None and subject.kind.has_title_note and main.title_note
    if subject.kind is not None and main.date_of_issue is None and not has_note:
        yield Finding(
            id="official-date-missing",
            severity=Severity.WARNING,
            place="成文日期",
            zh="没有成文日期；请写会议通过或者负责人签发的日期"
            "（条例第九条（十二）；GB/T 9704—2012 7.3.5.4）",
            en="there is no date of issue; give the day on which it was passed or signed "
            "(条例 article 9 (12); GB/T 9704-2012 7.3.5.4)",
        )
    if main.date_of_issue and imprint.date_of_printing:
        issued, printed = main.date_of_issue, imprint.date_of_printing
        if printed < issued:
            yield Finding(
                id="printed-before-issue",
                severity=Severity.ERROR,
                place="印发日期",
                zh=f"印发日期{date_text(printed)}早于成文日期{date_text(issued)}；请核对"
                "（条例第九条（十六）；GB/T 9704—2012 7.4.3）",
                en=f"it is printed on {printed} and issued on {issued}, later; check both dates "
                "(GB/T 9704-2012 7.4.3)",
                expected=date_text(issued),
                found=date_text(printed),
            )


def check_imprint(subject: Subject) -> Iterator[Finding]:
    """印发机关和印发日期 stand together (7.4.3); a letter has neither (10.1)."""
    document, imprint = subject.document, subject.imprint
    pair = (imprint.printing_office, imprint.date_of_printing)
    if document.form == "letter" and any(pair):
        yield Finding(
            id="letter-printing-entry",
            severity=Severity.WARNING,
            place="印发机关",
            zh="信函格式的版记不加印发机关和印发日期，不会印出；请删去，或改用文件格式"
            "（GB/T 9704—2012 10.1）",
            en="the imprint of a letter has no printing office and date, and they are not printed; "
            "remove them, or use another form (GB/T 9704-2012 10.1)",
        )
    elif any(pair) and not all(pair):
        missing, en = ("印发日期", "date") if pair[0] else ("印发机关", "office")
        yield Finding(
            id="imprint-incomplete",
            severity=Severity.WARNING,
            place="印发机关" if pair[0] else "印发日期",
            zh=f"版记缺{missing}；印发机关和印发日期应同列一行（GB/T 9704—2012 7.4.3）",
            en=f"the imprint lacks the printing {en}; both stand on one line "
            "(GB/T 9704-2012 7.4.3)",
        )
